"""Which of the buttons on show a typed text means: its title, also with other endings, politeness or a slip."""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

#: so like must a text be to the one title it means, and so much less to every other
ALIKE = 0.8
AHEAD = 0.12
#: of shorter ones a single character decides
SHORTEST = 5
#: the text may be longer than the title by so much; whoever writes more says more than the button
LONGER = 1.4

#: what people say instead of pressing it, by what the button stands for; folded as `fold` does
_OTHER_WORDS = {
    '/find_support{"show": "now"}': re.compile(
        r"(?:もう|早く|はやく|いいから|とりあえず|とにかく)*(?:結果|一覧|候補|りすと|制度|補助金)?(?:を)?"
        r"(?:見せて|みせて|出して|だして|見たい|みたい)(?:ください|下さい|くれ|くれる|よ|です)?"
        r"|(?:just)?show(?:me)?(?:the)?(?:list|results?|programs?|them|now)"
    ),
}
_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_MARKS = re.compile(r"[\W_ー]+")
#: politeness and the verbs that only say "please do"; cut off as often as one stands at the end
_ENDING = re.compile(
    r"(?:おねがい(?:いた)?します|お願い(?:いた)?します|お願いできますか|おねがい|お願い|ください|下さい|くれますか|くれる|もらえますか"
    r"|いただけますか|たいです|たいのですが|たいんですが|たい|にします|にする|でいいです|がいいです|でいい|がいい|を選びます|を選ぶ|です|だ|ます|ね|よ"
    r"|please|pls)$"
)
#: the last verb in its many forms: 見る, 見せて, 見ます
_VERB = re.compile(
    r"(?:を)?(見|み|聞|き|探|さが|調べ|しらべ|相談|答え|飛ば)(?:る|せ|ます|たい|て|し|す|く|き|い|に|する|して|せて|して|んで|たく|ま)*$"
)
_NEGATION = re.compile(r"ない|ません|なく|いいえ|ず|\bno(?:t|ne|pe)?\b|n't")


def meant(titles: Sequence[str], text: str) -> int | None:
    """The place of the title that a text means; None when it means none, or it is not clear which."""
    typed = fold(text)
    if not typed:
        return None
    exact = [place for place, title in enumerate(titles) if fold(title) == typed]
    if exact:
        return exact[-1]
    stems = [stem(title) for title in titles]
    same = {each for each in stems if each and each == stem(text)}
    if len(same) == 1:
        return len(stems) - 1 - stems[::-1].index(same.pop())
    return _nearest(titles, stems, text)


def stands_for(payloads: Sequence[str], text: str) -> int | None:
    """The place of the button that a text stands for in other words than its title's, whatever its language."""
    typed = fold(text)
    places = (place for place, payload in enumerate(payloads) if payload in _OTHER_WORDS)
    return next((place for place in places if _OTHER_WORDS[payloads[place]].fullmatch(typed)), None)


def fold(text: str) -> str:
    """One width, one case, one kana, no marks and no spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_KATAKANA)
    return _MARKS.sub("", plain)


def stem(text: str) -> str:
    """The text without politeness at its end and without the form of its last verb."""
    rest = fold(text).replace("ません", "ない")
    while (shorter := _ENDING.sub("", rest)) != rest and shorter:
        rest = shorter
    return _VERB.sub(r"\1", rest) or rest


def _nearest(titles: Sequence[str], stems: Sequence[str], text: str) -> int | None:
    typed = stem(text)
    likeness = [_likeness(title, each, text, typed) for title, each in zip(titles, stems, strict=True)]
    if not likeness or max(likeness) < ALIKE:
        return None
    best = likeness.index(max(likeness))
    others = [each for place, each in enumerate(likeness) if stems[place] != stems[best]]
    return best if all(likeness[best] - each >= AHEAD for each in others) else None


def _likeness(title: str, stem_of_title: str, text: str, typed: str) -> float:
    """From 0 to 1; a yes is never like a no, nor one figure like another."""
    if len(stem_of_title) < SHORTEST or len(typed) < SHORTEST or len(typed) > LONGER * len(stem_of_title):
        return 0
    if bool(_NEGATION.search(title)) is not bool(_NEGATION.search(text)) or _figures(title) != _figures(text):
        return 0
    return SequenceMatcher(None, stem_of_title, typed, autojunk=False).ratio()


def _figures(text: str) -> list[str]:
    return re.findall(r"\d+", unicodedata.normalize("NFKC", text))
