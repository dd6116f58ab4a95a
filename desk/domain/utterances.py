"""What a sentence becomes before it may leave the desk: its identity, its use, and names hidden or invented."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any

from desk.domain.inventing import LEGAL_FORMS, invent
from desk.domain.masking import MASK

#: entity → what stands for it on the screen
PERSONAL = {
    "person_name": "［お名前］",
    "company_name": "［会社名］",
    "phone": "［電話番号］",
    "email": "［メール］",
    "case_id": "［受付番号］",
}
_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_EMAIL = re.compile(r"\S@\S")
_NUMBER = re.compile(r"(?<!\d)0\d{1,4}[-\s()]{0,2}\d{1,4}[-\s()]{0,2}\d{3,4}(?!\d)")
_COMPANY = re.compile(rf"(?:{LEGAL_FORMS})[一-龠ァ-ヶA-Za-z]|[一-龠ァ-ヶーA-Za-z](?:{LEGAL_FORMS})")
_NAMED = re.compile(r"と(?:申し|もうし|言い|いい)ます")


class Use(StrEnum):
    """What a checked sentence is for, never both."""

    TRAINING = "training"
    TEST = "test"


class Leak(StrEnum):
    """Why a sentence cannot leave the desk."""

    MASKED = "masked"
    CONTACT = "contact"
    NAME = "name"
    PLACE = "place"


@dataclass(frozen=True)
class Span:
    """An entity in a text; `start` and `end` count characters, the value is normalised."""

    entity: str
    value: Any
    start: int
    end: int


@dataclass(frozen=True)
class Utterance:
    """A text and what is in it."""

    text: str
    spans: tuple[Span, ...] = ()


def digest(text: str) -> str:
    """The identity of a sentence: the same for other widths, case, kana, spaces and punctuation. A hex SHA-256."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_HIRAGANA)
    letters = "".join(character for character in folded if character.isalnum() and character != "ー")
    return sha256((letters or folded.strip()).encode()).hexdigest()


def use_of(utterance: Utterance) -> Use:
    """Training or test, by a hash of the sentence without names: whoever says it, it is always the same."""
    return list(Use)[_seed(utterance) % len(Use)]


def hidden(utterance: Utterance) -> str:
    """The text for the screen, with what names a person or a firm replaced by its kind."""
    return replaced(utterance, lambda span: PERSONAL[span.entity]).text


def invented(utterance: Utterance) -> Utterance:
    """The same sentence about people and firms that do not exist; the same ones for the same sentence."""
    seed = _seed(utterance)
    return replaced(utterance, lambda span: invent(span.entity, utterance.text[span.start : span.end], seed))


def replaced(utterance: Utterance, stand_in: Callable[[Span], str]) -> Utterance:
    """The text with other words for each personal span. Spans behind one move along, those inside one are gone.

    Only the form of the applicant stays: the legal form in a firm's name is kept by its replacement.
    """
    text, at, moves = "", 0, list[tuple[Span, Span]]()
    for span in personal(utterance):
        text += utterance.text[at : span.start]
        words = stand_in(span)
        moves.append((span, Span(span.entity, words, len(text), len(text) + len(words))))
        text, at = text + words, span.end
    others = [moved for span in utterance.spans if span.entity not in PERSONAL and (moved := _moved(span, moves))]
    spans = sorted([new for _, new in moves] + others, key=lambda span: span.start)
    return Utterance(text + utterance.text[at:], tuple(spans))


def personal(utterance: Utterance) -> list[Span]:
    """What names a person, a firm or a case, from left to right and without overlaps."""
    found: list[Span] = []
    for span in sorted(utterance.spans, key=lambda each: (each.start, -each.end)):
        if span.entity in PERSONAL and _lies_in(span, utterance.text) and (not found or span.start >= found[-1].end):
            found.append(span)
    return found


def leak(utterance: Utterance) -> Leak | None:
    """What would still tell who spoke after names were replaced; None when nothing is seen."""
    if any(
        each.entity in PERSONAL and not 0 <= each.start < each.end <= len(utterance.text) for each in utterance.spans
    ):
        return Leak.PLACE
    rest = unicodedata.normalize("NFKC", replaced(utterance, lambda span: "、").text)
    if MASK in rest:
        return Leak.MASKED
    if _EMAIL.search(rest) or _NUMBER.search(rest):
        return Leak.CONTACT
    named = _NAMED.search(rest) and not any(span.entity in PERSONAL for span in utterance.spans)
    return Leak.NAME if named or _COMPANY.search(rest) else None


def _lies_in(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text)


def _moved(span: Span, moves: Sequence[tuple[Span, Span]]) -> Span | None:
    shift = 0
    for old, new in moves:
        if span.start < old.end and old.start < span.end:
            return replace(span, start=new.start, end=new.end) if span.entity == "applicant_type" else None
        if old.end <= span.start:
            shift = new.end - old.end
    return replace(span, start=span.start + shift, end=span.end + shift)


def _seed(utterance: Utterance) -> int:
    return int(digest(replaced(utterance, lambda span: span.entity).text), 16)
