"""Actions translate and do nothing else: no sentence, no SQL, no rule."""

import ast
import re
from pathlib import Path

import pytest

from actions.host import action_classes
from tests.structure.source import (
    docstrings_of,
    domain,
    functions_of,
    imports_of,
    length_of,
    name_of,
    python_files,
    rules,
    steps_of,
    tree_of,
)

ACTIONS = python_files("actions")
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
LONGEST_TITLE = 20
LONGEST_ACTION = 20
#: what translates needs: the base, the vocabulary and the use cases
ALLOWED = re.compile(r"actions\b|desk\.(domain|services)\.|desk\.services$|desk\.services\b")
#: the base and the host speak with rasa-sdk and with HTTP; a topic does not
FOUNDATION = {"__init__.py", "base.py", "host.py"}


@pytest.mark.parametrize("path", ACTIONS, ids=name_of)
def test_no_action_holds_a_sentence(path: Path) -> None:
    """Titles of buttons and names of specialities are short; wordings live in data/."""
    tree = tree_of(path)
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    spoken = [node.value for node in texts if node not in docstrings_of(tree) and JAPANESE.search(node.value)]

    assert [text for text in spoken if len(text) > LONGEST_TITLE or "。" in text.removesuffix("。")] == []


@pytest.mark.parametrize("path", [path for path in ACTIONS if path.name not in FOUNDATION], ids=name_of)
def test_an_action_knows_the_vocabulary_and_the_use_cases_and_nothing_else(path: Path) -> None:
    own = {name for name in imports_of(path) if name.split(".")[0] in ("desk", "actions")}
    others = imports_of(path) - own

    assert all(ALLOWED.match(name) for name in own), own
    assert others <= {"collections.abc", "json", "typing", "datetime", "dataclasses", "re"}, others


@pytest.mark.parametrize("path", ACTIONS, ids=name_of)
def test_no_action_opens_a_session_or_writes_sql(path: Path) -> None:
    names = {node.attr for node in ast.walk(tree_of(path)) if isinstance(node, ast.Attribute)}

    assert not names & {"database", "transaction", "reading", "execute", "scalars", "session"}


@pytest.mark.parametrize("path", ACTIONS, ids=name_of)
def test_a_number_in_an_action_has_a_name(path: Path) -> None:
    """A bare number within a function is a rule in the wrong place; one and two are but places and pairs."""
    numbers = [
        node.value
        for function in functions_of(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool)
    ]

    assert [number for number in numbers if number not in (0, 1, 2)] == []


@pytest.mark.parametrize("path", ACTIONS, ids=name_of)
def test_an_action_is_short(path: Path) -> None:
    assert [each.name for each in functions_of(path) if length_of(each) > LONGEST_ACTION] == []


def test_every_action_of_the_domain_is_written_and_every_written_one_is_in_the_domain() -> None:
    written = {action.action_name for action in action_classes()}

    assert written == set(domain()["actions"])


def test_every_action_is_used_by_a_rule() -> None:
    used = {action for rule in rules() for action in steps_of(rule, "action")}

    assert {action.action_name for action in action_classes()} <= used


def test_every_rule_performs_something_that_exists() -> None:
    known = {action.action_name for action in action_classes()} | set(domain()["responses"])

    assert {action for rule in rules() for action in steps_of(rule, "action")} <= known


def test_no_two_actions_share_a_name() -> None:
    names = [action.action_name for action in action_classes()]

    assert len(set(names)) == len(names)
    assert all(name.startswith("action_") for name in names)
