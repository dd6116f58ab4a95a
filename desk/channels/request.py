"""What request handlers find on the application."""

from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from desk.channels.relay import Relay
from desk.services.context import Desk


def desk_of(connection: HTTPConnection) -> Desk:
    """The desk this application serves."""
    desk: Desk = connection.app.state.desk
    return desk


TheDesk = Annotated[Desk, Depends(desk_of)]


def relay_of(connection: HTTPConnection) -> Relay:
    """The way to Rasa."""
    relay: Relay = connection.app.state.relay
    return relay
