"""Addresses of the console that lead nowhere: a page that says so, for those who are logged in."""

from fastapi import APIRouter, Depends
from starlette.responses import Response

from desk.console.access import not_audited, signed_in
from desk.console.answers import ConsoleRoute
from desk.console.navigation import NoSuchPage

router = APIRouter(
    prefix="/console", include_in_schema=False, route_class=ConsoleRoute, dependencies=[Depends(signed_in)]
)


@router.get("/{path:path}", dependencies=[Depends(not_audited("there is nothing to read"))])
def missing(path: str) -> Response:
    """The last route of the console: whatever no other one took."""
    raise NoSuchPage(path)
