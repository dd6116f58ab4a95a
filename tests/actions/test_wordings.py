"""Every reply that an answer can give exists, fits its values, is short, and leads on by buttons that work."""

import ast
import json
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.host import action_classes
from actions.offers import OfferAction
from desk.catalogue import load_catalogue
from desk.domain.cases import Status
from desk.domain.facts import PURPOSES
from desk.domain.routing import SPECIALITY_OF_TOPIC
from desk.services.knowledge import load_knowledge
from desk.services.offers import load_offers
from desk.settings import ROOT

TOPICS = sorted(path.parent.name for path in (ROOT / "data").glob("*/domain.yml"))
DOMAINS = {topic: yaml.safe_load((ROOT / "data" / topic / "domain.yml").read_text("utf-8")) for topic in TOPICS}
RULES = {topic: yaml.safe_load((ROOT / "data" / topic / "rules.yml").read_text("utf-8"))["rules"] for topic in TOPICS}
WORDINGS = {key: texts for domain in DOMAINS.values() for key, texts in domain.get("responses", {}).items()}
INTENTS = set(yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))["intents"])
KNOWLEDGE = {entry.id for entry in load_knowledge().entries}
#: topics that a hand-over may carry beside those with a speciality of their own
OTHER_TOPICS = {"events", "privacy", "registration"}
LONGEST = 140
PAYLOAD = re.compile(r"/(?P<intent>\w+)(\{(?P<entities>\{.*\})\})?$")


def buttons() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Key, intent and entities of every button in the wordings."""
    for key, texts in WORDINGS.items():
        for text in texts:
            for button in text.get("buttons", ()):
                match = PAYLOAD.match(button["payload"])
                assert match, (key, button)
                yield key, match["intent"], json.loads(match["entities"] or "{}")


def keys_in(path: Path) -> Iterator[str]:
    """Reply keys that an action module writes out in full."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("utter_"):
            yield node.value


def test_every_reply_an_action_names_is_worded() -> None:
    named = {key for path in (ROOT / "actions").glob("*.py") for key in keys_in(path) if not key.endswith("_")}

    assert named - WORDINGS.keys() == set()


@pytest.mark.parametrize("status", Status)
def test_every_status_of_a_case_is_worded(status: Status) -> None:
    assert f"utter_case_status_{status}" in WORDINGS


def test_every_action_of_a_domain_exists() -> None:
    known = {action.action_name for action in action_classes()}
    wanted = {name for domain in DOMAINS.values() for name in domain.get("actions", ())}

    assert wanted <= known


def test_every_intent_is_met_by_a_rule() -> None:
    met = {step["intent"] for rules in RULES.values() for rule in rules for step in rule["steps"] if "intent" in step}

    assert INTENTS - met == set()


def test_rules_use_replies_and_actions_that_exist() -> None:
    known = WORDINGS.keys() | {action.action_name for action in action_classes()}
    used = {step["action"] for rules in RULES.values() for rule in rules for step in rule["steps"] if "action" in step}

    assert used - known == set()


@pytest.mark.parametrize("key", WORDINGS)
def test_a_wording_is_named_after_its_topic(key: str) -> None:
    topic = next(topic for topic, domain in DOMAINS.items() if key in domain.get("responses", {}))

    assert key.startswith(f"utter_{topic}_")


@pytest.mark.parametrize("key", WORDINGS)
def test_a_wording_is_short_and_offers_at_most_four_ways_on(key: str) -> None:
    for text in WORDINGS[key]:
        assert len(text["text"]) <= LONGEST
        assert len(text.get("buttons", ())) <= 4
        assert len({button["title"] for button in text.get("buttons", ())}) == len(text.get("buttons", ()))


def test_placeholders_are_names() -> None:
    for key, texts in WORDINGS.items():
        for _, field, _, _ in (part for text in texts for part in string.Formatter().parse(text["text"])):
            assert field is None or field.isidentifier(), key


def test_buttons_lead_to_intents_of_the_contract() -> None:
    assert {intent for _, intent, _ in buttons()} <= INTENTS


def test_buttons_carry_topics_entries_programs_and_purposes_that_exist() -> None:
    catalogue = load_catalogue()
    for key, intent, entities in buttons():
        if intent == "ask_knowledge":
            assert entities["topic"] in KNOWLEDGE, key
        elif "topic" in entities:
            assert entities["topic"] in SPECIALITY_OF_TOPIC.keys() | OTHER_TOPICS, key
        if "program" in entities:
            assert catalogue.find(entities["program"]), key
        assert entities.get("purpose", "other") in PURPOSES, key


@pytest.mark.parametrize(
    "action", [each for each in action_classes() if issubclass(each, OfferAction)], ids=lambda each: each.action_name
)
def test_every_offer_has_a_subject_and_a_wording(action: type[OfferAction]) -> None:
    assert action.subject in load_offers()
    assert action.wording in WORDINGS


def test_every_subject_is_offered_by_an_action() -> None:
    offered = {each.subject for each in action_classes() if issubclass(each, OfferAction)}

    assert offered == set(load_offers())
