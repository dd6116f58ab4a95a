"""Use cases: record what came of a case, take back what was recorded wrongly, and read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from desk.db.tables import Case, CaseResult
from desk.domain.results import Evidence, Result, ResultKind, UnfitResult, check_result
from desk.services.case_events import record_event
from desk.services.case_rows import NoSuchCase
from desk.services.changes import CASES
from desk.services.context import Desk

log = structlog.get_logger(__name__)


class NoSuchResult(LookupError):
    """The case has no such result, or it was taken back before."""


class AlreadyRecorded(ValueError):
    """The very same result stands in the record of this case."""


@dataclass(frozen=True)
class Recorded:
    """A result as it stands in the record of a case."""

    id: int
    result: Result
    actor: str
    at: datetime


def record_result(desk: Desk, number: str, actor: str, result: Result) -> int:
    """The id of the new result. Raises `NoSuchCase`, `UnfitResult` and `AlreadyRecorded`."""
    with desk.database.transaction() as session:
        case = _case(session, number)
        row = add_result(session, desk, case, actor, result)
        result_id, conversation_id = row.id, case.conversation_id
    log.info("result_recorded", case=number, kind=result.kind)
    desk.changes.report(conversation_id, CASES)
    return result_id


def add_result(session: Session, desk: Desk, case: Case, actor: str, result: Result) -> CaseResult:
    """The same inside the caller's transaction. `actor` is a login, or `user` for what the person says."""
    check_result(result, desk.now().date())
    if result.program_id and result.program_id not in desk.catalogue.index.position:
        raise UnfitResult("program_id")
    if any(_as_result(row) == result for row in session.scalars(_standing(case.id))):
        raise AlreadyRecorded(result.kind)
    row = _row(case, actor, desk.now(), result)
    session.add(row)
    session.flush()
    record_event(session, desk, case, actor, "result", {"kind": result.kind, "result_id": row.id})
    return row


def withdraw_result(desk: Desk, number: str, result_id: int, actor: str) -> None:
    """Take a result back; both rows stay. Raises `NoSuchCase` and `NoSuchResult`."""
    with desk.database.transaction() as session:
        case = _case(session, number)
        wrong = session.scalar(_standing(case.id).where(CaseResult.id == result_id))
        if wrong is None:
            raise NoSuchResult(result_id)
        session.add(_row(case, actor, desk.now(), _as_result(wrong), withdraws_id=wrong.id))
        record_event(session, desk, case, actor, "result_withdrawn", {"kind": wrong.kind, "result_id": wrong.id})
        conversation_id = case.conversation_id
    log.info("result_withdrawn", case=number, result=result_id)
    desk.changes.report(conversation_id, CASES)


def results_of(desk: Desk, number: str) -> list[Recorded]:
    """What came of a case and was not taken back, the latest first. Raises `NoSuchCase`."""
    with desk.database.reading() as session:
        query = _standing(_case(session, number, lock=False).id)
        rows = session.scalars(query.order_by(CaseResult.happened_on.desc(), CaseResult.id.desc()))
        return list(_recorded(rows))


def standing_results() -> Select[CaseResult]:
    """Results of all cases that were not taken back."""
    withdrawal = aliased(CaseResult)
    taken_back = select(withdrawal.id).where(withdrawal.withdraws_id == CaseResult.id).exists()
    return select(CaseResult).where(CaseResult.withdraws_id.is_(None), ~taken_back)


def _standing(case_id: int) -> Select[CaseResult]:
    return standing_results().where(CaseResult.case_id == case_id)


def _case(session: Session, number: str, lock: bool = True) -> Case:
    """With the lock two people record one after the other, so that the same result is seen to be there."""
    query = select(Case).where(Case.number == number)
    case = session.scalar(query.with_for_update() if lock else query)
    if case is None:
        raise NoSuchCase(number)
    return case


def _row(case: Case, actor: str, at: datetime, result: Result, withdraws_id: int | None = None) -> CaseResult:
    return CaseResult(
        case_id=case.id,
        kind=result.kind,
        happened_on=result.happened_on,
        amount_yen=result.amount_yen,
        program_id=result.program_id,
        partner=result.partner,
        reference=result.reference,
        evidence=result.evidence,
        note=result.note,
        withdraws_id=withdraws_id,
        actor=actor,
        at=at,
    )


def _as_result(row: CaseResult) -> Result:
    return Result(
        kind=ResultKind(row.kind),
        happened_on=row.happened_on,
        amount_yen=row.amount_yen,
        program_id=row.program_id,
        partner=row.partner,
        reference=row.reference,
        evidence=Evidence(row.evidence),
        note=row.note,
    )


def _recorded(rows: Iterable[CaseResult]) -> Iterable[Recorded]:
    return (Recorded(row.id, _as_result(row), row.actor, row.at) for row in rows)
