"""Tells a place from a person of the same name by the words around it."""

from __future__ import annotations

import re

AFTER = re.compile(
    r"^(?:さん|様|さま|氏|くん|君|ちゃん|先生|社長|部長|課長|係長|主任|教授|博士|と申|といい|と言い|です。?私|[一-龥]{1,2}(?:です|と申)|と名乗)"
)
BEFORE = re.compile(
    r"(?:(?:担当者?|代表者?|社長|名前|氏名)[のは]|営業の|弁理士の|先生の|コーディネータの|コーディネーターの)$"
)

# 私は橋本です is somebody, 私は橋本で工場を is not.
INTRODUCED = (
    re.compile(r"(?:担当者?|責任者|申請者|社長|店主|院長|窓口|連絡先|私|わたし|僕|俺|名字|苗字|旧姓)[はが]$"),
    re.compile(r"^(?:です|。|$)"),
)


def is_person(text: str, start: int, end: int) -> bool:
    """Whether the span is somebody's name: 板橋さん, 担当の足立."""
    before, after = text[max(0, start - 12) : start], text[end : end + 6]
    introduced = INTRODUCED[0].search(before) and INTRODUCED[1].match(after)
    return bool(introduced or AFTER.match(after) or BEFORE.search(before))
