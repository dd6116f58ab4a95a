"""When a question is answered, when it is asked back, and when the desk says that it does not know."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.domain.search import same

#: below this nothing found has enough to do with the question; other matters of everyday life score up to about 0.2
KNOWN = 0.22
#: one this sure, and so many times surer than the next, is the answer; else the person chooses
SURE = 0.3
LEAD = 1.4
#: so many are offered for choice, unless they fall behind the best by more than this share
OFFERED = 3
BEHIND = 0.55


@dataclass(frozen=True)
class Finding:
    """Something found: the questions it was written for, and its score (1 = asks just that)."""

    questions: Sequence[str]
    score: float


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
    if not findings or findings[0].score < KNOWN:
        return Choice()
    if _leads([finding.score for finding in findings]):
        return Choice(sure=0)
    near = [number for number, finding in enumerate(findings) if finding.score >= BEHIND * findings[0].score]
    return Choice(perhaps=tuple(near[:OFFERED]))


def _leads(scores: Sequence[float]) -> bool:
    return scores[0] >= SURE and (len(scores) == 1 or scores[0] >= LEAD * scores[1])
