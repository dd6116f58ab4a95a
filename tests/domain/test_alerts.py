"""Who wants to hear of a call is told at the right time, once, and in words that help."""

from datetime import date, datetime, timedelta

import pytest

from desk.clock import JST
from desk.domain.alerts import Occasion, Told, after, alert_words, may_speak, occasion, told_at_start
from desk.domain.calls import call_state
from desk.domain.programs import Call, Program, Status, Step
from tests.domain.builders import ROLLING, program

SPRING = Call("春", date(2027, 4, 1), date(2027, 5, 31), False)
AUTUMN = Call("秋", date(2027, 9, 1), date(2027, 10, 29), False)
YEAR = program("shisaku", name="試作助成", calls=(AUTUMN, SPRING), recurs="several_a_year", as_of=date(2027, 3, 20))


def story(program: Program, start: date, end: date, every: int = 1) -> list[tuple[date, Occasion]]:
    """What somebody is told who subscribes on the first day, when the desk looks every so many days."""
    told, heard, today = told_at_start(call_state(program, start), start), [], start
    while today <= end:
        call = call_state(program, today)
        what = occasion(call, told, today)
        if what is not None:
            heard.append((today, what))
        told = after(what, call, told, today)
        today += timedelta(days=every)
    return heard


def test_a_year_of_two_calls_is_told_in_six_messages() -> None:
    assert story(YEAR, date(2027, 3, 1), date(2027, 12, 31)) == [
        (date(2027, 4, 1), Occasion.OPENED),
        (date(2027, 5, 17), Occasion.CLOSING),
        (date(2027, 5, 28), Occasion.CLOSING),
        (date(2027, 9, 1), Occasion.OPENED),
        (date(2027, 10, 15), Occasion.CLOSING),
        (date(2027, 10, 26), Occasion.CLOSING),
    ]


def test_who_subscribes_while_it_is_open_is_only_reminded_of_the_end() -> None:
    assert [what for _, what in story(YEAR, date(2027, 4, 10), date(2027, 8, 31))] == [Occasion.CLOSING] * 2


def test_who_subscribes_ten_days_before_the_end_knows_that_and_hears_three_days_before() -> None:
    assert story(YEAR, date(2027, 5, 21), date(2027, 6, 30)) == [(date(2027, 5, 28), Occasion.CLOSING)]


def test_who_subscribes_two_days_before_the_end_knows_everything() -> None:
    assert story(YEAR, date(2027, 5, 29), date(2027, 8, 31)) == []


def test_after_a_standstill_the_last_reminder_is_enough() -> None:
    # The desk did not run from the middle of April to two days before the end.
    assert story(YEAR, date(2027, 4, 14), date(2027, 5, 31), every=45) == [(date(2027, 5, 29), Occasion.CLOSING)]


def test_an_opening_shortly_before_the_end_is_one_message_not_two() -> None:
    # The record learned late of the call; three days before the end there is still a reminder.
    assert story(YEAR, date(2027, 3, 31), date(2027, 5, 31), every=50) == [(date(2027, 5, 20), Occasion.OPENED)]
    told = after(Occasion.OPENED, call_state(YEAR, date(2027, 5, 20)), Told(), date(2027, 5, 20))
    assert occasion(call_state(YEAR, date(2027, 5, 27)), told, date(2027, 5, 27)) is None
    assert occasion(call_state(YEAR, date(2027, 5, 28)), told, date(2027, 5, 28)) is Occasion.CLOSING


def test_the_next_call_is_news_even_if_nobody_saw_the_end_of_the_last_one() -> None:
    told = Told(opened=date(2027, 4, 1), closing=date(2027, 5, 28))
    assert occasion(call_state(YEAR, date(2027, 9, 1)), told, date(2027, 9, 1)) is Occasion.OPENED


def test_a_call_without_a_known_start_is_news_once() -> None:
    until = program(calls=(Call("公募", None, date(2027, 5, 31), False),))
    assert occasion(call_state(until, date(2027, 5, 1)), Told(), date(2027, 5, 1)) is Occasion.OPENED
    assert occasion(call_state(until, date(2027, 5, 2)), Told(date(2027, 5, 1)), date(2027, 5, 2)) is None


def test_what_may_be_used_all_year_gives_no_reason_to_write() -> None:
    assert story(program(calls=(ROLLING,)), date(2027, 1, 1), date(2027, 12, 31), every=7) == []


def test_when_there_will_be_no_further_call_that_is_said() -> None:
    gone = program(status=Status.ENDED, status_reason="終了しました")
    assert occasion(call_state(gone, date(2027, 4, 1)), Told(), date(2027, 4, 1)) is Occasion.ENDED


@pytest.mark.parametrize(
    ("hour", "may"), [(0, False), (8, False), (9, True), (12, True), (19, True), (20, False), (23, False)]
)
def test_nobody_is_woken(hour: int, may: bool) -> None:
    assert may_speak(datetime(2027, 4, 1, hour, 59, tzinfo=JST)) is may


def words(what: Occasion, today: date, program: Program = YEAR, successor: Program | None = None) -> str:
    """What is said on a day."""
    return alert_words(what, program, call_state(program, today), today, successor)


def test_an_opening_names_the_end() -> None:
    assert "「試作助成」の受付が始まりました。締切は2027年5月31日です。" in words(Occasion.OPENED, date(2027, 4, 1))


@pytest.mark.parametrize(
    ("today", "when"),
    [(date(2027, 5, 17), "締切まで、あと14日です（2027年5月31日）"), (date(2027, 5, 31), "締切は今日です")],
)
def test_a_reminder_counts_the_days(today: date, when: str) -> None:
    assert when in words(Occasion.CLOSING, today)


def test_what_has_to_be_done_first_is_said() -> None:
    steps = (Step("gbizid", "GビズIDを取る", True), Step("hearing", "相談に行く", False))
    text = words(
        Occasion.OPENED, date(2027, 4, 1), program(calls=(SPRING,), prior_steps=steps, as_of=date(2027, 3, 20))
    )
    assert "申請の前に要ること：GビズIDを取る。" in text
    assert "相談に行く" not in text


def test_an_old_record_says_so() -> None:
    assert "時点の情報です" not in words(Occasion.OPENED, date(2027, 4, 1))
    assert "2027年3月20日時点の情報です" in words(Occasion.CLOSING, date(2027, 5, 28))


def test_an_end_names_what_follows() -> None:
    assert "「新しい試作助成」があります" in words(
        Occasion.ENDED, date(2028, 1, 1), successor=program(name="新しい試作助成")
    )
    assert "これで終わります" in words(Occasion.ENDED, date(2028, 1, 1))
