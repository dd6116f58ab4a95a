"""Indicators read from the record of a small year in which everything happened, on each database."""

from datetime import date, timedelta

from sqlalchemy import event, select

from desk.db.tables import Case, Verdicts
from desk.domain.indicators.breakdown import Dimension
from desk.domain.indicators.indicator import Figure
from desk.domain.indicators.period import Period, fiscal_year
from desk.domain.indicators.registry import BY_ID, INDICATORS
from desk.services.cases import answer_case
from desk.services.context import Desk
from desk.services.conversations import receive
from desk.services.indicators import measure_period, report_period
from desk.services.results import results_of, withdraw_result
from desk.services.turns import FALLBACK, prepare
from tests.conftest import SettableClock
from tests.services.people import exchange, handed_over, person
from tests.services.year import MONDAY, small_year

YEAR = fiscal_year(2026)
#: id → value, numerator, denominator of the small year
SEEN: dict[str, tuple[float, float | None, int | None]] = {
    "new_businesses": (1, 1, None),
    "matches": (1, 1, None),
    "satisfaction": (100.0, 1, 1),
    "consultations": (3, 3, None),
    "registrations": (1, 1, None),
    "sales": (5000000, 5000000, None),
    "patents": (2, 2, None),
    "vouchers": (1, 1, None),
    "grants": (1, 1, None),
    "startups": (1, 1, None),
    "funding": (5000000, 5000000, None),
    "pitch_success": (100.0, 1, 1),
    "first_reply_in_time": (25.0, 1, 4),
    "first_reply_median": (21.0, None, 2),
    "first_reply_nine_of_ten": (40.0, None, 2),
    "contact_in_time": (33.3, 1, 3),
    "days_to_close": (10.1, None, 1),
    "open_cases": (3, 3, None),
    "overdue_cases": (2, 2, None),
    "survey_response": (100.0, 1, 1),
    "solved": (100.0, 1, 1),
    "refusals": (50.0, 1, 2),
    "requalified": (33.3, 1, 3),
    "bot_conversations": (9, 9, None),
    "understood": (95.8, 23, 24),
    "misunderstandings": (11.1, 1, 9),
    "resolved_without_person": (22.2, 2, 9),
    "handover_rate": (33.3, 3, 9),
    "abandoned": (11.1, 1, 9),
    "bot_failures": (4.0, 1, 25),
    "verdicts_shown": (9, 9, None),
    "bot_liked": (100.0, 1, 1),
    "no_program": (12.5, 1, 8),
    "no_answer": (1, 1, None),
    "no_expert": (75.0, 3, 4),
}


def figures(desk: Desk, period: Period = YEAR) -> dict[str, Figure]:
    """All figures of a period by id."""
    return {each.indicator.id: each.figure for each in measure_period(desk, period)}


def test_every_indicator_is_told_from_the_record_and_none_is_empty(desk: Desk) -> None:
    small_year(desk)

    told = {name: (each.value, each.numerator, each.denominator) for name, each in figures(desk).items()}

    assert told == SEEN
    assert all(value for value, _, _ in SEEN.values())
    assert set(SEEN) == set(BY_ID)


def test_a_desk_that_has_seen_nobody_has_no_data_where_it_would_divide_and_zero_where_it_counts(desk: Desk) -> None:
    assert {each.indicator.id for each in measure_period(desk, YEAR) if each.figure.value} == set()
    assert figures(desk)["satisfaction"].value is None
    assert figures(desk)["consultations"].value == 0


def test_a_year_before_and_a_year_after_know_nothing_of_it(desk: Desk) -> None:
    small_year(desk)

    before, after = figures(desk, fiscal_year(2025)), figures(desk, fiscal_year(2027))

    assert {name for name, figure in before.items() if figure.value} == set()
    assert {name for name, figure in after.items() if figure.value} == {
        "registrations",
        "sales",
        "startups",
        "funding",
        "open_cases",
        "overdue_cases",
    }


def test_a_result_that_is_taken_back_counts_no_more(desk: Desk) -> None:
    number = small_year(desk)
    for each in results_of(desk, number):
        withdraw_result(desk, number, each.id, "sato")

    told = figures(desk)

    assert (told["matches"].value, told["funding"].value, told["pitch_success"].value) == (0, 0, None)


def test_a_case_that_is_linked_to_an_earlier_one_counts_once(desk: Desk) -> None:
    number = small_year(desk)
    with desk.database.transaction() as session:
        first, last = session.scalars(select(Case).where(Case.consent_at.is_not(None)).order_by(Case.id)).all()[::2]
        assert last.number == number
        last.linked_id = first.id

    told = figures(desk)

    assert (told["consultations"].value, told["matches"].value) == (2, 1)


def test_months_add_up_to_the_year_and_end_with_the_one_that_runs(desk: Desk) -> None:
    small_year(desk)

    report = report_period(desk, YEAR)

    months = report.months["consultations"]
    assert [period.start for period, _ in months] == [date(2026, month, 1) for month in range(4, 12)]
    assert [figure.value for _, figure in months] == [0, 0, 3, 0, 0, 0, 0, 0]
    assert [figure.value for _, figure in report.months["bot_conversations"]][2] == 9
    assert set(report.months) == {each.id for each in INDICATORS}


def test_a_conversation_over_months_is_one_of_the_year_and_each_month_is_what_it_is_alone(
    desk: Desk, clock: SettableClock
) -> None:
    # given somebody who is understood in July, is not in August, gets a list in September and a person in October
    small_year(desk)
    clock.at = MONDAY + timedelta(days=40)
    exchange(desk, conversation := person(desk), "試作の補助金はありますか", intent="find_support")
    clock.at += timedelta(days=30)
    exchange(desk, conversation, "ふにゃふにゃ", intent=FALLBACK)
    clock.at += timedelta(days=30)
    with desk.database.transaction() as session:
        shown = {"catalogue_version": "1", "facts": {}, "items": []}
        session.add(Verdicts(conversation_id=conversation, at=clock.at, **shown))
    clock.at += timedelta(days=30)
    exchange(desk, conversation, "担当者と話したい", intent="request_human")
    handed_over(desk, conversation)
    clock.at += timedelta(days=20)

    report = report_period(desk, YEAR)

    whole = {each.indicator.id: each.figure for each in report.measured}
    assert whole == figures(desk)
    assert whole["bot_conversations"] == Figure(10, 10)
    assert whole["misunderstandings"] == Figure(20.0, 2, 10)
    assert whole["handover_rate"] == Figure(40.0, 4, 10)
    assert whole["verdicts_shown"] == Figure(10, 10)
    assert [figure.value for _, figure in report.months["bot_conversations"]] == [0, 0, 9, 1, 1, 0, 1]
    assert [figure.value for _, figure in report.months["misunderstandings"]] == [None, None, 11.1, 0, 100, None, 0]
    for place, (month, _) in enumerate(report.months["consultations"]):
        assert {each: of_months[place][1] for each, of_months in report.months.items()} == figures(desk, month)


def test_a_report_reads_no_table_anew_for_each_month(desk: Desk) -> None:
    small_year(desk)

    def statements(period: Period) -> int:
        asked: list[str] = []
        event.listen(desk.database.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
        report_period(desk, period)
        return len(asked)

    assert statements(YEAR) == statements(Period(date(2026, 6, 1), date(2026, 6, 2)))


def test_parts_are_told_without_the_few(desk: Desk) -> None:
    small_year(desk)

    areas = report_period(desk, YEAR).parts[Dimension.AREA]

    assert [(line.value, line.cells[0].hidden) for line in areas] == [("板橋区", True)]


def test_a_case_without_an_answer_raises_an_alarm(desk: Desk) -> None:
    small_year(desk)

    assert [each.alarm.indicator.id for each in report_period(desk, YEAR).alarms] == ["overdue_cases"]


def test_a_message_that_staff_hold_is_not_the_bots(desk: Desk) -> None:
    # given somebody who has written twice to the bot, and once while staff had the conversation
    number = handed_over(desk, conversation := person(desk))
    exchange(desk, conversation, "こんにちは")
    exchange(desk, conversation, "補助金について", intent="find_support")
    answer_case(desk, number, "お電話します。", "api")
    prepare(desk, receive(desk, conversation, "お願いします").message_id)

    assert figures(desk)["understood"] == Figure(100.0, 2, 2)
