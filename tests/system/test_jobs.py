"""The work that nobody asks for: begun with the application, repeated, and not stopped by a failure."""

import asyncio
import threading
from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import select

from desk.clock import JST
from desk.db.tables import Lease
from desk.domain.index import Index
from desk.domain.programs import Call
from desk.jobs import JOBS, Job, do, run_jobs
from desk.services.context import Desk
from desk.services.conversations import messages_after
from desk.services.subscriptions import subscribe
from tests.channels.reach import reached
from tests.conftest import SettableClock
from tests.domain.builders import program
from tests.running import PATIENCE, free_port, wait_until
from tests.services.people import person

SPRING = Call("令和9年度", date(2027, 4, 1), date(2027, 5, 31), False)
TRIAL = program("shisaku", name="試作助成", calls=(SPRING,), recurs="yearly")


class Broken(RuntimeError):
    """What goes wrong in a job."""


def run_until(done: threading.Event, desk: Desk, *jobs: Job) -> None:
    """Let jobs run until something is done."""

    async def run() -> None:
        stop = asyncio.Event()
        task = asyncio.create_task(run_jobs(desk, stop, jobs))
        assert await asyncio.to_thread(done.wait, PATIENCE), "the job was not done"
        stop.set()
        await task

    asyncio.run(run())


def fail(_desk: Desk) -> int:
    """A job with a fault."""
    raise Broken("always")


def test_a_job_is_tried_again_after_a_failure(desk: Desk) -> None:
    times, done = [], threading.Event()

    def work(_desk: Desk) -> int:
        times.append(len(times))
        if len(times) == 1:
            raise Broken("the first time")
        done.set()
        return 1

    run_until(done, desk, Job("fragile", 0.05, work))


def test_a_failing_job_does_not_stop_another(desk: Desk) -> None:
    done = threading.Event()

    def work(_desk: Desk) -> int:
        done.set()
        return 1

    run_until(done, desk, Job("broken", 0.05, fail), Job("sound", 0.05, work))


def test_while_one_process_works_another_leaves_it_alone(desk: Desk) -> None:
    inner = []
    job = Job("alerts", 300, lambda desk: 0)
    outer = Job("alerts", 300, lambda desk: inner.append(do(desk, job, "b")) or 1)
    assert do(desk, outer, "a") == 1
    assert inner == [None]
    assert do(desk, job, "b") == 0


def test_after_a_failure_the_work_is_free_again(desk: Desk) -> None:
    with pytest.raises(Broken):
        do(desk, Job("alerts", 300, fail), "a")
    assert do(desk, Job("alerts", 300, lambda _desk: 7), "b") == 7


def test_the_application_tells_what_fell_due_while_it_was_stopped(desk: Desk, clock: SettableClock) -> None:
    # given a wish, and a desk that stands still until the call has opened
    desk = replace(desk, seeds=replace(desk.seeds, index=Index((TRIAL,))))
    conversation = person(desk)
    subscribe(desk, conversation, TRIAL)
    clock.at = datetime(2027, 4, 2, 10, 0, tzinfo=JST)

    # when it starts
    with reached(desk, free_port()):
        wait_until(lambda: messages_after(desk, conversation), "the alert")
        wait_until(lambda: leases(desk) == {job.name for job in JOBS}, "the work that is not due")

    # then the person is told
    assert "受付が始まりました" in messages_after(desk, conversation)[-1].text


def leases(desk: Desk) -> set[str]:
    """What work somebody has begun."""
    with desk.database.reading() as session:
        return {lease.name for lease in session.scalars(select(Lease))}
