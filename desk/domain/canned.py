"""Canned texts: `{variables}` that a case fills, and gaps that a person must fill where it cannot."""

import re
import unicodedata
from collections.abc import Mapping

#: what may stand in braces, with what it becomes
VARIABLES: Mapping[str, str] = {
    "お名前": "相談者のお名前",
    "会社名": "相談者の会社・団体",
    "受付番号": "受付番号",
    "返事の期限": "はじめの返事の期限",
    "担当者名": "返事を書く職員の名前",
    "窓口名": "窓口の名前",
    "場所": "窓口の場所",
    "受付時間": "窓口の受付時間",
    "電話": "窓口の電話番号",
}
_BRACED = re.compile(r"\{([^{}]*)\}")
_GAP = re.compile(r"【([^【】]+)を記入】")


class UnknownVariable(ValueError):
    """Braces with something in them that no case can fill; `name` says what."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class LooseBrace(ValueError):
    """A brace that opens nothing or is never closed."""


def check_canned(text: str) -> str:
    """The text with its braces in their plain form. Raises `UnknownVariable` and `LooseBrace`."""
    plain = text.replace("｛", "{").replace("｝", "}")
    if set("{}") & set(_BRACED.sub("", plain)):
        raise LooseBrace
    for name in _BRACED.findall(plain):
        if _name(name) not in VARIABLES:
            raise UnknownVariable(name.strip() or "空の {}")
    return plain


def fill(text: str, values: Mapping[str, str | None]) -> str:
    """A canned text for one case; what the case does not know becomes a gap: 【お名前を記入】."""

    def value(match: re.Match[str]) -> str:
        name = _name(match[1])
        return values.get(name) or f"【{name}を記入】"

    return _BRACED.sub(value, text)


def gaps(text: str) -> list[str]:
    """What still has to be written before a text can be sent."""
    return list(dict.fromkeys(_GAP.findall(text)))


def _name(written: str) -> str:
    return unicodedata.normalize("NFKC", written).strip()
