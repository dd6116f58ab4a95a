"""One topic has one name everywhere; every intent is trained and met."""

import re
from collections import Counter
from pathlib import Path

import pytest

from actions.host import action_classes
from desk.domain.facts import FACTS
from desk.domain.hearing import FACT_OF_ENTITY
from desk.settings import ROOT
from tests.structure.source import TOPICS, domain, name_of, read_yaml, rules, steps_of

#: fixed by the contract towards clients and evaluations
INTENTS = tuple(
    re.findall(
        r"\w+",
        """
affirm application_help ask_cases ask_contract ask_desk ask_events ask_finance ask_knowledge ask_program book_clinic
bot_challenge cancel change_booking chitchat check_case clarify collab_process compare_programs complaint correct deny
dont_know feedback find_partner find_support go_back goodbye greet help hire_train inform ip_consult ip_cost
ip_overseas out_of_scope post_need privacy register request_human restart startup_support subscribe_deadline
tech_consult thank use_facility
""",
    )
)
FALLBACK = "nlu_fallback"
FEWEST_EXAMPLES = 60
NAMES = sorted(path.name for path in TOPICS.iterdir() if path.is_dir())
SCRIPTS = sorted((ROOT / "tests" / "conversations").glob("*/*.yml"))
EXAMPLE = re.compile(r"^\s*- .", re.MULTILINE)


def examples() -> dict[str, int]:
    """How many utterances teach each intent."""
    counted: dict[str, int] = {}
    for path in TOPICS.glob("*/nlu.yml"):
        for block in read_yaml(path)["nlu"]:
            if "intent" in block:
                found = len(EXAMPLE.findall(block["examples"]))
                counted[block["intent"]] = counted.get(block["intent"], 0) + found
    return counted


EXAMPLES = examples()


def test_there_are_forty_five_intents() -> None:
    assert len(INTENTS) == len(set(INTENTS)) == 45


def test_the_domain_knows_exactly_the_intents_of_the_contract() -> None:
    assert sorted(domain()["intents"]) == sorted([*INTENTS, FALLBACK])


@pytest.mark.parametrize("intent", INTENTS)
def test_every_intent_is_taught_by_enough_examples(intent: str) -> None:
    assert EXAMPLES.get(intent, 0) >= FEWEST_EXAMPLES


def test_nothing_is_taught_that_is_no_intent() -> None:
    assert EXAMPLES.keys() <= set(INTENTS)


@pytest.mark.parametrize("intent", [*INTENTS, FALLBACK])
def test_every_intent_is_met_whatever_is_pending(intent: str) -> None:
    unconditional = [rule for rule in rules() if "condition" not in rule]

    assert intent in {name for rule in unconditional for name in steps_of(rule, "intent")}


def test_rules_meet_nothing_but_intents() -> None:
    assert {name for rule in rules() for name in steps_of(rule, "intent")} <= {*INTENTS, FALLBACK}


def test_rules_have_names_of_their_own() -> None:
    names = [rule["rule"] for rule in rules()]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize("topic", NAMES)
def test_a_topic_has_examples_wordings_and_rules(topic: str) -> None:
    files = {path.name for path in (TOPICS / topic).iterdir()}

    assert files == {"nlu.yml", "domain.yml", "rules.yml", "easy.yml", "en.yml"}


def test_actions_are_filed_under_topics() -> None:
    """Only an action that several topics name in their domains stands beside them."""
    domains = [read_yaml(path) or {} for path in [ROOT / "domain.yml", *TOPICS.glob("*/domain.yml")]]
    named = Counter(action for each in domains for action in each.get("actions", []))
    own = [action for action in action_classes() if named[action.action_name] == 1]

    assert {action.__module__.removeprefix("actions.") for action in own} <= set(NAMES)


def test_every_topic_is_proved_by_a_conversation() -> None:
    """Other folders are named by what a conversation must survive."""
    assert set(NAMES) <= {path.parent.name for path in SCRIPTS}


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_the_name_of_a_conversation_is_a_sentence(path: Path) -> None:
    assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)+", path.stem)


@pytest.mark.parametrize("topic", NAMES)
def test_wordings_bear_the_name_of_their_topic(topic: str) -> None:
    responses = (read_yaml(TOPICS / topic / "domain.yml") or {}).get("responses", {})

    assert [key for key in responses if not key.startswith(f"utter_{topic}_")] == []


def test_every_fact_can_be_told() -> None:
    entity_of_fact = {fact: entity for entity, fact in FACT_OF_ENTITY.items()}

    assert {entity_of_fact.get(fact, fact) for fact in FACTS} <= set(domain()["entities"])
