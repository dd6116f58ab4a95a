"""Tells a place from a person of the same name by the words around it."""

from __future__ import annotations

import re

AFTER = re.compile(
    r"^(?:さん|様|さま|氏|くん|君|ちゃん|先生|社長|部長|課長|係長|主任|教授|博士|と申|といい|と言い|です。?私|[一-龥]{1,2}(?:です|と申)|と名乗)"
)
BEFORE = re.compile(
    r"(?:担当の|代表の|社長の|営業の|弁理士の|先生の|名前は|氏名は|コーディネータの|コーディネーターの)$"
)


def is_person(text: str, start: int, end: int) -> bool:
    """Whether the span is somebody's name: 板橋さん, 担当の足立."""
    return bool(AFTER.match(text[end : end + 6]) or BEFORE.search(text[max(0, start - 12) : start]))
