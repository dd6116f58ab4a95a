"""Use case: set where the desk is, when it is open and how to reach it; promises follow at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.catalogue.editing import RecordFault, UnfitRecord
from desk.db.tables import ProfileEdit, Staff
from desk.domain.editing import Outdated
from desk.services.changes import CASES
from desk.services.context import Desk
from desk.services.counters import next_number
from desk.services.profile import Profile
from desk.services.published import SERIAL
from desk.services.staff import Member

log = structlog.get_logger(__name__)

EDITABLE = ("place", "phone", "email", "fee", "hours")
HISTORY = 30


@dataclass(frozen=True)
class ProfileVersion:
    """What somebody set, when and why."""

    id: int
    content: Mapping[str, Any]
    reason: str
    author: str
    at: datetime


def profile_now(desk: Desk) -> dict[str, Any]:
    """What stands now, as JSON."""
    return desk.profile.model_dump(mode="json", include=set(EDITABLE))


def profile_history(desk: Desk) -> Sequence[ProfileVersion]:
    """What was set, the newest first."""
    query = select(ProfileEdit, Staff.name).join(Staff, Staff.id == ProfileEdit.author_id)
    with desk.database.reading() as session:
        rows = session.execute(query.order_by(ProfileEdit.id.desc()).limit(HISTORY))
        return [ProfileVersion(row.id, row.content, row.reason, name, row.at) for row, name in rows]


def set_profile(desk: Desk, content: Mapping[str, Any], reason: str, author: Member, seen: int | None) -> None:
    """Set it. `seen` is the version that the author had before them.

    Raises `UnfitRecord` with every field that is wrong, and `Outdated` when somebody else was faster.
    """
    checked_profile(desk, content)
    with desk.database.transaction() as session:
        # The number first: its lock lets only one writer at a time look at what stands now.
        next_number(session, SERIAL)
        if _newest(session) != seen:
            raise Outdated
        session.add(ProfileEdit(content=dict(content), reason=reason, author_id=author.id, at=desk.now()))
    desk.published.forget()
    log.info("profile_set", staff=author.login)
    desk.changes.report(CASES)


def checked_profile(desk: Desk, content: Mapping[str, Any]) -> Profile:
    """The profile that a content makes. Raises `UnfitRecord`."""
    try:
        return Profile.model_validate(desk.seed_profile.model_dump() | dict(content))
    except ValidationError as error:
        raise UnfitRecord(RecordFault(tuple(each["loc"]), each["type"]) for each in error.errors()) from error


def _newest(session: Session) -> int | None:
    return session.scalar(select(ProfileEdit.id).order_by(ProfileEdit.id.desc()).limit(1))
