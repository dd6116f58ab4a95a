"""area: municipalities by their official names, and by the short forms that mean nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bot.entities.addresses import SHORT_FORM, without_addresses
from bot.entities.found import Found, overlaps
from bot.entities.lexicon import read
from bot.entities.neighbourhoods import find_neighbourhoods, municipality, spellings, stands_as_place
from bot.entities.persons import is_person
from bot.text.fold import fold
from bot.text.reader import Word

AREA = "area"
LEXICON = read("places")
KNOWN_ELSEWHERE = {*LEXICON["known_elsewhere"], *LEXICON["family_names"]}
KANA_RUN = re.compile(r"[ぁ-んァ-ヶー]{3}")
KIND_SAID = {"区": "く", "市": "し", "町": "まち", "村": "むら"}
LEAST_SPOKEN = 4
AROUND = ("埼玉県", "千葉県", "神奈川県")
SPOKEN_AFTER = r"(?=で|に|の|です|から|内|在住|$)"
# しゃいん 9、すぎなみ
SPOKEN_ALONE = re.compile(r"(?<![^はが、。・ ])(?:(?!です)[ぁ-んァ-ヶー]){3,8}(?=$|[、。 ]|です|で[^すしはも]|の)")
LATIN = re.compile(r"(?<![\w.@/-])([A-Za-z]{3,16})(-(?:ku|shi))?(?![\w@/-]|\.\w)", re.ASCII)
KIND = re.compile(r"[区市町村]$")
NAME_AFTER = re.compile(
    r"^(?:大学?(?!き)|工業|信用|信金|銀行|新聞|警察|高校|病院|製作|製薬|電機|鉄工|精機|商会|商店|産業技術|県|府(?!中)|湾|空港|産業振興|通信|放送|急行|電鉄|町(?!工)|川|橋|台|ヶ|線|ナンバー|キャンパス)"
)
# 荒川の土手, 江戸川沿い: the river.
RIVER_AFTER = re.compile(r"^の?(?:土手|河川敷|沿い|川沿い|ほとり|河口|堤防|近く|そば|向こう|花火|水)")
# 神奈川県大井町, 長野の信濃町: the town, not Tokyo's station.
DISTANT = re.compile(r"(?:[県郡]|県の|長野の|宮崎の|神奈川の)$")
# 東京都|荒川区東日暮里: the reader takes some addresses for one word.
PREFECTURE_BEFORE = re.compile(r"[都道府県]$")
PLACE_AFTER = re.compile(r"^(?:に|で|の|から|駅|市内|区内|周辺|近辺|方面|在住|エリア|だ(?:けど|った|よ|べ|が)|なんだ)")
# 社員5名、足立。 うちは清瀬
ALONE_BEFORE, ALONE_AFTER = (
    re.compile(r"[、。はがも・,./ (?]$"),
    re.compile(r"^(?:[、。,./ )]|$|だけど|なんだけど|ですけど|なんですが)"),
)
JOINING = re.compile(r"[とや・、]")
PLACE_TAG = "名詞-固有名詞-地名"


@dataclass(frozen=True)
class Places:
    """Official names; short forms, and Tokyo's names in hiragana, each with the official name."""

    names: Sequence[str]
    short: Mapping[str, str]
    spoken: Mapping[str, str]

    def find(self, text: str, words: Sequence[Word]) -> list[Found]:
        """Municipalities from left to right; what a person takes back is none, nor is the rest of an address."""
        official = self._official(text, words)
        near = find_neighbourhoods(text, words)
        short = [*self._short(text, words), *self._spoken(text), *_latin(text)]
        found = _longest([*_near_or_far(official, near, text), *short])
        return without_addresses(sorted(found, key=lambda one: one.start), text)

    def answer(self, bare: str) -> str | None:
        """The municipality that a bare answer names, with short forms that would be ambiguous elsewhere."""
        folded = fold(bare).text
        return (
            LEXICON["short_when_asked"].get(bare)
            or self.short.get(bare)
            or self.spoken.get(folded)
            or municipality(bare)
        )

    def _spoken(self, text: str) -> list[Found]:
        """いたばしくで: a full name in kana, where it cannot be a part of other words."""
        if not KANA_RUN.search(text):
            return []
        folded = fold(text)
        full = [
            Found(AREA, self.spoken[name], *folded.span(*match.span()), 0.8)
            for name, stem, said in self._kana
            if stem in folded.text
            for match in said.finditer(folded.text)
        ]
        return full + [
            Found(AREA, official, *match.span(), 0.8)
            for match in SPOKEN_ALONE.finditer(text)
            if (official := self._bare_kana.get(fold(match.group()).text))
        ]

    @cached_property
    def _bare_kana(self) -> Mapping[str, str]:
        """Names in kana without く or し: すぎなみ."""
        return {said: name for said, name in self.spoken.items() if said not in LEXICON["kana_words"]}

    @cached_property
    def _kana(self) -> list[tuple[str, str, re.Pattern[str]]]:
        """Full names in kana, their stems, and how they are said: いたばしく where the word ends, いたばし区 anywhere."""
        kinds = [(name, official[-1]) for name, official in self.spoken.items()]
        full = [(name, name.removesuffix(KIND_SAID[kind]), kind) for name, kind in kinds]
        return [(name, stem, _said(name, stem, kind)) for name, stem, kind in full if stem != name]

    def _official(self, text: str, words: Sequence[Word]) -> list[Found]:
        starts = {word.start for word in words}
        found: list[Found] = []
        for match in self._pattern.finditer(text):
            cut = match.start() in starts or match.end() in starts or match.end() == len(text)
            if cut or PREFECTURE_BEFORE.search(text[: match.start()]):
                found.append(Found(AREA, match.group(), match.start(), match.end()))
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Official names, the longest first; 大田市場 is in 大田区."""
        names = sorted(self.names, key=lambda name: (-len(name), name))
        return re.compile(f"(?:{'|'.join(map(re.escape, names))})(?!場)")

    def _short(self, text: str, words: Sequence[Word]) -> Iterable[Found]:
        """Short forms that stand as places do, and those that are joined to one: 川口と蕨に店."""
        named = [(word, alone) for word, alone in _words_and_pairs(words) if word.surface in self.short]
        sure = [word for word, alone in named if (alone and word.end == len(text)) or _is_place(text, word)]
        for word, _ in named:
            if word in sure or (
                not _is_part_or_person(text, word) and any(_joined(text, word, other) for other in sure)
            ):
                yield Found(AREA, self.short[word.surface], word.start, word.end, SHORT_FORM)


def places(rows: Iterable[Mapping[str, str]], kana: Callable[[str], str]) -> Places:
    """From the rows of seeds/areas.csv (code, prefecture, name, region) and a function that reads names aloud."""
    names: list[str] = []
    short: dict[str, str] = {}
    spoken: dict[str, str] = {}
    for row in rows:
        names.append(row["name"])
        stem = KIND.sub("", row["name"])
        if row["prefecture"] in AROUND and stem in KNOWN_ELSEWHERE:
            said = fold(kana(stem)).text
            if len(said) >= LEAST_SPOKEN and said not in LEXICON["kana_words"]:
                spoken.setdefault(said, row["name"])
        if row["prefecture"] == "東京都":
            said = fold(kana(row["name"])).text
            spoken[said] = row["name"]
            spoken.setdefault(said.removesuffix(KIND_SAID[row["name"][-1]]), row["name"])
        if stem not in LEXICON["ambiguous"] and (row["prefecture"] == "東京都" or stem in KNOWN_ELSEWHERE):
            for said in spellings(stem):
                short[said] = min(short.get(said, row["name"]), row["name"], key=_size)
    return Places(sorted(set(names)), short, spoken)


def _said(name: str, stem: str, kind: str) -> re.Pattern[str]:
    """ひの市 only where no kana stand before: ひのし is a part of too many words."""
    if len(name) < LEAST_SPOKEN:
        return re.compile(rf"(?:(?<![ぁ-ん])|(?<=[はが])){stem}{kind}")
    return re.compile(rf"{name}{SPOKEN_AFTER}|{stem}{kind}")


def _words_and_pairs(words: Sequence[Word]) -> Iterable[tuple[Word, bool]]:
    """Words without 駅, and two that touch (江戸|川) as one; each with whether it is the whole text."""
    yield from ((_without_station(word), len(words) == 1) for word in words)
    for one, other in pairwise(words):
        if one.end == other.start and PLACE_TAG in one.tag + other.tag:
            joined = Word(one.surface + other.surface, one.start, other.end, one.tag, "")
            yield joined, len(words) == 2


def _without_station(word: Word) -> Word:
    if not word.surface.endswith("駅"):
        return word
    return Word(word.surface[:-1], word.start, word.end - 1, word.tag, "")


def _size(name: str) -> int:
    """Wards and cities before towns and villages of the same stem."""
    return "区市町村".index(name[-1])


def _is_part_or_person(text: str, word: Word) -> bool:
    return is_person(text, word.start, word.end) or NAME_AFTER.match(text[word.end : word.end + 6]) is not None


def _joined(text: str, one: Word, other: Word) -> bool:
    first, second = sorted((one, other), key=lambda word: word.start)
    return JOINING.fullmatch(text, first.end, second.start) is not None


def _is_place(text: str, word: Word) -> bool:
    """Not a person, not a part of another name."""
    after = text[word.end : word.end + 6]
    if _is_part_or_person(text, word):
        return False
    if after.startswith("駅") and word.surface in LEXICON["stations_on_borders"]:
        return False
    if word.surface.endswith("川") and RIVER_AFTER.match(after):
        return False
    if stands_as_place(text, word.start, word.end):
        return True
    if word.surface in LEXICON["family_names"]:
        return False
    if word.tag.startswith(PLACE_TAG) or PLACE_AFTER.match(after):
        return True
    return bool(ALONE_BEFORE.search(text[: word.start][-1:]) and ALONE_AFTER.match(after))


def _latin(text: str) -> Iterable[Found]:
    """Itabashi, Ota-ku."""
    for match in LATIN.finditer(text):
        stem = match[1].lower()
        official = LEXICON["latin"].get(stem) or LEXICON["latin"].get(stem + (match[2] or "").lower())
        if official:
            yield Found(AREA, official, *match.span(), 0.8)


def _near_or_far(official: Sequence[Found], near: Sequence[Found], text: str) -> list[Found]:
    """大井町 is a station of Tokyo and a town of 神奈川県: the town where the words before say so."""
    same = {(one.start, one.end) for one in official} & {(one.start, one.end) for one in near}
    far = {span for span in same if DISTANT.search(text[: span[0]][-4:])}
    return [one for one in official if (one.start, one.end) not in same - far] + [
        one for one in near if (one.start, one.end) not in far
    ]


def _longest(found: list[Found]) -> list[Found]:
    """東武練馬 is not 練馬, and tells no municipality itself."""
    return [one for one in found if one.value and not any(_inside(one, other) for other in found)]


def _inside(one: Found, other: Found) -> bool:
    return overlaps(one, other) and one.end - one.start < other.end - other.start
