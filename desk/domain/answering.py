"""When a question is answered, when it is asked back, and when the desk says that it does not know."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.domain.search import same

#: what a search by pairs of characters finds below this has too little to do with the question
KNOWN = 0.22
#: the same for a search of knowledge, whose likeness also counts meaning; set, like SURE and LEAD, with
#: `tests/knowledge/queries.yml`; `tests/knowledge` holds it on `unseen.yml`, which was written afterwards
LIKE = 0.45
#: one this like the question, and so much further up than the next (in the standard deviations that views are added
#: up in), is the answer; else the person chooses
SURE = 0.57
LEAD = 2.0
#: so many are offered for choice, unless they are much further down than the best
OFFERED = 3
BEHIND = 0.55


@dataclass(frozen=True)
class Finding:
    """Something found: the questions it was written for, how like them the question is (1 = asks just that), and the
    figure that findings are ordered by."""

    questions: Sequence[str]
    likeness: float
    rank: float


@dataclass(frozen=True)
class Choice:
    """Indices into the findings: the one answer, or those to choose from; neither when nothing fits."""

    sure: int | None = None
    perhaps: tuple[int, ...] = ()


def choose(question: str, findings: Sequence[Finding]) -> Choice:
    """What to do with findings that are ordered best first."""
    for number, finding in enumerate(findings):
        if any(same(question, written) for written in finding.questions):
            return Choice(sure=number)
    if not findings or findings[0].likeness < LIKE:
        return Choice()
    if _leads(findings):
        return Choice(sure=0)
    near = [number for number, finding in enumerate(findings) if finding.rank >= BEHIND * findings[0].rank]
    return Choice(perhaps=tuple(near[:OFFERED]))


def _leads(findings: Sequence[Finding]) -> bool:
    first, *others = findings
    return first.likeness >= SURE and all(first.rank - other.rank >= LEAD for other in others)
