"""What the address of the queue asks for."""

from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from desk.domain.baskets import Basket, Wanted
from desk.domain.cases import Speciality, Status
from desk.services.leafing import MOST, PAGE_SIZE

#: a form sends the empty text for "any day"
Day = Annotated[date | None, BeforeValidator(lambda given: given or None)]
Short = Annotated[str, Field(max_length=100)]
LAST_PAGE = MOST // PAGE_SIZE
#: the parts of the form that are hidden until somebody uses one of them
MORE = ("status", "channel", "assignee", "since", "until", "area", "industry")


class Asked(BaseModel):
    """What the address asks for; a form sends the empty text for "any"."""

    model_config = ConfigDict(frozen=True)

    basket: Basket = Basket.NEW
    status: Status | Literal[""] = ""
    speciality: Speciality | Literal[""] = ""
    channel: Short = ""
    assignee: Short = ""
    since: Day = None
    until: Day = None
    area: Short = ""
    industry: Short = ""
    q: Short = ""
    page: Annotated[int, Field(ge=1, le=LAST_PAGE)] = 1

    @property
    def wanted(self) -> Wanted:
        """The same for the service."""
        return Wanted(**self.model_dump() | {"area": self.area.strip()})

    @property
    def narrowed(self) -> bool:
        """Whether anything beside the basket is asked for."""
        return any(getattr(self, name) for name in ("q", "speciality", *MORE))

    @property
    def in_detail(self) -> bool:
        """Whether a part of the form is used that is hidden at first."""
        return any(getattr(self, name) for name in MORE)

    def address(self, **changes: Any) -> str:
        """The address of the queue with some of it changed; what is not asked for is left out."""
        asked = self.model_dump(mode="json") | {"page": 1} | changes
        return "?" + urlencode({name: value for name, value in asked.items() if value and (name, value) != ("page", 1)})
