"""What people see now: the seeds, and over them what staff have published. Rebuilt when anybody published something."""

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.catalogue import Catalogue
from desk.catalogue.overlay import Edit, Standing, overlay
from desk.db.engine import Database
from desk.db.tables import Counter, ProfileEdit, Revision
from desk.domain.editing import Kind, State
from desk.services.library import EntryEdit, Library, library_with
from desk.services.profile import Profile

#: the counter whose value is the serial of what was published last, whatever it was
SERIAL = "published"
#: seconds until the database is asked again whether another process has published something
CHECKED_EVERY = 2.0


@dataclass(frozen=True, eq=False)
class Shown:
    """One state of what people see. `standings` tells of every published edit how it stands beside its seed."""

    serial: int
    seeds: tuple[Catalogue, Profile]
    catalogue: Catalogue
    standings: Mapping[str, Standing]
    profile: Profile
    entry_edits: tuple[EntryEdit, ...]

    @cached_property
    def library(self) -> Library:
        """The knowledge; arranged for searching when it is first asked for."""
        return library_with(self.entry_edits)


class Published:
    """Keeps the newest state. The database is asked for its serial now and then, and read only when that has grown."""

    def __init__(self, every: float = CHECKED_EVERY) -> None:
        self._every = every
        self._lock = threading.Lock()
        self._shown: Shown | None = None
        self._checked = 0.0

    def shown(self, database: Database, catalogue: Catalogue, profile: Profile) -> Shown:
        """What people see over these seeds. While one thread looks for news, others go on with what is known."""
        known, seeds = self._shown, (catalogue, profile)
        fits = known is not None and all(one is other for one, other in zip(known.seeds, seeds, strict=True))
        if known is not None and fits and time.monotonic() - self._checked < self._every:
            return known
        if not self._lock.acquire(blocking=not fits) and known is not None:
            return known
        try:
            self._shown = self._newest(database, seeds, known if fits else None)
            self._checked = time.monotonic()
            return self._shown
        finally:
            self._lock.release()

    def forget(self) -> None:
        """Something was published here: look at once when asked next."""
        self._checked = 0.0

    def _newest(self, database: Database, seeds: tuple[Catalogue, Profile], known: Shown | None) -> Shown:
        with database.aside() as session:
            serial = session.scalar(select(Counter.value).where(Counter.name == SERIAL)) or 0
            return known if known is not None and known.serial == serial else _read(session, serial, seeds)


def _read(session: Session, serial: int, seeds: tuple[Catalogue, Profile]) -> Shown:
    catalogue, profile = seeds
    programs = [Edit(row.subject, row.content, row.seed_digest) for row in published_rows(session, Kind.PROGRAM)]
    entries = tuple(EntryEdit(row.subject, row.content, row.seed_digest) for row in published_rows(session, Kind.ENTRY))
    overlaid = overlay(catalogue, programs)
    return Shown(serial, seeds, overlaid.catalogue, overlaid.standings, _profile(session, profile), entries)


def published_rows(session: Session, kind: Kind) -> list[Revision]:
    """The newest published revision of every record, in the order of publishing."""
    query = select(Revision).where(Revision.kind == kind, Revision.state == State.PUBLISHED)
    newest = {row.subject: row for row in session.scalars(query.order_by(Revision.serial))}
    return sorted(newest.values(), key=lambda row: row.serial or 0)


def _profile(session: Session, profile: Profile) -> Profile:
    edit = session.scalar(select(ProfileEdit).order_by(ProfileEdit.id.desc()).limit(1))
    return profile if edit is None else Profile.model_validate(profile.model_dump() | edit.content)
