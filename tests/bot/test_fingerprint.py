"""A model's name changes with what it is trained on, and with nothing else."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.fingerprint import LENGTH, ROOT, fingerprint, model_path, training_files
from bot.train import QUIET, Progress, remove_older
from tests.bot.smallbot import environment


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in (
        "config.yml",
        "domain.yml",
        "data/all/nlu.yml",
        "bot/uv.lock",
        "bot/components/x.py",
        "bot/gateway.py",
        "seeds/areas.csv",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "name", ["config.yml", "domain.yml", "data/all/nlu.yml", "bot/uv.lock", "bot/components/x.py", "seeds/areas.csv"]
)
def test_every_source_counts(project: Path, name: str) -> None:
    before = fingerprint(project)
    (project / name).write_text("changed", encoding="utf-8")
    assert fingerprint(project) != before


def test_of_a_program_only_counts_how_it_is_called(project: Path) -> None:
    before, record = fingerprint(project), project / "seeds" / "programs" / "voucher.yaml"
    record.parent.mkdir()
    record.write_text("id: voucher\nname: バウチャー\nsummary: 補助率は2/3", encoding="utf-8")
    added = fingerprint(project)

    record.write_text("id: voucher\nname: バウチャー\nsummary: 補助率は1/2", encoding="utf-8")
    assert before != added == fingerprint(project)

    record.write_text("id: voucher\nname: 産学連携バウチャー\nsummary: 補助率は1/2", encoding="utf-8")
    assert fingerprint(project) != added


def test_moving_a_file_counts(project: Path) -> None:
    before = fingerprint(project)
    (project / "data" / "all" / "nlu.yml").rename(project / "data" / "all" / "other.yml")
    assert fingerprint(project) != before


def test_what_only_serves_does_not_count(project: Path) -> None:
    before = fingerprint(project)
    (project / "bot" / "gateway.py").write_text("changed", encoding="utf-8")
    assert fingerprint(project) == before


def test_the_model_bears_the_fingerprint(project: Path) -> None:
    assert model_path(project) == project / "models" / f"desk-{fingerprint(project)}.tar.gz"
    assert len(fingerprint(project)) == LENGTH


def test_the_real_project_has_sources_of_every_kind() -> None:
    names = {str(path.relative_to(ROOT)) for path in training_files()}
    assert {
        "config.yml",
        "domain.yml",
        "bot/uv.lock",
        "bot/learning/linear.py",
        "bot/lexicon/industry.yml",
        "seeds/areas.csv",
    } <= names


def test_the_check_imports_no_rasa_and_is_quick() -> None:
    code = "import sys; from bot.fingerprint import fingerprint; fingerprint(); print('rasa' in sys.modules)"
    started = time.process_time()
    done = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    assert time.process_time() - started < 1


def test_older_models_are_removed(tmp_path: Path) -> None:
    new, old, foreign = (tmp_path / name for name in ("desk-2.tar.gz", "desk-1.tar.gz", "notes.txt"))
    for path in (new, old, foreign):
        path.touch()
    assert remove_older(new) == [old]
    assert sorted(tmp_path.iterdir()) == [new, foreign]


def test_progress_speaks_of_training_only() -> None:
    import logging

    said: list[str] = []
    progress = Progress(said.append)
    for text in ("Starting to train component 'X'.", "something else"):
        progress.emit(logging.LogRecord("x", logging.INFO, "x", 1, text, (), None))
    assert len(said) == 1
    assert "train component 'X'" in said[0]


def test_rasas_own_progress_bars_stay_off(monkeypatch: pytest.MonkeyPatch) -> None:
    from rasa.shared.utils.io import is_logging_disabled

    for name, value in QUIET.items():
        monkeypatch.setenv(name, value)
    assert is_logging_disabled()
