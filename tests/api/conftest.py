"""The API over HTTP on each database, with the token of staff; nothing answers in Rasa's place."""

from collections.abc import Iterator

import httpx
import pytest

from desk.services.context import Desk
from tests.channels.reach import TOKEN, reached
from tests.running import free_port


@pytest.fixture
def stranger(desk: Desk) -> Iterator[httpx.Client]:
    """A client without a token."""
    with reached(desk, free_port()) as client:
        yield client


@pytest.fixture
def staff(stranger: httpx.Client) -> httpx.Client:
    """The same client with the token of the staff API."""
    stranger.headers["Authorization"] = f"Bearer {TOKEN}"
    return stranger
