"""What a case is about: needs opened with it, found later, finished, dropped and taken up again."""

import pytest

from desk.db.tables import Message
from desk.domain.cases import Speciality
from desk.domain.needs import ImpossibleStep
from desk.services.assignments import accept_need
from desk.services.case_rows import NoSuchNeed
from desk.services.cases import read_case, update_case
from desk.services.context import Desk
from desk.services.needs import add_need, drop_need, finish_need, rename_need, reopen_need
from tests.services.people import exchange, handed_over, person, tell
from tests.services.team import asked, coordinator, kinds_of, needs_of


def statuses(desk: Desk, number: str) -> list[tuple[str, str]]:
    return [(need.speciality, need.status) for need in needs_of(desk, number)]


def test_somebody_who_wants_a_subsidy_and_a_patent_has_two_needs(desk: Desk) -> None:
    conversation = person(desk)
    tell(desk, conversation, purpose="prototype")
    tell(desk, conversation, purpose="ip_filing")

    number = handed_over(desk, conversation, topic="support")

    assert statuses(desk, number) == [("subsidy", "open"), ("ip", "open")]
    assert [need.title for need in needs_of(desk, number)] == ["補助金・助成金のこと", "特許・商標など知的財産のこと"]
    assert read_case(desk, number).line.speciality == "subsidy"


def test_what_was_asked_before_leads_when_no_topic_was_chosen(desk: Desk) -> None:
    conversation = person(desk)
    exchange(desk, conversation, "似た商標がないか知りたいです", intent="ip_consult")

    number = handed_over(desk, conversation, topic=None)

    assert statuses(desk, number) == [("ip", "open")]


def test_the_title_of_a_button_is_no_word_of_the_person(desk: Desk) -> None:
    conversation = person(desk)
    exchange(desk, conversation, "こんにちは")
    with desk.database.transaction() as session:
        said = session.query(Message).filter(Message.conversation_id == conversation, Message.author == "user").one()
        said.text, said.choice_id = "特許・商標の出願", "choice:abc"

    assert statuses(desk, handed_over(desk, conversation, topic=None)) == [("general", "open")]


def test_staff_find_another_need_and_name_it(desk: Desk) -> None:
    coordinator(desk, "sato", "佐藤 花子", "subsidy")
    number = handed_over(desk, person(desk))

    added = add_need(desk, number, Speciality.TECHNOLOGY, "めっきの剥がれの原因", "sato")
    rename_need(desk, number, added, "めっきの密着不良", "sato")

    assert needs_of(desk, number)[1].title == "めっきの密着不良"
    assert kinds_of(desk, number)[-2:] == ["need_added", "need_renamed"]


def test_a_need_without_a_title_gets_the_usual_one(desk: Desk) -> None:
    number = handed_over(desk, person(desk))

    add_need(desk, number, Speciality.STARTUP, "  ", "sato")

    assert needs_of(desk, number)[1].title == "創業のこと"


def test_a_need_is_met_and_taken_up_again(desk: Desk) -> None:
    coordinator(desk, "sato", "佐藤 花子", "subsidy")
    number = handed_over(desk, person(desk))
    need = needs_of(desk, number)[0].id
    accept_need(desk, number, need, "sato")

    finish_need(desk, number, need, "sato")
    done = needs_of(desk, number)[0]
    assert (done.status, asked(done)) == ("done", [("sato", "done")])
    assert done.closed_at is not None

    reopen_need(desk, number, need, "sato")
    again = needs_of(desk, number)[0]
    assert (again.status, again.owner, asked(again), again.closed_at) == ("taken", "sato", [("sato", "accepted")], None)


def test_a_need_that_is_none_is_dropped_and_who_was_asked_is_asked_no_longer(desk: Desk) -> None:
    coordinator(desk, "sato", "佐藤 花子", "subsidy")
    number = handed_over(desk, person(desk))
    need = needs_of(desk, number)[0].id

    drop_need(desk, number, need, "suzuki")
    drop_need(desk, number, need, "suzuki")

    dropped = needs_of(desk, number)[0]
    assert (dropped.status, asked(dropped)) == ("dropped", [("sato", "withdrawn")])
    assert kinds_of(desk, number).count("need_dropped") == 1


def test_with_the_case_end_its_needs_and_with_it_they_come_back(desk: Desk) -> None:
    # given a case with a need that is met, one that sato sees to, and one that nobody took
    coordinator(desk, "sato", "佐藤 花子", "subsidy")
    number = handed_over(desk, person(desk))
    first = needs_of(desk, number)[0].id
    accept_need(desk, number, first, "sato")
    met = add_need(desk, number, Speciality.IP, "", "sato")
    finish_need(desk, number, met, "sato")

    # when it is closed and opened again
    update_case(desk, number, "sato", {"status": "closed"})
    closed = statuses(desk, number)
    update_case(desk, number, "sato", {"status": "in_progress"})

    # then nothing was left open
    assert closed == [("subsidy", "done"), ("ip", "done")]
    assert needs_of(desk, number)[0].owner == "sato"
    assert needs_of(desk, number)[0].status == "taken"


def test_a_need_nobody_took_is_dropped_with_the_case(desk: Desk) -> None:
    number = handed_over(desk, person(desk))

    update_case(desk, number, "sato", {"status": "closed"})
    assert statuses(desk, number) == [("subsidy", "dropped")]
    update_case(desk, number, "sato", {"status": "in_progress"})
    assert statuses(desk, number) == [("subsidy", "open")]


def test_a_closed_case_gets_no_needs(desk: Desk) -> None:
    number = handed_over(desk, person(desk))
    update_case(desk, number, "sato", {"status": "closed"})

    with pytest.raises(ImpossibleStep):
        add_need(desk, number, Speciality.IP, "", "sato")
    with pytest.raises(ImpossibleStep):
        reopen_need(desk, number, needs_of(desk, number)[0].id, "sato")


def test_a_need_of_another_case_is_none_of_this_one(desk: Desk) -> None:
    one, other = handed_over(desk, person(desk)), handed_over(desk, person(desk, "田中"))

    with pytest.raises(NoSuchNeed):
        finish_need(desk, one, needs_of(desk, other)[0].id, "sato")
    with pytest.raises(NoSuchNeed):
        finish_need(desk, one, 999, "sato")
