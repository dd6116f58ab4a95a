"""What a word of praise or blame is worth: a score from 1 to 5 when a figure is named, else whether it is praise."""

import re
import unicodedata
from dataclasses import dataclass

BEST = 5
#: from here on a score is praise, and up to here blame
GOOD, BAD = 4, 2
_HUNDRED, _TEN = 100, 10
_DIGITS = str.maketrans("零一二三四五六七八九", "0123456789")
_OUT_OF = re.compile(r"(\d{1,3})\s*点?満点[^\d]{0,6}(\d{1,3})|(\d{1,3})\s*(?:点)?\s*[/／]\s*(5|10|100)(?!\d)")
_POINTS = re.compile(r"(\d{1,3})\s*点")
_STARS_COUNTED = re.compile(r"[星★☆]\s*([0-5])(?:つ|個)?|^\s*([1-5])\s*(?:です|だ|かな)?\s*[。.!！]?\s*$")
_STARS = re.compile(r"★+")
_BLAME = re.compile(
    r"役に?立た|役立た|わかりに[くき]|分かりに[くき]|使いに[くき]|不便|不満|ひど|酷|最悪|残念|いまいち|イマイチ|期待はずれ|期待外れ"
    r"|遅すぎ|時間がかかりすぎ|面倒|だめ|ダメ|不親切|冷た|良くな|よくな|助からな|満足(?:でき|して(?:い)?)?(?:ない|ません)"
    r"|useless|not helpful|unhelpful|bad|poor|terrible|confusing|👎|😡|😠|😞|☹"
)
_PRAISE = re.compile(
    r"助か|よかった|良かった|いいね|良いですね|わかりやす|分かりやす|満足|親切|丁寧|ていねい|便利|最高|すばらし|素晴らし"
    r"|すごい|感謝|ありがた|使いやす|見やすい|早くて|早い|完璧|合格|満点|good|great|helpful|excellent|thank|love|👍|😊|😀|😄|🙏|❤"
)


@dataclass(frozen=True)
class Rating:
    """`score` from 1 to 5; `liked` is None when nothing tells."""

    score: int | None
    liked: bool | None

    @property
    def blames(self) -> bool:
        """Whether there is something to be sorry for."""
        return self.liked is False


def read_rating(text: str) -> Rating:
    """The rating in a message."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_DIGITS)
    score = _score(folded)
    if score is not None:
        return Rating(score, True if score >= GOOD else False if score <= BAD else None)
    if _BLAME.search(folded):
        return Rating(None, False)
    return Rating(None, True if _PRAISE.search(folded) else None)


def _score(text: str) -> int | None:
    """Out of ten and out of a hundred come down to out of five."""
    if match := _OUT_OF.search(text):
        scale, points = (match[1], match[2]) if match[1] else (match[4], match[3])
        return _scaled(int(points), int(scale))
    if match := _POINTS.search(text):
        points = int(match[1])
        return _scaled(points, BEST if points <= BEST else _TEN if points <= _TEN else _HUNDRED)
    if match := _STARS_COUNTED.search(text):
        return max(1, int(match[1] or match[2]))
    stars = _STARS.search(text)
    return min(BEST, len(stars.group())) if stars else None


def _scaled(points: int, scale: int) -> int | None:
    if not scale or points > scale:
        return None
    return max(1, round(points * BEST / scale))
