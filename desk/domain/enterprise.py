"""Who counts as a small or medium enterprise: the definitions of the laws as data, and their test.

Sources: SME Basic Act art. 2 (1) and (5); the orders that widen it for rubber, software and lodging; Patent Act
Enforcement Order art. 10; Special Taxation Measures Act art. 42-4; figures as collected in the desk's fact notes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from desk.domain.facts import INDUSTRIES
from desk.domain.situation import WITHOUT_PARENT, Facts
from desk.domain.truth import FALSE, TRUE, Gap, Truth, Why, agreement, all_of, any_of, known, unknown

OKU = 100_000_000
MAN = 10_000


@dataclass(frozen=True)
class Size:
    """The limits of one class of industry: capital in yen and regular employees, each None when not a test."""

    capital: int | None
    employees: int


@dataclass(frozen=True)
class Definition:
    """One legal meaning of SME. An industry maps to several sizes when the desk's industry is wider than the law's.

    `control`: the definition itself excludes enterprises controlled by a large one.
    `capital_first`: employees count only for an enterprise without capital (tax law).
    `bodies`: whether bodies without capital (NPO, association) are judged by employees too.
    `remarks`: for an industry, the figure of a rare trade inside it that the desk does not tell apart; it is named in
    the reason instead of guessed at.
    """

    name: str
    title: str
    law: str
    sizes: Mapping[str, tuple[Size, ...]]
    control: bool = False
    capital_first: bool = False
    bodies: bool = False
    remarks: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def _by_industry(default: Size, **special: Size | tuple[Size, ...]) -> Mapping[str, tuple[Size, ...]]:
    chosen = {industry: special.get(industry, default) for industry in INDUSTRIES}
    return MappingProxyType({name: size if isinstance(size, tuple) else (size,) for name, size in chosen.items()})


_GENERAL = Size(3 * OKU, 300)
_WHOLESALE = Size(1 * OKU, 100)
_SERVICE = Size(5000 * MAN, 100)
_RETAIL = Size(5000 * MAN, 50)
_LODGING = Size(5000 * MAN, 200)
# 情報通信業 holds both classes in the law: data processing and video are services, telecommunication is not.
_INFORMATION = (_GENERAL, _SERVICE)
_BASIC = _by_industry(
    _GENERAL,
    wholesale=_WHOLESALE,
    retail=_RETAIL,
    service=_SERVICE,
    software=_SERVICE,
    information=_INFORMATION,
    hotel=_SERVICE,
    medical=_SERVICE,
)
_SPECIAL = MappingProxyType({**_BASIC, "software": (_GENERAL,), "hotel": (_LODGING,)})
_SMALL = _by_industry(
    Size(None, 20),
    **dict.fromkeys(("wholesale", "retail", "service", "software", "hotel", "medical"), Size(None, 5)),
    information=(Size(None, 20), Size(None, 5)),
)
_SMALL_LODGING = MappingProxyType({**_SMALL, "hotel": (Size(None, 20),)})
_TAX = _by_industry(Size(1 * OKU, 1000))
_RUBBER = MappingProxyType({"manufacturing": "ゴム製品製造業の一部は従業員900人以下"})
_ENTERTAINMENT = MappingProxyType({"service": "娯楽業は従業員20人以下"})

DEFINITIONS: Mapping[str, Definition] = MappingProxyType(
    {
        each.name: each
        for each in (
            Definition("sme_basic_act", "中小企業（中小企業基本法）", "中小企業基本法2条1項", _BASIC),
            Definition(
                "sme_special_order",
                "中小企業（政令の業種特例を含む）",
                "中小企業等経営強化法ほかの政令",
                _SPECIAL,
                remarks=_RUBBER,
            ),
            Definition(
                "sme_patent_order",
                "中小企業（特許法施行令）",
                "特許法施行令10条",
                _SPECIAL,
                control=True,
                remarks=_RUBBER,
            ),
            Definition(
                "sme_tax_act",
                "中小企業者（租税特別措置法）",
                "租税特別措置法42条の4",
                _TAX,
                control=True,
                capital_first=True,
            ),
            Definition("sme_employment", "中小企業（雇用関係助成金）", "雇用関係助成金の支給要領", _BASIC, bodies=True),
            Definition("small_basic_act", "小規模企業者（中小企業基本法）", "中小企業基本法2条5項", _SMALL),
            Definition(
                "small_lodging_order",
                "小規模事業者（宿泊・娯楽業の特例を含む）",
                "小規模事業者支援法の政令",
                _SMALL_LODGING,
                remarks=_ENTERTAINMENT,
            ),
        )
    }
)
NOT_DEEMED_LARGE = "not_deemed_large"
_BODIES = frozenset({"npo", "association"})


def meets(definition: Definition, facts: Facts) -> Truth:
    """Whether the applicant is an enterprise in the sense of the definition."""
    size = _size_by_type(definition, facts)
    return all_of((size, not_controlled(facts))) if definition.control else size


def not_controlled(facts: Facts) -> Truth:
    """Whether no large enterprise controls the applicant; some kinds of applicant have no parent by nature."""
    parent = facts.flag("parent_is_large")
    if parent is not None:
        return known(not parent)
    return TRUE if facts.text("applicant_type") in WITHOUT_PARENT else facts.missing("parent_is_large")


def _size_by_type(definition: Definition, facts: Facts) -> Truth:
    kind = facts.text("applicant_type")
    if kind == "company":
        return _test(definition, facts, with_capital=True)
    if kind == "sole_proprietor" or (definition.bodies and kind in _BODIES):
        return _test(definition, facts, with_capital=False)
    if kind == "pre_founding":
        return _before_founding(definition, facts)
    if kind is not None:
        return FALSE
    return _whatever_the_type(definition, facts)


def _before_founding(definition: Definition, facts: Facts) -> Truth:
    """Who has founded nothing yet has no size, unless the answers already name one that is too large."""
    too_large = _test(definition, facts, with_capital=True).holds is False
    return FALSE if too_large else unknown(Gap("applicant_type", Why.NOT_APPLICABLE))


def _whatever_the_type(definition: Definition, facts: Facts) -> Truth:
    """Without the kind of applicant nobody is an SME for sure, but one too large in every respect surely is none."""
    tests = [_test(definition, facts, with_capital=True), _test(definition, facts, with_capital=False)]
    return all_of((any_of(tests), unknown(facts.gap("applicant_type"), *tests[0].gaps)))


def _test(definition: Definition, facts: Facts, *, with_capital: bool) -> Truth:
    industry = facts.text("industry")
    if industry is not None:
        cases = [_size_test(size, definition, facts, with_capital) for size in definition.sizes[industry]]
        return agreement(cases, Gap("industry", Why.PERSON_ONLY))
    every = {size for sizes in definition.sizes.values() for size in sizes}
    return agreement((_size_test(size, definition, facts, with_capital) for size in every), facts.gap("industry"))


def _size_test(size: Size, definition: Definition, facts: Facts, with_capital: bool) -> Truth:
    employees = _at_most(facts, "employees", size.employees)
    if not with_capital or size.capital is None:
        return employees
    capital = _at_most(facts, "capital_yen", size.capital)
    if not definition.capital_first:
        return any_of((capital, employees))
    span = facts.number("capital_yen")
    return all_of((capital, employees)) if span is not None and span.high == 0 else capital


def _at_most(facts: Facts, name: str, limit: int) -> Truth:
    span = facts.number(name)
    return facts.missing(name) if span is None else known(span.high <= limit)
