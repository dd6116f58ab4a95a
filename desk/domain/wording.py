"""Words for limits and answers: a criterion as a Japanese statement, with what the applicant said beside it."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from desk.domain.criteria import (
    AllOf,
    AnyOf,
    Compare,
    Criterion,
    Enterprise,
    Leaf,
    Located,
    Not,
    Op,
    Person,
    evaluate,
    facts_of,
    leaves,
)
from desk.domain.enterprise import DEFINITIONS, NOT_DEEMED_LARGE, Definition, Size
from desk.domain.facts import FACTS, INDUSTRIES, FactSpec, Kind
from desk.domain.situation import Facts, Value
from desk.domain.truth import Why

OKU = 100_000_000
MAN = 10_000
_LIMIT_WORDS = {Op.AT_LEAST: "以上", Op.AT_MOST: "以下", Op.ABOVE: "を超える", Op.BELOW: "未満", Op.IS: ""}
_DAY_WORDS = {Op.AT_LEAST: "以降", Op.AT_MOST: "まで", Op.ABOVE: "より後", Op.BELOW: "より前"}
_MISSING = {
    Why.NOT_ASKED: "未回答",
    Why.UNSURE: "わからない",
    Why.DECLINED: "回答を控える",
    Why.NOT_APPLICABLE: "該当なし",
    Why.PERSON_ONLY: "要確認",
}


def yen(amount: int) -> str:
    """An amount as people read it: 120000000 → 1億2,000万円."""
    oku, rest = divmod(amount, OKU)
    man, ones = divmod(rest, MAN)
    parts = [f"{oku:,}億" if oku else "", f"{man:,}万" if man else "", f"{ones:,}" if ones else ""]
    return ("".join(parts) or "0") + "円"


def names_amount(text: str, amount: int) -> bool:
    """Whether a text that speaks of amounts names this one; one that speaks of none has nothing wrong."""
    plain = unicodedata.normalize("NFKC", text).replace(",", "")
    words = (yen(amount).replace(",", "").removesuffix("円"), f"{amount / OKU:g}億", f"{amount / MAN:g}万")
    wanted = "|".join(re.escape(each) for each in (*words, f"{amount / 1000:g}千", str(amount)))
    return not re.search(r"\d[億万千]*円", plain) or re.search(rf"(?<![\d.億万])(?:{wanted})(?!\d)", plain) is not None


def day(value: date) -> str:
    """A date in Japanese: 2026年4月1日."""
    return f"{value.year}年{value.month}月{value.day}日"


def amount_of(spec: FactSpec, value: float) -> str:
    """A number with its unit: 300人, 3億円, 1.5年; a calendar year has no thousands separator."""
    if spec.unit == "円":
        return yen(int(value))
    if spec.name == "founded_year":
        return f"{int(value)}年"
    return f"{value:,g}{spec.unit}" if isinstance(value, float) else f"{value:,}{spec.unit}"


def value_of(spec: FactSpec, value: Value) -> str:
    """An answer as people read it."""
    if isinstance(value, bool):
        return spec.yes_answer if value else spec.no_answer
    if isinstance(value, frozenset):
        return "・".join(_titles(spec, value)) or "なし"
    if isinstance(value, date):
        return day(value)
    return spec.values.get(value, value) if isinstance(value, str) else amount_of(spec, value)


def answer(name: str, facts: Facts) -> str:
    """What the applicant said of a fact (or of its twin), or why there is no answer."""
    told = facts.values.get(name)
    if told is not None:
        return value_of(FACTS[name], told)
    twin = {"age_years": "founded_year", "founded_year": "age_years"}.get(name)
    if twin is not None and twin in facts.values:
        return f"{FACTS[twin].label} {value_of(FACTS[twin], facts.values[twin])}"
    return _MISSING[facts.gap(name).why]


def sentence(criterion: Criterion, facts: Facts) -> str:
    """The statement that decides, with the answers beside it: 従業員数は300人以下（回答: 420人）."""
    decisive = _decisive(criterion, facts)
    said = list(dict.fromkeys(part for leaf in leaves(decisive) for part in _answers(leaf, facts)))
    return statement(decisive, facts) + (f"（回答: {'・'.join(said)}）" if said else "")


def statement(criterion: Criterion, facts: Facts) -> str:
    """What must hold, worded for this applicant (size limits depend on the industry)."""
    match criterion:
        case Compare():
            return _comparison(criterion)
        case Located():
            place = "・".join(criterion.names)
            return f"{'本店か事業所' if criterion.any_site else '本店'}が{place}にある"
        case Enterprise(name=name) if name == NOT_DEEMED_LARGE:
            return FACTS["parent_is_large"].no
        case Enterprise():
            return _definition(DEFINITIONS[criterion.name], facts)
        case Person():
            return criterion.text
        case AllOf():
            return "、かつ".join(statement(part, facts) for part in criterion.parts)
        case AnyOf():
            return "、または".join(statement(part, facts) for part in criterion.parts)
        case Not():
            return f"「{statement(criterion.part, facts)}」に当たらない"


def _decisive(criterion: Criterion, facts: Facts) -> Criterion:
    """The part of a tree that made it true, false or unknown: what a person needs to read."""
    if not isinstance(criterion, AllOf | AnyOf):
        return criterion
    holds = evaluate(criterion, facts).holds
    chosen = [part for part in criterion.parts if evaluate(part, facts).holds is holds]
    if isinstance(criterion, AnyOf) and holds:
        return _decisive(chosen[0], facts)
    parts = tuple(_decisive(part, facts) for part in chosen)
    return parts[0] if len(parts) == 1 else type(criterion)(parts)


def _comparison(leaf: Compare) -> str:
    spec = FACTS[leaf.fact]
    if spec.kind is Kind.FLAG:
        return spec.yes if leaf.value else spec.no
    if isinstance(leaf.value, frozenset):
        return _members(spec, leaf.op, leaf.value)
    if isinstance(leaf.value, date):
        return f"{spec.label}は{day(leaf.value)}{_DAY_WORDS[leaf.op]}"
    return f"{spec.label}は{amount_of(spec, leaf.value)}{_LIMIT_WORDS[leaf.op]}"


def _members(spec: FactSpec, op: Op, values: frozenset[str]) -> str:
    names = "・".join(_titles(spec, values))
    either = "のいずれか" if len(values) > 1 else ""
    if op is Op.INCLUDES_ANY:
        return f"{spec.label}に{names}{either}を含む"
    return f"{spec.label}は{names}以外" if op is Op.NOT_IN else f"{spec.label}は{names}{either}"


def _titles(spec: FactSpec, values: Iterable[str]) -> list[str]:
    """Titles in the order of the vocabulary; places, which have none, in alphabetical order."""
    order = list(spec.values)
    return [spec.values.get(each, each) for each in sorted(values, key=lambda each: (_rank(order, each), each))]


def _rank(order: list[str], each: str) -> int:
    return order.index(each) if each in order else 0


def _definition(definition: Definition, facts: Facts) -> str:
    limits = _limits(definition, facts)
    remarks = [each for each in (limits, definition.remarks.get(facts.text("industry") or "", "")) if each]
    if definition.control:
        remarks.append("大企業の支配下にないこと")
    return f"{definition.title}に当たる" + (f"：{'。'.join(remarks)}" if remarks else "")


def _limits(definition: Definition, facts: Facts) -> str:
    industry = facts.text("industry")
    if industry is None:
        return ""
    alone = facts.text("applicant_type") == "sole_proprietor"
    sizes = "、区分により".join(_size(size, alone, definition.capital_first) for size in definition.sizes[industry])
    return f"{INDUSTRIES[industry]}は{sizes}"


def _size(size: Size, employees_alone: bool, capital_first: bool) -> str:
    employees = f"従業員数{size.employees:,}人以下"
    if employees_alone or size.capital is None:
        return employees
    capital = f"資本金{yen(size.capital)}以下"
    return f"{capital}（資本金がなければ{employees}）" if capital_first else f"{capital}または{employees}"


def _answers(leaf: Leaf, facts: Facts) -> list[str]:
    if isinstance(leaf, Person):
        return []
    if isinstance(leaf, Compare):
        return [answer(leaf.fact, facts)]
    if isinstance(leaf, Located):
        told = facts.members("site_areas") if leaf.any_site else None
        sites = [f"事業所 {value_of(FACTS['site_areas'], told)}"] if told is not None else []
        return [answer("area", facts), *sites]
    return _enterprise_answers(leaf, facts)


def _enterprise_answers(leaf: Enterprise, facts: Facts) -> list[str]:
    if leaf.name == NOT_DEEMED_LARGE:
        return [answer("parent_is_large", facts)]
    missing = {gap.fact for gap in evaluate(leaf, facts).gaps}
    names = [name for name in reversed(facts_of(leaf)) if facts.knows(name) or name in missing]
    shown = [name for name in names if name != "applicant_type" or name in missing or facts.text(name) != "company"]
    return [f"{FACTS[name].label} {answer(name, facts)}" for name in shown] or [_MISSING[Why.NOT_ASKED]]
