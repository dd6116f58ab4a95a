"""What every request of the console passes: readable text in, refusals into the record, pages kept private."""

from anyio.to_thread import run_sync as in_thread
from fastapi import Request
from starlette.responses import Response

from desk.channels.request import desk_of
from desk.channels.touched import identifier, subject_of
from desk.channels.web.html import HEADERS
from desk.console.access import SAFE_METHODS
from desk.domain.audit import Doer, Kind
from desk.services.audit import record_now
from desk.services.staff import Member

NUL = "\x00"


class Unreadable(ValueError):
    """A character that nobody types and PostgreSQL does not store."""


async def check_readable(request: Request) -> None:
    """Raises `Unreadable` for a NUL in the path, in the query or in a form."""
    sent = [*request.path_params.items(), *request.query_params.multi_items()]
    if request.method not in SAFE_METHODS:
        sent += (await request.form()).multi_items()
    if any(NUL in str(value) for _, value in sent):
        raise Unreadable


async def record_refusal(request: Request) -> None:
    """Somebody tried what their role does not include."""
    member: Member = request.state.member
    detail = {"page": identifier(request.scope["route"].name), "method": request.method}
    await in_thread(record_now, desk_of(request), Doer(member.login), Kind.REFUSED, subject_of(request), detail)


def protect(response: Response) -> Response:
    """The headers of every page, on redirects and short answers, too; what a response says itself stays."""
    for name, value in {**HEADERS, "Cache-Control": "no-store", "X-Frame-Options": "DENY"}.items():
        response.headers.setdefault(name, value)
    return response
