"""Reads a message as the answer to what was asked, if it can be one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.answers import choices, figures, free, yesno
from bot.answers.plain import bare, is_unknown
from bot.entities.contacts import find_emails, find_phones
from bot.entities.places import Places
from bot.text.reader import Reading

Entities = tuple[tuple[str, Any], ...]
LONGEST_UNKNOWN = 30
NOTHING_TO_ADD = re.compile(
    r"^(?:特に|とくに)?(?:他|ほか)?(?:に|には)?(?:は|も)?(?:ない|なし|無し|ありません|ございません|大丈夫|結構|以上|いいえ|いえ|不要|いらない|あらへん)$"
)
WITHOUT = re.compile(
    r"持って(?:い)?(?:な|ませ|へん)|使って(?:い)?(?:な|ませ|へん)|(?:電話|携帯|メール(?:アドレス)?|アドレス)(?:は|も|が)?(?:な|ありませ|教え(?:たくな|られ))"
)
OF_NO_USE = re.compile(r"(?:決まって|決めて|見つか|未定|検討中)")


@dataclass(frozen=True)
class Answer:
    """`intent` is what the message means beside the question; `free` answers could be any text."""

    intent: str
    entities: Entities = ()
    free: bool = False


@dataclass(frozen=True)
class Asked:
    """A message and what the desk had asked before it."""

    fact: str
    reading: Reading
    places: Places
    today: date

    @property
    def text(self) -> str:
        """Normalised."""
        return self.reading.normal.text

    @property
    def lower(self) -> str:
        """Normalised, in lower case."""
        return self.reading.normal.lower


def read(asked: Asked) -> Answer | None:
    """The answer, or None when the text is none or nothing known was asked."""
    reader = READERS.get(asked.fact)
    if reader is None or not asked.text.strip():
        return None
    if _is_unknown(asked):
        return Answer("dont_know")
    return reader(asked)


def _is_unknown(asked: Asked) -> bool:
    """A partner who is not decided yet is sought: no lack of knowledge."""
    if asked.fact == "partner_status" and OF_NO_USE.search(asked.text):
        return False
    return asked.fact != "note" and len(asked.text) <= LONGEST_UNKNOWN and is_unknown(asked.text)


def _yes_or_no(asked: Asked) -> Answer | None:
    value = yesno.answer(asked.fact, asked.lower.strip())
    if value is None:
        return None
    plain = yesno.plain_yes_no(bare(asked.lower)) is not None and len(asked.text) <= 8
    intent = ("affirm" if value else "deny") if plain or asked.fact == "consent" else "inform"
    return Answer(intent, ((asked.fact, value),))


def _figure(found: figures.Answer | None) -> Answer | None:
    return Answer("inform", (found,)) if found else None


def _choice(entity: str, value: str | None) -> Answer | None:
    return Answer("inform", ((entity, value),)) if value else None


def _purposes(asked: Asked) -> Answer | None:
    found = choices.purposes(asked.lower)
    return Answer("inform", tuple(("purpose", value) for value in found)) if found else None


def _sites(asked: Asked) -> Answer | None:
    found = choices.areas(asked.places, asked.reading)
    if not found and not choices.has_no_other_site(asked.lower):
        return None
    return Answer("inform", (("site_areas", found),))


def _area(asked: Asked) -> Answer | None:
    found = choices.areas(asked.places, asked.reading)
    return Answer("inform", tuple(("area", value) for value in found)) if found else None


def _contact(entity: str, find: Callable[[str], Any]) -> Callable[[Asked], Answer | None]:
    def reader(asked: Asked) -> Answer | None:
        found = find(asked.text)
        if not found and WITHOUT.search(asked.text):
            return Answer("deny")
        return Answer("inform", ((entity, found[0].value),)) if found else None

    return reader


def _words(entity: str, find: Callable[[Reading], str | None]) -> Callable[[Asked], Answer | None]:
    def reader(asked: Asked) -> Answer | None:
        if NOTHING_TO_ADD.match(bare(asked.text)):
            return Answer("deny")
        value = find(asked.reading)
        return Answer("inform", ((entity, value),), free=True) if value else None

    return reader


READERS: dict[str, Callable[[Asked], Answer | None]] = {
    "employees": lambda asked: _figure(figures.people(asked.text)),
    "capital_yen": lambda asked: _figure(figures.yen("capital_yen", asked.text)),
    "budget_yen": lambda asked: _figure(figures.yen("budget_yen", asked.text)),
    "age_years": lambda asked: _figure(figures.age(asked.text, asked.lower, asked.today)),
    "founded_year": lambda asked: _figure(figures.age(asked.text, asked.lower, asked.today)),
    "years_in_area": lambda asked: _figure(figures.years_in_area(asked.text, asked.lower, asked.today)),
    "area": _area,
    "site_areas": _sites,
    "industry": lambda asked: _choice("industry", choices.trade(asked.lower)),
    "applicant_type": lambda asked: _choice("applicant_type", choices.applicant(asked.lower)),
    "purposes": _purposes,
    "partner_status": lambda asked: _choice("partner_status", choices.partner(asked.lower)),
    "start_by": lambda asked: _choice("start_by", choices.start(asked.text, asked.today)),
    "started": _yes_or_no,
    "parent_is_large": _yes_or_no,
    "wage_raise_plan": _yes_or_no,
    "disclosed": _yes_or_no,
    "filed": _yes_or_no,
    "consent": _yes_or_no,
    "email": _contact("email", find_emails),
    "phone": _contact("phone", find_phones),
    "name": _words("person_name", free.name),
    "company": _words("company_name", free.company),
    "tech_theme": _words("tech_theme", free.theme),
    "note": _words("note", free.note),
}
