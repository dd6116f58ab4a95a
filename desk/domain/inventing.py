"""People, firms and addresses that do not exist, in place of those in a sentence."""

import re

LEGAL_FORMS = r"株式会社|有限会社|合同会社|合資会社|合名会社|[(（][株有][)）]|㈱|㈲"
_SURNAMES = ("佐藤", "高橋", "中村", "小林", "加藤")
_GIVEN_NAMES = ("花子", "一郎", "葉子", "太郎")
_FIRMS = ("あさひ見本", "みどり見本", "ひかり見本", "つばさ見本")
_ADDRESSES = ("mihon", "soudan", "madoguchi", "rei")
_FORM = re.compile(LEGAL_FORMS)
#: longest text that is taken for a surname alone
_SURNAME = 2


def invent(entity: str, original: str, seed: int) -> str:
    """Other words of the same shape; the same seed gives the same ones. Raises `KeyError` for other entities."""
    return {
        "person_name": _person,
        "company_name": _firm,
        "phone": _phone,
        "email": _email,
        "case_id": _case,
    }[entity](original.strip(), seed)


def _person(original: str, seed: int) -> str:
    surname = _SURNAMES[seed % len(_SURNAMES)]
    if len(original) <= _SURNAME:
        return surname
    return surname + (" " if re.search(r"\s", original) else "") + _GIVEN_NAMES[seed % len(_GIVEN_NAMES)]


def _firm(original: str, seed: int) -> str:
    form, firm = _FORM.search(original), _FIRMS[seed % len(_FIRMS)]
    if form is None:
        return firm
    return firm + form.group() if form.start() else form.group() + firm


def _phone(_original: str, seed: int) -> str:
    """No exchange of a town begins with 0, so that nobody has such a number."""
    return f"03-0000-{seed % 10_000:04d}"


def _email(_original: str, seed: int) -> str:
    """example.jp is kept free for examples."""
    return f"{_ADDRESSES[seed % len(_ADDRESSES)]}@example.jp"


def _case(_original: str, seed: int) -> str:
    return f"I-2000-{seed % 1_000_000:06d}"
