"""How much a program would pay towards a planned budget, and what remains to be borne."""

from dataclasses import dataclass

from desk.domain.criteria import evaluate
from desk.domain.programs import Amount, Program, Terms
from desk.domain.situation import Facts
from desk.domain.wording import yen


@dataclass(frozen=True)
class Estimate:
    """Yen the program would pay at most and yen left to the applicant; both None when it cannot be said."""

    pays: int | None = None
    own_share: int | None = None
    note: str | None = None


def estimate(program: Program, facts: Facts) -> Estimate:
    """The best amount over the tracks open to this applicant; nothing without budget, rate or cap.

    A track whose criterion is unknown is not counted on. Below the floor of the grant the note says so.
    """
    budget = facts.number("budget_yen")
    open_terms = [terms for terms in program.amount.terms if _open_to(terms, facts)]
    if budget is None or not open_terms:
        return Estimate()
    planned = int(budget.low)
    best = max(open_terms, key=lambda terms: _paid(terms, planned))
    return _with_floor(program.amount, best, planned)


def _open_to(terms: Terms, facts: Facts) -> bool:
    return terms.criterion is None or evaluate(terms.criterion, facts).holds is True


def _paid(terms: Terms, budget: int) -> int:
    return min(int(budget * terms.rate), terms.cap)


def _with_floor(amount: Amount, best: Terms, budget: int) -> Estimate:
    pays = _paid(best, budget)
    if amount.min_yen is not None and pays < amount.min_yen:
        return Estimate(note=f"この予算では助成額が{yen(pays)}となり、申請の下限（{yen(amount.min_yen)}）に届きません")
    track = f"「{best.name}」の場合、" if best.name else ""
    return Estimate(pays, budget - pays, f"{track}助成の目安は{yen(pays)}、自己負担は{yen(budget - pays)}です")
