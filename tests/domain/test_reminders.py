"""The ladder of reminders, and the patience with people who do not write back."""

from datetime import datetime

import pytest

from desk.clock import JST
from desk.domain.deadlines import Clock, Deadline
from desk.domain.reminders import LADDER, Patience, Rung, asking_words, closing_words, patience_at, rung_at, up_to
from desk.services.profile import load_profile
from desk.settings import ROOT

CALENDAR = load_profile(ROOT / "seeds" / "desk.yaml", "板橋区").calendar


def at(text: str) -> datetime:
    """A moment in Japan: `2026-11-24 09:30`."""
    return datetime.fromisoformat(text).replace(tzinfo=JST)


@pytest.mark.parametrize(
    ("now", "rung"),
    [
        ("2026-11-24 16:00", Rung.SOON),  # the desk is open for two hours until then
        ("2026-11-25 08:00", Rung.SOON),
        ("2026-11-25 09:59", Rung.SOON),
        ("2026-11-25 10:00", Rung.DUE),
        ("2026-11-26 09:59", Rung.DUE),
        ("2026-11-26 10:00", Rung.LATE),
        ("2026-12-20 10:00", Rung.LATE),
    ],
)
def test_the_rungs_of_a_first_reply(now: str, rung: Rung | None) -> None:
    deadline = Deadline(Clock.FIRST_REPLY, at("2026-11-25 10:00"))
    assert rung_at(CALENDAR, deadline, at(now)) == rung


def test_before_that_there_is_time() -> None:
    deadline = Deadline(Clock.FIRST_REPLY, at("2026-11-25 10:00"))
    assert rung_at(CALENDAR, deadline, at("2026-11-24 15:59")) is None


def test_over_a_long_weekend_nothing_becomes_late() -> None:
    deadline = Deadline(Clock.CONTACT, at("2026-11-20 16:00"))
    assert rung_at(CALENDAR, deadline, at("2026-11-24 15:59")) is Rung.DUE
    assert rung_at(CALENDAR, deadline, at("2026-11-24 16:00")) is Rung.LATE


def test_a_higher_rung_takes_the_lower_ones_with_it() -> None:
    assert up_to(Rung.SOON) == [Rung.SOON]
    assert up_to(Rung.LATE) == [Rung.SOON, Rung.DUE, Rung.LATE]


def test_the_lead_hears_from_the_deadline_on() -> None:
    assert [LADDER[rung].lead for rung in Rung] == [False, True, True]


@pytest.mark.parametrize(
    ("asked", "now", "patience"),
    [
        (None, "2026-12-01 09:59", None),
        (None, "2026-12-01 10:00", Patience.ASK),
        ("2026-12-01 10:00", "2026-12-08 09:59", None),
        ("2026-12-01 10:00", "2026-12-08 10:00", Patience.CLOSE),
        ("2026-12-25 10:00", "2027-01-06 10:00", None),  # the year-end closing counts for nobody
        ("2026-12-25 10:00", "2027-01-07 10:00", Patience.CLOSE),
    ],
)
def test_after_a_week_a_person_is_asked_and_after_another_the_case_ends(
    asked: str | None, now: str, patience: Patience | None
) -> None:
    since = at("2026-11-24 10:00")
    assert patience_at(CALENDAR, since, at(asked) if asked else None, at(now)) == patience


def test_what_a_person_is_told_names_the_case_and_the_way_back() -> None:
    asking = asking_words("I-2026-000123", at("2026-12-08 10:00"))
    assert "I-2026-000123" in asking
    assert "12月8日（火）10時までに" in asking
    assert "いつでも再開できます" in asking
    assert "I-2026-000123" in closing_words("I-2026-000123")
    assert "担当者をお呼びください" in closing_words("I-2026-000123")
