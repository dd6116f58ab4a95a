"""Which language a person wants to be answered in, as far as their words tell it."""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from desk.domain.replies import Button


class Language(StrEnum):
    """A wording of the replies: ordinary Japanese, plain Japanese for learners (やさしい日本語), English."""

    JA = "ja"
    EASY = "easy"
    EN = "en"


#: how a language is called in itself, on buttons and in the panel
NAMES = {Language.JA: "日本語", Language.EASY: "やさしい日本語", Language.EN: "English"}
STAY = "このまま日本語で"
#: below so many letters, kana alone say nothing about who writes
LONG_KANA = 24
#: so many pieces, set apart by spaces, in kana alone: as learners write
SPACED_KANA = 3

#: what follows the name of a language when somebody asks to be answered in it
_ANSWER = (
    "の?(?:お願い|おねがい|ください|話|はなし|対応|説明|せつめい|答え|こたえ|教え|おしえ"
    "|書い|かい|して|案内|ok|でき|いい|大丈夫)"
)
_ASKED: Sequence[tuple[Language, re.Pattern[str]]] = (
    (
        Language.EN,
        re.compile(
            r"^(?:in )?english(?: (?:version|please|pls|ok))?$|\b(?:in|speak|use|have) english\b|english please"
            rf"|^(?:英語|えいご)(?:で|版|を)?$|(?:英語|えいご)(?:で|に|版で|は) ?{_ANSWER}"
        ),
    ),
    (
        Language.EASY,
        re.compile(
            r"(?:やさしい|優しい|易しい|簡単な|かんたんな|わかりやすい) ?(?:日本語|にほんご)"
            r"|^(?:easy|simple|plain) japanese|(?:in|use) (?:easy|simple|plain) japanese"
        ),
    ),
    (
        Language.JA,
        re.compile(
            r"(?:普通|ふつう|通常|元|もと)の? ?(?:日本語|にほんご|言葉|ことば)"
            rf"|^(?:日本語|にほんご)(?:で|に)?$|(?:日本語|にほんご)(?:で ?{_ANSWER}|に ?(?:戻|もど|して))"
            r"|^japanese(?: please)?$|\bin japanese\b"
        ),
    ),
)
_HARD = re.compile(
    r"(?:日本語|にほんご|漢字|かんじ)(?:が|は|を|の|も)? ?(?:よく|あまり|まだ|全然|ぜんぜん|ちょっと|少し|すこし)? ?"
    r"(?:難し|むずかし|むつかし|わから|分から|わかり|分かり|読め|よめ|苦手|にがて|できな|でき(?:ま)?せん|下手|へた|得意では)"
    r"|外国人(?:です|なの|だから)|がいこくじん"
    r"|(?:can'?t|cannot|don'?t|do not) (?:read|speak|understand|know) (?:kanji|japanese)|japanese is (?:hard|difficult)"
    r"|(?:やさしい|易しい|簡単な|かんたんな)(?:言葉|ことば)で"
    r"|(?:言葉|ことば|言い方)が(?:とても|ちょっと|少し)?(?:難し|むずかし)|(?:難し|むずかし)い(?:言葉|ことば|漢字)(?:が|は|ばかり)"
)
#: words with which somebody addresses somebody, and words that only hold a sentence together
_ADDRESSING = re.compile(
    r"i|i'm|i'd|my|me|we|our|us|you|your|please|can|could|would|do|does|want|need|how|what|where|when|why|who|hello|hi"
)
_JOINING = re.compile(r"a|an|the|is|are|am|to|of|in|on|at|for|from|with|about|and|or|if|it|this|that|there|any|some|be")
#: alone or in pairs only these are no name, as "IT" and "Open Innovation" are
_ALONE = re.compile(r"hello|hi|hey|help|subsid(?:y|ies)|grants|thanks?|please|yes|no|sorry|bye|goodbye")
_SENTENCE = 3
#: what stands around a sentence and says nothing
_MARKS = " .!?。、,~〜"
_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff々]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_KANJI = re.compile(r"[\u3400-\u9fff々]")
_WORD = re.compile(r"[a-z][a-z']*")


def language_buttons(intent: str | None) -> list[Button]:
    """A button for each language, and one for a person; it goes on with the intent that was heard before the choice."""
    titles = NAMES | {Language.JA: STAY}
    order = (Language.EASY, Language.EN, Language.JA)
    chosen = [Button(titles[each], f'/{intent or "help"}{{"language": "{each}"}}') for each in order]
    return [*chosen, Button("担当者に相談する", "/request_human")]


def asked_for(text: str) -> Language | None:
    """The language that a text asks for by its name: 「やさしい日本語で」, "English please"."""
    folded = fold(text)
    return next((language for language, pattern in _ASKED if pattern.search(folded)), None)


def finds_it_hard(text: str) -> bool:
    """Whether somebody says that Japanese is hard for them: 「漢字が読めません」."""
    return _HARD.search(fold(text)) is not None


def is_english(text: str) -> bool:
    """Whether a text is English and no mere name: a sentence of ordinary words, without a single Japanese letter."""
    folded = fold(text)
    if _JAPANESE.search(folded) or "@" in folded:
        return False
    words = _WORD.findall(folded)
    if len(words) < _SENTENCE:
        return any(_ALONE.fullmatch(word) for word in words)
    joining = sum(_JOINING.fullmatch(word) is not None for word in words)
    return joining > 1 or any(_ADDRESSING.fullmatch(word) for word in words)


def is_learners(text: str) -> bool:
    """Whether it is written as learners write: kana alone, either long or with spaces between the words."""
    if _KANJI.search(text):
        return False
    kana = len(_KANA.findall(text))
    pieces = [piece for piece in re.split(r"[\s　]+", text.strip()) if _KANA.search(piece)]
    return kana >= LONG_KANA or (len(pieces) >= SPACED_KANA and kana >= LONG_KANA / 2)


def fold(text: str) -> str:
    """Small letters of one width, without marks at the end and with single spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return re.sub(r"\s+", " ", plain).strip(_MARKS)
