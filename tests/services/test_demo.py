"""Invented visits: through the real use cases, marked as such, and only into an empty desk."""

import pytest
from sqlalchemy import select

from desk.db.tables import Case, Conversation, Staff
from desk.domain.indicators.period import fiscal_year
from desk.services.context import Desk
from desk.services.demo import NotEmpty, fill_with_demo, load_sample
from desk.services.demo_visits import MARK, PREFIX
from desk.services.indicators import measure_period
from tests.services.people import person


def test_a_desk_is_filled_with_cases_and_talks_that_are_marked(desk: Desk) -> None:
    fill_with_demo(desk, 8)

    with desk.database.reading() as session:
        conversations = session.scalars(select(Conversation)).all()
        cases = session.scalars(select(Case).order_by(Case.created_at)).all()
        staff = session.scalars(select(Staff.login)).all()
    assert len(conversations) == 16
    assert all(each.address.startswith(PREFIX) for each in conversations)
    assert len(cases) == 8
    assert all(MARK in each.contact["company"] for each in cases if each.consent_at)
    assert all(each.startswith("demo-") for each in staff)
    assert [each.id for each in cases] == sorted(each.id for each in cases)
    assert all(each.created_at < desk.now() for each in cases)


def test_the_pages_have_something_to_tell(desk: Desk) -> None:
    fill_with_demo(desk, 8)

    years = [measure_period(desk, fiscal_year(year)) for year in (2025, 2026)]
    told = {each.indicator.id for year in years for each in year if each.figure.value}

    assert {"consultations", "first_reply_in_time", "understood", "verdicts_shown", "bot_failures"} <= told


def test_everybody_in_the_seeds_is_marked() -> None:
    assert all(MARK in each.name and each.login.startswith("demo-") for each in load_sample().staff)


def test_invented_people_never_come_among_real_ones(desk: Desk) -> None:
    person(desk, "佐々木")

    with pytest.raises(NotEmpty):
        fill_with_demo(desk, 1)

    with desk.database.reading() as session:
        assert len(session.scalars(select(Conversation)).all()) == 1
