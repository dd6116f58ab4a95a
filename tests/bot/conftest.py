"""What tests share: today, the reader, the rules over the real seeds, and a small bot that really serves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.entities.extract import Rules
from bot.entities.found import Found
from bot.fingerprint import ROOT
from bot.learning.known import kept, load
from bot.text.reader import GinzaReader, reader
from tests.bot.smallbot import SmallBot, serving

TODAY = date(2026, 11, 22)  # a Sunday
Facts = Callable[[str], dict[str, object]]


@pytest.fixture(scope="session")
def ginza() -> GinzaReader:
    """GiNZA, loaded once."""
    return reader()


@pytest.fixture(scope="session")
def rules() -> Rules:
    """All rules, with the municipalities and programs of the seeds, as the desk has them."""
    return load(kept(ROOT / "seeds"))


@pytest.fixture(scope="session")
def found(rules: Rules, ginza: GinzaReader) -> Callable[[str], list[Found]]:
    """Everything the rules find in a text on the day of the tests."""
    return lambda text: rules.find(ginza.read(text), TODAY)


@pytest.fixture(scope="session")
def facts(found: Callable[[str], list[Found]]) -> Facts:
    """The clear findings of a text by kind; the last of a kind."""
    return lambda text: {one.entity: one.value for one in found(text) if one.confidence >= 0.5}


@pytest.fixture(scope="session")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallBot]:
    """A small bot, trained and served by the real scripts in a process of its own, with a desk that runs its actions."""
    folder: Path = tmp_path_factory.mktemp("smallbot")
    with serving(folder) as small_bot:
        yield small_bot
