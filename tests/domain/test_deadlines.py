"""By when the desk must act, by priority."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.clock import JST
from desk.domain.deadlines import HIGH, NORMAL, PRIORITIES, URGENT, contact_due, reply_due
from desk.services.profile import load_profile
from desk.settings import ROOT

CALENDAR = load_profile(ROOT / "seeds" / "desk.yaml", "板橋区").calendar
moments = st.datetimes(datetime(2026, 4, 1), datetime(2028, 3, 31)).map(lambda each: each.replace(tzinfo=JST))


def at(text: str) -> datetime:
    """A moment in Japan: `2026-11-24 09:30`."""
    return datetime.fromisoformat(text).replace(tzinfo=JST)


@pytest.mark.parametrize(
    ("priority", "reply", "contact"),
    [
        (NORMAL, "2026-11-25 10:00", "2026-11-27 10:00"),
        (HIGH, "2026-11-24 16:00", "2026-11-26 10:00"),
        (URGENT, "2026-11-24 14:00", "2026-11-25 10:00"),
    ],
)
def test_the_more_urgent_a_case_the_sooner_it_is_due(priority: str, reply: str, contact: str) -> None:
    opened = at("2026-11-24 10:00")
    assert reply_due(CALENDAR, opened, priority) == at(reply)
    assert contact_due(CALENDAR, opened, priority) == at(contact)


def test_over_a_long_weekend_the_clock_stands() -> None:
    assert reply_due(CALENDAR, at("2026-11-20 17:30"), NORMAL) == at("2026-11-25 09:00")
    assert contact_due(CALENDAR, at("2026-11-20 17:30"), URGENT) == at("2026-11-25 09:00")


def test_a_priority_that_nobody_knows_is_a_normal_one() -> None:
    opened = at("2026-11-24 10:00")
    assert reply_due(CALENDAR, opened, "low") == reply_due(CALENDAR, opened, NORMAL)
    assert contact_due(CALENDAR, opened, "low") == contact_due(CALENDAR, opened, NORMAL)


@given(moments)
def test_who_is_seen_first_is_due_first_and_reached_after_the_first_reply(moment: datetime) -> None:
    replies = [reply_due(CALENDAR, moment, each) for each in PRIORITIES]
    contacts = [contact_due(CALENDAR, moment, each) for each in PRIORITIES]
    assert replies == sorted(replies)
    assert contacts == sorted(contacts)
    assert all(reply <= contact for reply, contact in zip(replies, contacts, strict=True))
