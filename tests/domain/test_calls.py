"""Where a call stands on a day, and when a record is too old to lean on."""

from datetime import date

import pytest

from desk.domain.calls import CallState, State, call_note, call_state, is_stale, stale_note
from desk.domain.programs import Call, Status
from tests.domain.builders import ROLLING, TODAY, program

YEAR_7 = Call("令和7年度", date(2025, 5, 9), date(2025, 6, 5), False)
AUTUMN = Call("第2回", date(2026, 11, 1), date(2026, 12, 18), False)
SPRING = Call("令和9年度", date(2027, 4, 10), date(2027, 5, 10), False)


def state(*calls: Call, recurs: str = "yearly", today: date = TODAY) -> CallState:
    return call_state(program(calls=calls, recurs=recurs), today)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 10, 31), State.UPCOMING),
        (date(2026, 11, 1), State.OPEN),
        (date(2026, 12, 18), State.OPEN),
        (date(2026, 12, 19), State.CLOSED),
    ],
)
def test_a_call_is_open_from_its_first_to_its_last_day(day: date, expected: State) -> None:
    assert state(AUTUMN, today=day).state is expected


def test_the_open_call_counts_before_the_next_and_the_last() -> None:
    assert state(SPRING, AUTUMN, YEAR_7) == CallState(State.OPEN, AUTUMN.opens_on, AUTUMN.closes_on)


def test_the_next_call_counts_before_the_last() -> None:
    assert state(YEAR_7, SPRING).state is State.UPCOMING


def test_a_yearly_call_that_is_over_is_closed_and_shows_the_last_dates() -> None:
    assert state(YEAR_7) == CallState(State.CLOSED, date(2025, 5, 9), date(2025, 6, 5))


def test_a_call_that_came_once_has_ended() -> None:
    assert state(YEAR_7, recurs="once").state is State.ENDED


def test_an_abolished_program_has_ended_whatever_its_calls_say() -> None:
    ended = program(status=Status.ENDED, status_reason="終了しました", calls=(ROLLING,))
    assert call_state(ended, TODAY).state is State.ENDED


def test_rolling_calls() -> None:
    assert state(ROLLING).state is State.ROLLING
    assert state(Call("随時", None, date(2026, 3, 31), True)).state is State.CLOSED
    assert state(Call("随時", date(2027, 4, 1), None, True)).state is State.UPCOMING
    assert state(recurs="rolling").state is State.ROLLING


def test_no_date_at_all_is_unknown() -> None:
    assert state().state is State.UNKNOWN


def test_a_call_without_an_end_counts_as_open_for_two_months() -> None:
    assert state(Call("公募", date(2026, 10, 1), None, False)).state is State.OPEN
    assert state(Call("公募", date(2026, 3, 30), None, False)).state is State.UNKNOWN


def test_of_two_open_calls_the_one_that_closes_first_counts() -> None:
    later = Call("第3回", date(2026, 11, 1), date(2027, 1, 31), False)
    assert state(later, AUTUMN).closes_on == AUTUMN.closes_on


@pytest.mark.parametrize(("day", "urgent"), [(date(2026, 11, 17), False), (date(2026, 11, 18), True)])
def test_the_last_month_is_urgent(day: date, urgent: bool) -> None:
    assert state(AUTUMN, today=day).urgent(day) is urgent


def test_what_is_not_open_is_never_urgent() -> None:
    assert not state(YEAR_7).urgent(TODAY)
    assert not state(ROLLING).urgent(TODAY)


class TestStaleness:
    """Half a year, or a month while a call with a deadline runs."""

    @pytest.mark.parametrize(("as_of", "stale"), [(date(2026, 5, 26), False), (date(2026, 5, 25), True)])
    def test_half_a_year(self, as_of: date, stale: bool) -> None:
        assert is_stale(program(as_of=as_of), state(ROLLING), TODAY) is stale

    @pytest.mark.parametrize(("as_of", "stale"), [(date(2026, 10, 23), False), (date(2026, 10, 22), True)])
    def test_a_month_while_open(self, as_of: date, stale: bool) -> None:
        assert is_stale(program(as_of=as_of), state(AUTUMN), TODAY) is stale

    def test_it_is_said_with_the_date(self) -> None:
        assert stale_note(program(as_of=date(2025, 3, 31))).startswith("2025年3月31日時点")


@pytest.mark.parametrize(
    ("calls", "words"),
    [
        ((YEAR_7,), "受付期間外"),
        ((SPRING,), "2027年4月10日から"),
        ((), "確認できていません"),
        ((AUTUMN,), "あと26日"),
    ],
)
def test_what_the_call_means_for_now_is_said(calls: tuple[Call, ...], words: str) -> None:
    assert words in (call_note(state(*calls), TODAY) or "")


def test_a_rolling_call_needs_no_remark() -> None:
    assert call_note(state(ROLLING), TODAY) is None
