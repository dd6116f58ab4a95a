"""Who and where the desk is, from `seeds/desk.yaml`: name, place, hours, closing days."""

from datetime import date, time
from pathlib import Path

import holidays
import yaml
from pydantic import BaseModel, ConfigDict

from desk.domain.calendar import WEEKDAYS, Calendar


class Hours(BaseModel):
    """Opening hours as the ward writes them down."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    weekdays: list[int]
    opens: time
    closes: time
    closures: list[date]


class Profile(BaseModel):
    """The desk's own data. `phone` and `email` are absent until the ward has fixed them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ward: str
    name: str
    place: str
    phone: str | None = None
    email: str | None = None
    fee: str
    hours: Hours
    checked_on: date

    @property
    def calendar(self) -> Calendar:
        """The calendar with Japan's holidays."""
        hours = self.hours
        closures = frozenset(hours.closures)
        return Calendar(hours.opens, hours.closes, frozenset(hours.weekdays), holidays.country_holidays("JP"), closures)

    @property
    def hours_text(self) -> str:
        """Opening hours for people: 月・火・水・木・金 9:00〜17:00."""
        days = "・".join(WEEKDAYS[day] for day in self.hours.weekdays)
        return f"{days} {self.hours.opens:%-H:%M}〜{self.hours.closes:%-H:%M}"


def load_profile(path: Path, ward: str) -> Profile:
    """Read the profile; `ward` (from the settings) replaces the one in the file."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Profile.model_validate(data | {"ward": ward})
