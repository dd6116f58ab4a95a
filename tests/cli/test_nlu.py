"""`desk nlu export`, as an operator calls it."""

from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from desk.cli import nlu
from desk.cli.main import app
from desk.domain.training import without_markup
from desk.services.context import Desk
from desk.services.reviews import Reading, read_reviews, save_review
from desk.settings import ROOT
from tests.services.uncertain import found, reviewer, unsure

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture(autouse=True)
def _this_desk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlu, "make_desk", lambda _settings: desk)


def export(folder: Path, training: str = "nlu.yml", tests: str = "cases.yml") -> Result:
    """Call the command."""
    return CliRunner().invoke(
        app, ["nlu", "export", "--training", str(folder / training), "--tests", str(folder / tests)]
    )


def settle(desk: Desk, *texts: str) -> None:
    """Messages that staff have read."""
    member = reviewer(desk)
    for text in texts:
        theme = [found("tech_theme", "ゴム", text, "ゴム")] if "ゴム" in text else []
        save_review(desk, unsure(desk, text, *theme), Reading("tech_consult", frozenset({0})), member.id)


def learnt(path: Path) -> list[str]:
    """The sentences of a training file."""
    blocks = yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
    return [without_markup(line[2:]) for block in blocks for line in block["examples"].splitlines()]


def test_both_files_hold_everything_once(desk: Desk, tmp_path: Path) -> None:
    texts = {f"ゴムのバリ取り{number}号機がさあ" for number in range(10)}
    settle(desk, *texts)
    result = export(tmp_path)
    cases = yaml.safe_load((tmp_path / "cases.yml").read_text(encoding="utf-8"))
    training = learnt(tmp_path / "nlu.yml")
    assert result.exit_code == 0, result.output
    assert f"学習データ: {len(training)}件、テストケース: {len(cases)}件" in result.output
    assert sorted(training + [case["text"] for case in cases]) == sorted(texts)
    assert all(case["entities"] == [{"entity": "tech_theme", "value": "ゴム"}] for case in cases)
    assert "[ゴム](tech_theme)のバリ取り" in (tmp_path / "nlu.yml").read_text(encoding="utf-8")
    assert read_reviews(desk, 0.5).counts["exported"] == len(texts)


def test_what_is_left_out_is_told_with_the_reason(desk: Desk, tmp_path: Path) -> None:
    settle(desk, "山田と申します", "大山精機株式会社です", "03-3579-1234へ")
    output = export(tmp_path).output
    assert "書き出さなかった文: 3件" in output
    assert "名前や会社名らしい言葉が残る: 2件" in output
    assert "連絡先らしい文字が残る: 1件" in output


def test_what_the_project_learns_from_or_measures_with_is_left_out(desk: Desk, tmp_path: Path) -> None:
    settle(desk, learnt(ROOT / "data" / "technology" / "nlu.yml")[1], "技術者に相談したい。")
    assert "同じ文がすでにある: 2件" in export(tmp_path).output


def test_no_file_is_written_over(desk: Desk, tmp_path: Path) -> None:
    settle(desk, "ゴムがさあ")
    (tmp_path / "cases.yml").write_text("- old\n", encoding="utf-8")
    result = export(tmp_path)
    assert result.exit_code == 1
    assert "すでにあります" in result.output
    assert not (tmp_path / "nlu.yml").exists()
    assert read_reviews(desk, 0.5).counts["exported"] == 0


@pytest.mark.parametrize(("training", "word"), [("cases.yml", "別のファイル"), ("nowhere/nlu.yml", "先に作って")])
def test_files_that_cannot_be_are_refused(tmp_path: Path, training: str, word: str) -> None:
    result = export(tmp_path, training=training)
    assert result.exit_code == 1
    assert word in result.output
