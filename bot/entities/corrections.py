"""Recognises that a person takes a value back and gives another: 28名と言いましたが32名です."""

from __future__ import annotations

import re

MARK = re.compile(
    r"じゃな(?:く|かった)|ではな(?:く|かった)|でな(?:く|かった)|じゃない|ではない|でない|やなく|間違|まちが|誤り|訂正|修正|正しく|実際|本当は|ほんとは|やっぱ|やはり|→|->|⇒|"
    r"(?:でした|だった|です)(?:が|けど)|(?:って|と|で)(?:言|い[いっうた]|ゆ[うっ]|書|伝え|答え|入力|お伝え|申し|話し|聞|打)|から(?=[^。]{0,12}(?:増|減|変|なり|なっ|訂正|修正|直|改))|を(?=[0-9一二三四五六七八九十百千万億,.]+(?:円|名|人|年)?(?:に|へ)(?:変|修|訂|直|増|減|引|改))|[、。 ](?:いや|いえ|違う|ちゃう|違った)(?=[、。 0-9])|から(?=[0-9一二三四五六七八九十百千]+(?:名|人|万|億|年))|ではありません"
)


def taken_back(text: str, start: int) -> int | None:
    """Where the text goes on after a mark of correction that stands behind `start`, None without one."""
    match = MARK.search(text, start)
    return match.end() if match else None
