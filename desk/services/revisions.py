"""Revisions on their way to the public, whatever they are of: begun, submitted, sent back, published, remembered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from desk.db.tables import Revision, Staff
from desk.domain.editing import (
    OPEN,
    PUBLISH,
    RETURN,
    SUBMIT,
    WITHDRAW,
    WRITABLE,
    Base,
    Kind,
    State,
    WrongState,
    carry_out,
    check_author,
    check_base,
    check_decider,
)
from desk.services.context import Desk
from desk.services.counters import next_number
from desk.services.published import SERIAL

log = structlog.get_logger(__name__)

#: so many of the newest versions of a record are listed
HISTORY = 50


class NoSuchRevision(LookupError):
    """There is no revision of this id."""


class NoSuchRecord(LookupError):
    """There is no record of this id, in the seeds or over them."""


@dataclass(frozen=True)
class Draft:
    """What somebody wants a record to say, why, and what they made it from."""

    kind: Kind
    subject: str
    content: Mapping[str, Any]
    reason: str
    base: Base
    origin: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Version:
    """One revision as people read it: who wrote it and why, where it stands, and who decided what about it."""

    id: int
    kind: Kind
    subject: str
    state: State
    content: Mapping[str, Any]
    reason: str
    origin: Mapping[str, Any]
    base: Base
    author_id: int
    author: str
    created_at: datetime
    edited_at: datetime
    submitted_at: datetime | None
    decided_by: str | None
    decided_at: datetime | None
    comment: str | None
    serial: int | None

    @property
    def writable(self) -> bool:
        """Whether its author may still write in it."""
        return self.state in WRITABLE

    @property
    def open(self) -> bool:
        """Whether somebody still has work with it."""
        return self.state in OPEN


def read_version(desk: Desk, revision_id: int) -> Version:
    """One revision. Raises `NoSuchRevision`."""
    with desk.database.reading() as session:
        row = session.execute(_versions().where(Revision.id == revision_id)).first()
    if row is None:
        raise NoSuchRevision(revision_id)
    revision, author, decider = row
    return _version(revision, author, decider)


def read_history(desk: Desk, kind: Kind, subject: str) -> Sequence[Version]:
    """The revisions of a record, the newest first."""
    query = _versions().where(Revision.kind == kind, Revision.subject == subject).order_by(Revision.id.desc())
    with desk.database.reading() as session:
        return [_version(row, author, decider) for row, author, decider in session.execute(query.limit(HISTORY))]


def read_open(desk: Desk, kind: Kind) -> Sequence[Version]:
    """Everything of a kind that somebody still has work with: what waits for a decision first, the oldest first."""
    query = _versions().where(Revision.kind == kind, Revision.state.in_(OPEN))
    with desk.database.reading() as session:
        rows = session.execute(query.order_by(Revision.state != State.SUBMITTED, Revision.edited_at, Revision.id))
        return [_version(row, author, decider) for row, author, decider in rows]


def drafted_again(old: Version, base: Base) -> Draft:
    """What a version said, to be drafted anew over what is published now."""
    return Draft(old.kind, old.subject, old.content, f"第{old.id}版の内容に戻します。", base, old.origin)


def begin(session: Session, desk: Desk, draft: Draft, author_id: int) -> Revision:
    """A new draft."""
    row = Revision(
        kind=draft.kind,
        subject=draft.subject,
        content=dict(draft.content),
        state=State.DRAFT,
        reason=draft.reason,
        origin=dict(draft.origin),
        base_serial=draft.base.serial,
        seed_digest=draft.base.seed,
        author_id=author_id,
        created_at=desk.now(),
        edited_at=desk.now(),
    )
    session.add(row)
    session.flush()
    log.info("revision_begun", revision=row.id, kind=row.kind, subject=row.subject)
    return row


def rewrite(
    session: Session, desk: Desk, revision_id: int, content: Mapping[str, Any], reason: str, author_id: int
) -> Revision:
    """Its author writes in a draft, or in what was sent back. Raises `OthersWork` and `WrongState`."""
    row = locked(session, revision_id)
    check_author(row.author_id, author_id)
    if row.state not in WRITABLE:
        raise WrongState(row.state)
    row.content, row.reason, row.edited_at = dict(content), reason, desk.now()
    return row


def submit(desk: Desk, revision_id: int, author_id: int) -> None:
    """Ask somebody else to look at it. Raises `OthersWork` and `WrongState`."""
    with desk.database.transaction() as session:
        row = locked(session, revision_id)
        check_author(row.author_id, author_id)
        row.state, row.submitted_at = carry_out(SUBMIT, row.state), desk.now()
    log.info("revision_submitted", revision=revision_id)


def withdraw(desk: Desk, revision_id: int, author_id: int) -> None:
    """Its author gives it up. Raises `OthersWork` and `WrongState`."""
    with desk.database.transaction() as session:
        row = locked(session, revision_id)
        check_author(row.author_id, author_id)
        row.state = carry_out(WITHDRAW, row.state)
    log.info("revision_withdrawn", revision=revision_id)


def send_back(desk: Desk, revision_id: int, decider_id: int, comment: str) -> None:
    """Somebody else has looked at it and says what must be mended. Raises `OwnWork` and `WrongState`."""
    with desk.database.transaction() as session:
        row = locked(session, revision_id)
        _decide(desk, row, RETURN, decider_id, comment)
    log.info("revision_returned", revision=revision_id)


def publish(session: Session, desk: Desk, row: Revision, now: Callable[[], Base], decider_id: int) -> None:
    """Somebody else lets it become what people see; `now` tells what it would take the place of.

    `row` must be locked. Raises `OwnWork`, `WrongState` and `Outdated`.
    """
    # The number first: its lock lets only one writer at a time look at what stands now.
    serial = next_number(session, SERIAL)
    check_base(Base(row.base_serial, row.seed_digest), now())
    _decide(desk, row, PUBLISH, decider_id, None)
    row.serial = serial
    session.flush()
    log.info("revision_published", revision=row.id, kind=row.kind, subject=row.subject, serial=row.serial)


def locked(session: Session, revision_id: int) -> Revision:
    """The row of a revision, held until the commit. Raises `NoSuchRevision`."""
    row = session.get(Revision, revision_id, with_for_update=True)
    if row is None:
        raise NoSuchRevision(revision_id)
    return row


def newest(session: Session, kind: Kind, subject: str) -> Revision | None:
    """What was published last of a record."""
    query = select(Revision).where(Revision.kind == kind, Revision.subject == subject)
    return session.scalar(query.where(Revision.serial.is_not(None)).order_by(Revision.serial.desc()).limit(1))


def _decide(desk: Desk, row: Revision, act: tuple[frozenset[State], State], decider_id: int, said: str | None) -> None:
    check_decider(row.author_id, decider_id)
    row.state = carry_out(act, row.state)
    row.decided_by_id, row.decided_at, row.comment = decider_id, desk.now(), said


def _versions() -> Select[Revision, str, str]:
    decider = aliased(Staff)
    query = select(Revision, Staff.name, decider.name).join(Staff, Staff.id == Revision.author_id)
    return query.outerjoin(decider, decider.id == Revision.decided_by_id)


def _version(row: Revision, author: str, decider: str | None) -> Version:
    same = ("id", "subject", "content", "reason", "origin", "author_id", "created_at", "edited_at", "submitted_at",
            "decided_at", "comment", "serial")  # fmt: skip
    return Version(
        **{name: getattr(row, name) for name in same},
        kind=Kind(row.kind),
        state=State(row.state),
        base=Base(row.base_serial, row.seed_digest),
        author=author,
        decided_by=decider,
    )
