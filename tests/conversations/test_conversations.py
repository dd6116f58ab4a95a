"""Every script of this folder, through gateway, Rasa, actions and database."""

from pathlib import Path

import httpx
import pytest

from tests.conftest import TUESDAY_MORNING
from tests.conversations.runner import Player
from tests.conversations.script import load
from tests.running import Running

HERE = Path(__file__).parent
SCRIPTS = sorted(HERE.glob("*/*.yml"))


@pytest.mark.parametrize("path", SCRIPTS, ids=[f"{path.parent.name}/{path.stem}" for path in SCRIPTS])
def test_conversation(path: Path, running: Running) -> None:
    script = load(path)
    running.clock.at = script.at or TUESDAY_MORNING
    with httpx.Client(base_url=running.url, timeout=60) as client:
        Player(client, running, sender=f"{path.parent.name}/{path.stem}").play(script)
