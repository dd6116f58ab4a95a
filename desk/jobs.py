"""Work that nobody asks for, done every few minutes beside the application: what is due stands in the database."""

import asyncio
import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

import structlog
from anyio.to_thread import run_sync as in_thread

from desk.clock import Clock, system_clock
from desk.services.alerts import send_due_alerts
from desk.services.context import Desk
from desk.services.deliveries import send_due_notices
from desk.services.follow_ups import begin_follow_ups
from desk.services.leases import claim, give_back
from desk.services.patience import ask_the_silent
from desk.services.reminders import check_owners, remind
from desk.services.retention import forget_old
from desk.services.surveys import send_surveys

log = structlog.get_logger(__name__)

#: a process that dies in the middle keeps others from the work so long
LEASE = timedelta(minutes=10)


@dataclass(frozen=True)
class Job:
    """A piece of work. `work` finds by itself what is due, and gives the number of things done; `every` is seconds."""

    name: str
    every: float
    work: Callable[[Desk], int]


JOBS = (
    Job("deadline_alerts", 300, send_due_alerts),
    Job("notices_to_staff", 15, send_due_notices),
    Job("reminders", 300, remind),
    Job("cases_without_owner", 900, check_owners),
    Job("people_who_are_silent", 900, ask_the_silent),
    Job("surveys", 60, send_surveys),
    Job("follow_ups", 900, begin_follow_ups),
    Job("conversations_to_forget", 3600, forget_old),
)


async def run_jobs(desk: Desk, stop: asyncio.Event, jobs: Sequence[Job] = JOBS) -> None:
    """Do every job again and again until `stop`, and let what has begun come to its end.

    A failure is logged, and the job tried again at its next time.
    """
    holder = uuid.uuid4().hex
    await asyncio.gather(*(_repeat(desk, job, holder, stop) for job in jobs))


def do(desk: Desk, job: Job, holder: str, clock: Clock = system_clock) -> int | None:
    """Do a job once; None when another process is at it."""
    if not claim(desk, job.name, holder, clock(), LEASE):
        return None
    try:
        return job.work(desk)
    finally:
        give_back(desk, job.name, holder, clock())


async def _repeat(desk: Desk, job: Job, holder: str, stop: asyncio.Event) -> None:
    while not stop.is_set():
        (outcome,) = await asyncio.gather(in_thread(do, desk, job, holder), return_exceptions=True)
        if isinstance(outcome, Exception):
            log.error("job_failed", job=job.name, exc_info=outcome)
        elif outcome:
            log.info("job_done", job=job.name, count=outcome)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), job.every)
