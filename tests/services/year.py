"""A small year at the desk in which everything happens once, through the real use cases."""

from datetime import datetime, timedelta
from random import Random

from desk.clock import JST
from desk.domain.cases import Speciality
from desk.domain.needs import DeclineReason
from desk.domain.results import MONEY_NEEDED, PARTNER_NEEDED, Result, ResultKind
from desk.services.assignments import Onward, accept_need, decline_need, hand_on
from desk.services.cases import answer_case, read_case, update_case
from desk.services.context import Desk
from desk.services.conversations import messages_after, receive
from desk.services.coordinators import save_profile
from desk.services.demo import load_sample
from desk.services.demo_visits import Matter, Visit, Visitor, begin, break_down, end_alone, hand_over
from desk.services.results import record_result
from desk.services.staff import create_staff
from desk.services.surveys import send_surveys
from desk.services.turns import prepare

MONDAY = datetime(2026, 6, 1, 10, 0, tzinfo=JST)
PASSWORD = "しっかり覚えた合言葉"
SAMPLE = load_sample()
PROTOTYPE, _, PARTNER, *_ = SAMPLE.matters
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def visit_of(desk: Desk, number: int, matter: Matter = PROTOTYPE) -> tuple[Visit, Visitor]:
    """A visit that has begun."""
    visit = Visit(desk, MONDAY, desk.now(), Random(number))
    visitor = Visitor(number, "青木", "北町", "板橋区", "manufacturing")
    begin(visit, visitor, matter)
    return visit, visitor


def small_year(desk: Desk) -> str:
    """Five people alone with the bot, one whom it fails, three cases; the number of the one that went well."""
    for login, speciality in (("ito", Speciality.SUBSIDY), ("kato", Speciality.SUBSIDY)):
        create_staff(desk, login, login, "coordinator", PASSWORD)
        save_profile(desk, login, [speciality], (), max_load=10, active=True)
    for kind in range(5):
        end_alone(*visit_of(desk, 2 * kind, PARTNER if kind == 2 else PROTOTYPE))
    broken, _ = visit_of(desk, 20)
    break_down(broken)
    _left_alone(desk)
    _late(desk)
    return _well(desk)


def _left_alone(desk: Desk) -> None:
    """Asked for a person, and nobody has answered yet."""
    visit, visitor = visit_of(desk, 21)
    hand_over(visit, visitor, PROTOTYPE)


def _late(desk: Desk) -> None:
    """Declined by the first, handed to another speciality by the second, answered after a week."""
    visit, visitor = visit_of(desk, 22)
    number = hand_over(visit, visitor, PROTOTYPE)
    visit.wait(7 * DAY)
    need = read_case(visit.now, number).needs[0]
    first = need.asked[0].to
    other = {"ito": "kato", "kato": "ito"}[first]
    decline_need(visit.now, number, need.id, first, DeclineReason.OTHER_FIELD)
    accept_need(visit.now, number, need.id, other)
    hand_on(visit.now, number, need.id, Onward(speciality=Speciality.IP, tell=False), other)
    answer_case(visit.now, number, "遅くなりました。", other)


def _well(desk: Desk) -> str:
    """Answered after two hours, reached the day after, with every kind of result, closed and praised."""
    visit, visitor = visit_of(desk, 23)
    number = hand_over(visit, visitor, PROTOTYPE)
    visit.wait(2 * HOUR)
    need = read_case(visit.now, number).needs[0]
    accept_need(visit.now, number, need.id, need.asked[0].to)
    answer_case(visit.now, number, PROTOTYPE.answer, "ito")
    visit.wait(DAY)
    visit.say("ありがとうございます。助かります。", "thank")
    for kind in ResultKind:
        amount = 5_000_000 if kind in MONEY_NEEDED else None
        partner = "芝浦工業大学" if kind in PARTNER_NEEDED else None
        record_result(visit.now, number, "ito", Result(kind, visit.at.date(), amount, partner=partner))
    visit.wait(9 * DAY)
    update_case(visit.now, number, "ito", {"status": "closed"})
    _praised(visit)
    return number


def _praised(visit: Visit) -> None:
    """Five points, and solved."""
    assert send_surveys(visit.now) == 1
    for _ in range(2):
        asked = messages_after(visit.now, visit.conversation)[-1]
        message = receive(visit.now, visit.conversation, asked.content["buttons"][0]["payload"])
        prepare(visit.now, message.message_id)
