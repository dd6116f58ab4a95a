"""capital_yen: the amount beside the word 資本金 or something done to a capital."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.entities.amounts import ABOUT, Amount
from bot.entities.clauses import clause_of, last_cue
from bot.entities.corrections import taken_back
from bot.entities.found import Found

CAPITAL = "capital_yen"
FOLLOWED, BESIDE, CLAUSE_BEFORE = 0.95, 0.9, 0.6
NEAR, FAR = 16, 24  # characters
BEFORE = re.compile(r"資本金|資本(?!性|業務)|出資金|出資総額|しほんきん")
AFTER = re.compile(
    r"(?:に|へ)増資|(?:円)?の資本|[がは]資本金(?!の)|で(?:会社を?)?(?:設立|創業|起業|法人|登記)|出資|(?:です)?、資本金(?:です|は?$)"
)
OTHER_MONEY = re.compile(
    r"売上|売り上げ|年商|月商|利益|予算|費|投資|総額|借|融資|補助|助成|自己資金|家賃|設備|留保|預金|今回|いくら"
)
SHORTLY, OF_WORK = re.compile(r"[^0-9。]{0,8}"), re.compile(rf"{ABOUT}?の(?!間違|誤)")
LIMIT = re.compile(r"(?:以[下上]|未満|超|でも)(?!です)|を(?:超|越|上回|下回)")
SOMEBODY_ELSES = re.compile(r"(?:親会社|取引先|相手|先方|客先|発注元)[^、。]{0,6}$")


def find_capital(text: str, said: Sequence[Amount]) -> list[Found]:
    """The amount that is it most clearly, and behind it what replaces it: 資本金は1000万じゃなくて2000万."""
    sure = [(_confidence(text, said, amount), amount) for amount in said if amount.single]
    confidence, amount = max(sure, key=lambda one: one[0], default=(0.0, None))
    if amount is None or not confidence:
        return []
    told = [amount, *_replacing(text, said, amount)]
    return [Found(CAPITAL, one.yen, one.start, one.end, confidence) for one in told]


def _replacing(text: str, said: Sequence[Amount], amount: Amount) -> list[Amount]:
    """The amount right behind a mark of correction, unless it is one of something else: ですが、500万円の開発."""
    resumed = taken_back(text, amount.end)
    later = [one for one in said if one.single and resumed is not None and one.start >= resumed][:1]
    return [
        one for one in later if SHORTLY.fullmatch(text, resumed or 0, one.start) and not OF_WORK.match(text, one.end)
    ]


def _confidence(text: str, said: Sequence[Amount], amount: Amount) -> float:
    """資本金、ええと、500万: the word may stand in the clause before."""
    if AFTER.match(text, amount.end):
        return FOLLOWED
    if LIMIT.match(text, amount.end):
        return 0.0
    left, _ = clause_of(text, amount.start, amount.end)
    if _belongs(text, said, amount, max(left, amount.start - NEAR)):
        return BESIDE
    return CLAUSE_BEFORE if _belongs(text, said, amount, max(0, left - FAR)) else 0.0


def _belongs(text: str, said: Sequence[Amount], amount: Amount, left: int) -> bool:
    """Nothing but filling words stands between the last word for a capital and the amount."""
    word = last_cue(text, BEFORE, left, amount.start)
    if word is None or SOMEBODY_ELSES.search(text, 0, word - 3):
        return False
    between = any(word <= other.start < amount.start for other in said)
    return not between and not OTHER_MONEY.search(text, word, amount.start)
