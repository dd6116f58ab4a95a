"""Contact data for a handover: which fields, in which order, and when they are enough."""

import re
from collections.abc import Collection, Mapping

from desk.domain.reaching import missing_for

#: wording of the consent question; a new wording gets a new version
CONSENT_WORDING = "2026-11-22"

#: politeness around a name: 山田太郎です, 山田と申します
_BEFORE = r"^(?:(?:私|名前|氏名|会社名?)は|えーと、?)"
_AFTER = r"(?:です|でございます|と申します|といいます|と言います|になります)?[。.!！\s]*$"
_AROUND = re.compile(f"{_BEFORE}|{_AFTER}")
#: nothing but a name, with one gap at most: 田中一郎, 田中 一郎
_ONLY_A_NAME = re.compile(r"[^\W\d_]+(?:[ 　・][^\W\d_]+)?")
#: John Smith, and no Smith Ltd.
_FOREIGN_NAME = re.compile(r"[A-Z][A-Za-z'’-]*(?: [A-Z][A-Za-z.'’-]*){1,3}")
_FIRM = re.compile(r"\b(?:inc|ltd|llc|corp|co|company|gmbh|labs?|tech|studio|works|group|university)\b", re.IGNORECASE)
LONGEST = 100

#: asked one after the other; each may be skipped
FIELDS = ("name", "company", "email", "phone")

#: entity → contact field
FIELD_OF_ENTITY = {"person_name": "name", "company_name": "company", "email": "email", "phone": "phone"}


def bare_answer(text: str) -> str:
    """A name without the politeness around it; at most 100 characters."""
    return _AROUND.sub("", text.strip())[:LONGEST]


def is_foreign_name(text: str) -> bool:
    """Whether an answer is nothing but the name of a person in Latin letters; the bot takes some for firms."""
    written = bare_answer(text).strip()
    return _FOREIGN_NAME.fullmatch(written) is not None and not _FIRM.search(written)


def whole_name(recognised: str, text: str) -> str:
    """The name as it was written when only a part of it was recognised: 田中 of an answer 田中一郎です."""
    written = bare_answer(text)
    return written if recognised in written and _ONLY_A_NAME.fullmatch(written) else recognised


def next_field(given: Mapping[str, str], skipped: Collection[str], wish: str = "") -> str | None:
    """The field to ask for next; None when there is nothing left to ask. One way to be reached is enough.

    Whoever has said that they wish to be called is asked for the number first.
    """
    first, second = ("phone", "email") if missing_for(wish, {}) == "phone" else ("email", "phone")
    for field in ("name", "company", first, second):
        reached = field in (first, second) and {first, second} & given.keys()
        if field not in given and field not in skipped and not reached:
            return field
    return None
