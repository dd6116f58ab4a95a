"""Mentions of trades, what stands around them, and the judgement whose trade it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.entities.companies import find_companies
from bot.entities.extract import Rules
from bot.entities.found import Found
from bot.entities.industries import MOST, find_mentions, terms
from bot.entities.lexicon import read
from bot.entities.trade_signs import Setting, signs
from bot.learning.trades import Trades, read_examples
from bot.text.reader import GinzaReader

Words = list[tuple[str, str]]
TRADES = frozenset(read("industry"))


def mentioned(text: str) -> Words:
    return [(text[one.start : one.end], one.trade) for one in find_mentions(text)]


@pytest.fixture(scope="session")
def trades(rules: Rules) -> Trades:
    return rules.trades


@pytest.fixture(scope="session")
def trade(trades: Trades, ginza: GinzaReader) -> Callable[[str], str | None]:
    """The trade of who says this."""

    def find(text: str) -> str | None:
        reading = ginza.read(text)
        return next((str(one.value) for one in trades.find(reading, find_companies(reading))), None)

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("へら絞りの職人", [("へら絞り", "manufacturing"), ("職人", "manufacturing")]),
        ("動物病院", [("動物病院", "service")]),
        ("印刷機械の商社", [("印刷機械", "manufacturing"), ("商社", "wholesale")]),
        ("バーを二軒", [("バー", "retail")]),
        ("バーコードを読む", []),
        ("it系の会社", [("it系", "information")]),
        ("unit testの話", []),
    ],
)
def test_the_longest_words_are_mentioned(text: str, expected: Words) -> None:
    assert mentioned(text) == expected


def test_a_deed_is_mentioned_beside_its_thing() -> None:
    assert mentioned("中古車を輸出しています") == [("中古車", "retail"), ("中古車を輸出してい", "wholesale")]


def test_what_stands_in_a_name_is_no_mention() -> None:
    name = Found("company_name", "株式会社みどり印刷", 0, 9)
    assert find_mentions("株式会社みどり印刷です", [name]) == []


def test_a_long_text_has_no_more_mentions_than_are_looked_at() -> None:
    assert len(find_mentions("印刷と旅館と" * 100)) == MOST


def test_signs_tell_what_stands_around(ginza: GinzaReader) -> None:
    reading = ginza.read("夫が大工をしています。私は勤め人です")
    mentions = find_mentions(reading.normal.lower)
    around = signs(mentions[0], Setting(reading, mentions, {"": 0.75, "construction": 0.25}))
    assert {"word 大工", "trade construction", "letters をして", "clause ahead kin", "none 7"} <= set(around)
    assert "clause behind kin" not in around


def test_a_mention_right_beside_another_is_told_apart(ginza: GinzaReader) -> None:
    reading = ginza.read("半導体の商社です")
    first, second = find_mentions(reading.normal.lower)
    setting = Setting(reading, [first, second], {"": 1.0})
    assert "behind の| wholesale manufacturing" in signs(first, setting)
    assert "ahead の| manufacturing wholesale" in signs(second, setting)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("江東区で合鍵と靴修理の店を出しています", "service"),
        ("うちは犬を預かったりトリミングしたりする店ですわ", "service"),
        ("半導体の商社で営業をしております", "wholesale"),
        ("父の代からの鋳物屋で、いまは十人でやってます", "manufacturing"),
        ("以前は銀行員でしたが、いまは農園を経営しています", "agriculture"),
        ("病院向けの予約システムを開発している会社です", "software"),
        ("印刷会社にインキを卸しています", "wholesale"),
        ("障害のある人が働く作業所を運営しています", "medical"),
    ],
)
def test_the_trade_of_who_speaks(trade: Callable[[str], str | None], text: str, expected: str) -> None:
    assert trade(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "口座は三菱UFJ銀行です",
        "取引先はほとんど自動車メーカーです",
        "夫が大工をしています",
        "前職は看護師でした",
        "税理士さんに勧められて来ました",
        "試作を頼める町工場を紹介してください",
        "システム開発契約書のひな形がほしい",
        "駐車場はありますか",
        "👍",
    ],
)
def test_the_trade_of_someone_else_or_of_nobody(trade: Callable[[str], str | None], text: str) -> None:
    assert trade(text) is None


def test_a_trade_that_no_list_knows_is_told_by_the_whole_text(trades: Trades, ginza: GinzaReader) -> None:
    reading = ginza.read("ヤギを飼って乳をしぼってます")
    assert find_mentions(reading.normal.lower) == []
    found = trades.find(reading)
    assert [one.value for one in found] == ["agriculture"]
    assert found[0].end <= len(reading.normal.text)


def test_stored_trades_say_the_same(ginza: GinzaReader, tmp_path: Path) -> None:
    examples = {
        "金型屋です": "manufacturing", "印刷をやっています": "manufacturing", "町工場の社長です": "manufacturing",
        "花屋です": "retail", "居酒屋をやっています": "retail", "本屋を営んでいます": "retail",
        "印刷会社を紹介して": "", "花屋はどこですか": "", "居酒屋に行きました": "",
    }  # fmt: skip
    learned = Trades.fit(examples, {"酒屋": "retail", "鋳物屋": "manufacturing"})
    learned.save(tmp_path)
    stored = Trades.load(tmp_path)
    for text in ("鋳物屋です", "花屋をやっています"):
        one, other = learned.find(ginza.read(text)), stored.find(ginza.read(text))
        assert [(each.value, each.start) for each in one] == [(each.value, each.start) for each in other]
        assert [each.confidence for each in one] == pytest.approx([each.confidence for each in other], abs=0.01)


@pytest.mark.parametrize("lexicon", ["industry", "industry_things", "industry_terms", "industry_deeds", "doings"])
def test_every_list_tells_trades_that_are_known(lexicon: str) -> None:
    assert set(read(lexicon)) <= TRADES


def test_every_example_has_a_known_trade_or_none() -> None:
    assert set(read_examples().values()) == TRADES | {""}


def test_no_plain_word_stands_under_two_trades() -> None:
    listed = [word for words in read("industry_terms").values() for word in words.split()]
    assert len(listed) == len(terms())
