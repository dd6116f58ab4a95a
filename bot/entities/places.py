"""area: municipalities by their official names, and by the short forms that mean nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.entities.found import Found, overlaps
from bot.entities.lexicon import read
from bot.text.fold import fold
from bot.text.reader import Word

LEXICON = read("places")
KANA_RUN = re.compile(r"[ぁ-んァ-ヶー]{4}")
KANA_KIND = re.compile(r"(?:く|し|まち|むら)$")
LEAST_SPOKEN = 4
SPOKEN_AFTER = r"(?=で|に|の|です|から|内|在住|$)"
KIND = re.compile(r"[区市町村]$")
PERSON_AFTER = re.compile(
    r"^(?:さん|様|さま|氏|くん|君|ちゃん|先生|社長|部長|課長|係長|主任|教授|博士|と申|といい|と言い|です。?私|[一-龥]{1,2}(?:です|と申)|と名乗)"
)
NAME_AFTER = re.compile(
    r"^(?:大学?(?!き)|工業|信用|信金|銀行|新聞|警察|高校|病院|製作|製薬|電機|鉄工|精機|商会|商店|産業技術|県|府(?!中)|湾|空港|産業振興|通信|放送|急行|電鉄|町(?!工)|川|橋|台|ヶ|駅|線|ナンバー)"
)
PERSON_BEFORE = re.compile(
    r"(?:担当の|代表の|社長の|営業の|弁理士の|先生の|名前は|氏名は|コーディネータの|コーディネーターの)$"
)
CORRECTED = re.compile(r"^(?:じゃなく|ではなく|でなく|じゃない|ではない|から(?:移|引っ越|引越)|→|->|は間違い)")
ADDRESS = re.compile(r"^[一-龥ァ-ヶ]{0,6}$")
PLACE_TAGS = ("名詞-固有名詞-地名",)


@dataclass(frozen=True)
class Places:
    """Official names; short forms, and Tokyo's names in hiragana, each with the official name."""

    names: Sequence[str]
    short: Mapping[str, str]
    spoken: Mapping[str, str]

    def find(self, text: str, words: Sequence[Word]) -> list[Found]:
        """Municipalities from left to right; what a person takes back is none, nor is the rest of an address."""
        official = self._official(text, words)
        short = [found for found in self._short(text, words) if not any(overlaps(found, other) for other in official)]
        short += self._spoken(text)
        return _without_addresses(sorted(official + short, key=lambda found: found.start), text)

    def answer(self, bare: str) -> str | None:
        """The municipality that a bare answer names, with short forms that would be ambiguous elsewhere."""
        folded = fold(bare).text
        return LEXICON["short_when_asked"].get(bare) or self.short.get(bare) or self.spoken.get(folded)

    def _spoken(self, text: str) -> list[Found]:
        """いたばしくで: a full name in kana, where it cannot be a part of other words."""
        if not KANA_RUN.search(text):
            return []
        folded = fold(text)
        hits = [(name, match) for name in self.spoken for match in re.finditer(rf"{name}{SPOKEN_AFTER}", folded.text)]
        return [
            Found("area", self.spoken[name], *folded.span(match.start(), match.start() + len(name)), 0.8)
            for name, match in hits
            if len(name) >= LEAST_SPOKEN and name.endswith(("く", "し", "まち", "むら"))
        ]

    def _official(self, text: str, words: Sequence[Word]) -> list[Found]:
        starts = {word.start for word in words}
        found: list[Found] = []
        for match in self._pattern().finditer(text):
            if match.start() in starts or match.end() in starts or match.end() == len(text):
                found.append(Found("area", match.group(), match.start(), match.end()))
        return found

    def _pattern(self) -> re.Pattern[str]:
        if not hasattr(self, "_compiled"):
            longest_first = sorted(self.names, key=lambda name: (-len(name), name))
            object.__setattr__(self, "_compiled", re.compile("|".join(map(re.escape, longest_first))))
        pattern: re.Pattern[str] = self._compiled
        return pattern

    def _short(self, text: str, words: Sequence[Word]) -> Iterable[Found]:
        for word in words:
            official = self.short.get(word.surface)
            if official and (len(words) == 1 or _is_place(text, word)):
                yield Found("area", official, word.start, word.end, 0.9)


def places(rows: Iterable[Mapping[str, str]], kana: Callable[[str], str]) -> Places:
    """From the rows of seeds/areas.csv (code, prefecture, name, region) and a function that reads names aloud."""
    names: list[str] = []
    short: dict[str, str] = {}
    spoken: dict[str, str] = {}
    for row in rows:
        names.append(row["name"])
        stem = KIND.sub("", row["name"])
        if row["prefecture"] == "東京都":
            said = fold(kana(row["name"])).text
            spoken[said] = row["name"]
            spoken.setdefault(KANA_KIND.sub("", said), row["name"])
        if stem not in LEXICON["ambiguous"] and (row["prefecture"] == "東京都" or stem in LEXICON["known_elsewhere"]):
            short[stem] = min(short.get(stem, row["name"]), row["name"], key=_size)
    return Places(sorted(set(names)), short, spoken)


def _size(name: str) -> int:
    """Wards and cities before towns and villages of the same stem."""
    return "区市町村".index(name[-1])


def _is_place(text: str, word: Word) -> bool:
    """Not a person, not a part of another name."""
    before, after = text[max(0, word.start - 8) : word.start], text[word.end : word.end + 6]
    if PERSON_AFTER.match(after) or PERSON_BEFORE.search(before) or NAME_AFTER.match(after):
        return False
    return word.tag.startswith(PLACE_TAGS) or bool(
        re.match(r"^(?:に|で|の|から|市内|区内|周辺|近辺|方面|在住|エリア)", after)
    )


def _without_addresses(found: list[Found], text: str) -> list[Found]:
    kept: list[Found] = []
    for one in found:
        if CORRECTED.match(text[one.end : one.end + 8]):
            continue
        if kept and ADDRESS.match(text[kept[-1].end : one.start]) and str(one.value).endswith(("町", "村")):
            continue
        kept.append(one)
    return kept
