"""Assembles the application: one ASGI app for people, staff, programs and Rasa's actions."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio.to_thread import run_sync as in_thread
from fastapi import FastAPI

from actions.host import router_for
from desk import logs
from desk.api import cases, health, knowledge, problems, recommendations, understanding
from desk.catalogue import load_catalogue
from desk.channels import rest
from desk.channels.rasa import Rasa
from desk.channels.relay import Relay
from desk.channels.web import api as web_api
from desk.channels.web import pages
from desk.clock import clock_of
from desk.console import routers as console
from desk.db.engine import Database
from desk.jobs import run_jobs
from desk.services.context import Desk
from desk.services.knowledge import load_knowledge
from desk.services.profile import load_profile
from desk.settings import ROOT, Settings, settings


def make_desk(chosen: Settings) -> Desk:
    """The desk these settings describe; its database must have been migrated."""
    return Desk(
        database=Database(chosen.database_url),
        catalogue=load_catalogue(),
        profile=load_profile(ROOT / "seeds" / "desk.yaml", chosen.ward),
        now=clock_of(chosen.clock),
    )


def make_rasa(chosen: Settings) -> Rasa:
    """The way to the Rasa these settings describe."""
    return Rasa(chosen.rasa_url, gateway_secret(chosen), chosen.rasa_timeout_seconds, chosen.rasa_patience_seconds)


def gateway_secret(chosen: Settings) -> str:
    """The secret shared with Rasa. Without one nobody can call the actions."""
    return chosen.rasa_gateway_secret.get_secret_value() if chosen.rasa_gateway_secret else secrets.token_urlsafe(32)


def create_app(chosen: Settings, desk: Desk | None = None, rasa: Rasa | None = None) -> FastAPI:
    """The application. `desk` and `rasa` can be handed in; otherwise they follow the settings."""
    the_desk, the_rasa = desk or make_desk(chosen), rasa or make_rasa(chosen)
    app = FastAPI(title="ワンストップ相談窓口", version="0.1.0", lifespan=_lifespan, docs_url=None, redoc_url=None)
    app.state.desk = the_desk
    app.state.rasa = the_rasa
    app.state.relay = Relay(the_desk, the_rasa)
    app.state.settings = chosen
    app.state.api_token = chosen.api_token.get_secret_value() if chosen.api_token else secrets.token_urlsafe(32)
    problems.install(app)
    for router in (
        health.router,
        recommendations.router,
        understanding.router,
        knowledge.router,
        cases.router,
        web_api.router,
        pages.router,
        *console.ROUTERS,
    ):
        app.include_router(router)
    if chosen.rest_channel == "on":
        app.include_router(rest.router)
    app.include_router(router_for(the_desk, gateway_secret(chosen)))
    return app


def application() -> FastAPI:
    """For uvicorn: the application that the environment describes."""
    chosen = settings()
    logs.configure(chosen.log_format, chosen.log_level)
    return create_app(chosen)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    await app.state.relay.catch_up()
    # The first question should not wait for the sentence encoder.
    warming = asyncio.create_task(in_thread(load_knowledge))
    stop = asyncio.Event()
    jobs = asyncio.create_task(run_jobs(app.state.desk, stop))
    yield
    stop.set()
    await asyncio.gather(jobs, warming)
    await app.state.relay.close()
    await app.state.rasa.close()
    app.state.desk.database.close()
