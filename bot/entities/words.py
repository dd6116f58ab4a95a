"""industry, applicant_type, purpose and partner_status from everyday words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.entities.corrections import taken_back
from bot.entities.found import Found, overlaps
from bot.entities.lexicon import Choices, choices

# The word names the person's own trade: by its ending, by what follows it, or by a label before it.
TRADE_AFTER = re.compile(
    r"^(?:業|制作|製作|開発|業界|屋|会社|企業|店|系|関係|関連|分野|所|工場|メーカー|事業|ベンチャー|スタートアップ|専門|全般|など|等)*(?:さん)?"
    r"(?:て(?:い|お|る|ま)|(?:を|の仕事を|の事業を|で|も|と|やら|とか|、|など|等|[0-9一二三四五]+(?:店舗|軒|店|か所|社))*(?:営|経営|やっ|やら|して(?:い|お|る|ま|き|。|$)|してま|しとる|しとり|やり|生業|手がけ|手掛け|展開|運営|作って|つくって|作る|つくる|作り|開発|製造|販売|売って|出して)|"
    r"(?:です|でございます|である|だ(?:よ|ね|けど|が)?(?:。|、|$)|や(?:けど|ねん|で|、|。|$)|なんです|なのです|なので|ですが|の(?:会社|企業|ベンチャー|スタートアップ|経営|中小|社長|代表|者|零細|法人|個人)|の?(?:小さな|小さい)|勤務|を(?:始め|開業|起業|創業))|"
    r"(?:、|。| |・|/|[0-9一二三四五六七八九十]|従業|社員|資本|創業|設立|歴|で(?:、|。|$|[0-9一二三四五六七八九十]|従業|社員|創業|資本|設立|独立|起業|開業|雇)|"
    r"の(?:[二三四23４]代目|オーナー|おやじ|親父|跡取り|切り盛り|仕事)|$))"
)
TRADE_BEFORE = re.compile(
    r"(?:業種は?|業界は?|事業は|本業は|仕事は|主に|メインは|うちは|弊社は|当社は|わたしは|私は|(?:区|市|町|村|内)(?:で|の|にある)(?:小さな|小さい)?|人の|名の|年の|の小さな)[:：、 ]*$"
)
STRONG_ENDING = re.compile(r"(?:業|屋|店|会社|企業|工場|所|メーカー|農家|農園|旅館|クリニック|工務店|問屋|商社)$")
NOT_OURS_AFTER = re.compile(
    r"^(?:と(?:連携|組|共同|一緒|協力|提携|の連携)|を(?:紹介|探|予約|教え|取り|借り|使い|見学|導入|買|知り)|に(?:頼|依頼|発注|外注|委託|行|興味|転職|就職|聞)|はあり|はどこ|の(?:予約|品質|不良|方法|原因|先生|専門家|求人|勉強|資格))"
)

INDUSTRY_ENDING = "(?:業界?|屋|系)?"
# A word of a trade without a sign that it is the person's own: only telling where facts are told.
WEAK, NEVER = 0.3, 0.0


def trades() -> Choices:
    """Trades with the words for them."""
    return choices("industry", INDUSTRY_ENDING)


def find_industries(lower: str) -> list[Found]:
    """The person's own trade, once; of overlapping words the longest, of several the one said most like a trade."""
    hits = [
        Found("industry", value, match.start(), match.end(), _trade(lower, match))
        for value, pattern in trades()
        for match in pattern.finditer(lower)
        if not _latin_inside(lower, match)
    ]
    longest = [hit for hit in hits if not any(_covers(other, hit) for other in hits)]
    own = [hit for hit in longest if hit.confidence > NEVER]
    return [_replaced(lower, max(own, key=lambda hit: (hit.confidence, -hit.start)), own)] if own else []


def _covers(other: Found, hit: Found) -> bool:
    return other is not hit and overlaps(other, hit) and (other.end - other.start) > (hit.end - hit.start)


def _trade(lower: str, match: re.Match[str]) -> float:
    """How clearly the word names the person's own trade."""
    before, after = lower[: match.start()][-14:], lower[match.end() :][:24]
    if NOT_OURS_AFTER.match(after):
        return NEVER
    if TRADE_AFTER.match(after):
        return 0.9 if STRONG_ENDING.search(match.group()) or after else 0.8
    return 0.7 if TRADE_BEFORE.search(before) else WEAK


def _latin_inside(lower: str, match: re.Match[str]) -> bool:
    """`it` is a word of its own only outside of other Latin letters."""
    first, last = match.group()[0], match.group()[-1]
    before, after = lower[match.start() - 1 : match.start()], lower[match.end() : match.end() + 1]
    return (first.isascii() and before.isascii() and before.isalnum()) or (
        last.isascii() and after.isascii() and after.isalnum()
    )


def find_applicant(lower: str) -> list[Found]:
    """What kind of applicant the person is; the first rule that fits, the more special ones stand first."""
    return _first(lower, "applicant_type", choices("applicant_type"))


def find_partner_status(lower: str) -> list[Found]:
    """Whether a university or another partner is agreed, sought or not wanted."""
    return _first(lower, "partner_status", choices("partner_status"))


def find_purposes(lower: str) -> list[Found]:
    """Every purpose that is said plainly, each once."""
    found: list[Found] = []
    for value, pattern in choices("purpose"):
        match = pattern.search(lower)
        if match:
            found.append(Found("purpose", value, match.start(), match.end(), 0.8))
    return sorted(found, key=lambda each: each.start)


def _replaced(lower: str, best: Found, hits: Sequence[Found]) -> Found:
    """印刷じゃなくてソフト開発です: what stands behind a mark of correction wins."""
    first = min(hits, key=lambda hit: hit.start)
    resumed = taken_back(lower, first.end)
    return next(
        (hit for hit in sorted(hits, key=lambda h: h.start) if resumed is not None and hit.start >= resumed), best
    )


def _first(lower: str, entity: str, rules: Choices) -> list[Found]:
    hits = [
        Found(entity, value, match.start(), match.end(), 0.9)
        for value, pattern in rules
        for match in pattern.finditer(lower)
    ]
    return [_replaced(lower, hits[0], hits)] if hits else []
