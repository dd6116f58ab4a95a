"""The requirements that Jグランツ tells of a grant, as conditions of a record; the rest is for a person."""

from collections.abc import Iterator
from typing import Any

from desk.domain.facts import INDUSTRIES
from desk.jgrants.places import Place
from desk.jgrants.reading import Grant
from desk.jgrants.vocabulary import EMPLOYEE_LIMITS, INDUSTRIES_OF, NO_EMPLOYEE_LIMIT

Condition = dict[str, Any]


def conditions_of(grant: Grant, place: Place) -> list[Condition]:
    """Conditions in the order of their clauses; the last one is always hard and for a person, so never 対象 alone."""
    told = [*_area(place), *_employees(grant), *_industry(grant), _guidelines()]
    return [{"text": each.pop("text"), "clause": clause, **each} for clause, each in enumerate(told)]


def employee_limit(grant: Grant) -> int | None:
    """The most employees that any of the grant's classes allows; None when there is no limit or it is unclear."""
    words = grant.target_number_of_employees
    limits = [EMPLOYEE_LIMITS.get(word) for word in words]
    known = [limit for limit in limits if limit is not None]
    return max(known, default=None) if len(known) == len(words) else None


def industries_of(grant: Grant) -> frozenset[str]:
    """The industries of the desk that the grant is for; empty when it is for all or names one that is not known.

    `other` is always among them: it holds what the desk does not tell apart.
    """
    if not grant.industry or any(word not in INDUSTRIES_OF for word in grant.industry):
        return frozenset()
    named = {industry for word in grant.industry for industry in INDUSTRIES_OF[word]} | {"other"}
    return frozenset() if named == set(INDUSTRIES) else frozenset(named)


def _area(place: Place) -> Iterator[Condition]:
    if place.sites:
        text = f"{'・'.join(place.sites)}に本社か事業所があること（Jグランツの補助対象地域）"
        yield {"text": text, "criterion": {"any_site_in": list(place.sites)}}


def _employees(grant: Grant) -> Iterator[Condition]:
    limit = employee_limit(grant)
    words = "・".join(grant.target_number_of_employees)
    if limit is not None:
        text = f"従業員数が{limit}人以下であること（Jグランツの区分）"
        yield {"text": text, "criterion": {"employees": {"at_most": limit}}}
    elif NO_EMPLOYEE_LIMIT in grant.target_number_of_employees:
        yield {"text": "従業員数の制約はない（Jグランツの区分）", "detail": "scope"}
    elif words:
        yield _person(f"従業員数がJグランツの区分「{words}」に合うこと", "区分の意味を公募要領で確認します")


def _industry(grant: Grant) -> Iterator[Condition]:
    industries = industries_of(grant)
    words = "・".join(grant.industry)
    if industries:
        ordered = [industry for industry in INDUSTRIES if industry in industries]
        yield {"text": f"業種が次のいずれかであること: {words}", "criterion": {"industry": {"in": ordered}}}
    elif any(word not in INDUSTRIES_OF for word in grant.industry):
        yield _person(f"業種が次のいずれかであること: {words}", "対応表にない業種があるため、公募要領で確認します")
    elif words:
        yield {"text": "業種の制約はない（Jグランツの区分）", "detail": "scope"}


def _guidelines() -> Condition:
    return _person("公募要領に書かれたそのほかの要件を満たすこと", "相談員が公募要領を読んで確認します")


def _person(text: str, who: str) -> Condition:
    return {"text": text, "person": who}
