"""For each indicator a small record, and the figure worked out by hand: what counts stands beside what must not."""

from datetime import date, timedelta

from desk.domain.indicators.indicator import Figure
from desk.domain.indicators.log import Log
from tests.domain.indicators.building import (
    DAY,
    EARLIER,
    HOUR,
    JUNE,
    case,
    log,
    need,
    offer,
    question,
    result,
    talk,
)

CLOSED = {"closed_at": JUNE + 30 * DAY}
FAR_AWAY = date(2020, 6, 1)
LAST_YEAR = date(2025, 6, 1)
REPLIED = [case(replied_at=JUNE + hours * HOUR, reply_hours=float(hours)) for hours in (1, 2, 3, 4, 40)]

PLAN: dict[str, tuple[Log, Figure]] = {
    "new_businesses": (log(results=[result("started"), result("started", LAST_YEAR)]), Figure(1, 1)),
    "matches": (log(results=[result("matched"), result("matched"), result("contracted")]), Figure(2, 2)),
    "satisfaction": (
        log(cases=[case(satisfaction=score, **CLOSED) for score in (5, 4, 3)] + [case(satisfaction=1), case(**CLOSED)]),
        Figure(66.7, 2, 3),
    ),
    "consultations": (
        log(
            cases=[
                case(),
                case(channel="phone", consented=False),
                case(linked=True),
                case(consented=False, reason="failure"),
                case(EARLIER),
            ]
        ),
        Figure(2, 2),
    ),
    "registrations": (log(results=[result("enrolled"), result("enrolled", FAR_AWAY)]), Figure(2, 2)),
    "sales": (
        log(
            results=[
                result("sales", amount=2_000_000),
                result("sales", LAST_YEAR, 3_000_000),
                result("sales", FAR_AWAY, 9),
            ]
        ),
        Figure(5_000_000, 5_000_000),
    ),
    "patents": (
        log(results=[result("filed"), result("registered"), result("filed", LAST_YEAR)]),
        Figure(2, 2),
    ),
    "vouchers": (log(results=[result("voucher", amount=200_000), result("granted")]), Figure(1, 1)),
    "grants": (log(results=[result("granted"), result("applied")]), Figure(1, 1)),
    "startups": (
        log(results=[result("founded"), result("founded", LAST_YEAR), result("founded", FAR_AWAY)]),
        Figure(2, 2),
    ),
    "funding": (
        log(results=[result("funded", amount=50_000_000), result("funded", LAST_YEAR, 20_000_000)]),
        Figure(70_000_000, 70_000_000),
    ),
    "pitch_success": (
        log(
            results=[
                result("pitched", case_id=1),
                result("funded", JUNE.date() + timedelta(days=90), 10_000_000, case_id=1),
                result("pitched", case_id=2),
                result("funded", JUNE.date() + timedelta(days=200), 10_000_000, case_id=2),
                result("pitched", date(2027, 3, 1), case_id=3),
            ]
        ),
        Figure(50.0, 1, 2),
    ),
}
SERVICE: dict[str, tuple[Log, Figure]] = {
    "first_reply_in_time": (
        log(
            cases=[
                case(replied_at=JUNE + HOUR),
                case(replied_at=JUNE + 2 * DAY),
                case(consented=False, reason="failure"),
                case(linked=True),
            ]
        ),
        Figure(33.3, 1, 3),
    ),
    "first_reply_median": (log(cases=[*REPLIED, case()]), Figure(3.0, None, 5)),
    "first_reply_nine_of_ten": (log(cases=[*REPLIED, case()]), Figure(40.0, None, 5)),
    "contact_in_time": (log(cases=[case(reached_at=JUNE + DAY), case(reached_at=JUNE + 4 * DAY)]), Figure(50.0, 1, 2)),
    "days_to_close": (
        log(cases=[case(closed_at=JUNE + 2 * DAY), case(EARLIER, closed_at=EARLIER + 370 * DAY), case()]),
        Figure(186.0, None, 2),
    ),
    "open_cases": (
        log(cases=[case(), case(EARLIER), case(**CLOSED), case(linked=True)]),
        Figure(2, 2),
    ),
    "overdue_cases": (log(cases=[case(), case(replied_at=JUNE + HOUR), case(**CLOSED)]), Figure(1, 1)),
    "survey_response": (
        log(
            cases=[
                case(surveyed_at=JUNE, satisfaction=4, **CLOSED),
                case(surveyed_at=JUNE, **CLOSED),
                case(**CLOSED),
            ]
        ),
        Figure(50.0, 1, 2),
    ),
    "solved": (
        log(cases=[case(solved=True, **CLOSED), case(solved=False, **CLOSED), case(**CLOSED)]),
        Figure(50.0, 1, 2),
    ),
    "refusals": (log(offers=[offer(False), offer(True), offer(None), offer(False, EARLIER)]), Figure(50.0, 1, 2)),
    "requalified": (
        log(
            cases=[
                case(first_speciality="general", speciality="ip"),
                case(first_speciality="ip", speciality="ip"),
                case(speciality="ip"),
            ]
        ),
        Figure(50.0, 1, 2),
    ),
}
BOT: dict[str, tuple[Log, Figure]] = {
    "bot_conversations": (log(talks=[talk(), talk()]), Figure(2, 2)),
    "understood": (
        log(talks=[talk(messages=12, read=10, not_understood=1), talk(read=0, messages=3)]),
        Figure(90.0, 9, 10),
    ),
    "misunderstandings": (log(talks=[talk(not_understood=1), talk(), talk(), talk()]), Figure(25.0, 1, 4)),
    "resolved_without_person": (
        log(
            talks=[
                talk(requests=1),
                talk(requests=1, pending="employees", lists=1),
                talk(requests=1, handed_over=True),
                talk(requests=1, failed=1),
                talk(requests=1, complaints=1),
                talk(requests=1, ended_well=False),
                talk(requests=1, pending="employees"),
                talk(requests=1, lists=1, fitting=False),
                talk(requests=0),
            ]
        ),
        Figure(25.0, 2, 8),
    ),
    "handover_rate": (log(talks=[talk(handed_over=True), talk()]), Figure(50.0, 1, 2)),
    "abandoned": (
        log(
            as_of=JUNE + 2 * DAY,
            talks=[
                talk(pending="area"),
                talk(pending="consent", lists=1),
                talk(pending="area", lists=1),
                talk(pending="contact_email", handed_over=True),
                talk(pending="area", last_at=JUNE + 2 * DAY),
            ],
        ),
        Figure(50.0, 2, 4),
    ),
    "bot_failures": (log(talks=[talk(messages=9, failed=1), talk(messages=1)]), Figure(10.0, 1, 10)),
    "verdicts_shown": (log(talks=[talk(lists=2, fitting=True), talk(lists=1, fitting=False), talk()]), Figure(3, 3)),
    "bot_liked": (log(talks=[talk(liked=3, disliked=1), talk()]), Figure(75.0, 3, 4)),
}
UNMET: dict[str, tuple[Log, Figure]] = {
    "no_program": (log(talks=[talk(fitting=False), talk(fitting=True), talk()]), Figure(50.0, 1, 2)),
    "no_answer": (log(questions=[question(), question(answered=True), question(at=EARLIER)]), Figure(1, 1)),
    "no_expert": (
        log(
            needs=[
                need(taken_at=JUNE + DAY),
                need(taken_at=JUNE + 5 * DAY),
                need(),
                need(closed_at=JUNE + DAY),
            ]
        ),
        Figure(66.7, 2, 3),
    ),
}
EXAMPLES = PLAN | SERVICE | BOT | UNMET
