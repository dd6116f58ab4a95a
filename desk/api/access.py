"""Who may use the staff API: holders of the bearer token."""

import secrets
from typing import Annotated

from fastapi import Header, HTTPException, Request, status

ACTOR = "api"


def need_token(request: Request, authorization: Annotated[str, Header()] = "") -> None:
    """401 without the right token; compared in constant time."""
    given = authorization.removeprefix("Bearer ").strip()
    expected: str = request.app.state.api_token
    if not secrets.compare_digest(given.encode(), expected.encode()):
        raise HTTPException(
            status.HTTP_401_UNAUTHORIZED, "職員用APIの利用にはトークンが必要です。", {"WWW-Authenticate": "Bearer"}
        )
