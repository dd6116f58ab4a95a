"""What was learned of facts is kept, and learned anew only when what it comes from has changed."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from bot.entities.extract import Rules
from bot.fingerprint import ROOT
from bot.learning import beforehand, encoder, known
from bot.text.reader import GinzaReader

SEEDS = ROOT / "seeds"
DAY = date(2026, 11, 22)
TEXTS = ["板橋区で金属加工、従業員十二名です", "予算は800万くらい", "補助金を探しています", "", "足立の飲食店です"]
Learn = Callable[[Path], Rules]


@pytest.fixture
def asked(rules: Rules, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """For which seeds something was learned; an empty cache."""
    seeds: list[Path] = []

    def learn(folder: Path) -> Rules:
        seeds.append(folder)
        return rules

    monkeypatch.setenv(known.CACHE, str(tmp_path / "cache"))
    monkeypatch.setattr(known, "learn", learn)
    return seeds


def test_it_is_learned_once_however_many_ask(asked: list[Path]) -> None:
    with ThreadPoolExecutor() as pool:
        folders = set(pool.map(known.kept, [SEEDS] * 4))

    assert (len(folders), asked) == (1, [SEEDS])


def test_what_is_kept_finds_the_same(asked: list[Path], rules: Rules, ginza: GinzaReader) -> None:
    stored = known.load(known.kept(SEEDS))

    for text in TEXTS:
        found, again = rules.find(ginza.read(text), DAY), stored.find(ginza.read(text), DAY)
        assert [(one.entity, one.value) for one in again] == [(one.entity, one.value) for one in found]


def test_a_change_replaces_what_was_kept(asked: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    before = known.kept(SEEDS)
    monkeypatch.setattr(known, "facts_digest", lambda _: "changed")
    after = known.kept(SEEDS)

    assert [path.name for path in after.parent.iterdir()] == [after.name]
    assert before != after


def test_who_is_stopped_midway_keeps_nothing(asked: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(rules: Rules, folder: Path) -> None:
        (folder / known.FILE).write_text("{", encoding="utf-8")
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(known, "save", stopped)
        with pytest.raises(KeyboardInterrupt):
            known.kept(SEEDS)

    assert known.load(known.kept(SEEDS)).places.names
    assert len(asked) == 2


@pytest.mark.parametrize("few", [0, 100])
def test_many_examples_are_looked_at_as_one_is(
    few: int, rules: Rules, ginza: GinzaReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beforehand, "FEW", few)
    monkeypatch.setattr(encoder, "_known", {})

    assert beforehand.findings(rules, TEXTS, DAY) == [rules.find(ginza.read(text), DAY) for text in TEXTS]

    monkeypatch.setattr(encoder, "encoder", lambda: None)
    assert encoder.sentence_vectors([TEXTS[0]]).any(), "it is encoded again"
