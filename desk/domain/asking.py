"""What a question about a program is after, and whether it points back at one spoken of before."""

import re
from enum import StrEnum


class Facet(StrEnum):
    """What people want to know of a program."""

    MONEY = "money"
    WHO = "who"
    WHEN = "when"
    HOW = "how"


_FACETS = {
    Facet.MONEY: re.compile(r"いくら|上限|補助率|助成率|金額|何割|額は|何円|何万|もらえ"),
    Facet.WHO: re.compile(
        r"対象(?!経費)|使え|申請でき|応募でき|条件|要件|うち(は|も|でも|の|だと)|業種|個人事業|何人|従業員|資格"
    ),
    Facet.WHEN: re.compile(
        r"いつ|締め?切|〆切|しめきり|期限|期間|募集|公募|受付|まだ(やって|あ|間)|間に合|次回|何月|スケジュール"
    ),
    Facet.HOW: re.compile(
        r"どうやって|方法|手続|申請の仕方|やり方|書類|流れ|手順|どこに|窓口|問い合わせ|先に|事前|準備"
    ),
}
_POINTING = re.compile(r"それ|その|これ|この|さっき|先ほど|さきほど|いまの|今の|上の|一番上|いま説明|両方|二つ|候補")
_NAMING = re.compile(r"補助金|助成|補助|制度|事業|支援|税制|融資|減免|センター|窓口|計画|保証")
#: what a pressed button says about the question: nothing
_PAYLOAD = re.compile(r"^/\w+(\{.*\})?$")


def facets(question: str) -> frozenset[Facet]:
    """What the question asks for; empty when it asks for all in general."""
    if _PAYLOAD.match(question):
        return frozenset()
    return frozenset(facet for facet, words in _FACETS.items() if words.search(question))


def points(question: str) -> bool:
    """Whether the question points at something ("それ", "その補助金") instead of naming it."""
    return bool(_POINTING.search(question))


def points_back(question: str) -> bool:
    """Whether a question that names no program the desk knows is about what was shown last.

    One with the name of something else ("〇〇補助金の締切") is not: another program must never answer for it.
    """
    return points(question) or not _NAMING.search(question)
