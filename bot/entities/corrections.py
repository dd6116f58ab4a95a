"""Recognises that a person takes a value back and gives another: 28名と言いましたが32名です."""

from __future__ import annotations

import re
from typing import Optional

MARK = re.compile(
    r"じゃなく|ではなく|でなく|じゃない|ではない|でない|やなく|間違|まちが|誤り|訂正|修正|正しく|実際|本当は|ほんとは|やっぱ|やはり|→|->|⇒|"
    r"(?:でした|だった|です)(?:が|けど)|(?:って|と)(?:言|い[いっ]|書|伝え|答え|入力|お伝え)|から(?=[^。]{0,12}(?:増|減|変|なり|なっ))|ではありません"
)


def taken_back(text: str, start: int) -> Optional[int]:
    """Where the text goes on after a mark of correction that stands behind `start`, None without one."""
    match = MARK.search(text, start)
    return match.end() if match else None
