"""What is in git is the project and nothing of the places where it was made."""

import re
from pathlib import Path

import pytest

from desk.settings import ROOT
from tests.structure.source import BINARY, name_of, tracked

TEXTS = [path for path in tracked() if path.suffix not in BINARY]
#: folders of somebody's machine; `/tmp` and `/usr` are everybody's
PLACES = re.compile(r"(?<![\w.:-])/(?:root|home/\w+|Users/\w+|work)/|[A-Z]:\\\\Users")
#: what a tool leaves behind
LEFTOVERS = re.compile(r"\.(pyc|orig|rej|bak|log|sqlite3|swp)$|(^|/)(\.env|\.DS_Store|nohup\.out)$")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b")
SECRETS = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bxox[baprs]-\w{10,}|\bgh[pousr]_\w{30,}")
LARGEST = 2_000_000
WRITTEN_BY_PEOPLE = [path for path in TEXTS if path.name != "uv.lock" and path != Path(__file__)]


@pytest.mark.parametrize("path", WRITTEN_BY_PEOPLE, ids=name_of)
def test_a_file_names_no_place_of_a_machine_and_holds_nothing_unfinished(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert not PLACES.findall(text)
    assert not UNFINISHED.findall(text)
    assert not SECRETS.findall(text)


def test_nothing_is_left_behind_by_tools() -> None:
    assert [name_of(path) for path in tracked() if LEFTOVERS.search(name_of(path))] == []


def test_no_file_is_too_large_for_a_repository() -> None:
    assert [name_of(path) for path in tracked() if path.stat().st_size > LARGEST] == []


def test_models_and_what_the_desk_writes_stay_out() -> None:
    tops = {path.relative_to(ROOT).parts[0] for path in tracked()}

    assert not tops & {"var", ".venv", "node_modules"}
    assert not [path for path in tracked() if path.name.endswith(".tar.gz")]
