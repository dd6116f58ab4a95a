"""Assembles the application: one ASGI app for people, staff, programs and Rasa's actions."""

import asyncio
import gc
import os
import secrets
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from functools import partial
from pathlib import Path

from anyio.to_thread import run_sync as in_thread
from fastapi import FastAPI

from actions.host import router_for
from desk import logs
from desk.api import cases, health, knowledge, kpi, problems, recommendations, understanding
from desk.catalogue import Catalogue, load_catalogue
from desk.channels import rest
from desk.channels.rasa import Rasa
from desk.channels.relay import Relay
from desk.channels.turnstile import OwnTurnstile, SharedTurnstile, Turnstile
from desk.channels.web import api as web_api
from desk.channels.web import pages
from desk.clock import clock_of
from desk.console import routers as console
from desk.db.engine import Database
from desk.domain.areas import UnknownPlace
from desk.jobs import run_jobs
from desk.notify.mail import Mail, server_of
from desk.notify.notifier import Notifier
from desk.services.changes import Changes
from desk.services.context import Desk
from desk.services.profile import load_profile
from desk.services.safeguards import Safeguards
from desk.services.shared_signs import SharedSigns
from desk.services.sharing import SharedChanges
from desk.services.signs import Signs
from desk.settings import ROOT, Settings, settings


def make_desk(chosen: Settings) -> Desk:
    """The desk these settings describe; its database must have been migrated."""
    seeds = catalogue_for(chosen.ward)
    return Desk(
        database=Database(chosen.database_url),
        seeds=seeds,
        seed_profile=load_profile(ROOT / "seeds" / "desk.yaml", seeds.areas.ward),
        now=clock_of(chosen.clock),
        changes=SharedChanges(chosen.redis_url) if chosen.redis_url else Changes(),
        signs=SharedSigns(chosen.redis_url) if chosen.redis_url else Signs(),
        notifiers=make_notifiers(chosen),
        safeguards=make_safeguards(chosen),
        retention=timedelta(days=chosen.retention_days) if chosen.retention_days else None,
        public_url=(chosen.public_url or chosen.base_url).rstrip("/"),
    )


def catalogue_for(ward: str) -> Catalogue:
    """The programs as they are for the ward that runs the desk; a ward that does not exist ends the process."""
    try:
        return load_catalogue(ward=ward)
    except UnknownPlace as unknown:
        sys.exit(f"These settings need mending (see docs/settings.md):\n  DESK_WARD: {unknown}")


def make_safeguards(chosen: Settings) -> Safeguards:
    """What protects accounts; the key is read, or made, when it is first needed."""
    production = chosen.environment == "production"
    return Safeguards(partial(secret_key, chosen), chosen.second_factor, strict_for_administrators=production)


def secret_key(chosen: Settings, path: Path = ROOT / "var" / "secret-key") -> str:
    """The key that was set, or the one in a file that is made once and that its owner alone can read."""
    if chosen.secret_key:
        return chosen.secret_key.get_secret_value()
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        made = path.with_name(f"{path.name}-{secrets.token_hex(4)}")
        made.touch(mode=0o600)
        made.write_text(f"{secrets.token_urlsafe(48)}\n", encoding="utf-8")
        with suppress(FileExistsError):  # another process was first
            os.link(made, path)
        made.unlink()
    return path.read_text(encoding="utf-8").strip()


def make_notifiers(chosen: Settings) -> list[Notifier]:
    """Ways to tell staff something outside of the console."""
    if not chosen.smtp_url or not chosen.mail_from:
        return []
    return [Mail(server_of(chosen.smtp_url.get_secret_value()), chosen.mail_from)]


def make_rasa(chosen: Settings, secret: str) -> Rasa:
    """The way to the Rasa these settings describe."""
    return Rasa(chosen.rasa_url, secret, chosen.rasa_timeout_seconds, chosen.rasa_patience_seconds)


def make_turnstile(chosen: Settings) -> Turnstile:
    """What keeps a conversation in order: among all processes when there is a Redis."""
    return SharedTurnstile(chosen.redis_url) if chosen.redis_url else OwnTurnstile()


def gateway_secret(chosen: Settings) -> str:
    """The secret shared with Rasa; one that is made up serves a Rasa which is told of it, and nobody else."""
    return chosen.rasa_gateway_secret.get_secret_value() if chosen.rasa_gateway_secret else secrets.token_urlsafe(32)


def create_app(chosen: Settings, desk: Desk | None = None, rasa: Rasa | None = None) -> FastAPI:
    """The application. `desk` and `rasa` can be handed in; otherwise they follow the settings."""
    secret = gateway_secret(chosen)
    the_desk, the_rasa = desk or make_desk(chosen), rasa or make_rasa(chosen, secret)
    app = FastAPI(title="ワンストップ相談窓口", version="0.1.0", lifespan=_lifespan, docs_url=None, redoc_url=None)
    app.state.desk = the_desk
    app.state.rasa = the_rasa
    app.state.relay = Relay(the_desk, the_rasa, make_turnstile(chosen))
    app.state.settings = chosen
    app.state.api_token = chosen.api_token.get_secret_value() if chosen.api_token else secrets.token_urlsafe(32)
    problems.install(app)
    for router in (
        health.router,
        recommendations.router,
        understanding.router,
        knowledge.router,
        cases.router,
        kpi.router,
        web_api.router,
        pages.router,
        *console.ROUTERS,
    ):
        app.include_router(router)
    if chosen.rest_channel == "on":
        app.include_router(rest.router)
    app.include_router(router_for(the_desk, secret))
    return app


def application() -> FastAPI:
    """For uvicorn: the application that the environment describes."""
    chosen = settings()
    logs.configure(chosen.log_format, chosen.log_level)
    app = create_app(chosen)
    spare_what_is_loaded()
    return app


def spare_what_is_loaded() -> None:
    """Programs and libraries stay until the end. Looking through them for garbage held requests up for 200 ms."""
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    await app.state.relay.catch_up()
    # The first question should not wait for the sentence encoder.
    warming = asyncio.create_task(in_thread(lambda: app.state.desk.library))
    stop = asyncio.Event()
    jobs = asyncio.create_task(run_jobs(app.state.desk, stop))
    yield
    stop.set()
    await asyncio.gather(jobs, warming)
    await app.state.relay.close()
    await app.state.rasa.close()
    app.state.desk.changes.close()
    app.state.desk.signs.close()
    app.state.desk.database.close()
