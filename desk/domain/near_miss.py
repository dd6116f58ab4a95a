"""Near misses: programs ruled out by one or two things that the applicant could change, said in words."""

from collections.abc import Callable, Mapping

from desk.domain.areas import Areas
from desk.domain.bits import by_count
from desk.domain.calls import State
from desk.domain.criteria import (
    AllOf,
    AnyOf,
    Compare,
    Criterion,
    Enterprise,
    Located,
    Not,
    Op,
    Person,
    evaluate,
    leaves,
)
from desk.domain.enterprise import DEFINITIONS
from desk.domain.facts import FACTS
from desk.domain.programs import Program
from desk.domain.situation import Facts
from desk.domain.standing import Standing
from desk.domain.verdict import conjuncts
from desk.domain.wording import amount_of, answer, value_of

MOST_CHANGES = 2
YEARS_WORTH_WAITING = 2
HEADCOUNT_IN_REACH = 5
SHARE_ABOVE_IN_REACH = 0.1

Changes = tuple[str, ...]
_HEADCOUNT_WORDS = {Op.AT_LEAST: "以上", Op.ABOVE: "より多く", Op.AT_MOST: "以下", Op.BELOW: "未満"}


def missing(program: Program, facts: Facts, areas: Areas) -> Changes:
    """What would have to change for no hard requirement to fail; empty when that is too much or impossible."""
    needed: dict[str, None] = {}
    for condition in program.hard_criteria:
        for part in conjuncts(condition):
            changes = changes_for(part, facts, areas)
            if changes is None:
                return ()
            needed |= dict.fromkeys(changes)
    return tuple(needed) if len(needed) <= MOST_CHANGES else ()


def near(standing: Standing, areas: Areas) -> int:
    """The programs worth a look: relevant, usable, one or two requirements failed and each can be changed."""
    failures = [rule for rule, truth in standing.truths if truth.holds is False]
    counted = by_count((rule.programs for rule in failures), MOST_CHANGES + 1)
    few = (counted[1] | counted[2]) & _usable(standing)
    hopeless = 0
    for rule in failures:
        if rule.programs & few & ~hopeless and changes_for(rule.criterion, standing.facts, areas) is None:
            hopeless |= rule.programs
    return few & ~hopeless


def far(standing: Standing) -> int:
    """The programs for which the applicant would have to be somewhere else: the largest of all changes."""
    mask = 0
    for rule, truth in standing.truths:
        if truth.holds is False and any(isinstance(leaf, Located) for leaf in leaves(rule.criterion)):
            mask |= rule.programs
    return mask


def changes_for(criterion: Criterion, facts: Facts, areas: Areas) -> Changes | None:
    """What has to change for the criterion to hold: nothing when it does not fail, None when nothing can be done."""
    if evaluate(criterion, facts).holds is not False:
        return ()
    match criterion:
        case AllOf():
            return _together([changes_for(part, facts, areas) for part in criterion.parts])
        case AnyOf():
            return _easiest([changes_for(part, facts, areas) for part in criterion.parts])
        case Not() | Person():
            return None
        case Located():
            return _location(criterion, facts, areas)
        case Enterprise():
            return _enterprise(criterion, facts)
        case Compare():
            return _comparison(criterion, facts)


def _together(parts: list[Changes | None]) -> Changes | None:
    needed = [change for part in parts for change in part or ()]
    return None if None in parts else tuple(dict.fromkeys(needed))


def _easiest(parts: list[Changes | None]) -> Changes | None:
    return min((part for part in parts if part is not None), key=len, default=None)


def _location(leaf: Located, facts: Facts, areas: Areas) -> Changes | None:
    """A site can be opened within the applicant's prefecture; a head office moves only to where a site already is."""
    place, sites = "・".join(leaf.names), facts.members("site_areas") or frozenset()
    if not leaf.any_site:
        return (f"本店を{place}に移す",) if sites & leaf.places else None
    present = {areas.prefecture_of(each) for each in (facts.text("area"), *sites) if each is not None}
    reachable = any(areas.prefecture_of(each) in present for each in leaf.places)
    return (f"{place}に事業所を設ける",) if reachable else None


def _enterprise(leaf: Enterprise, facts: Facts) -> Changes | None:
    """Only a headcount just above the limit changes by itself in the ordinary course of business."""
    definition = DEFINITIONS.get(leaf.name)
    industry, staff = facts.text("industry"), facts.number("employees")
    if definition is None or industry is None or staff is None or facts.flag("parent_is_large"):
        return None
    limit = max(size.employees for size in definition.sizes[industry])
    if not limit < staff.low <= limit * (1 + SHARE_ABOVE_IN_REACH):
        return None
    return (f"従業員数が{limit}人以下になる（いまは{answer('employees', facts)}）",)


def _comparison(leaf: Compare, facts: Facts) -> Changes | None:
    change = _CHANGEABLE.get(leaf.fact)
    return change(leaf, facts) if change is not None else None


def _waiting(leaf: Compare, facts: Facts) -> Changes | None:
    span = facts.number(leaf.fact)
    if leaf.op not in (Op.AT_LEAST, Op.ABOVE) or not isinstance(leaf.value, int | float) or span is None:
        return None
    if leaf.value - span.low > YEARS_WORTH_WAITING:
        return None
    spec = FACTS[leaf.fact]
    return (f"{spec.label}が{amount_of(spec, leaf.value)}になるのを待つ（いまは{answer(leaf.fact, facts)}）",)


def _headcount(leaf: Compare, facts: Facts) -> Changes | None:
    span = facts.number(leaf.fact)
    if span is None or not isinstance(leaf.value, int | float) or leaf.op not in _HEADCOUNT_WORDS:
        return None
    too_few = leaf.op in (Op.AT_LEAST, Op.ABOVE)
    reach = HEADCOUNT_IN_REACH if too_few else leaf.value * SHARE_ABOVE_IN_REACH
    if abs(leaf.value - span.low) > reach:
        return None
    return (f"従業員数が{leaf.value:,}人{_HEADCOUNT_WORDS[leaf.op]}になる（いまは{answer(leaf.fact, facts)}）",)


def _budget(leaf: Compare, facts: Facts) -> Changes | None:
    if not isinstance(leaf.value, int | float):
        return None
    word = {Op.AT_LEAST: "以上に増やす", Op.ABOVE: "より多くする", Op.AT_MOST: "以下にする", Op.BELOW: "未満にする"}
    spec = FACTS[leaf.fact]
    return (f"{spec.label}を{amount_of(spec, leaf.value)}{word[leaf.op]}",) if leaf.op in word else None


def _applicant(leaf: Compare, facts: Facts) -> Changes | None:
    """Founding and incorporating are steps people take; becoming a university is not."""
    assert isinstance(leaf.value, frozenset)
    allowed = FACTS[leaf.fact].values.keys() - leaf.value if leaf.op is Op.NOT_IN else leaf.value
    now = facts.text(leaf.fact)
    if now == "pre_founding" and allowed & {"company", "sole_proprietor"}:
        return ("創業する（会社の設立か開業届）",)
    return ("会社を設立する（法人化）",) if now == "sole_proprietor" and "company" in allowed else None


def _partner(leaf: Compare, facts: Facts) -> Changes | None:
    if leaf.op is Op.NOT_IN or not isinstance(leaf.value, frozenset):
        return None
    wanted = value_of(FACTS[leaf.fact], leaf.value)
    return ("連携する大学・公的研究機関を決める",) if "agreed" in leaf.value else (f"連携先について: {wanted}",)


def _plan(leaf: Compare, facts: Facts) -> Changes | None:
    return ("賃上げの計画を立てる",) if leaf.value is True else None


def _fresh_start(leaf: Compare, facts: Facts) -> Changes | None:
    return ("まだ発注・契約・着手していない別の計画で申請する",) if leaf.value is False else None


def _filing(leaf: Compare, facts: Facts) -> Changes | None:
    return ("特許などを出願する",) if leaf.value is True else None


_CHANGEABLE: Mapping[str, Callable[[Compare, Facts], Changes | None]] = {
    "age_years": _waiting,
    "years_in_area": _waiting,
    "employees": _headcount,
    "budget_yen": _budget,
    "applicant_type": _applicant,
    "partner_status": _partner,
    "wage_raise_plan": _plan,
    "started": _fresh_start,
    "filed": _filing,
}


def _usable(standing: Standing) -> int:
    return standing.scope & standing.index.published & standing.reachable & ~standing.day.by_state[State.ENDED]
