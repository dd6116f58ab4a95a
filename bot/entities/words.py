"""applicant_type, purpose and partner_status from everyday words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.entities.corrections import taken_back
from bot.entities.found import Found
from bot.entities.lexicon import choices

# 12名の会社です says less plainly than 株式会社です what the firm is: it counts only where facts are told.
FIRM = ("会社", "企業")
PLAIN, IMPLIED = 0.9, 0.4
# 個人ではなく, 中小企業じゃありません, 個人事業から株式会社に: what is denied or left behind.
DENIED_AFTER = re.compile(
    r"^(?:の|者|主|企業|会社|法人)*(?:では|じゃ|で|に(?:は)?)(?:なく|ない|ありません|なかった|あらへん)|^(?:事業)?(?:主|者)?から(?!の|は|も|でも)[^。]{0,10}(?:に|へ)|^は(?:やめ|たた)"
)
# Between a trade and 会社: 印刷|会社, 印刷|の|会社, 部品を作ってい|る|会社.
LINK = re.compile(
    r"(?:関係|関連|専門|系|中心|メイン|ベンチャー|の?(?:運営|支援|経営|管理))?(?:[のるたなくすむぐ]|[^。、]{0,12}(?:[てで]い?る|する|やる|営む|行う)[一-龥ァ-ヶー]{0,4}|を[^。、]{1,8}[うくぐすつぶむる])?(?:小さい|小さな|零細)?"
)
FORMERLY_BEFORE = re.compile(
    r"(?:それまで|以前|もともと|元々|もと|元|昔|前|かつて)は[^。、]{0,6}$|(?:お客|顧客|取引先|得意先|納品先|勤め先|前職)(?:さん|さま|様)?(?:は|が|も)[^。]{0,10}$"
)


def find_applicant(lower: str, trades: Sequence[Found] = ()) -> list[Found]:
    """What kind of applicant the person is; the first rule that fits, the more special ones stand first.

    印刷会社, 部品を作っている会社 tell a trade of `trades` and leave the form open; 12名の会社です tells the form.
    """
    hits = [
        hit
        for hit in _hits(lower, "applicant_type")
        if not _denied(lower, hit) and not any(_names_trade(lower, hit, trade) for trade in trades)
    ]
    return [replaced(lower, hits[0], hits)] if hits else []


def _names_trade(lower: str, hit: Found, trade: Found) -> bool:
    plain = lower.startswith(FIRM, hit.start)
    return plain and trade.start < hit.start and LINK.fullmatch(lower, trade.end, max(hit.start, trade.end)) is not None


def _denied(lower: str, hit: Found) -> bool:
    # A pattern may have taken the first letters of the denial along: 個人で|はなく.
    return bool(
        DENIED_AFTER.match(lower[hit.end :])
        or re.match(r"^は?(?:なく|ない|ありません)", lower[hit.end :])
        or FORMERLY_BEFORE.search(lower[: hit.start])
    )


def find_partner_status(lower: str) -> list[Found]:
    """Whether a university or another partner is agreed, sought or not wanted."""
    hits = _hits(lower, "partner_status")
    return [replaced(lower, hits[0], hits)] if hits else []


def find_purposes(lower: str) -> list[Found]:
    """Every purpose that is said plainly, each once."""
    found: list[Found] = []
    for value, pattern in choices("purpose"):
        match = pattern.search(lower)
        if match:
            found.append(Found("purpose", value, match.start(), match.end(), 0.8))
    return sorted(found, key=lambda each: each.start)


def replaced(lower: str, best: Found, hits: Sequence[Found]) -> Found:
    """印刷じゃなくてソフト開発です: what stands behind a mark of correction wins."""
    first = min(hits, key=lambda hit: hit.start)
    resumed = taken_back(lower, first.end)
    return next(
        (hit for hit in sorted(hits, key=lambda h: h.start) if resumed is not None and hit.start >= resumed), best
    )


def _hits(lower: str, entity: str) -> list[Found]:
    """Every match of a list's patterns, in the order of the list."""
    return [
        Found(
            entity,
            value,
            match.start(),
            match.end(),
            IMPLIED if value == "company" and match.group().startswith(FIRM) else PLAIN,
        )
        for value, pattern in choices(entity)
        for match in pattern.finditer(lower)
    ]
