"""What tests share of who is asked for a case."""

import pytest

from desk.services.context import Desk
from tests.services.people import handed_over, person
from tests.services.team import subsidy_team


@pytest.fixture
def team(desk: Desk) -> dict[str, int]:
    """A lead, two coordinators for subsidies and one for intellectual property."""
    return subsidy_team(desk)


@pytest.fixture
def number(desk: Desk, team: dict[str, int]) -> str:
    """The number of a case about subsidies, offered to sato."""
    return handed_over(desk, person(desk))
