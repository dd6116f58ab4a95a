"""What the bot waits for, as the rules of the dialogue and the language understanding see it."""

import pytest

from desk.domain.contact import FIELDS
from desk.domain.facts import FACTS
from desk.domain.pending import CONSENT, asked_of, contact_field, contact_question, kind_of


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_is_pending_under_its_own_name(fact: str) -> None:
    assert kind_of(fact) == "fact"
    assert asked_of(fact) == fact
    assert contact_field(fact) is None


@pytest.mark.parametrize("field", FIELDS)
def test_a_contact_field_is_pending_under_a_name_that_is_no_fact(field: str) -> None:
    pending = contact_question(field)

    assert pending not in FACTS
    assert kind_of(pending) == "contact"
    assert asked_of(pending) == field
    assert contact_field(pending) == field


def test_consent_is_a_kind_of_its_own() -> None:
    assert kind_of(CONSENT) == "consent"
    assert asked_of(CONSENT) == "consent"
    assert contact_field(CONSENT) is None


def test_when_nothing_was_asked_nothing_is_pending() -> None:
    assert kind_of(None) is None
    assert asked_of(None) is None


def test_a_field_that_nobody_asks_for_is_no_contact_field() -> None:
    assert contact_field("contact_birthday") is None
