"""Intents that what is there decides, however it sounds."""

from __future__ import annotations

import pytest

from bot.learning.boundaries import settle

NOTHING: frozenset[str] = frozenset()
PROGRAM = frozenset({"program"})
FACTS = [("inform", 0.8), ("find_support", 0.1), ("ask_program", 0.05), ("out_of_scope", 0.05)]
ELSEWHERE = [("out_of_scope", 0.6), ("ask_program", 0.3), ("inform", 0.1)]


@pytest.mark.parametrize(
    ("ranking", "text", "kinds", "first"),
    [
        (FACTS, "板橋区の製造業で12名です", NOTHING, "inform"),
        (FACTS, "板橋区の製造業です。使える補助金はありますか", NOTHING, "find_support"),
        (ELSEWHERE, "弁護士知財ネットについて教えて", PROGRAM, "ask_program"),
        (ELSEWHERE, "離婚の相談をしたい", NOTHING, "out_of_scope"),
        ([("out_of_scope", 1.0)], "弁護士知財ネットについて教えて", PROGRAM, "out_of_scope"),
    ],
)
def test_the_first_intent_is_settled(
    ranking: list[tuple[str, float]], text: str, kinds: frozenset[str], first: str
) -> None:
    settled = settle(ranking, text, kinds)

    assert settled[0] == (first, ranking[0][1])
    assert sorted(name for name, _ in settled) == sorted(name for name, _ in ranking)


def test_nothing_is_settled_where_nothing_is_ranked() -> None:
    assert settle([], "補助金はありますか", PROGRAM) == []
