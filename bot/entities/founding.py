"""founded_year and age_years: when a company was founded, or how long it has existed."""

from __future__ import annotations

import re
from datetime import date

from bot.entities.corrections import taken_back
from bot.entities.eras import Year, years
from bot.entities.found import Found, overlaps
from bot.entities.numbers import ARABIC, KANJI, parse

YEAR, AGE = "founded_year", "age_years"
FOUNDING = r"設立|創業|創立|起業|開業|法人化|法人成り|独立|創設|操業|立ち上げ|立上げ|旗揚げ|開設|スタート|会社を?(?:作|つく|設|興|おこ|始)|会社にし|登記|オープン|店を(?:出|開)|脱サラし|創建|発足|たちあげ|営業開始|事業開始|開店|出店|開所|会社化|のれん分け|スピンアウト|スピンオフ|興し|起こし|おこし|立ち上が"
LINK = r"(?:は|が|の|から|して|してから|以来|に|、|,|:|年|時期|月|日|度|後|西暦|丸|まる|もう|早|はや|ちょうど|およそ|約|かれこれ|そろそろ|今年で|来月で|来年で|間もなく|まもなく|えーと|えっと|ええと|確か|たしか|たぶん|多分|したのは|されたのは|し|た|たのは|が確か|まして|[ ・])"
BEFORE = re.compile(rf"(?:{FOUNDING}){LINK}*$")
AFTER = re.compile(
    rf"^(?:度)?(?:\([^)]*\)|\))?(?:の)?(?:[./\-][0-9]{{1,2}}(?:[./\-][0-9]{{1,2}})?)?(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?(?:春|夏|秋|冬|末|頃|ころ|ごろ|初め)?(?:に|から|より|の|、|,|,? )*(?:{FOUNDING}|生まれの会社|から(?![^。]{{0,10}}(?:募集|公募|受付|申請|実施|施行|変わ|開始|始ま|計画))|の(?:会社|町工場|工場|店)|や(?:って|らせて)|続(?:い|け)|営(?:ん|業)|始め|はじめ|できた|出来た)"
)
# Between the year and the verb: 2015年に板橋で小さな町工場を始めた.
LATER = re.compile(
    rf"^度?(?:[./-]?[0-9]{{1,2}}月?(?:[0-9]{{1,2}}日)?)?[^。、0-9]{{0,14}}(?:{FOUNDING}|開い|法人に|始め|はじめ|始ま|できた|出来た|つくった|作った|作り|創り)"
)
EARLIER = re.compile(
    rf"(?:{FOUNDING}|始めたの|できたの|始めて|はじめて|できて|出来て|構えて|開いて|出して|興して|起こして)[^。0-9]{{0,8}}$"
)
NAMED = re.compile(r"(?:設立|創業|創立)(?:した)?年")
SINCE = re.compile(
    r"(?:(?:代|先代|祖父|初代|親父)から(?:数えて)?|(?:できた|出来た|作った|始めた)ばかり[^0-9]{0,10}まだ)$"
)
NOT_YET = re.compile(r"(?:予定|つもり|したい|する(?:予定|つもり|計画)|しようと|考えて|準備|希望|見込)")
COUNT = rf"(?P<count>{ARABIC}|[四4]半|半|[{KANJI}十百]+)"
MONTHS = r"(?:ヶ月|か月|ヵ月|カ月|ケ月|箇月)"
UNIT = rf"(?P<unit>年半|年と半年|年|周年|{MONTHS}|ヶ月半|期|世紀)"
SPAN = re.compile(rf"{COUNT} ?{UNIT}?(?:(?<=年)と?(?P<months>[0-9]{{1,2}}|[{KANJI}十]+){MONTHS})?(?P<nth>目|め)?")
OLD_AFTER = re.compile(
    rf"^(?:くらい|ぐらい|ほど|程度|ちょっと|余り|以上|近く|弱|強)?(?:前|まえ)?(?:に|の|、| |くらいに|ほどに)*(?:{FOUNDING}|の[^。、0-9]{{0,6}}(?:会社|企業|町工場|店)|企業|の老舗|老舗|続く|続い|やって|営業|営ん|商売|の歴史|の若い会社)"
)
DONE_AFTER = re.compile(
    r"^(?:くらい|ぐらい|ほど|程度|以上|近く)?(?:やって|やらせ|営業して|営んで|商売して|操業して|続けて|続いて|経営して|(?:この|同じ)(?:仕事|商売|場所|地|稼業|家業)[をでに]?(?:して|やって|続け|営|い))(?!いき)"
)
RECENT = {"一昨年": 2, "おととし": 2, "去年": 1, "昨年": 1, "今年": 0, "本年": 0}
FIRM = r"創業|開業|起業|独立|法人化|法人成り|(?:お?店|工場|工房|事務所)を(?:出|開|構|建)|(?:会社|法人)を?(?:立ち上げ|設立|作|つく|興|起こ)"
WHEN = "|".join(RECENT)
RECENTLY = re.compile(
    rf"(?P<when>{WHEN})(?:の?(?:[0-9]{{1,2}}月|春|夏|秋|冬|末|暮れ|初め))?(?:に|から|、| )*(?:{FOUNDING}|始め|はじめ|できた|[^。、0-9]{{0,14}}?(?:{FIRM}))|"
    rf"(?:{FOUNDING})(?:は|したのは|したのが|が)?、?(?P<told>{WHEN})|"
    rf"(?:会社|法人|お?店)[をはも](?P<between>{WHEN})(?:の?(?:[0-9]{{1,2}}月|春|夏|秋|冬|末|暮れ|初め))?に?(?:作|つく|設立|立ち上げ|興|起こ|開|出)"
)
# ねじを作って50年
WORKING_BEFORE = re.compile(
    r"(?:作って|つくって|造って|やって|営んで|売って|商って|商売して|経営して|焼いて|打って|削って|磨いて|染めて|縫って|織って|(?:屋|業|店|工場|職人)を)(?:もう|かれこれ|約|から|、)*$"
)
# 研究を始めて3年: what has begun is no firm.
NO_FIRM_BEFORE = re.compile(
    r"(?:研究|開発|勉強|検討|準備|取引|交際|治療|輸出|使い|付き合い|習い)[をがの]?(?:始め|はじめ|やっ|スタート|続け)[^。0-9]{0,8}$|(?:引っ?越し?|移転し|移っ|移り)[^。、0-9]{0,8}$"
)
NOT_EVEN = re.compile(
    r"^(?:も|すら|しか)?(?:(?:たって|経って|経過して|なって)(?:い)?(?:な|ませ)|に(?:も)?満た|にな(?:らな|りませ))"
)
OLDEST = 1500
OLDEST_AGE = 1200
# 半年, 半世紀, 四半世紀
PARTS = {"半": 0.5, "四半": 0.25, "4半": 0.25}
ENTIRE = {"年": 1, "世紀": 100}


def find_founding(text: str, lower: str, today: date) -> list[Found]:
    """A year, an age or both; plans for a future company are neither. What replaces a value needs no cue."""
    by_year = [found for year in years(lower) if (found := _founded(text, year, today)) is not None]
    by_age = [found for match in SPAN.finditer(text) if (found := _aged(text, match)) is not None]
    if not by_age and not by_year:
        by_age = _recently(text)
    if not by_year and not by_age:
        by_year = _only_corrected(text, lower, today)
    taken = [_other_year(text, lower, by_year[0])] if by_year else []
    ages = [found for found in by_age if not any(overlaps(found, year) for year in taken)]
    return taken + ([_other_age(text, ages[0])] if ages else [])


def _only_corrected(text: str, lower: str, today: date) -> list[Found]:
    """2019年じゃなくて2020年です, 設立年が違う、2001年に: a year that is put right is the year of founding."""
    marked = [year for year in years(lower) if year.marked and OLDEST <= year.value <= today.year]
    if marked and (NAMED.search(text) or taken_back(text, marked[0].end) is not None):
        return [Found(YEAR, marked[0].value, marked[0].start, marked[0].end, 0.7)]
    return []


def _other_year(text: str, lower: str, found: Found) -> Found:
    resumed = taken_back(text, found.end)
    later = [year for year in years(lower) if resumed is not None and year.start >= resumed]
    return Found(YEAR, later[0].value, later[0].start, later[0].end, found.confidence) if later else found


def _other_age(text: str, found: Found) -> Found:
    resumed = taken_back(text, found.end)
    for match in SPAN.finditer(text, resumed) if resumed is not None else ():
        age = _age(match)
        if age is not None:
            return Found(AGE, age, match.start(), match.end(), found.confidence)
    return found


def _founded(text: str, year: Year, today: date) -> Found | None:
    before, after = text[: year.start][-16:], text[year.end :][:24]
    marked = year.marked and (LATER.match(after) or EARLIER.search(before))
    if not (BEFORE.search(before) or ((AFTER.match(after) or marked) and not NOT_YET.search(after))):
        return None
    if not OLDEST <= year.value <= today.year:
        return None
    return Found(YEAR, year.value, year.start, year.end, 0.95 if year.marked else 0.85)


def _aged(text: str, match: re.Match[str]) -> Found | None:
    """創業5年目, 設立して半年, 3年前に創業, 創業100年の老舗."""
    age = _age(match)
    before, after = text[: match.start()][-18:], text[match.end() :][:24]
    founded_before = (
        bool(BEFORE.search(before))
        or (match.group("unit") is not None and bool(EARLIER.search(before)))
        or bool(re.search(r"(?:業歴|社歴|業暦|経営歴|営業年数|この商売)(?:は|、|で)?$", before))
    )
    if age is None or not (
        founded_before
        or OLD_AFTER.match(after)
        or _ago(after)
        or _becomes(before, after)
        or DONE_AFTER.match(after)
        or _nth(match, before, after)
        or (match.group("unit") and WORKING_BEFORE.search(before) and not after.startswith(("前", "間")))
    ):
        return None
    if NO_FIRM_BEFORE.search(before) or NOT_EVEN.match(after):
        return None
    if NOT_YET.search(after[:12]) or re.match(r"^(?:以内|後|間で|未満|以降)", after):
        return None
    return Found(AGE, age, match.start(), match.end(), 0.9 if founded_before else 0.8)


def _becomes(before: str, after: str) -> bool:
    """会社は今年で10年になります, 先代から数えて六十年, できたばかりの会社でまだ3か月."""
    if SINCE.search(before):
        return True
    company = re.search(
        r"(?:会社|弊社|うち|工場|店|業|一筋|商売|稼業)(?:は|も|で)(?:もう|今年で|かれこれ|そろそろ)*$", before
    )
    return bool(company and re.match(r"^(?:くらい|ぐらい|ほど)?(?:に(?:な|は)|経|たち|たって|です|が経)", after))


def _ago(after: str) -> bool:
    """3年前に板橋で創業."""
    return bool(
        re.match(
            rf"^(?:くらい|ぐらい|ほど|程度|ちょっと)?(?:前|まえ)(?:[^。、0-9]{{0,12}}(?:{FOUNDING}|始め|はじめ|できた)|から[^。、0-9]{{0,8}}(?:やって|商売|経営|会社を|店を))",
            after,
        )
    )


def _nth(match: re.Match[str], before: str, after: str) -> bool:
    """まだ3年目の会社, 3期目, 15周年: an ordinal year of a company, not of anything else."""
    if match.group("unit") == "周年":
        return not re.match(r"^(?:記念|イベント|セール|パーティ|式典)", after)
    term = match.group("unit") == "期" and (match.group("nth") or before.endswith("第"))
    if not term and not (match.group("nth") and match.group("unit") == "年"):
        return False
    if term and match.group("nth") and re.match(r"^(?:[。、]|$)", after):
        return True
    return bool(
        re.match(
            r"^(?:の(?:会社|ベンチャー|スタートアップ|企業|法人|小さ|町工場|工場|店)|に入|です|になり|を迎|で(?:す|、|まだ))",
            after,
        )
    ) and not re.search(
        r"(?:入社|勤続|勤務|社員|社長|就任|研究|開発|大学|学部|修士|博士|契約|リース|助成|補助|公募|募集)[^。、]{0,6}$",
        before,
    )


def _age(match: re.Match[str]) -> float | None:
    count, unit = match.group("count"), match.group("unit")
    if count in PARTS:
        return _plain(PARTS[count] * ENTIRE[unit]) if unit in ENTIRE else None
    value, months = parse(count), parse(match.group("months") or "0")
    if value is None or months is None or unit is None or value > OLDEST_AGE:
        return None
    if "月" in unit:
        return round(value / 12, 2)
    return _plain(round(value * ENTIRE.get(unit, 1) + (0.5 if "半" in unit else 0.0) + months / 12, 2))


def _plain(value: float) -> float:
    """Whole ages as integers."""
    return int(value) if value == int(value) else value


def _recently(text: str) -> list[Found]:
    """去年独立しました, 設立はおととし."""
    for match in RECENTLY.finditer(text):
        if not NOT_YET.search(text[match.end() : match.end() + 10]):
            said = match.group("when") or match.group("told") or match.group("between")
            return [Found(AGE, RECENT[said], match.start(), match.end(), 0.8)]
    return []
