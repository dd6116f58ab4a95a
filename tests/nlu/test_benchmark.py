"""The benchmark beside an ordinary pipeline can be run: its parts exist, and both learn from the same examples."""

from __future__ import annotations

from pathlib import Path

import yaml

from benchmarks.nlu import CONFIGS, SETS, write_training_data
from tests.nlu.understanding import read_unseen


def test_as_many_examples_are_drawn_as_are_asked_for(tmp_path: Path) -> None:
    written = write_training_data(tmp_path / "data", 2)

    drawn = [
        entry["examples"].splitlines()
        for path in (tmp_path / "data").iterdir()
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
    ]
    assert max(map(len, drawn)) == 2
    assert sum(map(len, drawn)) == written


def test_pipelines_and_sets_are_there() -> None:
    assert all(path.is_file() for path in CONFIGS.values())
    assert all(read_unseen(name) for name in SETS[1:])
