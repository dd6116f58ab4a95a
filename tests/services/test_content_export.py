"""What was published in the console, written back as seeds: read again it says the same, and nothing else changed."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from desk.catalogue import load_catalogue
from desk.catalogue.editing import seed_records
from desk.catalogue.loader import PROGRAMS
from desk.catalogue.overlay import Standing
from desk.domain.editing import Base, Kind
from desk.services.content_export import export_entries, export_programs
from desk.services.context import Desk
from desk.services.entries import read_entries
from desk.services.knowledge_editing import draft_entry, empty_entry, entry_base, entry_now, publish_entry
from desk.services.published import Published
from desk.services.revisions import Draft, submit
from tests.services.editors import CHALLENGE, published, two_editors

CALLS = [{"name": "令和8年度", "opens_on": "2026-11-01", "closes_on": "2026-12-18"}]


def entry_published(desk: Desk, entry: str, **changes: object) -> None:
    """An entry that was edited (or made, without an id), and published."""
    author, other = two_editors(desk)
    content = (entry_now(desk, entry) if entry else empty_entry(desk)) | changes
    base = entry_base(desk, entry) if entry else Base(None, None)
    revision = draft_entry(desk, Draft(Kind.ENTRY, entry, content, "新しくしました", base), author)
    submit(desk, revision, author.id)
    publish_entry(desk, revision, other)


def lines_changed(before: str, after: str) -> set[str]:
    return set(after.splitlines()) - set(before.splitlines())


def test_a_program_written_back_says_the_same_and_settles_the_edit(desk: Desk, tmp_path: Path) -> None:
    # given a published edit
    changes = {"summary": "区内の会社の: 開発を助けます", "calls": CALLS, "contact": None, "as_of": "2026-11-20"}
    published(desk, *two_editors(desk), **changes)

    # when it is written back, only its fields differ from the seed
    (path,) = export_programs(desk, tmp_path / "out")
    changed = lines_changed((PROGRAMS / path.name).read_text("utf-8"), path.read_text("utf-8"))
    assert {line.partition(":")[0].strip(" -") for line in changed} == {
        "summary", "calls", "contact", "as_of", "{name",
    }  # fmt: skip

    # and a desk with that seed says the same, and has nothing left to write
    folder = tmp_path / "seeds"
    shutil.copytree(PROGRAMS, folder)
    shutil.copy(path, folder)
    later = replace(desk, seeds=load_catalogue(folder), published=Published())
    assert later.standings == {CHALLENGE: Standing.SETTLED}
    assert later.catalogue.program(CHALLENGE) == desk.catalogue.program(CHALLENGE)
    assert export_programs(later, tmp_path / "again") == []
    load_catalogue.cache_clear()
    seed_records.cache_clear()


def test_nothing_published_is_nothing_written(desk: Desk, tmp_path: Path) -> None:
    assert export_programs(desk, tmp_path / "programs") == []
    assert export_entries(desk, tmp_path / "knowledge") == []


@pytest.mark.parametrize("answer", ["事業者のための共通のIDです。", "二つあります: プライムとメンバー # など"])
def test_an_entry_written_back_says_the_same(desk: Desk, tmp_path: Path, answer: str) -> None:
    entry_published(desk, "gbizid", answer=answer)

    (path,) = export_entries(desk, tmp_path)

    found = {entry.id: entry for entry in read_entries(tmp_path)}
    assert path.name == "application.yaml"
    assert found["gbizid"] == desk.library.every["gbizid"]
    assert {each.id for each in read_entries()} >= set(found)


def test_a_new_entry_gets_a_file_of_its_own(desk: Desk, tmp_path: Path) -> None:
    new = {
        "title": "分散型台帳",
        "questions": ["分散型台帳とは", "分散型台帳の意味", "台帳の技術"],
        "answer": "記録の技術です。",
    }
    source = {"title": "この窓口の説明", "url": None}
    entry_published(desk, "", **new, source=source, verified="general")

    (path,) = export_entries(desk, tmp_path)

    assert path.name == "added.yaml"
    assert [entry.title for entry in read_entries(tmp_path)] == ["分散型台帳"]
