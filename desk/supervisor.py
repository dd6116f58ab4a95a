"""Runs Rasa and the desk side by side, restarts what dies, and stops both together."""

import asyncio
import os
import secrets
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import httpx
import structlog

from desk import logs
from desk.first_login import find
from desk.settings import ROOT, Settings, settings

log = structlog.get_logger(__name__)

RASA_PYTHON = ROOT / "bot" / ".venv" / "bin" / "python"
FIRST_LOGIN = ROOT / "var" / "first-login.txt"
#: a child that lived this long starts again at once; otherwise the pause doubles
STABLE_SECONDS = 30.0
LONGEST_PAUSE = 30.0
#: how long a child may take to stop before it is killed
STOP_SECONDS = 8.0


async def keep_running(name: str, command: Sequence[str], environment: Mapping[str, str]) -> None:
    """Start a child again whenever it dies; when cancelled, stop it."""
    pause = 0.5
    while True:
        started = time.monotonic()
        child = await asyncio.create_subprocess_exec(*command, env=dict(environment), cwd=ROOT, start_new_session=True)
        try:
            code = await child.wait()
        except asyncio.CancelledError:
            await stop(child)
            raise
        log.error("process_died", process=name, code=code)
        pause = 0.5 if time.monotonic() - started > STABLE_SECONDS else min(pause * 2, LONGEST_PAUSE)
        await asyncio.sleep(pause)


async def stop(child: asyncio.subprocess.Process) -> None:
    """Ask a child to stop; kill it, with all it has started, when it does not."""
    if child.returncode is not None:
        return
    child.terminate()
    try:
        await asyncio.wait_for(child.wait(), STOP_SECONDS)
    except TimeoutError:
        os.killpg(child.pid, signal.SIGKILL)
        await child.wait()


async def announce(chosen: Settings, token: str) -> None:
    """Say where everything is as soon as it is ready."""
    async with httpx.AsyncClient() as client:
        while True:
            try:
                if (await client.get(f"{chosen.base_url}/readyz", timeout=2)).is_success:
                    break
            except httpx.TransportError:
                pass
            await asyncio.sleep(0.25)
    print(welcome(chosen, token), flush=True)


def welcome(chosen: Settings, token: str) -> str:
    """The addresses, and how to log in for the first time."""
    lines = [
        "",
        f"  相談ページ     {chosen.base_url}/",
        f"  職員用画面     {chosen.base_url}/console/",
        f"  API           {chosen.base_url}/openapi.json",
    ]
    if chosen.environment == "development":
        lines.append(f"  API トークン   {token}")
        if login := find(FIRST_LOGIN, chosen.database_url):
            lines.append(f"  最初のログイン  {login}")
    return "\n".join([*lines, "", "  止めるには Ctrl-C を押してください。", ""])


async def supervise(chosen: Settings, model: Path) -> None:
    """Run both processes until SIGINT or SIGTERM."""
    token = chosen.api_token.get_secret_value() if chosen.api_token else secrets.token_urlsafe(24)
    gateway = chosen.rasa_gateway_secret
    environment = os.environ | {
        "DESK_PORT": str(chosen.port),
        "DESK_API_TOKEN": token,
        "DESK_LOG_FORMAT": chosen.log_format,
        "RASA_PORT": str(chosen.rasa_port),
        "RASA_GATEWAY_SECRET": gateway.get_secret_value() if gateway else secrets.token_urlsafe(32),
        "PYTHONPATH": str(ROOT),
    }
    # A search multiplies small matrices: threads that wait for one another cost more than they bring on a busy machine.
    environment.setdefault("OPENBLAS_NUM_THREADS", "1")
    if chosen.clock:
        environment["DESK_CLOCK"] = chosen.clock.isoformat()
    rasa = [str(RASA_PYTHON), "-m", "bot.boot", "run", "--model", str(model)]
    desk = [sys.executable, "-m", "desk", "serve"]
    loop, me = asyncio.get_running_loop(), asyncio.current_task()
    assert me is not None
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, me.cancel)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(keep_running("rasa", rasa, environment))
            group.create_task(keep_running("desk", desk, environment))
            group.create_task(announce(chosen, token))
    except asyncio.CancelledError:
        log.info("stopped")


def main() -> None:
    """`python -m desk.supervisor MODEL`."""
    chosen = settings()
    logs.configure(chosen.log_format, chosen.log_level)
    asyncio.run(supervise(chosen, Path(sys.argv[1])))


if __name__ == "__main__":
    main()
