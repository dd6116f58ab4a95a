"""phone, email and case_id."""

from __future__ import annotations

import re

from bot.entities.found import Found
from bot.entities.numbers import DIGIT_OF

EMAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63} ?@ ?(?:[A-Za-z0-9][A-Za-z0-9\-]{0,62}\.)+[A-Za-z]{2,24}")
SEPARATOR = r"[ \-()・のー−.]{1,3}"
PHONE = re.compile(
    rf"(?<![0-9A-Za-z\-])(?:\+81{SEPARATOR}?\(?0?\)?(?P<abroad>[1-9][0-9]{{0,3}})|\(?(?P<home>0[0-9]{{1,4}})\)?)"
    rf"(?:{SEPARATOR})?(?P<middle>[0-9]{{1,4}}){SEPARATOR}(?P<last>[0-9]{{3,4}})(?![0-9])"
)
BARE = re.compile(r"(?<![0-9A-Za-z\-])0[1-9][0-9]{8,9}(?![0-9])")
CASE = re.compile(
    r"(?<![A-Za-z0-9])(?P<letter>[A-Za-z])[ \-]?(?P<year>20[0-9]{2})[ \-の]*(?P<number>[0-9]{6})(?![0-9])"
)
LENGTHS = (10, 11)
# Dictated: 〇三の三六一二の九九〇八, ゼロサン
SPELT = {
    "ゼロ": "0", "ぜろ": "0", "れい": "0", "レイ": "0", "マル": "0", "まる": "0", "イチ": "1", "いち": "1", "ニー": "2", "ニ": "2", "に": "2",
    "サン": "3", "さん": "3", "ヨン": "4", "よん": "4", "ゴー": "5", "ゴ": "5", "ごー": "5", "ご": "5", "ロク": "6", "ろく": "6", "ナナ": "7",
    "なな": "7", "ハチ": "8", "はち": "8", "キュー": "9", "キュウ": "9", "きゅう": "9", "○": "0",
}  # fmt: skip
SPELT |= {kanji: str(digit) for kanji, digit in DIGIT_OF.items()}
SPELT_DIGIT = re.compile("|".join(SPELT))
ZERO = "|".join(word for word, digit in SPELT.items() if digit == "0")
DICTATED = re.compile(rf"(?:{ZERO})(?:{SPELT_DIGIT.pattern}|[0-9])(?:{SPELT_DIGIT.pattern}|[0-9 の・\-ー、]){{8,}}")


def find_contacts(text: str) -> list[Found]:
    """Everything of this kind in a normalised text."""
    return find_emails(text) + find_phones(text) + find_case_ids(text)


def find_emails(text: str) -> list[Found]:
    """Addresses in lower case, without the space that some keyboards put around @."""
    return [
        Found("email", match.group().replace(" ", "").lower(), match.start(), match.end())
        for match in EMAIL.finditer(text)
    ]


def find_phones(text: str) -> list[Found]:
    """Digits with the hyphens at the places where the person wrote a mark; domestic form."""
    found = [_marked(match) for match in PHONE.finditer(text)] + _dictated(text)
    kept = [phone for phone in found if sum(c.isdigit() for c in str(phone.value)) in LENGTHS]
    return kept + [_bare(match) for match in BARE.finditer(text)]


def _marked(match: re.Match[str]) -> Found:
    head = match.group("home") or "0" + match.group("abroad")
    return Found("phone", f"{head}-{match.group('middle')}-{match.group('last')}", match.start(), match.end())


def _dictated(text: str) -> list[Found]:
    """Digits that are spelt out, read as if they were written."""
    said = ((match, SPELT_DIGIT.sub(_digit, match.group()).replace("、", " ")) for match in DICTATED.finditer(text))
    return [
        Found("phone", phone.value, match.start(), match.start() + len(match.group().rstrip(" の・-ー、")))
        for match, digits in said
        for phone in find_phones(digits)[:1]
    ]


def _digit(match: re.Match[str]) -> str:
    return SPELT[match.group()]


def _bare(match: re.Match[str]) -> Found:
    """Ten or eleven digits in a row; the parts are known for mobiles and for Tokyo and Osaka."""
    digits = match.group()
    if len(digits) == 11:
        cuts = (3, 7)
    else:
        cuts = (2, 6) if digits[:2] in ("03", "06") else (4, 6) if digits.startswith("0120") else (3, 6)
    value = f"{digits[: cuts[0]]}-{digits[cuts[0] : cuts[1]]}-{digits[cuts[1] :]}"
    return Found("phone", value, match.start(), match.end())


def find_case_ids(text: str) -> list[Found]:
    """I-2026-000123, also without hyphens or in lower case."""
    return [
        Found("case_id", f"{m.group('letter').upper()}-{m.group('year')}-{m.group('number')}", m.start(), m.end())
        for m in CASE.finditer(text)
    ]
