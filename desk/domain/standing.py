"""Where one applicant stands towards all programs at once; agrees with `desk.domain.verdict` for each of them."""

from dataclasses import dataclass

from desk.domain.calls import State
from desk.domain.criteria import evaluate
from desk.domain.facts import PURPOSES
from desk.domain.index import Day, Index, Rule
from desk.domain.programs import Audience
from desk.domain.situation import Facts
from desk.domain.truth import Truth

NO_PURPOSE = frozenset({"other"})


@dataclass(frozen=True)
class Standing:
    """The requirements of the programs in `scope` with their truth, and the sets of programs that follow from them."""

    index: Index
    facts: Facts
    scope: int
    truths: tuple[tuple[Rule, Truth], ...]
    failed: int
    undecided: int

    @property
    def day(self) -> Day:
        """Where the calls stand today."""
        return self.index.on(self.facts.today)

    @property
    def reachable(self) -> int:
        """Programs that the applicant can use themselves."""
        audiences = self.index.by_audience
        university = self.facts.text("applicant_type") == "university"
        return audiences[Audience.DIRECT] | (audiences[Audience.UNIVERSITY] if university else 0)

    @property
    def eligible(self) -> int:
        """対象: every hard requirement holds and nothing is left to a person."""
        index = self.index
        return self.alive & self.reachable & index.published & ~(self.undecided | index.person_checked)

    @property
    def candidates(self) -> int:
        """What may be recommended: published, not ruled out, and not gone for good."""
        operators = self.index.by_audience[Audience.OPERATOR]
        return self.alive & self.index.published & ~(operators | self.day.by_state[State.ENDED])

    @property
    def alive(self) -> int:
        """Programs looked at that nothing known rules out."""
        return self.scope & ~self.failed


def stand(index: Index, facts: Facts, scope: int | None = None) -> Standing:
    """Evaluates every distinct requirement once, of the programs in `scope` or else of all that serve the purposes."""
    looked_at = relevant(index, facts) & index.published if scope is None else scope
    truths = tuple((rule, evaluate(rule.criterion, facts)) for rule in index.rules if rule.programs & looked_at)
    failed = undecided = 0
    for rule, truth in truths:
        if truth.holds is None:
            undecided |= rule.programs
        elif not truth.holds:
            failed |= rule.programs
    return Standing(index, facts, looked_at, truths, failed, undecided & ~failed)


def relevant(index: Index, facts: Facts) -> int:
    """Programs for one of the purposes, or all of them as long as no purpose is known."""
    wanted = purposes_of(facts)
    if not wanted:
        return index.every
    mask = index.by_purpose.get("", 0)
    for purpose in wanted:
        mask |= index.by_purpose.get(purpose, 0)
    return mask


def purposes_of(facts: Facts) -> frozenset[str]:
    """The purposes that programs can be sought by."""
    return (facts.members("purposes") or frozenset()) & (PURPOSES.keys() - NO_PURPOSE)
