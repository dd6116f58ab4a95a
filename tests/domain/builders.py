"""Companies and programs for the tests of eligibility, short to write and concrete to read."""

from datetime import date
from fractions import Fraction
from typing import Any

from desk.catalogue.areas import load_areas
from desk.catalogue.criteria import read_criterion
from desk.domain.criteria import Criterion
from desk.domain.intake import read_facts
from desk.domain.programs import (
    Amount,
    Audience,
    Call,
    Combination,
    Condition,
    Program,
    Role,
    Source,
    Status,
    Step,
    Track,
)
from desk.domain.situation import Facts

TODAY = date(2026, 11, 22)
AREAS = load_areas()
ROLLING = Call("随時受付", None, None, True)

PRESS_SHOP = {
    "area": "板橋区",
    "applicant_type": "company",
    "industry": "manufacturing",
    "employees": 12,
    "capital_yen": 10_000_000,
    "parent_is_large": False,
}


def facts(today: date = TODAY, **answers: Any) -> Facts:
    """Checked facts; None is "asked and not known"."""
    return read_facts(answers, AREAS, today)


def press_shop(**changes: Any) -> Facts:
    """A press shop with twelve people in 板橋区, with changes."""
    return facts(**(PRESS_SHOP | changes))


def rule(raw: Any) -> Criterion:
    """A criterion as it is written in the records."""
    return read_criterion(raw, AREAS)


def hard(raw: Any, text: str = "要件") -> Condition:
    """A coded requirement."""
    return Condition(text, (0,), Role.CODED, True, rule(raw))


def soft(raw: Any, text: str = "加点") -> Condition:
    """A coded preference."""
    return Condition(text, (0,), Role.CODED, False, rule(raw))


def person(text: str = "納税していること", note: str = "窓口が確認します", hard: bool = True) -> Condition:
    """A requirement that a person checks."""
    return Condition(text, (0,), Role.PERSON, hard, None, note)


def amount(**changes: Any) -> Amount:
    """Up to 1,500,000 yen, two thirds of the cost."""
    values = {
        "max_yen": 1_500_000,
        "min_yen": None,
        "rate": Fraction(2, 3),
        "base_yen": None,
        "tracks": (),
        "text": None,
    }
    return Amount(**(values | changes))


def track(name: str, raw: Any = None, max_yen: int | None = None, rate: Fraction | None = None) -> Track:
    """A way to more money."""
    return Track(name, max_yen, rate, None if raw is None else rule(raw))


def program(id: str = "itabashi-shisaku", *conditions: Condition, **changes: Any) -> Program:
    """A published subsidy of 板橋区, open all year, with the conditions."""
    values: dict[str, Any] = {
        "name": f"{id}助成金",
        "aliases": (),
        "family": None,
        "operator": "板橋区",
        "level": "ward",
        "area": "板橋区",
        "kind": "subsidy",
        "audience": Audience.DIRECT,
        "status": Status.PUBLISHED,
        "status_reason": None,
        "successor": None,
        "summary": "試作にかかる費用の一部を助成します。",
        "purposes": frozenset({"prototype"}),
        "fields": (),
        "amount": amount(),
        "calls": (ROLLING,),
        "recurs": "rolling",
        "prior_steps": (),
        "documents": (),
        "combinations": (),
        "url": "https://example.jp/",
        "contact": None,
        "sources": (Source("公式ページ", "https://example.jp/", TODAY),),
        "as_of": date(2026, 11, 1),
        "confidence": "high",
        "cautions": (),
        "facts_conditions": len(conditions),
    }
    return Program(id=id, conditions=tuple(conditions), **(values | changes))


__all__ = [
    "AREAS", "PRESS_SHOP", "ROLLING", "TODAY", "Call", "Combination", "Step", "amount", "facts", "hard", "person",
    "press_shop", "program", "rule", "soft", "track",
]  # fmt: skip
