"""Pages that keep themselves fresh: the same page again, without keeping the login alive, and only when it changed."""

from hashlib import sha256
from http import HTTPStatus

from fastapi import Request
from starlette.responses import Response

#: seconds until the login runs out, for the page to warn in time
SESSION_LEFT = "X-Session-Left"


def when_changed(request: Request, page: Response) -> Response:
    """The page with its fingerprint; nothing but a 304 when the browser shows that state already."""
    stamp = f'"{sha256(bytes(page.body)).hexdigest()[:32]}"'
    headers = {"ETag": stamp, SESSION_LEFT: str(int(request.state.session_left.total_seconds()))}
    if request.headers.get("if-none-match") == stamp:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    page.headers.update(headers)
    return page
