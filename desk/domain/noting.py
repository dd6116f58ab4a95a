"""Which facts are taken up from a message that asks for something else."""

from collections.abc import Iterable, Mapping
from typing import Any

from desk.domain.facts import FACTS
from desk.domain.hearing import heard_facts
from desk.domain.situation import Facts
from desk.domain.words import JAPANESE, Words

COMPANY = frozenset({"applicant_type", "industry", "employees", "capital_yen", "founded_year", "age_years"})
PROJECT = frozenset({"purposes", "tech_theme", "partner_status"})
PLACES = frozenset({"area", "site_areas"})
#: plain from the question itself; reading it back would only be tiresome
PLAIN = frozenset({"purposes"})


def facts_beside(entities: Iterable[Mapping[str, Any]], asked: str | None) -> dict[str, Any]:
    """Raw facts of the company and the project in a message, and the answer to the fact that was asked.

    A place alone is where something is sought; beside other facts of a company it is where the company sits.
    Sums of money are left out: they may be a loan, a price or a limit.
    """
    heard = heard_facts(entities, asked)
    wanted = COMPANY | PROJECT | {asked} | (PLACES if COMPANY & heard.keys() else frozenset())
    return {name: value for name, value in heard.items() if name in wanted}


def read_back(facts: Facts, names: Iterable[str], words: Words = JAPANESE) -> tuple[str, ...]:
    """What was taken up, in words, for the person to check: 従業員数は12人."""
    told = [name for name in names if name not in PLAIN and name in facts.values]
    return tuple(words.fact(FACTS[name], facts.values[name]) for name in told)
