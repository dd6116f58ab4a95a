"""industry by what the person makes, grows, builds, carries, sells or lends: Xを作っています tells the trade, unless X does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from re import Pattern

from bot.entities.found import Found
from bot.entities.lexicon import read

ENTITY = "industry"
# Told by a thing that says so, by making and moving anything, and by selling or mending it, which people also do beside.
BY_THING, BY_DOING, BESIDE, BEFORE_SELLING = 0.9, 0.6, 0.4, 0.35
LEVELS = {"retail": BESIDE, "service": BESIDE, "wholesale": 0.55}
GOING = r"(?:(?:て|で)(?:い|お|る|ま|き)|と(?:る|り)|て(?=[^。、]{0,12}(?:売|販売|卸|納|出荷|届け|輸出))|て(?=(?:もう|かれこれ)?[0-9一二三四五六七八九十半]))"
OF_A_FIRM = r"(?:会社|企業|工場|町工場|職人|仕事|メーカー|工房|店|屋|スタートアップ|ベンチャー|事業|業者|小さ[いな])"
NAMED = r"(?:(?:を|の仕事を|が)?(?:して(?:い|お|る|ま|き)|してま|しと[るり]|や[っりる]|する(?:会社|仕事|業者|店|職人|企業)|主|専門|得意|請け)|の?(?:業者|屋|会社|専門|仕事|店)|です|でござ|[、。・]|$)"
# トマトをハウスで栽培: between the thing and what is done stand the means.
MEANS = r"(?:を[^。、をがは]{1,8}[でてにへ]|[をの])?"
THING = re.compile(r"[^\s、。,.!?「」()・をがはもで]{1,16}(?<![にと])$")
# 昭和から続く金属加工の会社: how long something has been done is no part of the thing.
SINCE = re.compile(r"から(?:続く|続いた|の)?")
# 誰が作っているのですか: a question about someone else's work.
ASKED_AFTER = re.compile(
    r"(?:い)?(?:る|ます)?(?:の(?:は|が|か|です(?:か|$))|んですか|んか|か(?:[。?]|$)|\?|人(?:は|を|に)|(?:大学|先生|研究)|ところ(?:は|を))"
)
LENT_BY_LANDLORDS = re.compile(r"(?:部屋|アパート|マンション|土地|駐車場|ビル|店舗|オフィス|物件|事務所)$")
MENDED_BY_BUILDERS = re.compile(r"(?:屋根|雨樋|外壁|住宅|家|雨漏り|水道|水[回ま]わ?り|トイレ|風呂)$")
SOLD_BY_OTHERS = {"software", "real_estate", "finance"}
NOT_GROWN = re.compile(r"(?:人|子|子供|社員|人材|会社|事業|後継者|若手|職人|弟子)$")
# 野菜の加工 is no growing, 食品パッケージの製造 no programming, 器を焼く no baking.
PROCESSED = re.compile(r"加工|製造|組み?立て")
PROGRAMMED = re.compile(r"(?:ソフト|ソフトウェ?ア|アプリ|システム|プログラム)$")
FIRED = re.compile(r"(?:陶器|磁器|器|皿|瓦|茶碗|せんべい|煎餅)$")
OUR_OWN_ROOMS = re.compile(r"(?:工場|うち|自社|弊社|店|お店|店舗|事務所|社内|自宅)$")


def find_doings(lower: str) -> Iterator[Found]:
    """Every trade that a verb and its thing tell, with how clearly they do."""
    for value, pattern in _verbs():
        for match in pattern.finditer(lower):
            thing = _thing(lower[max(0, match.start() - 16) : match.start()])
            trade = _by_thing(value, thing, match.group()) if thing else None
            if trade and not ASKED_AFTER.match(lower, match.end()):
                level = _level(value, trade, lower[match.start() : match.end() + 12])
                yield Found(ENTITY, trade, match.start() - len(thing), match.end(), level)


def _thing(before: str) -> str:
    """What the deed is done to: the end of what stands before the verb; empty when there is nothing."""
    thing = THING.search(before)
    return SINCE.split(thing.group())[-1] if thing else ""


def _level(value: str, trade: str, deed: str) -> float:
    """What is made to be sold by the maker is a shop's first of all, and one may develop something beside a trade."""
    if trade != value:
        return BY_THING
    if value == "manufacturing" and "売" in deed:
        return BEFORE_SELLING
    return BESIDE if "開発" in deed else LEVELS.get(value, BY_DOING)


@lru_cache(maxsize=1)
def _verbs() -> list[tuple[str, Pattern[str]]]:
    return [(value, re.compile(MEANS + _forms(forms))) for value, forms in read("doings").items()]


def _forms(forms: dict[str, list[str]]) -> str:
    going, plain, nouns = ("|".join(forms[kind]) for kind in ("going", "plain", "nouns"))
    return rf"(?:(?:{going}){GOING}|(?:{plain}){OF_A_FIRM}|(?:{nouns}){NAMED})"


def _by_thing(value: str, thing: str, deed: str) -> str | None:
    """The trade of doing this to such a thing, None when it is none."""
    told = next((trade for trade, things in _things() if things.search(thing)), value)
    if told == "nothing" or (value == "agriculture" and NOT_GROWN.search(thing)):
        return None
    if value == "construction" and OUR_OWN_ROOMS.search(thing):
        return None
    if value == "service":
        return _lent_or_mended(thing, deed)
    if value == "retail":
        return _sold(thing, deed, told)
    if value != "manufacturing" or (PROCESSED.search(deed) and not PROGRAMMED.search(thing)):
        return value
    return told


def _sold(thing: str, deed: str, told: str) -> str:
    if FIRED.search(thing) and "焼" in deed:
        return "manufacturing"
    return told if told in SOLD_BY_OTHERS else "retail"


def _lent_or_mended(thing: str, deed: str) -> str:
    if LENT_BY_LANDLORDS.search(thing) and "貸" in deed:
        return "real_estate"
    return "construction" if MENDED_BY_BUILDERS.search(thing) else "service"


@lru_cache(maxsize=1)
def _things() -> list[tuple[str, Pattern[str]]]:
    """By trade what a thing ends in; `nothing` only as the whole thing, or behind の."""
    lists = read("made")
    ends = [(trade, re.compile(rf"(?:{'|'.join(words)})$")) for trade, words in lists.items() if trade != "nothing"]
    return [("nothing", re.compile(rf"(?:^|の|な|い)(?:{'|'.join(lists['nothing'])})$")), *ends]
