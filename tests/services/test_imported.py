"""Drafts of Jグランツ among the programs to edit: seen by staff, published only after two people have checked them."""

from datetime import date
from pathlib import Path

import pytest

from desk.catalogue.editing import UnfitRecord
from desk.domain.editing import Base, Kind
from desk.jgrants.writing import write_drafts
from desk.services import imported
from desk.services.catalogue_editing import (
    content_now,
    draft_program,
    imported_programs,
    new_programs,
    publish_program,
)
from desk.services.context import Desk
from desk.services.revisions import Draft, NoSuchRecord, submit
from tests.jgrants.samples import KAIGAI, draft
from tests.services.editors import two_editors

MADE = draft()


@pytest.fixture(autouse=True)
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two drafts, of which one is over."""
    autumn = {
        "acceptance_start_datetime": "2026-09-01T00:00:00.000Z",
        "acceptance_end_datetime": "2026-10-01T08:00:00.000Z",
    }
    over = draft(grant_id=KAIGAI, title="海外展開補助金", **autumn)
    write_drafts([MADE, over], tmp_path)
    monkeypatch.setattr(imported, "DRAFTS", tmp_path)
    return tmp_path


def test_drafts_whose_call_is_not_over_wait_for_an_editor(desk: Desk) -> None:
    (waiting,) = imported_programs(desk)

    assert (waiting.id, waiting.record["name"]) == (MADE.id, MADE.program.name)
    assert "試作開発" in waiting.notes
    assert desk.catalogue.program(MADE.id) is None


def test_a_file_that_cannot_be_read_hides_no_other(desk: Desk, drafts: Path) -> None:
    (drafts / "broken.yaml").write_text("id: [", encoding="utf-8")

    assert [each.id for each in imported_programs(desk)] == [MADE.id]
    assert imported.find_imported("../broken") is None


def test_a_checked_draft_becomes_a_program_through_four_eyes(desk: Desk) -> None:
    # given an editor who has checked the guidelines
    author, other = two_editors(desk)
    changes = {"status": "published", "status_reason": None, "confidence": "medium", "cautions": []}
    content = content_now(desk, MADE.id) | changes
    revision = draft_program(desk, Draft(Kind.PROGRAM, MADE.id, content, "公募要領で確認", Base(None, None)), author)
    submit(desk, revision, author.id)
    assert [each.subject for each in new_programs(desk)] == [MADE.id]
    assert imported_programs(desk) == []

    # when somebody else publishes it, people see it
    publish_program(desk, revision, other)
    assert desk.catalogue.program(MADE.id).published


def test_nothing_unchecked_is_published(desk: Desk) -> None:
    author, _ = two_editors(desk)
    content = content_now(desk, MADE.id) | {"status": "published", "status_reason": None}

    with pytest.raises(UnfitRecord) as unfit:
        draft_program(desk, Draft(Kind.PROGRAM, MADE.id, content, "急ぎ", Base(None, None)), author)

    assert [fault.kind for fault in unfit.value.faults] == ["unchecked"]


def test_what_was_never_imported_is_not_found(desk: Desk) -> None:
    with pytest.raises(NoSuchRecord):
        content_now(desk, "jgrants-nowhere")
    assert imported.read_imported(date(2030, 1, 1)) == []
