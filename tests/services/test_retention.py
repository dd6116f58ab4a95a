"""What nobody may keep any longer is forgotten, what is counted stays; on both databases."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from desk.db.base import Base
from desk.db.tables import AuditEntry, Case, Conversation, Message
from desk.domain.indicators.period import fiscal_year
from desk.services import facts
from desk.services.audit import check_record
from desk.services.case_notes import write_note
from desk.services.cases import read_case, update_case
from desk.services.context import Desk
from desk.services.conversations import find_conversation
from desk.services.indicators import report_period
from desk.services.interview import advise
from desk.services.retention import FORGOTTEN, forget_old
from desk.services.reviews import read_reviews
from desk.services.search_cases import says
from desk.services.staff import create_staff
from desk.services.subscriptions import subscribe
from tests.conftest import SettableClock
from tests.services.asking import closed
from tests.services.people import exchange, person
from tests.services.year import small_year

YEARS = timedelta(days=365)
#: what tells of the person of these tests, wherever it stands
PERSONAL = ("佐々木", "sasaki", "板橋めっき", "微細", "夕方", "奥さま", "0312345678")


@pytest.fixture
def ward(desk: Desk) -> Desk:
    """A desk that keeps conversations for a year."""
    create_staff(desk, "sato", "佐藤 花子", "coordinator", "ringo-to-mikan-7")
    return replace(desk, retention=YEARS)


def somebody(desk: Desk) -> str:
    """A conversation with everything that can be kept of a person, and a closed case."""
    conversation = person(desk, "佐々木さんの端末")
    exchange(desk, conversation, "佐々木です。微細加工の補助金はありますか。", intent="find_support")
    exchange(desk, conversation, "ふにゃふにゃ微細ふにゃ", intent="nlu_fallback")
    with desk.database.transaction() as session:
        told = {"area": "板橋区", "industry": "manufacturing", "purposes": ["prototype"], "tech_theme": "微細加工"}
        facts.remember(session, desk, session.get_one(Conversation, conversation), told, None)
    advise(desk, conversation, "list")
    subscribe(desk, conversation, desk.catalogue.programs[0])
    number = closed(desk, conversation)
    update_case(desk, number, "sato", {"contact_preference": "夕方に 0312345678 へ"})
    write_note(desk, number, "奥さまが経理をされている。", "sato")
    return conversation


def everything(desk: Desk) -> str:
    """All that the database holds, as one text."""
    with desk.database.reading() as session:
        rows = [session.execute(select(table)).all() for table in Base.metadata.sorted_tables]
    return repr(rows)


def messages(desk: Desk, conversation: str) -> list[tuple[str, str | None]]:
    """Author and intent of what was said."""
    query = select(Message.author, Message.intent).where(Message.conversation_id == conversation).order_by(Message.id)
    with desk.database.reading() as session:
        return [(author, intent) for author, intent in session.execute(query)]


def test_after_its_time_nothing_tells_who_it_was(ward: Desk, clock: SettableClock) -> None:
    conversation = somebody(ward)
    before = messages(ward, conversation)
    assert all(each in everything(ward) for each in PERSONAL)

    clock.at += YEARS + timedelta(days=1)

    assert forget_old(ward) == 1
    assert [each for each in PERSONAL if each in everything(ward)] == []
    assert messages(ward, conversation) == before
    with ward.database.reading() as session:
        (case,) = session.scalars(select(Case))
        assert (case.summary, case.contact, case.area, case.industry) == (FORGOTTEN, {}, "板橋区", "manufacturing")
        found = [session.scalar(select(func.count(Case.id)).where(says(session, each))) for each in PERSONAL]
        assert found == [0] * len(PERSONAL)
    assert read_case(ward, case.number).line.number == case.number
    assert read_reviews(ward, 0.5).waiting == []


def test_what_was_forgotten_stands_in_the_record_once(ward: Desk, clock: SettableClock) -> None:
    conversation = somebody(ward)
    clock.at += YEARS + timedelta(days=1)

    assert [forget_old(ward), forget_old(ward)] == [1, 0]

    with ward.database.reading() as session:
        (entry,) = session.scalars(select(AuditEntry).where(AuditEntry.kind == "forgotten"))
        assert (entry.actor, entry.via, entry.subject) == ("retention", "job", conversation)
        assert entry.detail == {"cases": list(session.scalars(select(Case.number)))}
    assert check_record(ward).broken is None


def test_figures_of_earlier_years_stay_as_they_were(ward: Desk, clock: SettableClock) -> None:
    small_year(ward)
    with ward.database.transaction() as session:
        for case in session.scalars(select(Case).where(Case.status != "closed")):
            case.status, case.closed_at = "closed", clock.at
    clock.at += YEARS
    before = report_period(ward, fiscal_year(2026))
    clock.at += timedelta(days=1)

    assert forget_old(ward) > 5

    assert report_period(ward, fiscal_year(2026)) == before


def test_a_case_that_is_open_or_was_just_closed_keeps_its_conversation(ward: Desk, clock: SettableClock) -> None:
    conversation = somebody(ward)
    (number,) = (case.number for case in _cases(ward))
    update_case(ward, number, "sato", {"status": "in_progress"})
    clock.at += 3 * YEARS
    assert forget_old(ward) == 0

    update_case(ward, number, "sato", {"status": "closed"})
    clock.at += YEARS
    assert forget_old(ward) == 0
    clock.at += timedelta(seconds=1)
    assert forget_old(ward) == 1
    assert find_conversation(ward, "rest", "佐々木さんの端末") is None
    assert person(ward, "佐々木さんの端末") != conversation


def test_whoever_wrote_within_the_time_is_not_forgotten(ward: Desk, clock: SettableClock) -> None:
    conversation = somebody(ward)
    clock.at += YEARS - timedelta(days=1)
    exchange(ward, conversation, "その後どうなりましたか")
    clock.at += timedelta(days=2)

    assert forget_old(ward) == 0


def test_without_the_setting_everything_is_kept(desk: Desk, ward: Desk, clock: SettableClock) -> None:
    somebody(desk)
    clock.at += 20 * YEARS
    before = everything(desk)

    assert forget_old(desk) == 0
    assert everything(desk) == before


def _cases(desk: Desk) -> list[Case]:
    with desk.database.reading() as session:
        return list(session.scalars(select(Case).order_by(Case.id)))
