"""Boundaries between intents that are defined by what is there, not by how it sounds."""

from __future__ import annotations

import re

Ranked = list[tuple[str, float]]

SUPPORT = r"補助|助成|支援|制度|給付|施策"
ASKED = (
    r"[?？]|か[。 ]*$|かな|教え|探し|さがし|知り|使え|もらえ|受けられ|対象に|ないです|ありま|ある(?:の|か|かな)?$|"
    r"ない(?:の|か|かな|かね)?[。]*$|紹介|ほしい|欲しい|あれば|お願い"
)
ASKS_FOR_SUPPORT = re.compile(rf"(?:{SUPPORT})[^。]*(?:{ASKED})|(?:{ASKED})[^。]*(?:{SUPPORT})")


def settle(ranking: Ranked, text: str, kinds: frozenset[str] = frozenset()) -> Ranked:
    """What facts and names decide; `kinds` are the entities in the text.

    Facts alone are `inform`: with a request for support beside them they are `find_support`, however many they are.
    Who names a program of the catalogue is not out of scope.
    """
    first = ranking[0][0] if ranking else None
    if first == "inform" and ASKS_FOR_SUPPORT.search(text):
        return exchange(ranking, "find_support")
    if first == "out_of_scope" and "program" in kinds:
        return exchange(ranking, "ask_program")
    return ranking


def exchange(ranking: Ranked, intent: str) -> Ranked:
    """The ranking with this intent first; it and the former first exchange their confidence."""
    places = {name: place for place, (name, _) in enumerate(ranking)}
    if intent not in places:
        return ranking
    changed = list(ranking)
    place = places[intent]
    changed[0], changed[place] = (intent, ranking[0][1]), (ranking[0][0], ranking[place][1])
    return changed
