"""What every use case works with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from desk.catalogue import Catalogue
from desk.catalogue.overlay import Standing
from desk.clock import Clock
from desk.db.engine import Database
from desk.domain.calendar import Calendar
from desk.notify.notifier import Notifier
from desk.services.changes import Changes
from desk.services.library import Library
from desk.services.profile import Profile
from desk.services.published import Published, Shown
from desk.services.safeguards import Safeguards
from desk.services.signs import Signs


@dataclass(frozen=True)
class Desk:
    """The desk of one ward: its record, what it knows, its hours and its clock.

    What the seeds say is seen through what staff have published over it.
    """

    database: Database
    seeds: Catalogue
    seed_profile: Profile
    now: Clock
    changes: Changes = field(default_factory=Changes)
    #: ways to tell staff something outside of the console
    notifiers: Sequence[Notifier] = ()
    #: where staff open the console, for links that leave the desk
    public_url: str = ""
    signs: Signs = field(default_factory=Signs)
    published: Published = field(default_factory=Published)

    safeguards: Safeguards = field(default_factory=Safeguards)
    #: for how long conversations are kept in which nothing happens; None: for ever
    retention: timedelta | None = None

    @property
    def catalogue(self) -> Catalogue:
        """The programs as people see them now."""
        return self._shown.catalogue

    @property
    def profile(self) -> Profile:
        """Who and where the desk is, and when it is open."""
        return self._shown.profile

    @property
    def library(self) -> Library:
        """The knowledge as people find it now."""
        return self._shown.library

    @property
    def standings(self) -> Mapping[str, Standing]:
        """How each published edit of a program stands beside its seed, by the program's id."""
        return self._shown.standings

    @property
    def calendar(self) -> Calendar:
        """Opening hours."""
        return self.profile.calendar

    @property
    def _shown(self) -> Shown:
        return self.published.shown(self.database, self.seeds, self.seed_profile)
