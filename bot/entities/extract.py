"""Asks every rule and keeps what does not contradict: the one place that knows which kind of entity wins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.entities.applicants import find_applicant
from bot.entities.companies import find_companies
from bot.entities.contacts import find_contacts
from bot.entities.dates import find_dates
from bot.entities.found import Found, overlaps
from bot.entities.founding import find_founding
from bot.entities.money import find_money
from bot.entities.own import Own
from bot.entities.people import find_employees
from bot.entities.places import Places
from bot.entities.programs import Gazetteer
from bot.entities.times import find_times
from bot.entities.told import find_told
from bot.entities.words import find_partner_status, find_purposes
from bot.learning.judge import Judge
from bot.learning.trades import Trades
from bot.text.reader import Reading

# Kinds whose characters mean nothing else: a date inside a case number is none, a place inside a program's name neither.
SOLID = ("email", "phone", "case_id", "program")
# What is told in whole sentences may stand on anything.
TOLD = ("started", "parent_is_large", "wage_raise_plan", "disclosed", "filed", "start_by")
# Names hold words that mean something by themselves: 株式会社 in a company's name, a ward in an institute's.
NAMES = ("organization", "company_name", "tech_theme")
INSIDE_NAMES = ("applicant_type", "industry", "area", "program", "purpose", "partner_status")
# A purpose may stand on the words of another.
SHARING = ({"purpose", "partner_status"},)
# Who applies and what they do is said in whole phrases: 来年4月に起業, 去年会社にしました, 冷凍食品を2トン車で運んでいます.
PHRASES = {"applicant_type", "industry"}


@dataclass(frozen=True)
class Rules:
    """All rules over the gazetteers that were made, and what was learned, at training time."""

    places: Places
    programs: Gazetteer
    budgets: Judge
    trades: Trades
    own: Own

    def find(self, reading: Reading, today: date) -> list[Found]:
        """Entities of a text, from left to right."""
        text, lower = reading.normal.text, reading.normal.lower
        found = find_contacts(text) + self.programs.find(text)
        found += self.own.places(reading, self.places.find(text, reading.words))
        found += find_founding(reading, today, self.own) + find_dates(text, today) + find_times(text)
        found += find_money(reading, self.budgets) + find_employees(reading, self.own)
        companies = find_companies(reading)
        trades = self.trades.find(reading, companies)
        found += companies + find_applicant(reading, self.own) + trades
        found += find_partner_status(lower) + find_purposes(lower)
        found += find_told(lower, today)
        return resolve(found)


def resolve(found: Sequence[Found]) -> list[Found]:
    """Drop what stands on a solid entity, and of two that exclude each other the later in the order of the rules."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda each: each.entity not in SOLID):
        if not any(_clash(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda each: (each.start, each.end))


def _clash(one: Found, other: Found) -> bool:
    """The same said twice, or two kinds on the same characters."""
    same = (one.entity, one.value) == (other.entity, other.value)
    return same or (overlaps(one, other) and not _share(one, other))


def _share(one: Found, other: Found) -> bool:
    kinds = {one.entity, other.entity}
    if kinds & set(TOLD) or (kinds & PHRASES and not kinds & set(SOLID)):
        return True
    return kinds in SHARING or (bool(kinds & set(NAMES)) and bool(kinds & set(INSIDE_NAMES)))
