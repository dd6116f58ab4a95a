"""Judges one program for one applicant: 対象, 要確認 or 対象外, always with reasons."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desk.domain.criteria import AllOf, Criterion, evaluate, facts_of, leaves
from desk.domain.facts import FACTS
from desk.domain.programs import Audience, Condition, Program, Role, Status
from desk.domain.situation import Facts
from desk.domain.truth import Gap, Truth, Why
from desk.domain.wording import sentence


class Outcome(StrEnum):
    """対象, 要確認, 対象外."""

    ELIGIBLE = "eligible"
    POSSIBLE = "possible"
    INELIGIBLE = "ineligible"


@dataclass(frozen=True)
class Reason:
    """One requirement: a sentence with the limit beside the answer, whether it holds, and the fact it hangs on.

    `condition` is the requirement as the record words it; `why` tells what kind of unknown it is.
    """

    text: str
    holds: bool | None
    fact: str | None
    condition: str
    why: Why | None = None


@dataclass(frozen=True)
class Verdict:
    """The outcome with its reasons: failures first, then what is open, then what holds.

    `unknown_facts` are answers still missing, in the order of the vocabulary; `person_checks` is left to a person.
    """

    outcome: Outcome
    reasons: tuple[Reason, ...]
    unknown_facts: tuple[str, ...]
    person_checks: tuple[str, ...]


_AUDIENCE = {
    Audience.UNIVERSITY: "大学・研究機関が申請する制度です。連携先の大学を通じて利用します",
    Audience.OPERATOR: "施設・展示会・団体などの運営者に向けた制度です",
    Audience.INTERMEDIARY: "金融機関や支援機関を通じて申し込む制度です",
    Audience.REFERENCE: "申請するものではなく、どなたでも見られる情報源です",
}
#: nobody is called 対象 without a reason
OPEN_TO_ALL = Reason("利用できる人を限る条件は、資料に書かれていません", True, None, "利用できる人")
_ORDER = {False: 0, None: 1, True: 2}
UNANSWERED = frozenset({Why.NOT_ASKED, Why.UNSURE, Why.DECLINED})


def judge(program: Program, facts: Facts) -> Verdict:
    """The verdict on a program.

    An ended one is 対象外 by its end; of an unpublished one nothing is said but that.
    """
    if program.status is Status.UNPUBLISHED:
        return Verdict(Outcome.POSSIBLE, tuple(_status(program)), (), ())
    coded = [(each, condition) for condition in program.hard_criteria for each in conjuncts(condition)]
    truths = [evaluate(each, facts) for each, _ in coded]
    reasons = [_coded(each, condition, truth, facts) for (each, condition), truth in zip(coded, truths, strict=True)]
    reasons += [*_status(program), *_person(program), *_audience(program, facts)]
    reasons = reasons or [OPEN_TO_ALL]
    outcome = outcome_of([reason.holds for reason in reasons])
    missing = () if outcome is Outcome.INELIGIBLE else _missing(truths)
    checks = tuple(condition.text for condition in program.person_checks)
    return Verdict(outcome, tuple(sorted(reasons, key=lambda each: _ORDER[each.holds])), missing, checks)


def outcome_of(held: list[bool | None]) -> Outcome:
    """The outcome of hard requirements: one failure decides, and 対象 needs them all."""
    if False in held:
        return Outcome.INELIGIBLE
    return Outcome.POSSIBLE if None in held else Outcome.ELIGIBLE


def conjuncts(condition: Condition) -> Iterator[Criterion]:
    """The parts of a coded condition that must all hold, so that each is told by itself."""
    yield from _split(condition.criterion) if condition.criterion is not None else ()


def reachable(program: Program, facts: Facts) -> bool:
    """Whether the applicant can use the program themselves: its audience is direct, or they are the university."""
    university = facts.text("applicant_type") == "university"
    return program.audience is Audience.DIRECT or (university and program.audience is Audience.UNIVERSITY)


def advantages(program: Program, facts: Facts) -> Iterator[str]:
    """Soft conditions worth telling: what would help, and what concerns only some applicants."""
    for condition in program.conditions:
        if condition.hard or condition.role not in (Role.CODED, Role.PERSON):
            continue
        if condition.criterion is None:
            yield f"確認事項: {condition.text}"
        elif evaluate(condition.criterion, facts).holds is not False:
            yield f"当てはまると有利: {condition.text}"


def _split(criterion: Criterion) -> Iterator[Criterion]:
    if isinstance(criterion, AllOf):
        for part in criterion.parts:
            yield from _split(part)
    else:
        yield criterion


def _coded(criterion: Criterion, condition: Condition, truth: Truth, facts: Facts) -> Reason:
    why = min((gap.why for gap in truth.gaps), key=list(Why).index, default=None)
    return Reason(sentence(criterion, facts), truth.holds, _telling_fact(criterion, truth, facts), condition.text, why)


def _telling_fact(criterion: Criterion, truth: Truth, facts: Facts) -> str | None:
    """The missing fact, else the first known one of the leaf that shows the result."""
    missing = {gap.fact for gap in truth.gaps}
    every = list(leaves(criterion))
    shown = [leaf for leaf in every if evaluate(leaf, facts).holds is truth.holds] or every
    names = [name for leaf in shown for name in facts_of(leaf)]
    wanted = [name for name in names if (name in missing if missing else facts.knows(name))]
    return next(iter(wanted or names), None)


def _status(program: Program) -> Iterator[Reason]:
    if program.status is Status.ENDED:
        yield Reason(program.status_reason or "この制度は終了しました", False, None, "募集の状況")
    elif program.status is not Status.PUBLISHED:
        yield Reason(program.status_reason or "内容を確認中です", None, None, "募集の状況", Why.PERSON_ONLY)


def _person(program: Program) -> Iterator[Reason]:
    for condition in program.person_checks:
        yield Reason(f"{condition.text}（{condition.note}）", None, None, condition.text, Why.PERSON_ONLY)


def _audience(program: Program, facts: Facts) -> Iterator[Reason]:
    if not reachable(program, facts):
        yield Reason(_AUDIENCE[program.audience], None, None, "利用できる人", Why.NOT_APPLICABLE)


def _missing(truths: list[Truth]) -> tuple[str, ...]:
    names = {gap.fact for truth in truths for gap in truth.gaps if _unanswered(gap)}
    return tuple(name for name in FACTS if name in names)


def _unanswered(gap: Gap) -> bool:
    return gap.why in UNANSWERED
