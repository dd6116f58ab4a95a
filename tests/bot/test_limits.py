"""Whatever people send, reading it takes bounded time and raises nothing."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from bot.answers.read import READERS, Asked, read
from bot.entities.extract import Rules
from bot.entities.found import Found
from bot.text.reader import GinzaReader
from tests.bot.conftest import TODAY

SECONDS = 2.0  # of processor time; generous for shared machines
LONG = {
    "digits": "9" * 10_000,
    "kanji digits": "十" * 3000,
    "hyphens": "03-" * 1500,
    "at signs": "a@" * 1500,
    "one kana": "あ" * 10_000,
    "amounts": "資本金1000万円、" * 400,
    "people": "従業員3人と" * 500,
    "years": "2019年設立で" * 400,
    "trades": "印刷とホテルと" * 400,
    "dates": "12/1 " * 600,
    "marks": "!?。、" * 800,
    "a long message": "板橋で金属加工をしていて、会社は10年目、予算は300万から500万くらいで機械を入れたい。" * 70,
    "emoji": "😀🏭👨‍👩‍👧‍👦🇯🇵" * 700,
    "control characters": "\x01\x07\x1b\x7f\u202e" * 600,
    "nothing but NUL": "\x00" * 3000,
    "NUL between letters": "補\x00助\x00金" * 600,
    "half a character": "\ud83d" * 1500 + "会社" + "\udc00" * 1500,
    "brackets in brackets": "(" * 1500 + "株" + ")" * 1500,
    "quotes in quotes": "「『" * 750 + "』」" * 750,
    "many scripts": "会社Компанияشركة회사บริษัท公司कंपनी" * 120,
    "marks over marks": "か" + "\u3099" * 3000,
    "no spaces": "従業員資本金予算創業設立会社法人個人" * 160,
    "things made": "部品を作っている会社の" * 270,
    "digits and units": "12名34円56年78社" * 250,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_long_texts_are_read_in_bounded_time(found: Callable[[str], list[Found]], text: str) -> None:
    started = time.process_time()
    for one in found(text):
        assert 0 <= one.start < one.end
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize("fact", READERS)
@pytest.mark.parametrize(
    "text", [*LONG.values(), "", " ", "\x00", "😀", "?", "-", "〇", "十", "年", "/", "("], ids=repr
)
def test_any_text_may_answer_any_question(rules: Rules, ginza: GinzaReader, fact: str, text: str) -> None:
    reading = ginza.read(text[:400])
    read(Asked(fact, reading, rules.places, TODAY, tuple(rules.find(reading, TODAY))))


def test_random_texts_raise_nothing(found: Callable[[str], list[Found]]) -> None:
    generator = random.Random(7)
    alphabet = (
        "0123456789一二三十百千万億年月日名人円資本金従業員設立創業令和平成RHS.,-~〜、。 @()/:板橋区港北\u3099\u200b😀"
    )
    for _ in range(600):
        text = "".join(generator.choice(alphabet) for _ in range(generator.randrange(1, 40)))
        for one in found(text):
            assert 0 <= one.start < one.end
