"""What to ask next: the answer that settles most, over what is still open, soon due and easy to answer.

The rule, in order:
1. `purposes`, while unknown: it decides which programs concern the person at all.
2. `started`, where a relevant grant hangs on it: most refuse work begun before the decision, whatever else holds.
3. The fact with the highest sum over programs of urgency × share in what is undecided, divided by its effort.
Facts that only move an estimate or the order of the list weigh little; facts that move nothing are never asked, nor
those that were told, asked in vain, declined, or that cannot apply to this applicant.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from desk.domain.calls import State
from desk.domain.criteria import evaluate
from desk.domain.index import Rule
from desk.domain.probes import can_decide
from desk.domain.standing import Standing
from desk.domain.truth import Truth, Why

ESTIMATE_WEIGHT = 0.1
ORDER_WEIGHT = 0.05
_URGENCY = {State.OPEN: 2.0, State.ROLLING: 2.0, State.UPCOMING: 1.5, State.UNKNOWN: 1.0, State.CLOSED: 0.5}
URGENT_EXTRA = 2.0
#: a fact is not asked for a requirement while one of these is open, which often makes it needless
WAITS_FOR: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "employees": ("applicant_type",),
        "industry": ("applicant_type", "employees"),
        "capital_yen": ("applicant_type", "employees", "industry"),
        "parent_is_large": ("applicant_type", "employees"),
    }
)


@dataclass(frozen=True)
class Choice:
    """One of the answers offered: what people read, and the value it stands for."""

    title: str
    value: str | bool


@dataclass(frozen=True)
class Question:
    """How a fact is asked: the question, why it is asked, examples and choices; effort 1 is a tap on a button."""

    fact: str
    text: str
    why: str
    examples: tuple[str, ...]
    choices: tuple[Choice, ...]
    effort: float


def next_fact(standing: Standing, pool: int, efforts: Mapping[str, float]) -> str | None:
    """The fact to ask next about the programs of the pool, of those that `efforts` lists; None when all is settled."""
    open_pool = pool & standing.reachable & ~standing.day.by_state[State.ENDED]
    if open_pool and "purposes" in efforts and not standing.facts.closed("purposes"):
        return "purposes"
    worth = {fact: value for fact, value in weigh(standing, open_pool).items() if fact in efforts}
    best = sorted(worth, key=lambda fact: (-worth[fact] / efforts[fact], fact))
    if "started" in worth and "started" in deciding_facts(standing, open_pool):
        best.insert(0, "started")
    return next((fact for fact in best if _moves(standing, open_pool, fact)), best[0] if best else None)


def _moves(standing: Standing, pool: int, fact: str) -> bool:
    """Whether one answer moves something by itself; two answers that only decide together come last."""
    live = pool & standing.undecided
    hanging = [rule for rule, truth in standing.truths if rule.programs & live and _hangs_on(truth, fact)]
    return not hanging or any(can_decide(rule.criterion, standing.facts, fact) for rule in hanging)


def _hangs_on(truth: Truth, fact: str) -> bool:
    return any(gap.fact == fact for gap in truth.gaps)


def deciding_facts(standing: Standing, pool: int) -> frozenset[str]:
    """The facts on which a verdict in the pool still hangs; empty when the verdicts are settled."""
    open_ends = _gaps(standing.truths, pool & standing.undecided, 1.0)
    return frozenset(fact for fact, _, _ in open_ends if not standing.facts.closed(fact))


def weigh(standing: Standing, pool: int) -> Mapping[str, float]:
    """Fact → how much an answer is worth over the pool; only facts that can change something."""
    worth: dict[str, float] = defaultdict(float)
    for fact, programs, share in _open_ends(standing, pool):
        worth[fact] += share * _urgency(standing, programs)
    return {fact: value for fact, value in worth.items() if value and not standing.facts.closed(fact)}


def _open_ends(standing: Standing, pool: int) -> Iterator[tuple[str, int, float]]:
    """(fact, programs it moves, share of the move) for verdicts, estimates and the order of the list."""
    live = pool & ~standing.failed
    yield from _gaps(standing.truths, live & standing.undecided, 1.0)
    yield from _money(standing, live)
    for programs in standing.index.by_field.values():
        yield "tech_theme", live & programs, ORDER_WEIGHT


def _money(standing: Standing, live: int) -> Iterator[tuple[str, int, float]]:
    """The budget where an amount would follow from it, and the facts on which a better track depends."""
    facts, index = standing.facts, standing.index
    if facts.closed("budget_yen") and not facts.knows("budget_yen"):
        return
    tracks = [(rule, evaluate(rule.criterion, facts)) for rule in index.track_rules]
    yield from _gaps(tracks, live, ESTIMATE_WEIGHT)
    rated = index.rated
    for rule, truth in tracks:
        rated |= rule.programs if truth.holds else 0
    yield "budget_yen", live & rated, ESTIMATE_WEIGHT


def _gaps(truths: Iterable[tuple[Rule, Truth]], pool: int, weight: float) -> Iterator[tuple[str, int, float]]:
    for rule, truth in truths:
        if truth.holds is None and rule.programs & pool:
            askable = {gap.fact for gap in truth.gaps if gap.why is Why.NOT_ASKED}
            first = [fact for fact in askable if askable.isdisjoint(WAITS_FOR.get(fact, ()))]
            for fact in first:
                yield fact, rule.programs & pool, weight / len(first)


def _urgency(standing: Standing, programs: int) -> float:
    day = standing.day
    weighted = sum(weight * (programs & day.by_state[state]).bit_count() for state, weight in _URGENCY.items())
    return weighted + URGENT_EXTRA * (programs & day.urgent).bit_count()
