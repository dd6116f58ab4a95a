"""employees: how many people work in the person's firm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.entities.corrections import taken_back
from bot.entities.found import Found
from bot.entities.headcounts import FEW, ME, headcounts
from bot.entities.numbers import Number, numbers
from bot.entities.own import LIKELY, Own, likeliest
from bot.text.reader import Reading

EMPLOYEES = "employees"
COUNTED, CALLED, SAID = 0.9, 0.8, 0.7  # a number with a unit, one beside a word for staff, words without a number
SUMMED = 0.5  # 私のほか7人 are 8
BARE = 0.6  # a number that stands alone where people are spoken of: 従業員200は親会社の数でした。弊社は37
POSSIBLE = 0.1  # likelihood of a value that replaces another
UNIT = re.compile(
    r" ?(?:名|人|にん|めい|ニン)(?!目|前(?!後)|用|件|称|義|刺|古屋|様|材|気|格|間|権|工|口|類|体(?!制)|物|的|形)"
)
STAFF = (
    r"従業員|従業者|就業者|社員|スタッフ|職員|正規|メンバー|人数|員数|頭数|にんずう|在籍者?|ヘッドカウント|常勤|雇用|雇い人|所員|店員|人員|人手|作業者|しゃいん|"
    r"[Ss]taff|(?<![一-龥])人(?=:)|(?<![ぁ-ん])ひと(?= )"
)
BEFORE = re.compile(
    rf"(?:{STAFF})(?:数|総数|規模|さん|は|が|も|の|を|、|,|:|合計|全部|全員|含めて?|入れて?|込みで?|約|およそ|だいたい|大体|ざっと|今|現在|え[ーっ]と|ええと|あわせて|合わせて|(?:私|自分)(?:含め|入れて)|役員|者|[ ・=~:(/])*$"
)
TITLED = re.compile(r"[一-龥](?:員|手|工|士|師)[:は ]?$")  # 作業員24
FAR = 24  # characters
OF_PEOPLE = re.compile(rf"{STAFF}|パート|バイト|職人|人は|[0-9一二三四五六七八九十]人|一人|ひとり")
ALONE_BEFORE = re.compile(r"(?:^|[^0-9.,a-z-])$")
ALONE_AFTER = re.compile(
    r" ?(?:$|[、。!へに)/]|で(?:す|した|しょ|、|$)|だ|や(?![つく])|が今|ちゃう|じゃな|では|でお願)"
)
MANY = 60
MOST = 100_000
OTHER_UNIT = re.compile(r" ?(?:円|年|歳|才|代|%|割|社|件|台|個|回|月|日|時|番|つ|ヶ|か月|期|坪|m|万|億)")
# 8人から12人, but not 8人から12人に
RANGE_AFTER = re.compile(
    r" ?(?:(?:名|人)? ?(?:~|-|から|か)|[、・]) ?[0-9一二三四五六七八九十]+ ?(?:名|人)(?!(?:に|へ|まで)(?:増|減|し|な|縮))"
)
RANGE_BEFORE = re.compile(r"[0-9一二三四五六七八九] ?[~、] ?$")
# ひとり alone; 一人ひとり, ひとり親 and ひとりずつ count nobody
IN_KANA = re.compile(
    r"(?<!一人)(?<!1人)(?<!お)(?:ひとり(?!ひとり|親|暮|歩|ずつ|当|あた|じめ|言|旅|占)|ふたり(?!ずつ)|独り(?!立|言|占|よが|善|歩|身|暮|旅))"
)
IN_WORDS = {
    0: re.compile(
        rf"(?:{STAFF}|人は|人も|パートも)(?:さん|は|が|も|なんて|と呼べる人は|まだ|今は|今のところ|、|,| )*"
        r"(?:誰も|だれも|一人も|1人も|ひとりも)?(?:い(?:ない|なく)|いません|おらん|おりません|おらず|居ない|居ません|ゼロ|なし|ナシ|無し|0(?![0-9])|雇ってい?(?:ない|ません)|雇って(?:へん|おらん))"
    ),
    1: re.compile(
        rf"(?<![もにと誰])(?:(?:{ME})(?:だけ|ひとり|一人|1人|のみ|しか)|ワンオペ|お(?:ひとり|一人)(?:さま|様)|"
        r"(?:ソロ|単独|単身|ぼっち|ボッチ)(?:で|起業|経営|運営|法人)|"
        r"(?:ひとり|1人|一人)(?:だけ|きり)?(?:で|社長|親方|会社|法人|体制|合同|株式|起業|です(?!が)|や(?!って)|しか))"
    ),
    2: re.compile(
        r"(?:夫婦|妻と|嫁と|夫と|親子|姉妹|兄弟|父子|父娘|母子|母娘)(?:の|で)?(?:二人|2人|ふたり)?(?:だけ(?!じゃ|では)|で(?!す|来|伺|相談|話|参加|見学)|の会社|[、。]|$)"
    ),
}


def find_employees(reading: Reading, own: Own) -> list[Found]:
    """At most one finding: the number that most likely counts staff, or the one that replaces it."""
    text = reading.normal.text
    judged = own.judged(reading, candidates(text))
    best = likeliest(judged)
    if best is None:
        return []
    return [_replacing(text, best, judged) or best]


def candidates(text: str) -> list[Found]:
    """The counts of people, from left to right, whoever they are; a text with more than MANY is no telling."""
    counts = [found for number in numbers(text) if (found := _counted(text, number)) is not None]
    return sorted([*counts, *_in_words(text), *_together(text)], key=lambda found: found.start)[:MANY]


def _counted(text: str, number: Number) -> Found | None:
    """十二名, or a bare number beside a word for staff (社員数290), or one that stands alone where people are spoken of."""
    unit = UNIT.match(text, number.end)
    if number.value != number.whole or number.value > MOST or _vague(text, number):
        return None
    if unit:
        return Found(EMPLOYEES, number.whole, number.start, unit.end(), COUNTED)
    if OTHER_UNIT.match(text, number.end):
        return None
    if BEFORE.search(text, max(0, number.start - FAR), number.start):
        return Found(EMPLOYEES, number.whole, number.start, number.end, CALLED)
    if _alone(text, number) and (OF_PEOPLE.search(text) or TITLED.search(text[: number.start][-4:])):
        return Found(EMPLOYEES, number.whole, number.start, number.end, BARE)
    return None


def _alone(text: str, number: Number) -> bool:
    return bool(ALONE_BEFORE.search(text[: number.start][-1:]) and ALONE_AFTER.match(text, number.end))


def _together(text: str) -> Iterator[Found]:
    return (Found(EMPLOYEES, heads, start, end, SUMMED) for heads, start, end in headcounts(text))


def _in_words(text: str) -> Iterator[Found]:
    """従業員はいません, 自分だけ, 夫婦で, ふたり."""
    for match in IN_KANA.finditer(text):
        yield Found(EMPLOYEES, FEW[match.group()], match.start(), match.end(), SAID)
    for value, pattern in IN_WORDS.items():
        match = pattern.search(text)
        if match:
            yield Found(EMPLOYEES, value, match.start(), match.end(), SAID)


def _replacing(text: str, best: Found, judged: Sequence[Found]) -> Found | None:
    """28人と言いましたが32人, 社員30→13: the number after such words, with or without its unit, is as sure as the one before."""
    resumed = taken_back(text, best.end)
    if resumed is None:
        return None
    later = [one for one in judged if one.start >= resumed and one.confidence >= POSSIBLE]
    if later:
        return replace(max(later, key=lambda one: one.confidence), confidence=best.confidence)
    alone = (number for number in numbers(text) if number.start >= resumed and _stands_alone(text, number))
    return next((Found(EMPLOYEES, one.whole, one.start, one.end, LIKELY) for one in alone), None)


def _stands_alone(text: str, number: Number) -> bool:
    """A whole number of no unit at all, and no amount."""
    if number.value > MOST:
        return False
    unit = UNIT.match(text, number.end) or OTHER_UNIT.match(text, number.end)
    return not unit and number.value == number.whole and not number.vague


def _vague(text: str, number: Number) -> bool:
    return (
        number.vague
        or RANGE_AFTER.match(text, number.end) is not None
        or RANGE_BEFORE.search(text, max(0, number.start - 4), number.start) is not None
    )
