"""What came of a case is asked after 90 and 180 days, of staff and, where consent covers it, of the person."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from desk.db.tables import Case, FollowUp, Staff
from desk.services.cases import update_case
from desk.services.context import Desk
from desk.services.follow_ups import NoSuchFollowUp, answer_follow_up, begin_follow_ups, open_follow_ups
from desk.services.notifications import read_notifications
from desk.services.results import results_of
from desk.services.staff import create_staff
from tests.conftest import SettableClock
from tests.services.asking import closed, heard, press, titles
from tests.services.people import cases_of, events_of, person


@pytest.fixture
def conversation(desk: Desk) -> str:
    """Somebody whose case was closed on 24 November."""
    create_staff(desk, "mori", "森 誠", "lead", "ringo-to-mikan-7")
    conversation = person(desk)
    closed(desk, conversation)
    return conversation


def number_of(desk: Desk, conversation: str) -> str:
    """The number of the one case of a conversation."""
    return cases_of(desk, conversation)[0].number


def test_after_90_and_180_days_there_is_a_task_and_a_question(
    desk: Desk, conversation: str, clock: SettableClock
) -> None:
    begun = []
    start = clock.at
    for day in range(0, 200):
        clock.at = start + timedelta(days=day)
        begun += [day] * begin_follow_ups(desk)
    assert begun == [90, 180]
    texts = [said.text for said in heard(desk, conversation)]
    assert len(texts) == 2
    assert number_of(desk, conversation) in texts[0]
    assert [(task.after_days, task.asked) for task in open_follow_ups(desk)] == [(90, True), (180, True)]


def test_an_answer_of_the_person_is_a_result_of_the_case(desk: Desk, conversation: str, clock: SettableClock) -> None:
    clock.at += timedelta(days=90)
    begin_follow_ups(desk)
    (question,) = heard(desk, conversation)
    assert press(desk, conversation, question, "補助金などに採択された") is None

    number = number_of(desk, conversation)
    assert [each.result.kind for each in results_of(desk, number)] == ["granted"]
    assert ("user", "followed_up") in events_of(desk, number)
    assert "担当者に伝えます" in heard(desk, conversation)[0].text
    assert open_follow_ups(desk) == []


def test_the_same_told_again_is_counted_once(desk: Desk, conversation: str, clock: SettableClock) -> None:
    start = clock.at
    for days in (90, 180):
        clock.at = start + timedelta(days=days)
        begin_follow_ups(desk)
        press(desk, conversation, heard(desk, conversation)[-1], "特許などを出願した")
    assert [each.result.kind for each in results_of(desk, number_of(desk, conversation))] == ["filed"]


def test_a_second_press_changes_nothing(desk: Desk, conversation: str, clock: SettableClock) -> None:
    clock.at += timedelta(days=90)
    begin_follow_ups(desk)
    (question,) = heard(desk, conversation)
    press(desk, conversation, question, "まだこれから")
    press(desk, conversation, question, "新しい事業を始めた")
    with desk.database.reading() as session:
        assert session.scalars(select(FollowUp.answer)).all() == ["nothing_yet"]
    assert "もうお答えいただきました" in heard(desk, conversation)[-1].text


def test_whose_consent_does_not_speak_of_it_is_not_asked_but_staff_are(
    desk: Desk, conversation: str, clock: SettableClock
) -> None:
    with desk.database.transaction() as session:
        session.get_one(Case, cases_of(desk, conversation)[0].id).consent_wording = "2026-11"
    clock.at += timedelta(days=90)
    assert begin_follow_ups(desk) == 1
    assert heard(desk, conversation) == []
    (task,) = open_follow_ups(desk)
    assert (task.number, task.asked, task.contact["company"]) == (
        number_of(desk, conversation),
        False,
        "板橋めっき工業",
    )
    with desk.database.reading() as session:
        lead = session.scalars(select(Staff.id).where(Staff.login == "mori")).one()
    assert "follow_up" in [bell.kind for bell in read_notifications(desk, lead)]


def test_staff_note_what_they_learnt_once(desk: Desk, conversation: str, clock: SettableClock) -> None:
    clock.at += timedelta(days=90)
    begin_follow_ups(desk)
    (task,) = open_follow_ups(desk)
    assert answer_follow_up(desk, task.id, "applied", "電話でうかがった", "mori") == number_of(desk, conversation)
    assert [each.actor for each in results_of(desk, task.number)] == ["mori"]
    with pytest.raises(NoSuchFollowUp):
        answer_follow_up(desk, task.id, "granted", "", "mori")


def test_a_case_taken_up_again_is_not_followed_up(desk: Desk, conversation: str, clock: SettableClock) -> None:
    update_case(desk, number_of(desk, conversation), "sato", {"status": "in_progress"})
    clock.at += timedelta(days=90)
    assert begin_follow_ups(desk) == 0


def test_cases_from_long_before_are_left_in_peace(desk: Desk, conversation: str, clock: SettableClock) -> None:
    clock.at += timedelta(days=700)
    assert begin_follow_ups(desk) == 0


def test_the_question_has_a_way_not_to_answer(desk: Desk, conversation: str, clock: SettableClock) -> None:
    clock.at += timedelta(days=90)
    begin_follow_ups(desk)
    assert "答えない" in titles(heard(desk, conversation)[0])
