"""Imports point down: the contracts in pyproject.toml hold, and the two processes share no module."""

import os

import pytest
from importlinter.cli import lint_imports

from desk.settings import ROOT
from tests.structure.source import imports_of, name_of, python_files


def test_the_contracts_on_imports_hold(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(str(ROOT))

    broken = lint_imports(no_cache=True)

    assert not broken, capsys.readouterr().out


@pytest.mark.parametrize("path", python_files("bot"), ids=name_of)
def test_what_runs_inside_rasa_knows_nothing_of_the_desk(path: os.PathLike[str]) -> None:
    assert not [name for name in imports_of(path) if name.split(".")[0] in ("desk", "actions", "tests")]


@pytest.mark.parametrize("path", python_files("desk", "actions"), ids=name_of)
def test_the_desk_knows_nothing_of_what_runs_inside_rasa(path: os.PathLike[str]) -> None:
    assert not [name for name in imports_of(path) if name.split(".")[0] in ("bot", "rasa", "spacy", "tests")]
