"""The queue of cases in baskets."""

from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from desk.channels.request import desk_of
from desk.console.access import signed_in, watching
from desk.console.answers import ConsoleRoute, show
from desk.console.live import when_changed
from desk.domain.cases import Speciality, Status
from desk.services.console import Basket, Wanted, read_queue
from desk.services.context import Desk
from desk.services.staff import Member

router = APIRouter(
    prefix="/console", include_in_schema=False, route_class=ConsoleRoute, dependencies=[Depends(signed_in)]
)
live_router = APIRouter(
    prefix="/console/live", include_in_schema=False, route_class=ConsoleRoute, dependencies=[Depends(watching)]
)
TheDesk = Annotated[Desk, Depends(desk_of)]


class Asked(BaseModel):
    """What the address asks for; a form sends the empty text for "any"."""

    model_config = ConfigDict(frozen=True)

    basket: Basket = Basket.NEW
    status: Status | Literal[""] = ""
    speciality: Speciality | Literal[""] = ""
    q: Annotated[str, Field(max_length=100)] = ""
    page: Annotated[int, Field(ge=1, le=10_000)] = 1

    @property
    def wanted(self) -> Wanted:
        """The same for the service."""
        return Wanted(self.basket, self.status or None, self.speciality or None, self.q, self.page)

    def address(self, **changes: Any) -> str:
        """The address of the queue with some of it changed; what is not asked for is left out."""
        asked = self.model_dump(mode="json") | {"page": 1} | changes
        usual = {"status": "", "speciality": "", "q": "", "page": 1}
        return "?" + urlencode({name: value for name, value in asked.items() if usual.get(name) != value})


@router.get("/")
def queue(desk: TheDesk, member: Annotated[Member, Depends(signed_in)], asked: Annotated[Asked, Query()]) -> Response:
    """A basket of the queue."""
    return _page(desk, member, asked)


@live_router.get("/")
def live_queue(
    request: Request, desk: TheDesk, member: Annotated[Member, Depends(watching)], asked: Annotated[Asked, Query()]
) -> Response:
    """The same page for the script that keeps it fresh."""
    return when_changed(request, _page(desk, member, asked))


def _page(desk: Desk, member: Member, asked: Asked) -> HTMLResponse:
    found = read_queue(desk, member.id, asked.wanted)
    return show("queue.html", member=member, asked=asked, queue=found, now=desk.now())
