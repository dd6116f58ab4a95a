"""From what was understood in a sentence to facts and contact data."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from desk.domain.contact import FIELD_OF_ENTITY, is_foreign_name, whole_name
from desk.domain.facts import FACTS, Kind

#: entities whose name differs from the fact they fill
FACT_OF_ENTITY = {"purpose": "purposes"}
#: what stands around one's own name, and around nobody else's: 総務の田村と申します
_BEFORE_A_NAME = r"(?:^|[、。\s　の]|(?:私|わたし|名前)は)"
_AFTER_A_NAME = r"(?:と申し|ともうし|といいます|と言います|です(?:[。、！!\s]|$))"
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


def heard_contact(entities: Iterable[Mapping[str, Any]], asked: str | None = None, text: str = "") -> dict[str, str]:
    """Contact fields in a message. A university or the like, named with the own name, is where the person belongs."""
    entities = list(entities)
    fields = ((FIELD_OF_ENTITY.get(entity["entity"]), entity["value"]) for entity in entities)
    heard = {field: str(value) for field, value in fields if field}
    belongs = [str(entity["value"]) for entity in entities if entity["entity"] == "organization"]
    if asked == "name" and "company" in heard and is_foreign_name(text):
        heard = {"name": heard["company"]}
    if asked == "name" and "company" not in heard and belongs:
        heard["company"] = belongs[0]
    if asked == "name" and heard.keys() == {"name"}:
        heard["name"] = whole_name(heard["name"], text)
    elif "company" in heard and "name" in heard:
        heard["name"] = heard["name"].removeprefix(heard["company"]).lstrip("の　 ") or heard["name"]
    return heard


def introduced(entities: Iterable[Mapping[str, Any]], text: str) -> dict[str, str]:
    """Name and firm of somebody who introduces themselves; empty when a name stands there for any other reason."""
    heard = heard_contact(entities, "name", text)
    name = heard.get("name")
    if not name or not re.search(rf"{_BEFORE_A_NAME}{re.escape(name)}{_AFTER_A_NAME}", text):
        return {}
    return {field: heard[field] for field in ("name", "company") if field in heard}


def _add(heard: dict[str, Any], name: str, value: Any) -> None:
    kind = FACTS[name].kind
    if kind is Kind.FLAG:
        value = TRUTHS.get(str(value).lower(), value)
    if kind in (Kind.CHOICES, Kind.PLACES):
        values = value if isinstance(value, list) else [value]
        heard[name] = list(dict.fromkeys([*heard.get(name, []), *values]))
    else:
        heard[name] = value
