"""Wordings: every key that is used is defined, every defined one is used, every value in it is given."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.structure.source import domain, python_files, rules, steps_of, tree_of

DEFINED = sorted(domain()["responses"])
KEY = re.compile(r"utter_[a-z0-9_]+")


def written_keys() -> Iterator[str]:
    """Keys that stand in the code as they are, also those of services that choose a wording."""
    for path in python_files("actions", "desk"):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
                yield node.value


def patterns() -> Iterator[re.Pattern[str]]:
    """Keys that are put together: f"utter_handover_ask_{field}"."""
    for path in python_files("actions", "desk"):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.JoinedStr) and _text(node).startswith("utter_"):
                yield re.compile(_text(node))


def _text(joined: ast.JoinedStr) -> str:
    parts = (part.value if isinstance(part, ast.Constant) else "[a-z_]+" for part in joined.values)
    return "".join(str(part) for part in parts)


WRITTEN = {key for key in written_keys() if not key.endswith("_")}
PUT_TOGETHER = list(patterns())
IN_RULES = {name for rule in rules() for name in steps_of(rule, "action") if name.startswith("utter_")}


@pytest.mark.parametrize("key", sorted(WRITTEN | IN_RULES))
def test_a_wording_that_is_used_is_defined(key: str) -> None:
    assert key in DEFINED


@pytest.mark.parametrize("pattern", PUT_TOGETHER, ids=lambda pattern: pattern.pattern)
def test_a_key_that_is_put_together_leads_to_wordings(pattern: re.Pattern[str]) -> None:
    assert any(pattern.fullmatch(key) for key in DEFINED)


@pytest.mark.parametrize("key", DEFINED)
def test_a_wording_that_is_defined_is_used(key: str) -> None:
    assert key in WRITTEN | IN_RULES or any(pattern.fullmatch(key) for pattern in PUT_TOGETHER)


@pytest.mark.parametrize("key", DEFINED)
def test_a_wording_says_something_and_its_buttons_lead_somewhere(key: str) -> None:
    intents = set(domain()["intents"])
    for wording in domain()["responses"][key]:
        assert wording["text"].strip()
        for button in wording.get("buttons", []):
            intent = re.fullmatch(r"/([a-z_]+)(\{.*\})?", button["payload"])
            assert intent is not None, button
            assert intent[1] in intents, button
            assert 0 < len(button["title"]) <= 20, button


@pytest.mark.parametrize("key", sorted(IN_RULES))
def test_a_wording_that_a_rule_says_needs_no_values(key: str) -> None:
    assert not [wording["text"] for wording in domain()["responses"][key] if "{" in wording["text"]]
