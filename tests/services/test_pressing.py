"""What cannot wait is seen first: at opening, when the person says more, and already while the bot talks."""

from datetime import timedelta

import pytest

from desk.db.tables import Conversation
from desk.domain.notices import HUMAN_TITLE, PRESSING
from desk.domain.notifications import Kind
from desk.services import handover, turns
from desk.services.case_lists import list_cases
from desk.services.cases import answer_case, read_case
from desk.services.context import Desk
from desk.services.conversations import receive
from desk.services.facts import remember
from desk.services.notifications import read_notifications
from tests.conftest import SettableClock
from tests.services.people import cases_of, exchange, handed_over, person
from tests.services.staffing import member
from tests.services.team import coordinator, kinds_of, needs_of


def test_a_deadline_of_tomorrow_makes_the_case_urgent_and_tells_the_leads(desk: Desk) -> None:
    mori = member(desk, "mori", "森 光", "lead")
    exchange(desk, person(desk), "明日締切の補助金の申請を見てほしい", intent="application_help")

    file = read_case(desk, handed_over(desk, person(desk)))

    assert (file.line.priority, file.urgency) == ("urgent", ("相談者が2026年11月25日の期限を挙げています",))
    assert "急ぐ理由：相談者が2026年11月25日の期限を挙げています" in file.brief
    assert Kind.URGENT in [bell.kind for bell in read_notifications(desk, mori)]


def test_an_urgent_case_is_answered_within_hours_and_seen_first(desk: Desk, clock: SettableClock) -> None:
    ordinary = handed_over(desk, person(desk, "田中"))
    clock.at += timedelta(hours=1)
    exchange(desk, person(desk), "今日中に返事がほしい")
    urgent = handed_over(desk, person(desk))

    assert [line.number for line in list_cases(desk).lines] == [urgent, ordinary]
    assert read_case(desk, urgent).line.due_at == clock.at + timedelta(hours=4)


def test_an_invention_shown_before_filing_is_an_alarm(desk: Desk) -> None:
    conversation = person(desk)
    with desk.database.transaction() as session:
        row = session.get_one(Conversation, conversation)
        remember(session, desk, row, {"disclosed": True, "filed": False}, None)

    file = read_case(desk, handed_over(desk, conversation, topic="ip"))

    assert file.line.priority == "high"
    assert "すでに公表しています" in file.urgency[0]


def test_what_is_said_to_staff_can_make_a_case_urgent_but_never_less(desk: Desk) -> None:
    member(desk, "sato", "佐藤 花子")
    number = handed_over(desk, person(desk))
    answer_case(desk, number, "担当の佐藤です。", "sato")

    turns.prepare(desk, receive(desk, person(desk), "実は明日までに出さないといけません").message_id)
    turns.prepare(desk, receive(desk, person(desk), "よろしくお願いします").message_id)

    assert read_case(desk, number).line.priority == "urgent"
    assert kinds_of(desk, number).count("urgency") == 1


def test_asking_again_takes_up_what_was_said_since(desk: Desk) -> None:
    number = handed_over(desk, person(desk))
    exchange(desk, person(desk), "至急お願いします")

    handover.request_handover(desk, person(desk), "asked", None)

    assert read_case(desk, number).line.priority == "high"


def test_a_case_opened_by_a_failure_takes_up_what_it_is_about(desk: Desk) -> None:
    # given a failure of the bot, before anybody knew what is wanted
    coordinator(desk, "ito", "伊藤 恵", "ip")
    conversation = person(desk)
    forward = turns.prepare(desk, receive(desk, conversation, "もしもし").message_id)
    assert forward is not None
    turns.fail(desk, forward)
    assert cases_of(desk, conversation)[0].speciality == "general"

    # when the person is handed over after all
    number = handed_over(desk, conversation, topic="ip")

    # then it goes to who knows the matter
    need = needs_of(desk, number)[0]
    assert (need.speciality, need.title, need.asked[0].to) == ("ip", "特許・商標など知的財産のこと", "ito")
    assert read_case(desk, number).line.speciality == "ip"


def test_somebody_in_a_hurry_is_offered_a_person_once(desk: Desk) -> None:
    first = exchange(desk, person(desk), "明日締切なんですが、使える補助金はありますか", intent="find_support")
    second = exchange(desk, person(desk), "明日までなんです", intent="find_support")

    assert first[0].text == PRESSING
    assert [button["title"] for button in first[0].content["buttons"]] == [HUMAN_TITLE]
    assert PRESSING not in [said.text for said in second]


def test_a_showing_is_heard_by_what_was_said_before_it(desk: Desk) -> None:
    assert PRESSING not in [said.text for said in exchange(desk, person(desk, "田中"), "先月展示会に出しました")]

    exchange(desk, person(desk), "新しい機構の特許を取りたいです", intent="ip_consult")
    assert PRESSING in [said.text for said in exchange(desk, person(desk), "先月展示会に出しました")]


@pytest.mark.parametrize("text", ["補助金を探しています", "来年の3月までに始めたい"])
def test_nobody_else_is_pressed(desk: Desk, text: str) -> None:
    assert PRESSING not in [said.text for said in exchange(desk, person(desk), text)]


def test_nobody_is_offered_a_person_who_has_one_or_is_about_to(desk: Desk) -> None:
    handover.request_handover(desk, person(desk), "asked", None)
    assert PRESSING not in [said.text for said in exchange(desk, person(desk), "明日までです")]

    handed_over(desk, person(desk, "田中"))
    assert PRESSING not in [said.text for said in exchange(desk, person(desk, "田中"), "明日までです")]
