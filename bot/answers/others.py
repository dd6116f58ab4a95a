"""Which part of a message speaks of something else than what was asked: 従業員は12人です is no answer about money."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.entities.clauses import clauses
from bot.entities.found import Found, overlaps

SURE = 0.6
# Facts that, told clearly, are what their clause is about.
SUBJECTS = frozenset(
    {"employees", "capital_yen", "budget_yen", "founded_year", "age_years", "phone", "email", "case_id", "industry", "applicant_type"}
)  # fmt: skip
# What may stand in one clause with an answer to these questions.
COMPATIBLE: dict[str, frozenset[str]] = {
    "purposes": frozenset({"budget_yen", "applicant_type"}),
    "parent_is_large": frozenset({"applicant_type"}),
    "start_by": frozenset({"budget_yen", "applicant_type"}),
    "founded_year": frozenset({"age_years"}),
    "age_years": frozenset({"founded_year"}),
    "tech_theme": frozenset({"industry", "applicant_type"}),
    "company": frozenset({"industry", "applicant_type"}),
    "name": frozenset({"industry", "applicant_type"}),
}
# The entity that carries the answer, where it has another name than the question.
CARRIED_BY = {"purposes": "purpose", "name": "person_name", "company": "company_name"}
COUNTED = re.compile(
    r"[^、。\s]{1,10}[はがも]約?[0-9]+(?:人|名|台|件|社|坪|個|本|枚|店舗?|歳|才|回|か所|箇所|週間|日|時間|%|割)(?:です|だ|あり|持っ|い|ほど|くらい|ぐらい|$)"
)
FIGURES_OF_OTHERS = re.compile(
    r"(?:売上|売り上げ|年商|月商|利益|粗利|家賃|賃料|納期|不良率|単価|借入|給料|年収|取引先|お客|社長の?(?:年|は)|平均年齢)[^、。]{0,8}[0-9一二三四五六七八九十百千]"
)


def remainder(lower: str, found: Iterable[Found], fact: str) -> str:
    """The text without the clauses that tell other facts; all of it when the fact itself was found."""
    known = list(found)
    if any(one.entity == CARRIED_BY.get(fact, fact) for one in known):
        return lower
    others = [one for one in known if _of_another(one, fact)]
    return "、".join(lower[start:end] for start, end in clauses(lower) if not _elsewhere(lower, start, end, others))


def _of_another(one: Found, fact: str) -> bool:
    return one.entity in SUBJECTS - COMPATIBLE.get(fact, frozenset()) and one.confidence >= SURE


def _elsewhere(lower: str, start: int, end: int, others: Iterable[Found]) -> bool:
    clause = Found("", "", start, end)
    return (
        any(overlaps(one, clause) for one in others)
        or COUNTED.search(lower, start, end) is not None
        or FIGURES_OF_OTHERS.search(lower, start, end) is not None
    )


def is_whole(found: Iterable[Found], text: str, kept: str) -> bool:
    """Whether an answer in free words is nothing but another fact: 印刷業, 板橋区, 個人事業主."""
    start = text.find(kept)
    return any(
        one.entity in SUBJECTS | {"area"} and one.start <= start and one.end >= start + len(kept) for one in found
    )
