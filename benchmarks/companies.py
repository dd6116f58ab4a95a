"""Made-up applicants with complete and consistent answers, the same for the same seed."""

from collections.abc import Iterator
from random import Random
from typing import Any

from desk.domain.facts import INDUSTRIES, PURPOSES
from desk.domain.situation import NOT_APPLICABLE

PLACES = (["板橋区"] * 6) + [
    "北区",
    "新宿区",
    "大田区",
    "荒川区",
    "墨田区",
    "八王子市",
    "立川市",
    "川口市",
    "横浜市",
    "つくば市",
]
TYPES = (["company"] * 12) + (["sole_proprietor"] * 4) + (["pre_founding"] * 2) + ["university", "npo", "association"]
TRADES = (["manufacturing"] * 8) + (["software"] * 3) + [*INDUSTRIES]
STAFF = [0, 1, 2, 4, 5, 6, 9, 12, 20, 21, 35, 50, 51, 85, 100, 101, 180, 300, 301, 420, 900, 2500]
CAPITAL = [0, 1, 3, 5, 10, 30, 50, 80, 100, 200, 300, 500]
THEMES = ["医療機器", "画像認識", "めっき", "ロボット", "脱炭素", "食品の保存", "半導体", "介護"]
MILLION = 1_000_000


def applicants(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Raw facts in the shape of the API; facts that cannot apply to an applicant are absent."""
    random = Random(seed)
    for _ in range(count):
        yield applicant(random)


def applicant(random: Random) -> dict[str, Any]:
    """One applicant."""
    kind = random.choice(TYPES)
    answers = {"applicant_type": kind, **_place(random), **_size(random), **_project(random)}
    if kind == "pre_founding":
        answers["employees"] = 0
    return {name: value for name, value in answers.items() if kind not in NOT_APPLICABLE.get(name, ())}


def _place(random: Random) -> dict[str, Any]:
    sites = random.sample(PLACES, random.choice([0, 0, 0, 1, 2]))
    age = random.choice([0.5, 1, 2, 4, 5, 8, 10, 15, 30, 60])
    years = min(age, random.choice([0.5, 1, 2, 3, 10, 40]))
    return {"area": random.choice(PLACES), "site_areas": sites, "age_years": age, "years_in_area": years}


def _size(random: Random) -> dict[str, Any]:
    return {
        "industry": random.choice(TRADES),
        "employees": random.choice(STAFF),
        "capital_yen": random.choice(CAPITAL) * MILLION,
        "parent_is_large": random.random() < 0.08,
    }


def _project(random: Random) -> dict[str, Any]:
    return {
        "purposes": random.sample([*PURPOSES], random.choice([1, 1, 2, 3])),
        "tech_theme": random.choice(THEMES),
        "partner_status": random.choice(["none", "searching", "agreed"]),
        "budget_yen": int(random.choice([0.5, 1, 3, 8, 20, 60, 300]) * MILLION),
        "start_by": "2027-04-01",
        "started": random.random() < 0.15,
        "wage_raise_plan": random.random() < 0.5,
        "disclosed": random.random() < 0.3,
        "filed": random.random() < 0.3,
    }
