"""What a request touches, in identifiers: for the record of who read and changed what."""

import re
from typing import Any

from starlette.requests import Request

from desk.services.context import Desk

_IDENTIFIER = re.compile(r"[\w.:-]{1,64}", re.ASCII)
#: parameters whose value is what somebody typed; all others come from lists
WORDS = frozenset({"q"})
#: what a page says after something was done; asks for nothing
SAID = frozenset({"done"})
UNFIT = "?"


def subject_of(request: Request) -> str:
    """The case number, login or other identifier in the path; empty when the page is about none."""
    value = next(iter(request.path_params.values()), "")
    return identifier(str(value)) if value != "" else ""


def identifier(value: str) -> str:
    """The value when it has the form of an identifier: whatever else was sent is not kept."""
    return value if _IDENTIFIER.fullmatch(value) else UNFIT


def asked_of(request: Request, desk: Desk) -> dict[str, Any]:
    """What was asked for. Words looked for may name a person: of them a digest is kept, by which an auditor who knows
    a word finds who looked for it, while the record itself reveals none."""
    asked: dict[str, Any] = {}
    for name, value in request.query_params.items():
        if name in WORDS:
            asked |= {"words": [desk.safeguards.digest(word) for word in value.split()]} if value.strip() else {}
        elif value and name not in SAID:
            asked[identifier(name)] = identifier(value)
    return asked
