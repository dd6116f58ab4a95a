"""area: municipalities by their official names, and by the short forms that mean nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Dict, Iterable, List, Mapping, Sequence

from bot.entities.found import Found, overlaps
from bot.text.reader import Word

# Short forms that are words, family names of great frequency, or names of something larger.
AMBIGUOUS = frozenset(
    "北 港 中央 国立 多摩 日の出 瑞穂 大島 新島 神津島 三宅 御蔵島 八丈 青ヶ島 小笠原 利島 千代田 西 東 南 緑 旭 泉 太白 青葉 宮城野 若林 岡山 福島 広島 "
    "山口 宮崎 松山 高松 山形 秋田 青森 千葉 長崎 大分 徳島 高知 佐賀 奈良 岐阜 富山 福井 鳥取 長野 静岡 京都 大阪 和歌山 熊本 鹿児島".split()
)
# Large cities and Tokyo's neighbours whose short form people use and that are seldom family names.
KNOWN_ELSEWHERE = frozenset(
    "横浜 川崎 相模原 さいたま 川口 和光 朝霞 新座 志木 所沢 川越 越谷 草加 船橋 市川 松戸 柏 浦安 つくば 札幌 仙台 名古屋 神戸 福岡 北九州 新潟 浜松 堺 "
    "藤沢 横須賀 厚木 茅ヶ崎 鎌倉 金沢 宇都宮 前橋 高崎 水戸 日立 豊田 東大阪 姫路 盛岡 郡山 いわき 甲府 那覇 旭川 函館 四日市 豊橋 岡崎 倉敷 久留米".split()
)
KIND = re.compile(r"[区市町村]$")
PERSON_AFTER = re.compile(r"^(?:さん|様|さま|氏|くん|君|ちゃん|先生|社長|部長|課長|係長|主任|教授|博士|と申|といい|と言い|です。?私|[一-龥]{1,2}(?:です|と申)|と名乗)")
NAME_AFTER = re.compile(r"^(?:大学?(?!き)|工業|信用|信金|銀行|新聞|警察|高校|病院|製作|製薬|電機|鉄工|精機|商会|商店|産業技術|県|府(?!中)|湾|空港|産業振興|通信|放送|急行|電鉄|町(?!工)|川|橋|台|ヶ|駅|線|ナンバー)")
PERSON_BEFORE = re.compile(r"(?:担当の|代表の|社長の|営業の|弁理士の|先生の|名前は|氏名は|コーディネータの|コーディネーターの)$")
CORRECTED = re.compile(r"^(?:じゃなく|ではなく|でなく|じゃない|ではない|から(?:移|引っ越|引越)|→|->|は間違い)")
PLACE_TAGS = ("名詞-固有名詞-地名",)


@dataclass(frozen=True)
class Places:
    """Official names, and the short forms with the official name each stands for."""

    names: Sequence[str]
    short: Mapping[str, str]

    def find(self, text: str, words: Sequence[Word]) -> List[Found]:
        """Municipalities from left to right; what a person takes back is none, nor is the rest of an address."""
        official = self._official(text, words)
        short = [found for found in self._short(text, words) if not any(overlaps(found, other) for other in official)]
        return _without_addresses(sorted(official + short, key=lambda found: found.start), text)

    def _official(self, text: str, words: Sequence[Word]) -> List[Found]:
        starts = {word.start for word in words}
        found: List[Found] = []
        for match in self._pattern().finditer(text):
            if match.start() in starts or match.end() in starts or match.end() == len(text):
                found.append(Found("area", match.group(), match.start(), match.end()))
        return found

    def _pattern(self) -> "re.Pattern[str]":
        if not hasattr(self, "_compiled"):
            longest_first = sorted(self.names, key=lambda name: (-len(name), name))
            object.__setattr__(self, "_compiled", re.compile("|".join(map(re.escape, longest_first))))
        pattern: "re.Pattern[str]" = getattr(self, "_compiled")
        return pattern

    def _short(self, text: str, words: Sequence[Word]) -> Iterable[Found]:
        for word in words:
            official = self.short.get(word.surface)
            if official and _is_place(text, word):
                yield Found("area", official, word.start, word.end, 0.9)


def places(rows: Iterable[Mapping[str, str]]) -> Places:
    """From the rows of seeds/areas.csv: code, prefecture, name, region."""
    names: List[str] = []
    short: Dict[str, str] = {}
    for row in rows:
        names.append(row["name"])
        stem = KIND.sub("", row["name"])
        if stem not in AMBIGUOUS and (row["prefecture"] == "東京都" or stem in KNOWN_ELSEWHERE):
            short[stem] = min(short.get(stem, row["name"]), row["name"], key=_size)
    return Places(sorted(set(names)), short)


def _size(name: str) -> int:
    """Wards and cities before towns and villages of the same stem."""
    return "区市町村".index(name[-1])


def _is_place(text: str, word: Word) -> bool:
    """Not a person, not a part of another name."""
    before, after = text[max(0, word.start - 8):word.start], text[word.end:word.end + 6]
    if PERSON_AFTER.match(after) or PERSON_BEFORE.search(before) or NAME_AFTER.match(after):
        return False
    return word.tag.startswith(PLACE_TAGS) or bool(re.match(r"^(?:に|で|の|から|市内|区内|周辺|近辺|方面|在住|エリア)", after))


def _without_addresses(found: List[Found], text: str) -> List[Found]:
    kept: List[Found] = []
    for one in found:
        if CORRECTED.match(text[one.end:one.end + 8]):
            continue
        if kept and text[kept[-1].end:one.start] in ("", "大字", "字") and one.value != kept[-1].value:
            continue
        kept.append(one)
    return kept
