"""How fast the console finds its way in the record of a busy desk: 100,000 cases and 2 million messages on PostgreSQL.

Run with `python -m benchmarks.console [cases]`. It fills a schema of its own in the database of
`DESK_BENCH_POSTGRES` (default: that of the tests), leaves it there for the next run, and touches nothing else.
Times are those of the services, and of the pages over HTTP with all that a browser waits for.
"""

import os
import re
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from statistics import quantiles
from typing import Any

import httpx
import psycopg

from benchmarks.console_filling import NOW, fill
from desk.app import create_app, spare_what_is_loaded
from desk.catalogue import load_catalogue
from desk.clock import clock_of
from desk.db.engine import Database
from desk.db.migrate import migrate, newest_revision
from desk.domain.baskets import Basket, Wanted
from desk.services.cases import read_case
from desk.services.context import Desk
from desk.services.profile import load_profile
from desk.services.queue import read_queue
from desk.services.staff import create_staff
from desk.settings import ROOT, Settings
from tests.fakes.serving import served
from tests.running import free_port

POSTGRES = os.environ.get("DESK_BENCH_POSTGRES", "postgresql://postgres@127.0.0.1:5432/test")
CASES = 100_000
ROUNDS = 20
#: milliseconds within which 95 of 100 pages must be there, and those that read all that happened in a year
TARGET, TARGET_OF_YEAR = 150, 2_000
ROUNDS_OF_YEAR = 5
PASSWORD = "ume-to-sakura-42"
QUESTIONS = ("特許", "補助金", "薄", "ものづくり", "大山成増精機", "レーザー溶接 商標", "I-2026-099000", "設備を使って")
FILTERS: tuple[dict[str, Any], ...] = (
    {"area": "北区"},
    {"industry": "software", "speciality": "ip"},
    {"assignee": "staff7"},
    {"q": "画像認識", "area": "八王子市"},
)
Measured = tuple[str, Callable[[], object]]


def main(cases: int) -> None:
    """Fill what is not there, measure, and print a table."""
    desk = _desk(cases)
    spare_what_is_loaded()
    print(f"\n{'milliseconds':<44}{'p50':>8}{'p95':>8}")
    slow = [name for name, times in _measured(_services(desk)) if _row(name, times) > TARGET]
    with _browsing(desk) as client:
        slow += [name for name, times in _measured(_pages(client)) if _row(name, times) > TARGET]
        years = _measured(_years(client), ROUNDS_OF_YEAR)
        slow += [name for name, times in years if _row(name, times) > TARGET_OF_YEAR]
    desk.database.close()
    limits = f"{TARGET} ms ({TARGET_OF_YEAR} ms for a year)"
    print(f"\nover {limits}: {', '.join(slow)}" if slow else f"\nall within {limits}")


def _desk(cases: int) -> Desk:
    schema = f"bench_console_{cases}_{newest_revision()}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [schema]).fetchone()
        if not known:
            for (old,) in connection.execute("SELECT nspname FROM pg_namespace WHERE nspname ~ '^bench_console_'"):
                connection.execute(f'DROP SCHEMA "{old}" CASCADE')
            connection.execute(f'CREATE SCHEMA "{schema}"')
    url = POSTGRES.replace("postgresql://", "postgresql+psycopg://") + f"?options=-csearch_path%3D{schema}"
    database = Database(url)
    profile = load_profile(ROOT / "seeds" / "desk.yaml", "板橋区")
    desk = Desk(database, load_catalogue(), profile, clock_of(NOW))
    if not known:
        started = time.perf_counter()
        print(f"filling {schema}")
        migrate(database)
        create_staff(desk, "bench", "計測 用", "lead", PASSWORD)
        with psycopg.connect(POSTGRES, options=f"-c search_path={schema}") as connection:
            fill(connection, cases)
        print(f"filled in {time.perf_counter() - started:.0f} s")
    return desk


def _services(desk: Desk) -> Iterator[Measured]:
    for basket in Basket:
        yield f"queue, {basket.value}", lambda basket=basket: read_queue(desk, 7, Wanted(basket))
    yield "queue, all, page 20", lambda: read_queue(desk, 7, Wanted(Basket.ALL, page=20))
    for question in QUESTIONS:
        yield f"search, {question}", lambda question=question: read_queue(desk, 7, Wanted(Basket.ALL, q=question))
    for wanted in FILTERS:
        yield f"filter, {wanted}", lambda wanted=wanted: read_queue(desk, 7, Wanted(Basket.ALL, **wanted))
    number = read_queue(desk, 7, Wanted(Basket.ALL)).lines[0].number
    yield "case", lambda: read_case(desk, number)


@asynccontextmanager
async def _idle(_app: object) -> AsyncIterator[None]:
    """Without the jobs: they would ask all the people of closed cases how content they were."""
    yield


@contextmanager
def _browsing(desk: Desk) -> Iterator[httpx.Client]:
    """Somebody who is logged in, and may use the staff API."""
    port, token = free_port(), "bench-token"
    app = create_app(Settings(_env_file=None, api_token=token), desk)
    app.router.lifespan_context = _idle
    spare_what_is_loaded()
    headers = {"Authorization": f"Bearer {token}"}
    with served(app, port), httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=headers, timeout=60) as client:
        form = client.get("/console/login").text
        csrf = re.search(r'name="csrf" value="([^"]*)"', form)
        assert csrf is not None
        client.post(
            "/console/login", data={"csrf": csrf[1], "login": "bench", "password": PASSWORD, "next": "/console/"}
        )
        yield client


def _pages(client: httpx.Client) -> Iterator[Measured]:
    (number,) = (line["number"] for line in client.get("/api/cases?page=1").json()["items"][:1])
    for path in ("/console/", "/console/?basket=all", "/console/?basket=all&q=補助金", "/console/?basket=all&q=特許",
                 f"/console/cases/{number}", "/api/cases", "/api/cases?q=補助金", f"/api/cases/{number}"):  # fmt: skip
        yield path, lambda path=path: client.get(path).raise_for_status()


def _years(client: httpx.Client) -> Iterator[Measured]:
    """The indicators of a fiscal year: of 100,000 cases 35,000 came in then."""
    for path in ("/api/kpi?from=2025-04-01&to=2026-04-01", "/console/indicators?year=2025",
                 "/console/indicators/report?year=2025"):  # fmt: skip
        yield path, lambda path=path: client.get(path).raise_for_status()


def _measured(work: Iterator[Measured], rounds: int = ROUNDS) -> Iterator[tuple[str, list[float]]]:
    for name, do in work:
        do()
        times = []
        for _ in range(rounds):
            started = time.perf_counter()
            do()
            times.append((time.perf_counter() - started) * 1000)
        yield name, times


def _row(name: str, times: list[float]) -> float:
    cuts = quantiles(times, n=20)
    print(f"{name:<44}{cuts[9]:>8.0f}{cuts[18]:>8.0f}", flush=True)
    return cuts[18]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CASES)
