"""What every use case works with."""

from dataclasses import dataclass, field

from desk.catalogue import Catalogue
from desk.clock import Clock
from desk.db.engine import Database
from desk.domain.calendar import Calendar
from desk.services.changes import Changes
from desk.services.profile import Profile


@dataclass(frozen=True)
class Desk:
    """The desk of one ward: its record, its catalogue, its hours and its clock."""

    database: Database
    catalogue: Catalogue
    profile: Profile
    now: Clock
    changes: Changes = field(default_factory=Changes)

    @property
    def calendar(self) -> Calendar:
        """Opening hours."""
        return self.profile.calendar
