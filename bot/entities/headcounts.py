"""People who are told in parts and counted together: 私のほか7人, 整備士3人とフロント1人と私, 正社員5、嘱託2, 弟子2人と."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import Match

from bot.entities.numbers import parse

Heads = tuple[int, int, int]  # how many they are, and a span
ME = r"私|僕|俺|自分|わたし|わたくし|あたし|わし|ワシ|ぼく|ボク|オレ|おれ|社長|代表|親方|店主|事業主|シェフ|オーナー"
SPOUSE = r"妻|嫁(?:はん|さん)?|夫(?!婦)|旦那|亭主|主人|家内|女房|奥さん|かみさん|つま"
KIN = (
    rf"{SPOUSE}|[義叔伯祖]?[父母]親?|親父|おやじ|オヤジ|[義従]?兄(?!弟)|弟(?!子)|姉(?!妹)|(?<!姉)妹|従?(?:兄弟|姉妹)(?=と)|息子|せがれ|娘|[長次三][男女]|孫|姑|甥|姪|娘?婿|"
    r"あね|おとうと|いもうと|むすこ|むすめ|じいちゃん|ばあちゃん|[爺婆]さん|見習い?|弟子|相方|相棒|友人|友達|共同創業者|専務|番頭"
)
COUPLE = r"夫婦|両親"
HEADS = r"(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})"
COUNTED_HEADS = rf"(?:{HEADS}(?:人|名)(?![目前])|ひとり|ふたり)"
ALONE = r"(?:だけ|ひとり|一人|1人|独り)?"
ONE = rf"(?<![一-龥])(?:(?:(?:{ME}|{KIN})の)?(?:{ME}|{KIN})(?![一-龥])(?:さん)?{ALONE}|(?:{ME}|{KIN})(?:ひとり|一人|1人|独り))"
SOME = re.compile(rf"(?<![0-9一二三四五六七八九十]){COUNTED_HEADS}|(?<![一-龥])(?:{COUPLE})(?:二人|2人|ふたり)?|{ONE}")
# not 7人、うち3人は女性 or 2人と4人、合わせて6人; nor 社員は9名、お客さんは40人
OTHERWISE = r"(?!うち|内訳|合わせ|あわせ|計|合計|全|来|お伝|書|言|申|総勢|今|現在|お?客|会員|生徒|患者|利用|参加|見学|園児|子ども|取引)"
ROLE = r"[^0-9、。!?,・/一二三四五六七八九十とを]"
NEXT = r"(?!中|以|分|体|規|程|弱|強|未|様|増|減|超)"  # 男3人女5人
LINK = r"(?:と、?|に、?|プラス|\+|及び|および|それに|それと|それから|そして|あとは?|ほかに?|他に?|ともう?)"
BESIDES = r"(?:の(?:ほか|他)|以外|(?:を|は)?(?:除い|除く|除け|抜き|抜い))(?:て|と|ば)?(?:に(?:も|は)?|で)?、?"
JOINED = re.compile(
    rf"(?:さん|くん|君)?(?:{BESIDES}{OTHERWISE}{ROLE}{{0,8}}|"
    rf"(?:が|は|で|です|がいて|がおり|がい)?、?{LINK}+、?{OTHERWISE}{ROLE}{{0,12}}|"
    rf"(?:が|は|で|です|がいて|がおり|、?そして)?[、,・ /]+{OTHERWISE}{ROLE}{{0,12}}|{NEXT}[一-龥ァ-ヶー]{{1,6}}が?)"
)
# 正社員5、嘱託2、アルバイト1; 設計四、組立五; but neither 資本金300 nor 令和5
TITLE = r"(?<![一-龥ァ-ヶーA-Z])(?!昭和|平成|令和|大正|資本|創業|設立|築|第|約|予算|売上)[一-龥ァ-ヶーA-Z]{1,8}(?:さん)?[はが:]?"
TITLED = re.compile(rf"{TITLE}(?P<heads>{HEADS})(?:人|名)?(?=[、。,・+/ と)]|で(?:す|、|$)|の|$|=)")
BETWEEN_TITLES = re.compile(r"[、,・+/ と]{1,2}|プラス|に")
HELPERS = re.compile(rf"(?:助手|弟子|見習い?|手伝い)[はがも]?({COUNTED_HEADS})")
WITH = re.compile(rf"(?P<many>{COUNTED_HEADS})と(?!も)|(?<![一-龥])(?:{KIN})(?:さん)?と(?!も|いう|同|違|相談|話)")
FIGURES = "0123456789一二三四五六七八九十"
FEW = {"ひとり": 1, "ふたり": 2, "独り": 1}


def headcounts(text: str) -> Iterator[Heads]:
    """How many they are, and the span from behind the first of them."""
    yield from _sums(_runs(list(SOME.finditer(text)), JOINED, text))
    yield from _sums(_runs(list(TITLED.finditer(text)), BETWEEN_TITLES, text))
    yield from _with_the_speaker(text)


def _runs(parts: Sequence[Match[str]], joined: re.Pattern[str], text: str) -> Iterator[list[Match[str]]]:
    """Neighbours between which nothing stands but what joins them."""
    run: list[Match[str]] = []
    for part in parts:
        if run and not joined.fullmatch(text, run[-1].end(), part.start()):
            yield run
            run = []
        run.append(part)
    yield run


def _sums(runs: Iterator[list[Match[str]]]) -> Iterator[Heads]:
    for run in runs:
        if len(run) > 1:
            yield sum(_heads(part[part.lastindex or 0]) for part in run), run[0].end(), run[-1].end()


def _with_the_speaker(text: str) -> Iterator[Heads]:
    """弟子2人と, 夫と, 助手がひとり: whoever says so comes to them."""
    for match in HELPERS.finditer(text):
        yield _heads(match[1]) + 1, match.start(), match.end()
    for match in WITH.finditer(text):
        if not SOME.match(text, match.end()):
            yield _heads(match["many"] or "") + 1, match.start(), match.end()


def _heads(part: str) -> int:
    """私 and 弟 are one each, 夫婦 two."""
    if part[:1] in FIGURES and part:
        return int(parse(re.match(HEADS, part)[0]) or 0)  # type: ignore[index]
    return FEW.get(part) or (2 if re.match(COUPLE, part) else 1)
