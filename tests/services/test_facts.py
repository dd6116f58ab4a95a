"""What a person told stays, adds up, is put right and is taken back; nothing impossible is kept."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.db.tables import Conversation, Fact
from desk.services.context import Desk
from desk.services.facts import (
    forget,
    forget_everything,
    known_facts,
    last_answered,
    raw_facts,
    remember,
    remember_unknown,
    replace_fact,
)
from tests.conftest import SettableClock
from tests.services.people import person

Change = Callable[..., Any]


class Told:
    """A conversation in which facts are told one after the other."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.conversation = desk, person(desk)

    def __call__(self, change: Change, *heard: Any) -> Any:
        """One change in a transaction of its own."""
        with self.desk.database.transaction() as session:
            row = session.get_one(Conversation, self.conversation)
            return change(session, self.desk, row, *heard)

    def remember(self, **heard: Any) -> list[str]:
        """Facts in a message; the names of those that were kept."""
        return self(remember, heard, None)

    def correct(self, **heard: Any) -> list[str]:
        """Facts that put right what was told before."""
        return self(replace_fact, heard, None)

    @property
    def facts(self) -> dict[str, Any]:
        """What is known now."""
        with self.reading() as session:
            return raw_facts(session, self.conversation)

    def reading(self) -> Any:
        """A session to look with."""
        return self.desk.database.reading()


@pytest.fixture
def told(desk: Desk) -> Told:
    return Told(desk)


def test_facts_of_a_message_are_remembered(told: Told) -> None:
    assert told.remember(area="板橋区", employees=12) == ["area", "employees"]
    assert told.facts == {"area": "板橋区", "employees": 12}


def test_the_newest_word_on_a_single_fact_holds(told: Told) -> None:
    told.remember(employees=12)
    told.remember(employees=15)

    assert told.facts == {"employees": 15}


def test_purposes_add_up(told: Told) -> None:
    told.remember(purposes=["prototype"])
    told.remember(purposes=["overseas", "prototype"])

    assert told.facts == {"purposes": ["prototype", "overseas"]}


def test_other_sites_add_up_and_none_is_an_answer(told: Told) -> None:
    told.remember(site_areas=[])
    assert told.facts == {"site_areas": []}

    told.remember(site_areas=["川口市"])
    assert told.facts == {"site_areas": ["川口市"]}


def test_a_correction_takes_the_place_of_what_was_told(told: Told) -> None:
    told.remember(purposes=["prototype"], employees=12)

    told.correct(purposes=["overseas"], employees=25)

    assert told.facts == {"purposes": ["overseas"], "employees": 25}


def test_a_correction_that_names_nothing_changes_nothing(told: Told) -> None:
    told.remember(area="板橋区", employees=12)

    assert told.correct() == []

    assert told.facts == {"area": "板橋区", "employees": 12}


def test_an_impossible_correction_leaves_the_earlier_answer(told: Told) -> None:
    told.remember(employees=12)

    assert told.correct(employees=-3) == []

    assert told.facts == {"employees": 12}


@pytest.mark.parametrize(
    "heard",
    [
        {"employees": -1},
        {"employees": "たくさん"},
        {"area": "ゴッサム市"},
        {"industry": "piracy"},
        {"founded_year": 2050},
        {"started": "たぶん"},
        {"birthday": "1970-01-01"},
        {"purposes": ["world_domination"]},
    ],
    ids=lambda heard: next(iter(heard)),
)
def test_what_cannot_be_is_not_kept(told: Told, heard: dict[str, Any]) -> None:
    assert told.remember(tech_theme="めっき", **heard) == ["tech_theme"]
    assert told.facts == {"tech_theme": "めっき"}


def test_what_somebody_does_not_know_is_remembered_as_asked(told: Told) -> None:
    told(remember_unknown, "capital_yen")

    assert told.facts == {"capital_yen": None}
    with told.reading() as session:
        assert known_facts(session, told.desk, told.conversation).unsure == {"capital_yen"}


def test_an_answer_later_on_settles_what_was_not_known(told: Told) -> None:
    told(remember_unknown, "capital_yen")
    told.remember(capital_yen=10_000_000)

    assert told.facts == {"capital_yen": 10_000_000}


def test_what_is_forgotten_stays_in_the_record_as_taken_back(told: Told) -> None:
    told.remember(area="板橋区", employees=12)

    told(forget, "employees")

    assert told.facts == {"area": "板橋区"}
    with told.reading() as session:
        assert len(session.scalars(select(Fact)).all()) == 2


def test_forgetting_everything_concerns_this_person_only(desk: Desk, told: Told) -> None:
    other = Told(desk)
    other.conversation = person(desk, "田中")
    told.remember(area="板橋区")
    other.remember(area="北区")

    told(forget_everything)

    assert (told.facts, other.facts) == ({}, {"area": "北区"})


def test_the_fact_told_last_is_the_first_to_go_back_to(told: Told) -> None:
    told.remember(area="板橋区")
    told(remember_unknown, "capital_yen")

    assert latest(told) == "capital_yen"
    told(forget, "capital_yen")
    assert latest(told) == "area"
    told(forget, "area")
    assert latest(told) is None


def latest(told: Told) -> str | None:
    with told.reading() as session:
        return last_answered(session, told.conversation)


@pytest.mark.parametrize(
    ("first", "then"),
    [({"founded_year": 2019}, {"age_years": 20}), ({"age_years": 20}, {"founded_year": 2019})],
    ids=["a year, then an age", "an age, then a year"],
)
def test_of_a_founding_year_and_an_age_the_newer_holds(told: Told, first: dict[str, Any], then: dict[str, Any]) -> None:
    told.remember(**first)
    told.remember(**then)

    with told.reading() as session:
        assert known(session, told) == then


def test_a_firm_does_not_contradict_itself_as_years_go_by(told: Told, clock: SettableClock) -> None:
    told.remember(founded_year=2019)
    told.remember(age_years=7)

    clock.at += timedelta(days=3 * 366)

    with told.reading() as session:
        assert known(session, told) == {"age_years": 7}


def test_a_contradiction_within_one_message_keeps_the_last_word(told: Told) -> None:
    assert told.remember(founded_year=2019, age_years=20) == ["age_years"]

    with told.reading() as session:
        assert known(session, told) == {"age_years": 20}


def known(session: Session, told: Told) -> dict[str, Any]:
    return dict(known_facts(session, told.desk, told.conversation).values)
