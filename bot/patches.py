"""Two slow spots of Rasa 3.6 made fast; tests/bot/test_patches.py fails when Rasa's internals differ."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jsonschema import validators
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import Event


def apply() -> None:
    """Patch Rasa in this process."""
    cache_response_validator()
    cache_event_types()


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
