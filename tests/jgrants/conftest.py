"""A portal on a port, time that passes only when it is slept, and clients that know both."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk.clock import JST
from desk.jgrants.cache import Cache
from desk.jgrants.client import Client, Time
from desk.jgrants.importing import Order, Outcome, import_drafts
from tests.fakes.jgrants import FakeJGrants, fake_jgrants

Run = Callable[..., Outcome]


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
    with Client(portal.url, timing=timing) as client:
        yield client


@pytest.fixture
def run(client: Client, patient: PatientTime, tmp_path: Path) -> Run:
    """Import into a folder of the test, against an empty catalogue unless there is one in `catalogue`."""

    def import_(keywords: Sequence[str] = ("補助金",), everywhere: bool = False) -> Outcome:
        order = Order(keywords, everywhere, tmp_path / "catalogue", tmp_path / "drafts")
        return import_drafts(order, client, Cache(tmp_path / "cache"), patient.clock, said.append)

    said: list[str] = []
    return import_
