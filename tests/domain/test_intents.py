"""Every intent that the bot knows has a title and a line for staff."""

import yaml

from desk.domain.intents import GROUPS, INTENTS
from desk.settings import ROOT

FALLBACK = "nlu_fallback"


def test_staff_can_choose_exactly_what_the_bot_knows() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    assert set(INTENTS) == set(domain["intents"]) - {FALLBACK}


def test_every_intent_is_in_one_group() -> None:
    assert sum(len(members) for members in GROUPS.values()) == len(INTENTS) == 45


def test_titles_can_be_told_apart() -> None:
    assert len({intent.title for intent in INTENTS.values()}) == len(INTENTS)


def test_titles_are_short_and_descriptions_are_one_line() -> None:
    for intent in INTENTS.values():
        assert 2 <= len(intent.title) <= 10, intent
        assert 5 <= len(intent.description) <= 45, intent
