"""Calls in days of Japan."""

from datetime import date

import pytest

from desk.jgrants.calls import ONE_CALL, DatedCall, calls_of, doubts_of
from tests.jgrants.samples import grant

START, END = "acceptance_start_datetime", "acceptance_end_datetime"


@pytest.mark.parametrize(
    ("end", "last_day"),
    [
        ("2026-04-30T08:00:00.000Z", date(2026, 4, 30)),
        ("2026-04-30T14:59:59.000Z", date(2026, 4, 30)),
        ("2026-04-30T15:00:00.000Z", date(2026, 5, 1)),
        ("2026-12-31T15:30:00.000Z", date(2027, 1, 1)),
    ],
)
def test_the_last_day_is_japans(end: str, last_day: date) -> None:
    (call,) = calls_of(grant(**{START: None, END: end}))

    assert call == DatedCall(ONE_CALL, None, last_day)


def test_five_in_the_afternoon_is_no_doubt_but_midnight_is() -> None:
    assert list(doubts_of(grant(**{END: "2026-12-18T08:00:00Z"}))) == []
    assert list(doubts_of(grant(**{END: "2026-12-18T15:00:00Z"}))) == [
        "締切が12月19日0時。実際の最終日は前日のおそれがあります"
    ]


def test_the_calls_of_version_two_come_newest_first_and_once() -> None:
    first = {"fiscal_year_round": "第1回", START: "2026-04-01T00:00:00Z", END: "2026-05-29T08:00:00Z"}
    second = {"fiscal_year_round": "第2回", START: "2026-10-01T00:00:00Z", END: "2026-12-18T08:00:00Z"}

    found = calls_of(grant(workflow=[first, second, second]))

    assert found == (
        DatedCall("第2回", date(2026, 10, 1), date(2026, 12, 18)),
        DatedCall("第1回", date(2026, 4, 1), date(2026, 5, 29)),
    )


def test_calls_without_dates_leave_the_grants_own() -> None:
    assert calls_of(grant(workflow=[{"fiscal_year_round": "第1回"}])) == (
        DatedCall(ONE_CALL, date(2026, 11, 1), date(2026, 12, 18)),
    )


def test_swapped_dates_are_not_taken_over_but_told() -> None:
    swapped = grant(**{START: "2026-12-18T08:00:00Z", END: "2026-11-01T00:00:00Z"})

    assert calls_of(swapped) == ()
    assert "開始と締切が逆の募集があり、取り込んでいません" in list(doubts_of(swapped))


def test_no_date_at_all_is_a_doubt() -> None:
    undated = grant(**{START: "未定", END: None})

    assert calls_of(undated) == ()
    assert list(doubts_of(undated)) == ["募集期間を読み取れませんでした。公募要領で確認してください"]
