"""What a coordinator reads first about a case, from what stands in the record."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from desk.db.tables import Case
from desk.domain.brief import Record, brief_of
from desk.domain.needs import UNFINISHED
from desk.services.context import Desk
from desk.services.needs import NeedLine
from desk.services.wishes import own_messages


def brief_for(
    session: Session,
    desk: Desk,
    case: Case,
    needs: Sequence[NeedLine],
    facts: Mapping[str, Any],
    verdicts: Sequence[Mapping[str, Any]],
) -> tuple[str, ...]:
    """The lines of a case; needs that are finished are left out unless all are."""
    waiting = [need for need in needs if need.status in UNFINISHED] or needs
    record = Record(
        reason=case.reason,
        needs=[need.title for need in waiting],
        urgency=case.urgency,
        said=[(each.intent, each.text) for each in own_messages(session, case.conversation_id)],
        facts=facts,
        verdicts=verdicts,
        contact=case.contact,
        preference=case.contact_preference,
        consent_at=case.consent_at,
        consent_wording=case.consent_wording,
        consent_how=case.consent_how,
    )
    return brief_of(record, desk.catalogue.areas, desk.now().date())
