"""Whether a text asks something back, so that it is not taken for the answer to what was asked."""

import re

_ASKS = re.compile(
    r"[?？][\s。.!！]*$|(?:です|ます|ません|でしょう|だめ|ダメ|なん|必要|[るたいうくすつむ]の)か[\s。.!！]*$"
)


def asks_back(text: str) -> bool:
    """Ends as a question does: 名前は要りますか."""
    return _ASKS.search(text.strip()) is not None
