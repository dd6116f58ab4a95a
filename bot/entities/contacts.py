"""phone, email and case_id."""

from __future__ import annotations

import re

from bot.entities.found import Found

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
    found = [_marked(match) for match in PHONE.finditer(text)]
    kept = [phone for phone in found if sum(c.isdigit() for c in str(phone.value)) in LENGTHS]
    return kept + [_bare(match) for match in BARE.finditer(text)]


def _marked(match: re.Match[str]) -> Found:
    head = match.group("home") or "0" + match.group("abroad")
    return Found("phone", f"{head}-{match.group('middle')}-{match.group('last')}", match.start(), match.end())


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
