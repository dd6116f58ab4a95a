"""Who and where the desk is, from `seeds/desk.yaml`: name, place, hours, closing days."""

from datetime import date, time
from pathlib import Path
from typing import Annotated, Self

import holidays
import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from desk.domain.calendar import WEEKDAYS, Calendar


class Hours(BaseModel):
    """Opening hours as the ward writes them down."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    weekdays: Annotated[list[Annotated[int, Field(ge=0, le=6)]], Field(min_length=1)]
    opens: time
    closes: time
    closures: list[date]

    @model_validator(mode="after")
    def open_before_closing(self) -> Self:
        """A day at the desk has a length."""
        if self.opens >= self.closes:
            raise PydanticCustomError("hours", "the desk closes before it opens")
        return self


class Profile(BaseModel):
    """The desk's own data. `phone` and `email` are absent until the ward has fixed them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ward: str
    name: str
    place: Annotated[str, Field(min_length=1, max_length=200)]
    phone: Annotated[str, Field(pattern=r"^[0-9][0-9-]{5,18}$")] | None = None
    email: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")] | None = None
    fee: Annotated[str, Field(min_length=1, max_length=100)]
    hours: Hours
    #: the fitting coordinator is asked as soon as a case is opened
    offer_automatically: bool = True
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
