"""Documents lead to what exists: files, targets of make, commands of the desk."""

import re
import tomllib
from pathlib import Path

import pytest
import typer.main

from desk.cli.main import app
from desk.settings import ROOT
from tests.structure.source import name_of, tracked

DOCUMENTS = [path for path in tracked() if path.suffix == ".md"]
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
MAKE = re.compile(r"`make ([a-z-]+)`|^make ([a-z-]+)$", re.MULTILINE)
COMMAND = re.compile(r"`desk ([a-z-]+)|^\.venv/bin/desk ([a-z-]+)", re.MULTILINE)
TARGETS = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
DECISIONS = sorted((ROOT / "docs" / "adr").glob("*.md"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_a_link_leads_to_a_file(path: Path) -> None:
    links = LINK.findall(path.read_text(encoding="utf-8"))

    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_what_is_to_be_made_can_be_made(path: Path) -> None:
    named = {first or second for first, second in MAKE.findall(path.read_text(encoding="utf-8"))}

    assert named <= TARGETS


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_a_command_that_is_named_exists(path: Path) -> None:
    commands = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    named = {first or second for first, second in COMMAND.findall(path.read_text(encoding="utf-8"))}

    assert named <= commands


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_a_target_of_make_has_its_script(target: str) -> None:
    assert target == "help" or (ROOT / "scripts" / target).is_file()


def test_decisions_are_numbered_one_after_the_other() -> None:
    numbers = [int(path.name[:4]) for path in DECISIONS if path.name[:4].isdigit()]

    assert numbers == list(range(1, len(numbers) + 1))


def test_the_project_says_which_pythons_it_runs_on() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["requires-python"] == ">=3.11,<3.14"
