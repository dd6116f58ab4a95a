"""Reads a message as the answer to what was asked, if it can be one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.answers import choices, figures, free, yesno
from bot.answers.others import is_whole, remainder
from bot.answers.plain import bare, is_unknown
from bot.entities.contacts import find_emails, find_phones
from bot.entities.found import Found
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
    found: tuple[Found, ...] = ()

    @property
    def text(self) -> str:
        """Normalised."""
        return self.reading.normal.text

    @property
    def lower(self) -> str:
        """Normalised, in lower case."""
        return self.reading.normal.lower

    @property
    def rest(self) -> str:
        """In lower case, without what speaks of other facts."""
        return remainder(self.lower, self.found, self.fact)


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
    value = yesno.answer(asked.fact, asked.rest.strip())
    if value is None:
        return None
    plain = yesno.plain_yes_no(bare(asked.lower)) is not None and len(asked.text) <= 8
    intent = ("affirm" if value else "deny") if plain or asked.fact == "consent" else "inform"
    return Answer(intent, ((asked.fact, value),))


def _figure(reader: Callable[[Asked], figures.Answer | None]) -> Callable[[Asked], Answer | None]:
    def read_figure(asked: Asked) -> Answer | None:
        found = reader(asked)
        return Answer("inform", (found,)) if found else None

    return read_figure


def _choice(entity: str, choose: Callable[[str, Sequence[Found]], str | None]) -> Callable[[Asked], Answer | None]:
    def read_choice(asked: Asked) -> Answer | None:
        value = choose(asked.rest, asked.found)
        return Answer("inform", ((entity, value),)) if value else None

    return read_choice


def _purposes(asked: Asked) -> Answer | None:
    found = choices.purposes(asked.rest)
    return Answer("inform", tuple(("purpose", value) for value in found)) if found else None


def _sites(asked: Asked) -> Answer | None:
    found = choices.areas(asked.places, asked.reading)
    if not found and not choices.has_no_other_site(asked.lower):
        return None
    return Answer("inform", (("site_areas", found),))


def _start(asked: Asked) -> Answer | None:
    day = choices.start(asked.text, asked.today)
    return Answer("inform", (("start_by", day),)) if day else None


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
        if not value or (entity != "note" and _says_other_facts(asked, value)):
            return None
        return Answer("inform", ((entity, value),), free=True)

    return reader


def _says_other_facts(asked: Asked, value: str) -> bool:
    return not asked.rest.strip() or is_whole(asked.found, asked.text, value)


READERS: dict[str, Callable[[Asked], Answer | None]] = {
    "employees": _figure(lambda asked: figures.people(asked.text, asked.found)),
    "capital_yen": _figure(lambda asked: figures.yen("capital_yen", asked.text, asked.found)),
    "budget_yen": _figure(lambda asked: figures.yen("budget_yen", asked.text, asked.found)),
    "age_years": _figure(lambda asked: figures.age(asked.text, asked.lower, asked.today, asked.found)),
    "founded_year": _figure(lambda asked: figures.age(asked.text, asked.lower, asked.today, asked.found)),
    "years_in_area": _figure(lambda asked: figures.years_in_area(asked.text, asked.lower, asked.today)),
    "area": _area,
    "site_areas": _sites,
    "industry": _choice("industry", choices.trade),
    "applicant_type": _choice("applicant_type", choices.applicant),
    "purposes": _purposes,
    "partner_status": _choice("partner_status", lambda rest, _: choices.partner(rest)),
    "start_by": _start,
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
