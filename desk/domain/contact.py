"""Contact data for a handover: which fields, in which order, and when they are enough."""

import re
from collections.abc import Collection, Mapping

#: wording of the consent question; a new wording gets a new version
CONSENT_WORDING = "2026-11"

#: politeness around a name: 山田太郎です, 山田と申します
_BEFORE = r"^(?:(?:私|名前|氏名|会社名?)は|えーと、?)"
_AFTER = r"(?:です|と申します|といいます|と言います|になります)?[。.!！\s]*$"
_AROUND = re.compile(f"{_BEFORE}|{_AFTER}")
LONGEST = 100

#: asked one after the other; each may be skipped
FIELDS = ("name", "company", "email", "phone")

#: entity → contact field
FIELD_OF_ENTITY = {"person_name": "name", "company_name": "company", "email": "email", "phone": "phone"}


def bare_answer(text: str) -> str:
    """A name without the politeness around it; at most 100 characters."""
    return _AROUND.sub("", text.strip())[:LONGEST]


def next_field(given: Mapping[str, str], skipped: Collection[str]) -> str | None:
    """The field to ask for next; None when there is nothing left to ask. One way to be reached is enough."""
    for field in FIELDS:
        if field in given or field in skipped:
            continue
        if field == "phone" and "email" in given:
            continue
        return field
    return None
