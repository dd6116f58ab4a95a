"""A desk at which nobody has published anything, for tests that have no database."""

from desk.catalogue import Catalogue
from desk.db.engine import Database
from desk.services.profile import Profile
from desk.services.published import Published, Shown


class NothingPublished(Published):
    """People see the seeds; the database is not asked."""

    def shown(self, database: Database, catalogue: Catalogue, profile: Profile) -> Shown:
        """The seeds as they are."""
        return Shown(0, (catalogue, profile), catalogue, {}, profile, ())
