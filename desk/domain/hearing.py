"""From what was understood in a sentence to facts and contact data."""

from collections.abc import Iterable, Mapping
from typing import Any

from desk.domain.contact import FIELD_OF_ENTITY
from desk.domain.facts import FACTS, Kind

#: entities whose name differs from the fact they fill
FACT_OF_ENTITY = {"purpose": "purposes"}
TRUTHS = {"true": True, "false": False}


def heard_facts(entities: Iterable[Mapping[str, Any]], asked: str | None) -> dict[str, Any]:
    """Raw facts in a message, in the shapes of the API: sets as lists, the last word of a single fact wins.

    A second municipality beside the head office is another site.
    """
    heard: dict[str, Any] = {}
    for entity in entities:
        name = FACT_OF_ENTITY.get(entity["entity"], entity["entity"])
        if name == "area" and (asked == "site_areas" or "area" in heard):
            name = "site_areas"
        if name in FACTS:
            _add(heard, name, entity["value"])
    return heard


def heard_contact(entities: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Contact fields in a message."""
    fields = ((FIELD_OF_ENTITY.get(entity["entity"]), entity["value"]) for entity in entities)
    return {field: str(value) for field, value in fields if field}


def _add(heard: dict[str, Any], name: str, value: Any) -> None:
    kind = FACTS[name].kind
    if kind is Kind.FLAG:
        value = TRUTHS.get(str(value).lower(), value)
    if kind in (Kind.CHOICES, Kind.PLACES):
        values = value if isinstance(value, list) else [value]
        heard[name] = list(dict.fromkeys([*heard.get(name, []), *values]))
    else:
        heard[name] = value
