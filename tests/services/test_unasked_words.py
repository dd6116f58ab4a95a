"""What the desk says unasked is said in the language that the person has chosen; on both databases."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from desk.clock import JST
from desk.db.tables import Conversation
from desk.domain.index import Index
from desk.domain.languages import Language
from desk.domain.plain import hurdles, title_hurdles
from desk.domain.programs import Call, Step
from desk.services.alerts import send_due_alerts
from desk.services.cases import answer_case, update_case
from desk.services.context import Desk
from desk.services.conversations import Said
from desk.services.follow_ups import begin_follow_ups
from desk.services.patience import ask_the_silent
from desk.services.staff import create_staff
from desk.services.subscriptions import subscribe
from desk.services.surveys import send_surveys
from tests.conftest import SettableClock
from tests.domain.builders import program
from tests.services.asking import closed, heard, press, titles
from tests.services.people import cases_of, handed_over, person

#: what a record says is not translated
STEP = "GビズIDを取る"
#: nor are names; in English they stand in quotation marks
QUOTED = re.compile(rf'"[^"]*"|{STEP}')
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
SPRING = Call("令和9年度", date(2027, 4, 1), date(2027, 5, 31), False)
TRIAL = program(
    "shisaku",
    name="試作助成",
    calls=(SPRING,),
    recurs="yearly",
    prior_steps=(Step("gbizid", STEP, True),),
    as_of=date(2027, 2, 1),
)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk with one grant whose record is a little old when its call opens, and a coordinator."""
    create_staff(desk, "sato", "佐藤 花子", "coordinator", "ringo-to-mikan-7")
    return replace(desk, seeds=replace(desk.seeds, index=Index((TRIAL,))))


def speaking(desk: Desk, language: Language, name: str) -> str:
    """Somebody who has chosen a language."""
    conversation = person(desk, name)
    with desk.database.transaction() as session:
        session.get_one(Conversation, conversation).language = language
    return conversation


def after_a_case(desk: Desk, clock: SettableClock, language: Language) -> list[Said]:
    """The survey with all of its steps, and the question 90 days later with an answer."""
    conversation = speaking(desk, language, "佐々木")
    closed(desk, conversation)
    send_surveys(desk)
    said = heard(desk, conversation)
    for choice in (0, 0, 1):
        press(desk, conversation, said[-1], titles(said[-1])[choice])
        said += heard(desk, conversation)
    clock.at += timedelta(days=90)
    begin_follow_ups(desk)
    said += heard(desk, conversation)
    press(desk, conversation, said[-1], titles(said[-1])[0])
    return [*said, *heard(desk, conversation)]


def in_silence(desk: Desk, clock: SettableClock, language: Language) -> list[Said]:
    """The question to somebody who does not write back, and the end."""
    conversation = speaking(desk, language, "グエン")
    number = handed_over(desk, conversation)
    answer_case(desk, number, "決算書をお送りください。", "sato")
    update_case(desk, number, "sato", {"status": "waiting", "assignee": "sato"})
    heard(desk, conversation)
    for _ in range(2):
        clock.at += timedelta(days=9)
        ask_the_silent(desk)
    assert cases_of(desk, conversation)[0].status == "closed"
    return heard(desk, conversation)


def of_a_call(desk: Desk, clock: SettableClock, language: Language) -> list[Said]:
    """The opening, a reminder, and the last day."""
    conversation = speaking(desk, language, "マリア")
    subscribe(desk, conversation, TRIAL)
    for month, day in ((4, 1), (5, 20), (5, 31)):
        clock.at = datetime(2027, month, day, 10, tzinfo=JST)
        send_due_alerts(desk)
    return heard(desk, conversation)


def words_of(said: Sequence[Said]) -> Iterator[str]:
    """Every text and every title."""
    for each in said:
        yield from (each.text, *titles(each))


EVERYTHING = pytest.mark.parametrize("unasked", [after_a_case, in_silence, of_a_call])


@EVERYTHING
def test_all_of_it_is_easy_for_who_has_chosen_plain_japanese(
    desk: Desk, clock: SettableClock, unasked: Callable[..., list[Said]]
) -> None:
    said = unasked(desk, clock, Language.EASY)

    assert [each.text for each in said if hurdles(each.text.replace(STEP, ""))] == []
    assert [title for each in said for title in titles(each) if title_hurdles(title)] == []


@EVERYTHING
def test_all_of_it_is_english_for_who_has_chosen_english(
    desk: Desk, clock: SettableClock, unasked: Callable[..., list[Said]]
) -> None:
    said = unasked(desk, clock, Language.EN)

    assert [text for text in words_of(said) if JAPANESE.search(QUOTED.sub("", text))] == []
