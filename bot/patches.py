"""Four slow spots of Rasa 3.6 made fast; tests/bot/test_patches.py fails when Rasa's internals differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from jsonschema import validators
from rasa.core.actions.action import RemoteAction
from rasa.engine.runner import dask
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event


def apply() -> None:
    """Patch Rasa in this process."""
    cache_response_validator()
    cache_event_types()
    cache_empty_domain()
    run_in_order()


def cache_response_validator() -> None:
    """Rasa checks its constant schema against the metaschema on every action call: 20 ms each."""
    schema = RemoteAction.action_response_format_spec()
    validator_class = validators.validator_for(schema)
    validator_class.check_schema(schema)
    validator = validator_class(schema)

    def validate(_self: RemoteAction, result: dict[str, Any]) -> bool:
        validator.validate(result)
        return True

    RemoteAction._validate_action_result = validate


def cache_event_types() -> None:
    """Rasa walks all subclasses of Event for every event that an action returns."""
    if not hasattr(Event.resolve_by_type, "known"):
        Event.resolve_by_type = staticmethod(_remembering(Event.resolve_by_type))


def cache_empty_domain() -> None:
    """Rasa writes the whole domain out, every reply of it, after each message, to see whether there is anything in it."""
    if not hasattr(Domain.is_empty, "asked"):
        Domain.is_empty = _remembered(Domain.is_empty)


def run_in_order() -> None:
    """Rasa has dask plan the same dozen components anew for each message: 1 ms."""
    dask.dask = SimpleNamespace(get=in_order)


def in_order(graph: Mapping[str, tuple[Any, ...]], targets: Sequence[str]) -> list[Any]:
    """What dask.get gives. A node is a function and the names of its needs; other tuples, and names of no node, are values."""
    done: dict[str, Any] = {}

    def result(name: str) -> Any:
        if name not in done:
            node = graph.get(name, name)
            done[name] = node[0](*map(result, node[1:])) if callable(node[0]) else node
        return done[name]

    return [result(target) for target in targets]


def _remembered(ask: Callable[[Domain], bool]) -> Callable[[Domain], bool]:
    def is_empty(self: Domain) -> bool:
        if not hasattr(self, "_known_to_be_empty"):
            self._known_to_be_empty = ask(self)
        return bool(self._known_to_be_empty)

    is_empty.asked = ask  # type: ignore[attr-defined]
    return is_empty


def _remembering(resolve: Callable[..., type[Event] | None]) -> Callable[..., type[Event] | None]:
    known: dict[str, type[Event]] = {}

    def cached(type_name: str, default: type[Event] | None = None) -> type[Event] | None:
        if type_name in known:
            return known[type_name]
        event_type = resolve(type_name, default)
        if event_type is not None and event_type.type_name == type_name:
            known[type_name] = event_type
        return event_type

    cached.known = known  # type: ignore[attr-defined]
    return cached
