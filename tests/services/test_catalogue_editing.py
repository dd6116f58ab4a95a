"""Programs on their way from a draft to the public: four eyes, nothing newer overwritten, everything remembered."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from desk.catalogue.editing import UnfitRecord
from desk.catalogue.overlay import Standing
from desk.db.tables import Revision
from desk.domain.editing import Kind, OthersWork, Outdated, OwnWork, State, WrongState
from desk.services.catalogue_editing import (
    list_programs,
    preview_program,
    publish_program,
    read_program,
    redraft_program,
    restore_program,
)
from desk.services.context import Desk
from desk.services.published import Published
from desk.services.revisions import NoSuchRecord, NoSuchRevision, read_version, send_back, submit, withdraw
from tests.services.editors import CHALLENGE, drafted, editor, published, submitted, two_editors

NEW = "区内の中小企業が新しい製品や技術をつくる費用を補助します。"
OPEN_CALL = [{"name": "令和8年度", "opens_on": "2026-11-01", "closes_on": "2026-12-18", "rolling": False}]


def publish_behind_the_rules(desk: Desk, revision: int, decider_id: int) -> None:
    """What a mistake in the code could do."""
    with desk.database.transaction() as session:
        row = session.get_one(Revision, revision)
        row.state, row.decided_by_id, row.serial = "published", decider_id, 1


def test_what_was_published_is_what_people_see_at_once(desk: Desk) -> None:
    # given a draft that a second person has published
    before = desk.catalogue.version
    published(desk, *two_editors(desk), summary=NEW, calls=OPEN_CALL)

    # then the desk says it, under a new version of the catalogue, with the requirements of the seed
    program = desk.catalogue.program(CHALLENGE)
    assert (program.summary, program.calls[0].name) == (NEW, "令和8年度")
    assert program.conditions == desk.seeds.program(CHALLENGE).conditions
    assert desk.catalogue.version != before


def test_a_draft_and_what_is_submitted_are_seen_by_nobody(desk: Desk) -> None:
    author, _ = two_editors(desk)
    drafted(desk, author, summary=NEW)
    submitted(desk, author, summary=NEW)

    assert desk.catalogue.program(CHALLENGE) == desk.seeds.program(CHALLENGE)


def test_another_process_notices_by_the_database(desk: Desk) -> None:
    elsewhere = replace(desk, published=Published(every=0))
    assert elsewhere.catalogue.program(CHALLENGE).summary != NEW

    published(desk, *two_editors(desk), summary=NEW)

    assert elsewhere.catalogue.program(CHALLENGE).summary == NEW


def test_nobody_publishes_or_returns_their_own_work(desk: Desk) -> None:
    author, _ = two_editors(desk)
    revision = submitted(desk, author, summary=NEW)

    with pytest.raises(OwnWork):
        publish_program(desk, revision, author)
    with pytest.raises(OwnWork):
        send_back(desk, revision, author.id, "よくできています")
    assert read_version(desk, revision).state is State.SUBMITTED


def test_the_database_itself_refuses_that_anybody_publishes_their_own(desk: Desk) -> None:
    author, _ = two_editors(desk)
    revision = submitted(desk, author, summary=NEW)

    with pytest.raises(IntegrityError, match="four_eyes"):
        publish_behind_the_rules(desk, revision, author.id)


def test_what_was_sent_back_is_mended_and_submitted_again(desk: Desk) -> None:
    author, other = two_editors(desk)
    revision = submitted(desk, author, summary=NEW)

    send_back(desk, revision, other.id, "出典の確認日が古いままです。")
    version = read_version(desk, revision)
    assert (version.state, version.comment, version.decided_by) == (
        State.RETURNED, "出典の確認日が古いままです。", "加藤 健",
    )  # fmt: skip
    redraft_program(desk, revision, version.content, "確認日を直しました", author)
    submit(desk, revision, author.id)

    publish_program(desk, revision, other)
    assert read_version(desk, revision).state is State.PUBLISHED


def test_only_the_author_writes_submits_and_takes_back(desk: Desk) -> None:
    author, other = two_editors(desk)
    revision = drafted(desk, author, summary=NEW)
    content = read_version(desk, revision).content

    for act in (
        lambda: redraft_program(desk, revision, content, "私が直します", other),
        lambda: submit(desk, revision, other.id),
        lambda: withdraw(desk, revision, other.id),
    ):
        with pytest.raises(OthersWork):
            act()


def test_what_is_decided_or_withdrawn_stays_so(desk: Desk) -> None:
    author, other = two_editors(desk)
    done = published(desk, author, other, summary=NEW)
    given_up = drafted(desk, author, summary="別の文")
    withdraw(desk, given_up, author.id)

    with pytest.raises(WrongState):
        publish_program(desk, given_up, other)
    with pytest.raises(WrongState):
        submit(desk, given_up, author.id)
    with pytest.raises(WrongState):
        redraft_program(desk, done, read_version(desk, done).content, "もう一度", author)


def test_publishing_over_something_newer_is_refused(desk: Desk) -> None:
    # given two drafts made from the same state
    author, other = two_editors(desk)
    first = submitted(desk, author, summary=NEW)
    second = submitted(desk, author, contact="産業振興公社 経営支援係")

    # when the first is published
    publish_program(desk, first, other)

    # then the second says that it is outdated, and cannot wipe out the first
    assert preview_program(desk, second).outdated
    with pytest.raises(Outdated):
        publish_program(desk, second, other)
    assert desk.catalogue.program(CHALLENGE).summary == NEW


def test_the_history_tells_who_when_and_why(desk: Desk) -> None:
    author, other = two_editors(desk)
    published(desk, author, other, summary=NEW)
    published(desk, other, author, contact="産業振興公社 経営支援係")

    newest, oldest = read_program(desk, CHALLENGE).versions
    assert (newest.author, newest.decided_by, newest.serial) == ("加藤 健", "伊藤 恵", 2)
    assert (oldest.author, oldest.decided_by, oldest.reason) == ("伊藤 恵", "加藤 健", "公社の案内が新しくなったため")
    assert newest.decided_at == desk.now()


def test_an_earlier_version_comes_back_as_a_new_draft(desk: Desk) -> None:
    author, other = two_editors(desk)
    first = published(desk, author, other, summary=NEW)
    published(desk, author, other, summary="すっかり変えました。")

    again = restore_program(desk, first, other)

    assert read_version(desk, again).state is State.DRAFT
    assert desk.catalogue.program(CHALLENGE).summary == "すっかり変えました。"
    submit(desk, again, other.id)
    publish_program(desk, again, author)
    assert desk.catalogue.program(CHALLENGE).summary == NEW


def test_a_draft_that_no_program_can_be_made_of_is_not_kept(desk: Desk) -> None:
    author, _ = two_editors(desk)

    with pytest.raises(UnfitRecord) as unfit:
        drafted(desk, author, summary="", sources=[])

    assert {fault.path[0] for fault in unfit.value.faults} == {"summary", "sources"}
    assert read_program(desk, CHALLENGE).versions == []


def test_a_name_that_leads_elsewhere_is_refused(desk: Desk) -> None:
    with pytest.raises(UnfitRecord) as unfit:
        drafted(desk, editor(desk), aliases=["Go-Tech"])

    assert [(fault.path, fault.kind) for fault in unfit.value.faults] == [(("aliases", 0), "shared_name")]


def test_the_preview_tells_in_words_what_changes(desk: Desk) -> None:
    preview = preview_program(desk, drafted(desk, editor(desk), summary=NEW))

    assert [(each.title, each.after) for each in preview.differences] == [("概要", (NEW,))]
    assert preview.program.summary == NEW
    assert not preview.outdated


def test_the_list_puts_what_waits_for_somebody_before_what_is_stale(desk: Desk) -> None:
    drafted(desk, editor(desk), "digital-ai-donyu", contact="事務局")

    lines = list_programs(desk)

    assert lines[0].program.id == "digital-ai-donyu"
    stale = [line.stale for line in lines[1:]]
    assert stale == sorted(stale, reverse=True)
    assert len(lines) == len(desk.catalogue.programs)


def test_a_program_is_found_by_any_of_its_names(desk: Desk) -> None:
    assert CHALLENGE in {line.program.id for line in list_programs(desk, "開発チャレンジ")}
    assert "go-tech-tsujo" in {line.program.id for line in list_programs(desk, "go-tech")}


def test_an_edit_over_a_seed_that_changed_is_shown_as_a_conflict(desk: Desk) -> None:
    # given an edit that was made over another state of the seed
    author, other = two_editors(desk)
    revision = submitted(desk, author, summary=NEW)
    publish_program(desk, revision, other)
    with desk.database.transaction() as session:
        session.get_one(Revision, revision).seed_digest = "of last year"

    # then the file says so, and names the fields in which the two differ
    later = replace(desk, published=Published())
    file = read_program(later, CHALLENGE)
    assert file.standing is Standing.CONFLICT
    assert [each.title for each in file.conflict] == ["概要"]


def test_what_does_not_exist_is_said_not_to(desk: Desk) -> None:
    with pytest.raises(NoSuchRecord):
        read_program(desk, "nowhere")
    with pytest.raises(NoSuchRevision):
        preview_program(desk, 404)


def test_kinds_are_words_of_the_record() -> None:
    assert {kind.value for kind in Kind} == {"program", "entry"}
