"""What a question about one program is after, beyond telling it in short: a small table of words."""

import re
from collections.abc import Mapping
from enum import StrEnum

from desk.domain.asking import Facet, facets, points_back
from desk.domain.choosing import fold


class Aspect(StrEnum):
    """A side of a program that is answered at length; the values stand in the payloads of buttons."""

    WHY = "why"
    AMOUNT = "amount"
    DEADLINE = "deadline"
    DOCUMENTS = "documents"
    SIMILAR = "similar"


#: the first that fits counts
_WORDS: Mapping[Aspect, re.Pattern[str]] = {
    Aspect.SIMILAR: re.compile(r"似た|似てる|似ている|近い制度|代わりに?なる|同じような|ほかに似|類似"),
    Aspect.WHY: re.compile(r"なぜ|何故|なんで|どうして|理由|根拠|判定"),
    Aspect.DOCUMENTS: re.compile(r"書類|提出(する)?物|何を出せば|用意する(もの|物)|添付"),
}
#: kinds of question that are answered at length when nothing else is asked
_AT_LENGTH: Mapping[Facet, Aspect] = {Facet.MONEY: Aspect.AMOUNT, Facet.WHEN: Aspect.DEADLINE}
#: what is said by who asks for one side of what is on show and for nothing else; folded as `fold` does
_ALONE: Mapping[Aspect, re.Pattern[str]] = {
    Aspect.AMOUNT: re.compile(
        r"(?:これ|それ)?(?:は|って|だと)?(?:金額|上限額?|補助額|助成額)?は?(?:いくら|なんぼ)"
        r"(?:くらい|ぐらい|まで)?(?:もらえる|もらえます|出る|出ます)?(?:です)?(?:か|の)?|(?:金額|上限額?|補助額|助成額)は?"
    ),
    Aspect.DEADLINE: re.compile(
        r"(?:これ|それ)?は?(?:締め?切り?|期限|募集|公募|受付)?は?いつ(?:まで)?(?:です)?か?|(?:締め?切り?|期限)は?"
    ),
    Aspect.DOCUMENTS: re.compile(
        r"(?:必要な?)?書類は?(?:(?:何|なに)(?:が|を)?(?:要る|いる|必要|出す)?(?:です|ます)?か?)?|(?:何|なに)を出せばいい(?:です)?か?"
    ),
    Aspect.SIMILAR: re.compile(r"(?:ほかに|他に)?(?:似た|近い)制度(?:との)?(?:違い|ちがい)?(?:は|を教えて)?"),
}
#: asks for one's own amount, not for the terms
_MY_AMOUNT = re.compile(r"いくら(くらい|ぐらい)?(もら|出|受け|に|か|[?？]|$)|もらえる額|自己負担|手出し|持ち出し|計算")
_COMPARING = re.compile(r"違|ちが|比|くらべ|どちら|どっち|どれ|差|得|向[きくい]|優|劣|選|[vＶ]s|並べ", re.IGNORECASE)
_ALERTS = re.compile(r"お?知らせ|通知|リマイン|アラート|連絡")
_STOPPING = re.compile(r"止め|とめ|やめ|解除|停止|取り?消|(要|い)(らな|りませ)|不要|結構")


def aspect_of(question: str) -> Aspect | None:
    """The one side that is asked for; None when it is several, or the program as a whole."""
    named = next((aspect for aspect, words in _WORDS.items() if words.search(question)), None)
    if named is not None:
        return named
    asked = facets(question)
    return _AT_LENGTH.get(next(iter(asked))) if len(asked) == 1 else None


def aspect_alone(text: str) -> Aspect | None:
    """The side that a text asks for which names nothing, so that only what is on show can be meant: 「いつまで？」."""
    folded = fold(text)
    return next((aspect for aspect, words in _ALONE.items() if words.fullmatch(folded)), None)


def about_it(question: str) -> bool:
    """Whether a question without a known name is about the program spoken of, not about one that nobody knows."""
    return aspect_of(question) is Aspect.SIMILAR or points_back(question)


def wants_own_amount(question: str) -> bool:
    """Whether the person asks what they would get themselves, so that the budget is worth asking for."""
    return bool(_MY_AMOUNT.search(question))


def compares(question: str) -> bool:
    """Whether a question holds several against one another."""
    return bool(_COMPARING.search(question))


def wants_silence(text: str) -> bool:
    """Whether somebody does not want to be told of calls any more: 「お知らせを止めて」."""
    return bool(_ALERTS.search(text) and _STOPPING.search(text))
