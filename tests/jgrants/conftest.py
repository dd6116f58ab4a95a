"""A portal on a port, time that passes only when it is slept, and clients that know both."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from desk.clock import JST
from desk.jgrants.client import Client, Manners, Time
from tests.fakes.jgrants import FakeJGrants, fake_jgrants

MakeClient = Callable[[], Client]


@dataclass
class PatientTime:
    """Time that stands still while things are asked, and passes at once when somebody sleeps."""

    slept: list[float] = field(default_factory=list)
    started: datetime = datetime(2026, 11, 24, 10, 0, tzinfo=JST)

    def sleep(self, seconds: float) -> None:
        """Note the time and let it pass."""
        self.slept.append(seconds)

    def monotonic(self) -> float:
        """Seconds since the beginning."""
        return sum(self.slept)

    def clock(self) -> datetime:
        """Now, in Japan."""
        return self.started + timedelta(seconds=self.monotonic())


@pytest.fixture(scope="session")
def _portal() -> Iterator[FakeJGrants]:
    with fake_jgrants() as fake:
        yield fake


@pytest.fixture
def portal(_portal: FakeJGrants) -> FakeJGrants:
    """An empty Jグランツ; one server for all tests."""
    fresh = FakeJGrants(_portal.url)
    for name, value in vars(fresh).items():
        setattr(_portal, name, value)
    return _portal


@pytest.fixture
def patient() -> PatientTime:
    """A time of the test's own."""
    return PatientTime()


@pytest.fixture
def client(portal: FakeJGrants, patient: PatientTime) -> Iterator[Client]:
    """A client with good manners that need no waiting."""
    timing = Time(patient.sleep, patient.monotonic, patient.clock)
    with Client(portal.url, Manners(silence=0.5), timing) as client:
        yield client
