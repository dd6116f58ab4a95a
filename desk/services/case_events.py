"""The log of a case, inside the caller's transaction: rows are only added, and every change of a case adds one."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from desk.db.tables import Case, CaseEvent
from desk.services.clocks import turn_clocks
from desk.services.context import Desk


def record_event(
    session: Session, desk: Desk, case: Case, actor: str, kind: str, detail: Mapping[str, Any] | None = None
) -> None:
    """Add one event, and turn the clocks of the case by it; events are never changed."""
    turn_clocks(desk, case, kind, detail or {})
    session.add(CaseEvent(case_id=case.id, actor=actor, kind=kind, detail=dict(detail or {}), at=desk.now()))
