"""What staff do with cases: list, read, answer, move on."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from desk.clock import JST
from desk.domain.cases import ImpossibleTransition, Speciality, Status
from desk.services import interview, leafing, turns
from desk.services.case_lists import list_cases
from desk.services.case_rows import NoSuchCase, NoSuchStaff
from desk.services.cases import answer_case, hand_back, read_case, update_case
from desk.services.context import Desk
from desk.services.conversations import receive, take_undelivered
from desk.services.leafing import PAGE_SIZE, Count
from desk.services.staff import create_staff
from tests.conftest import SettableClock
from tests.services.people import cases_of, entity, events_of, exchange, handed_over, person, stored_conversation


@pytest.fixture
def suzuki(desk: Desk) -> str:
    """The login of a coordinator."""
    create_staff(desk, "suzuki", "鈴木 健", "coordinator", "東武練馬の金曜日")
    return "suzuki"


@pytest.fixture
def number(desk: Desk) -> str:
    """A new case about subsidies."""
    return handed_over(desk, person(desk))


def test_an_empty_desk_has_an_empty_queue(desk: Desk) -> None:
    page = list_cases(desk)

    assert (page.lines, page.total, page.page) == ([], Count(0), 1)


def test_the_most_urgent_case_stands_first(desk: Desk, clock: SettableClock) -> None:
    # given a closed case, two ordinary ones and, last of all, a failure of the bot
    closed = handed_over(desk, person(desk, "済んだ人"))
    update_case(desk, closed, "suzuki", {"status": "closed"})
    clock.at += timedelta(hours=2)
    later = handed_over(desk, person(desk, "十二時の人"))
    clock.at -= timedelta(hours=1)
    earlier = handed_over(desk, person(desk, "十一時の人"))
    clock.at += timedelta(hours=3)
    forward = turns.prepare(desk, receive(desk, person(desk, "困った人"), "もしもし").message_id)
    assert forward is not None
    turns.fail(desk, forward)
    failed = cases_of(desk, forward.conversation_id)[0].number

    # then the failure comes first, the others by when they fall due, the closed one last
    assert [line.number for line in list_cases(desk).lines] == [failed, earlier, later, closed]


def test_a_case_is_found_by_status_speciality_and_words(desk: Desk, number: str) -> None:
    other = handed_over(desk, person(desk, "田中"), topic="ip")
    exchange(desk, person(desk, "田中"), "めっきの剥がれを調べたい")
    update_case(desk, number, "suzuki", {"status": "in_progress"})

    assert numbers(desk, status=Status.IN_PROGRESS) == [number]
    assert numbers(desk, speciality=Speciality.IP) == [other]
    assert numbers(desk, q="剥がれ") == [other]
    assert numbers(desk, q=number) == [number]
    assert numbers(desk, q="見つからない言葉") == []
    assert numbers(desk, status=Status.NEW, speciality=Speciality.SUBSIDY) == []


@pytest.mark.parametrize("q", ["%", "_", "100%"])
def test_a_search_takes_wildcards_for_what_they_are(desk: Desk, number: str, q: str) -> None:
    assert numbers(desk, q=q) == []


def numbers(desk: Desk, **by: Any) -> list[str]:
    return [line.number for line in list_cases(desk, **by).lines]


def test_the_last_one_closed_leads_the_closed_ones(desk: Desk, clock: SettableClock) -> None:
    first, second = (handed_over(desk, person(desk, name)) for name in ("田中", "佐藤"))
    for number in (second, first):
        clock.at += timedelta(minutes=5)
        update_case(desk, number, "suzuki", {"status": "closed"})
    assert numbers(desk, status=Status.CLOSED) == numbers(desk) == [first, second]


def test_all_cases_are_counted_but_those_found_by_words_only_as_far_as_anybody_leafs(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leafing, "MOST", 2)
    for name in "abc":
        handed_over(desk, person(desk, name))
    assert list_cases(desk).total == Count(3)
    assert list_cases(desk, q="板橋めっき工業").total == Count(2, more=True)
    assert len(numbers(desk, q="板橋めっき工業")) == 3


def test_a_long_queue_comes_in_pages(desk: Desk) -> None:
    for each in range(PAGE_SIZE + 2):
        handed_over(desk, person(desk, f"相談者{each}"))

    first, second, third = (list_cases(desk, page=page) for page in (1, 2, 3))

    assert (len(first.lines), len(second.lines), len(third.lines)) == (PAGE_SIZE, 2, 0)
    assert {first.total, second.total, third.total} == {Count(PAGE_SIZE + 2)}
    assert not {line.number for line in first.lines} & {line.number for line in second.lines}


def test_a_case_file_holds_everything_a_coordinator_needs(desk: Desk) -> None:
    # given somebody who told about the firm, saw programs and asked for a person
    conversation = person(desk)
    exchange(desk, conversation, "板橋区の製造業です。試作の補助金は？", intent="find_support")
    told = [entity("area", "板橋区"), entity("industry", "manufacturing"), entity("purpose", "prototype")]
    interview.hear(desk, conversation, "find_support", told)
    shown = interview.advise(desk, conversation, "now")
    number = handed_over(desk, conversation)

    file = read_case(desk, number)

    assert file.facts == {"area": "板橋区", "industry": "manufacturing", "purposes": ["prototype"]}
    assert shown.found is not None
    assert [each["id"] for each in file.verdicts] == [item.program.id for item in shown.found.items]
    assert file.catalogue_version == desk.catalogue.version
    assert [line.author for line in file.transcript] == ["user", "bot"]
    assert file.contact == {"name": "佐々木 花", "company": "板橋めっき工業", "email": "sasaki@example.jp"}
    assert (file.line.channel, file.line.assignee, file.gate) == ("rest", None, "bot")
    assert [event.kind for event in file.events] == ["opened", "consented"]


def test_a_case_without_consent_shows_no_contact(desk: Desk) -> None:
    forward = turns.prepare(desk, receive(desk, person(desk), "もしもし").message_id)
    assert forward is not None
    turns.fail(desk, forward)

    file = read_case(desk, cases_of(desk, forward.conversation_id)[0].number)

    assert (file.contact, file.consent_at, file.verdicts, file.catalogue_version) == (None, None, [], None)


@pytest.mark.parametrize("unknown", ["I-2026-999999", "", "'; DROP TABLE cases; --"])
def test_a_number_that_was_never_given_is_no_case(desk: Desk, number: str, unknown: str) -> None:
    with pytest.raises(NoSuchCase):
        read_case(desk, unknown)


def test_an_answer_reaches_the_person_silences_the_bot_and_begins_the_work(
    desk: Desk, suzuki: str, number: str
) -> None:
    said = answer_case(desk, number, "担当の鈴木です。図面を拝見できますか。", suzuki)

    conversation = person(desk)
    assert [each.text for each in take_undelivered(desk, conversation)] == ["担当の鈴木です。図面を拝見できますか。"]
    assert said.author == "staff"
    assert stored_conversation(desk, conversation).gate == "staff"
    assert read_case(desk, number).line.status == "in_progress"
    assert events_of(desk, number)[-2:] == [(suzuki, "status"), (suzuki, "answered")]


def test_another_answer_does_not_move_the_case(desk: Desk, suzuki: str, number: str) -> None:
    answer_case(desk, number, "一通目です。", suzuki)
    update_case(desk, number, suzuki, {"status": "waiting"})

    answer_case(desk, number, "二通目です。", suzuki)

    assert read_case(desk, number).line.status == "waiting"


def test_an_assignment_moves_a_new_case_and_names_its_owner(desk: Desk, suzuki: str, number: str) -> None:
    update_case(desk, number, suzuki, {"assignee": suzuki})

    line = read_case(desk, number).line
    assert (line.status, line.assignee) == ("assigned", suzuki)
    assert events_of(desk, number)[-2:] == [(suzuki, "assigned"), (suzuki, "status")]


def test_an_assignment_can_be_taken_back(desk: Desk, suzuki: str, number: str) -> None:
    update_case(desk, number, suzuki, {"assignee": suzuki})
    update_case(desk, number, suzuki, {"assignee": None, "status": "new"})

    line = read_case(desk, number).line
    assert (line.status, line.assignee) == ("new", None)


def test_a_case_cannot_go_to_somebody_who_is_not_there(desk: Desk, number: str) -> None:
    with pytest.raises(NoSuchStaff):
        update_case(desk, number, "suzuki", {"assignee": "tanaka"})

    assert read_case(desk, number).line.status == "new"


def test_an_impossible_step_changes_nothing_at_all(desk: Desk, suzuki: str, number: str) -> None:
    # given a new case, which cannot be waiting
    with pytest.raises(ImpossibleTransition):
        update_case(desk, number, suzuki, {"outcome": "紹介済み", "status": "waiting"})

    # then the outcome sent along is not kept either
    file = read_case(desk, number)
    assert (file.line.status, file.outcome) == ("new", None)
    assert events_of(desk, number) == [("bot", "opened"), ("user", "consented")]


def test_staying_in_a_status_is_no_event(desk: Desk, number: str) -> None:
    before = events_of(desk, number)

    update_case(desk, number, "suzuki", {"status": "new"})

    assert events_of(desk, number) == before


def test_closing_gives_the_conversation_back_to_the_bot(desk: Desk, suzuki: str, number: str) -> None:
    answer_case(desk, number, "以上で終わります。", suzuki)

    update_case(desk, number, suzuki, {"status": "closed", "outcome": "助成金を申請"})

    assert stored_conversation(desk, person(desk)).gate == "bot"
    case = cases_of(desk, person(desk))[0]
    assert (case.closed_at, case.outcome) == (datetime(2026, 11, 24, 10, 0, tzinfo=JST), "助成金を申請")


def test_a_case_that_is_opened_again_is_no_longer_closed(desk: Desk, suzuki: str, number: str) -> None:
    update_case(desk, number, suzuki, {"status": "closed"})

    update_case(desk, number, suzuki, {"status": "in_progress"})

    assert cases_of(desk, person(desk))[0].closed_at is None


def test_handing_back_is_an_event_and_opens_the_gate(desk: Desk, suzuki: str, number: str) -> None:
    answer_case(desk, number, "ご確認ください。", suzuki)

    hand_back(desk, number, suzuki)

    assert stored_conversation(desk, person(desk)).gate == "bot"
    assert events_of(desk, number)[-1] == (suzuki, "handed_back")
