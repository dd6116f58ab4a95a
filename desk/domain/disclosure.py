"""Whether a person tells that an invention was shown, or is about to be; a question about the rule tells of neither.

The rule, sentence by sentence. A showing is told when it stands there as something done or planned. It is not when it
hangs on a condition (公開したら, 公開済みだと, 発表しても), nor when the sentence asks or wishes to know: then somebody
asks what holds for everybody. A question tells all the same when it names a day (先月発表した技術は…), something of
one's own (弊社で…, してしまった, …のですが) or a plan (発表する前に…). When in doubt it is told: a needless alarm costs
less than a lost right.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

_INVENTION = re.compile(r"特許|発明|出願|意匠|実用新案|新技術|研究成果|知財|知的財産|新規性|真似され|まねされ|模倣され")
#: what is shown there is research, whatever else is said
_SCIENTIFIC = r"学会|論文|学術|研究発表|ポスター発表"
_SHOWING = re.compile(
    rf"{_SCIENTIFIC}|発表|展示|見本市|公開|公表|出展|発売|販売|売り出|お披露目|掲載|載せ|リリース|クラウドファンディング|講演"
    r"|テレビ|新聞|雑誌|ブログ|動画|取材|紹介され|店頭|売っ|配布|配っ|配りま|SNS|YouTube|ネットに|見せ(?!て(?:もら|いただ|頂|くだ|下|ほし|欲し))"
)
_COMING = (
    r"(?:明日|あした|あさって|明後日|今週|来週|再来週|今月|来月|まもなく|もうすぐ|近く|近々|これから|査読中"
    r"|あと\d{1,2}日|\d{1,2}(?:日|週間)後)"
)
_SOON_BEFORE = re.compile(rf"{_COMING}[^。]{{0,15}}$")
_SOON_AFTER = re.compile(
    rf"[^。、]{{0,10}}{_COMING}"
    rf"|[^。]{{0,12}}{_COMING}(?:の?[月火水木金土日]曜日?|末|[初始]め|頃|ごろ|[上中下]旬)?(?:です|だ|なん|に[あ予]|の予定|から|スタート|開始|$)"
)
#: a day without a year: of those to come, or of the year that has gone by
_DATE = re.compile(r"(?<![年\d])\d{1,2}(?:月(?:\d{1,2}日|[に末頃]|ごろ|[上中下]旬)|/\d{1,2}(?!\d))")
_FAR = re.compile(r"再来年|[\d数]年後|将来|いつか|いずれ")
#: so little ago that the year of 特許法30条 may still run
_LATELY = re.compile(
    r"昨日|きのう|一昨日|おととい|先日|先週|先々週|先月|先々月|今朝|さっき|最近|この前|この間|こないだ|今年|去年|昨年|半年前|たばかり"
)
_AGO = re.compile(r"\d{1,2}(?:日|週間|[かヶケカヵ]月)(?:くらい|ほど)?前|(?<!\d)1年(?:くらい|ほど)?前")
_OWN = re.compile(
    r"弊社|当社|自社|我が社|うち(?=[のではが])|私|わたし|今回|てしま|ちゃ[っい]|(?:です|ます|でした|ました|た|だ)(?:が|けど|けれど|ので)"
)
_ASKS = re.compile(r"\?$|(?<![とほし])か(?:な|ね|しら)?$|の$|教えて|知りたい|(?:聞き|伺い|うかがい)たい|説明して")
_WHY = re.compile(r"なぜ|どうして|なんで|理由|とは(?:何|なん|$|\?)")
_NEXT = re.compile(
    r"[^。、]{0,15}?(?:"
    r"(?P<condition>(?:済み|た|て?いる|する|され?る)?"
    r"(?:だと|なら|(?:だけ)?[てで]も(?![うら])|場合|後(?=[はのも\d]|でも)|あと(?=[はのも]|でも)|と(?=、|だめ|ダメ|駄目|い[いけ]|どう|無効|特許|権利|出願))|たら|れば)"
    r"|(?P<when>(?:た|て?いる|する|され?る)?(?:とき|時|後[にで]|あと[にで]))"
    r"|(?P<other>予定[はも](?:あり|な|まだ|未定)|見に|見学|見かけ|見た|視察|来場|聞[いき]|調べ|探し)"
    r"|(?P<plan>予定|前|控え|近い|近づ|迫|決ま[っり]|査読|つもり|ことに[なし]|申し?込|[うお]と(?:思|して|考)|(?<!あり)(?<!なり)(?<!ざい)(?<!され)ます(?!か))"
    r"|(?P<past>(?:た(?![いらくりめ])|てい?る(?!会社|企業|者|店|メーカー|ところ))(?!特許|公報|文献|データ|情報|制度|事例)"
    r"|済み?|中(?:です|で|に|$)|んだ|てい?ます|てあ|てしま|ちゃ|てもう)"
    r")"
)
_FILED = re.compile(r"(?<!商標[はをのも])出願(?:済|しました|してあ|しています|はして)")


class Showing(StrEnum):
    """What is told of a showing."""

    #: it is to come
    SOON = "soon"
    #: it was within a year or so
    LATELY = "lately"
    #: it was, nobody says when
    BEFORE = "before"


def told_showings(texts: Iterable[str]) -> set[Showing]:
    """What the texts (in normal form) tell of showings."""
    return {found for text in texts for sentence in re.split(r"[。!\n]|(?<=\?)", text) for found in _told(sentence)}


def about_invention(texts: Iterable[str]) -> bool:
    """Whether something is spoken of that a right could be lost for."""
    return any(_INVENTION.search(text) or re.search(_SCIENTIFIC, text) for text in texts)


def has_filed(texts: Iterable[str]) -> bool:
    """Whether the person says that it has been filed; a trade mark protects no invention."""
    return any(_FILED.search(text) for text in texts)


def _told(sentence: str) -> Iterator[Showing]:
    sentence = sentence.strip()
    lately, asks = bool(_LATELY.search(sentence) or _DATE.search(sentence)), bool(_ASKS.search(sentence))
    for mention in _SHOWING.finditer(sentence):
        following = _NEXT.match(sentence, mention.end())
        kind = _kind(following, asks, sentence[mention.end() :])
        if _is_coming(sentence, mention, kind) or (kind == "plan" and not _is_no_plan(sentence, asks)):
            yield Showing.SOON
        elif lately and kind in ("past", "condition"):
            yield Showing.LATELY
        elif kind == "past" and not (asks and not _OWN.search(sentence)):
            yield Showing.LATELY if _AGO.search(sentence) else Showing.BEFORE


def _kind(following: re.Match[str] | None, asks: bool, rest: str) -> str | None:
    """How the showing is spoken of. A time at which it was, in a statement, is a fact; so is a noun that ends it."""
    if following is None:
        return "past" if rest in ("", "です") and not asks else None
    if following.lastgroup == "when":
        return "condition" if asks or "た" not in following[0] else "past"
    return following.lastgroup


def _is_coming(sentence: str, mention: re.Match[str], kind: str | None) -> bool:
    """A time to come stands close by."""
    if _SOON_BEFORE.search(sentence[: mention.start()]):
        return True
    later = _SOON_AFTER.match(sentence, mention.end()) or _DATE.search(sentence)
    return kind not in ("past", "other") and later is not None


def _is_no_plan(sentence: str, asks: bool) -> bool:
    """Why one files before one shows, or something for a day far off."""
    return bool((asks and _WHY.search(sentence)) or _FAR.search(sentence))
