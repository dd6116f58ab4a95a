"""The patches do what Rasa's own code does, only faster; a different Rasa fails here."""

from __future__ import annotations

import inspect
from functools import partial

import dask
import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.engine.runner import dask as runner
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SlotSet

from bot import patches

GOOD = {"events": [{"event": "slot", "name": "a", "value": 1}], "responses": [{"text": "はい"}]}


@pytest.fixture
def patched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)
    monkeypatch.setattr(Event, "resolve_by_type", staticmethod(Event.resolve_by_type))
    monkeypatch.setattr(Domain, "is_empty", Domain.is_empty)
    monkeypatch.setattr(runner, "dask", dask)
    patches.apply()


def test_rasa_still_has_what_is_patched() -> None:
    assert list(inspect.signature(RemoteAction._validate_action_result).parameters) == ["self", "result"]
    assert list(inspect.signature(Event.resolve_by_type).parameters) == ["type_name", "default"]
    assert list(inspect.signature(Domain.is_empty).parameters) == ["self"]
    assert "validate(result, self.action_response_format_spec())" in inspect.getsource(RemoteAction)
    assert "dask.get(run_graph, run_targets)" in inspect.getsource(runner.DaskGraphRunner.run)


@pytest.mark.usefixtures("patched")
def test_a_good_response_passes() -> None:
    assert RemoteAction("action_x", None)._validate_action_result(GOOD) is True


@pytest.mark.usefixtures("patched")
@pytest.mark.parametrize("bad", [{"events": "none"}, {"responses": [1]}, {"events": [{"name": "no type"}]}])
def test_a_bad_response_fails(bad: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        RemoteAction("action_x", None)._validate_action_result(bad)


@pytest.mark.usefixtures("patched")
def test_event_types_are_found_and_remembered() -> None:
    assert Event.resolve_by_type("slot") is SlotSet
    assert Event.resolve_by_type.known["slot"] is SlotSet  # type: ignore[attr-defined]
    assert Event.resolve_by_type("slot") is SlotSet


@pytest.mark.usefixtures("patched")
def test_unknown_events_are_treated_as_before() -> None:
    assert Event.resolve_by_type("no such event", SlotSet) is SlotSet
    with pytest.raises(ValueError, match="no such event"):
        Event.resolve_by_type("no such event")


@pytest.mark.usefixtures("patched")
def test_whether_a_domain_is_empty_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    empty, full = Domain.empty(), Domain.from_dict({"intents": ["greet"]})
    assert empty.is_empty()
    assert not full.is_empty()
    monkeypatch.setattr(Domain, "as_dict", lambda _self: pytest.fail("written out again"))
    assert empty.is_empty()
    assert not full.is_empty()


def test_a_graph_gives_what_dask_gives() -> None:
    calls: list[str] = []

    def node(name: str, *needs: object) -> tuple[str, object]:
        calls.append(name)
        return name, needs

    message = ("message", ["12名"])
    graph = {
        "message": message,
        "read": (partial(node, "read"), "message"),
        "facts": (partial(node, "facts"), "read", "nobody"),
        "intent": (partial(node, "intent"), "read", "facts"),
        "unasked": (partial(node, "unasked"), "message"),
    }
    said = patches.in_order(graph, ["intent", "message"])
    assert calls == ["read", "facts", "intent"]
    assert said == list(dask.get(graph, ["intent", "message"]))
    assert said == [("intent", (("read", (message,)), ("facts", (("read", (message,)), "nobody")))), message]


@pytest.mark.usefixtures("patched")
def test_rasa_asks_the_patch() -> None:
    assert runner.dask.get is patches.in_order


@pytest.mark.usefixtures("patched")
def test_patching_twice_changes_nothing() -> None:
    once = Event.resolve_by_type
    patches.cache_event_types()
    assert Event.resolve_by_type is once
