"""Limits that point at a weak spot, and stay silent over too few cases."""

from desk.domain.indicators.alarms import ALARMS, raised
from tests.domain.indicators.building import DAY, HOUR, JUNE, case, log, offer

ON_TIME = case(replied_at=JUNE + HOUR, reached_at=JUNE + DAY, speciality="ip", closed_at=JUNE + DAY)
LATE = case(replied_at=JUNE + 2 * DAY, reached_at=JUNE + 2 * DAY, speciality="technology", closed_at=JUNE + 6 * DAY)


def ids(record: object) -> list[tuple[str, str | None]]:
    """Which alarms go off, and for whom."""
    return [(each.alarm.indicator.id, each.speciality) for each in raised(record)]  # type: ignore[arg-type]


def test_a_desk_without_anything_raises_no_alarm() -> None:
    assert raised(log()) == []


def test_one_speciality_that_answers_late_is_named_and_the_others_are_not() -> None:
    assert ids(log(cases=[ON_TIME] * 100 + [LATE] * 20)) == [("first_reply_in_time", "technology")]


def test_few_late_answers_are_no_pattern() -> None:
    assert ids(log(cases=[LATE] * 19)) == []


def test_a_desk_that_is_late_as_a_whole_is_told_so_first() -> None:
    assert ids(log(cases=[LATE] * 20))[0] == ("first_reply_in_time", None)


def test_a_single_case_without_an_answer_is_one_too_many() -> None:
    assert ids(log(cases=[case()])) == [("overdue_cases", None)]


def test_a_share_at_the_limit_is_still_fine() -> None:
    record = log(offers=[offer(False)] * 30 + [offer(True)] * 70)
    worse = log(offers=[offer(False)] * 31 + [offer(True)] * 69)

    assert (ids(record), ids(worse)) == ([], [("refusals", None)])


def test_every_alarm_says_where_to_look() -> None:
    assert all(alarm.advice.endswith("ください。") for alarm in ALARMS)
