"""Signs of life last for seconds, and nothing else of anybody is kept."""

from dataclasses import dataclass

import pytest

from desk.services.signs import LIFETIMES, PERSON, Sign, Signs

TALK = "会話一"


@dataclass
class Seconds:
    """A clock that counts seconds."""

    at: float = 100.0

    def __call__(self) -> float:
        """Now."""
        return self.at


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def signs(seconds: Seconds) -> Signs:
    return Signs(seconds)


def test_a_sign_is_over_by_itself(signs: Signs, seconds: Seconds) -> None:
    assert signs.give(TALK, Sign.WRITING, "sato")
    assert signs.given(TALK, Sign.WRITING) == ["sato"]

    seconds.at += LIFETIMES[Sign.WRITING]

    assert signs.given(TALK, Sign.WRITING) == []


def test_a_sign_given_again_lasts_longer_and_is_nothing_new(signs: Signs, seconds: Seconds) -> None:
    signs.give(TALK, Sign.HERE, "sato")
    seconds.at += 20

    assert not signs.give(TALK, Sign.HERE, "sato")
    seconds.at += 20
    assert signs.given(TALK, Sign.HERE) == ["sato"]


def test_who_was_there_first_stands_first(signs: Signs) -> None:
    signs.give(TALK, Sign.HERE, "suzuki")
    signs.give(TALK, Sign.HERE, "sato")
    signs.give(TALK, Sign.HERE, "suzuki")

    assert signs.given(TALK, Sign.HERE) == ["suzuki", "sato"]


def test_signs_of_one_kind_and_of_one_conversation_do_not_mix(signs: Signs) -> None:
    signs.give(TALK, Sign.HERE, "sato")
    signs.give("会話二", Sign.WRITING, PERSON)

    assert signs.given(TALK, Sign.WRITING) == []
    assert signs.given("会話二", Sign.HERE) == []


def test_what_is_sent_ends_the_writing(signs: Signs) -> None:
    signs.give(TALK, Sign.WRITING, PERSON)

    assert signs.take_back(TALK, Sign.WRITING, PERSON)
    assert not signs.take_back(TALK, Sign.WRITING, PERSON)
    assert signs.given(TALK, Sign.WRITING) == []


def test_a_page_knows_how_long_what_it_shows_will_hold(signs: Signs, seconds: Seconds) -> None:
    assert signs.soonest_end(TALK) is None
    signs.give(TALK, Sign.HERE, "sato")
    signs.give(TALK, Sign.WRITING, "sato")
    seconds.at += 1

    assert signs.soonest_end(TALK) == LIFETIMES[Sign.WRITING] - 1
