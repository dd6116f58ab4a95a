"""The few needs that are understood in English, and figures with English units."""

import pytest

from desk.domain.english import as_japanese, need_of


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("I want to talk to a real person", "request_human"),
        ("can someone call me", "request_human"),
        ("Are there any subsidies for machines?", "find_support"),
        ("what are your opening hours", "ask_desk"),
        ("stop", "cancel"),
        ("yes please", "affirm"),
        ("OK", "affirm"),
        ("No, thank you", "deny"),
        ("I don't know", "dont_know"),
        ("Why?", "clarify"),
        ("thanks a lot!", "thank"),
        ("Hello", "greet"),
        ("I would like to start a company", "startup_support"),
        ("how can I get a patent", "ip_consult"),
        ("do you have a loan", "ask_finance"),
        ("looking for a university for joint research", "find_partner"),
        ("this is useless", "complaint"),
        ("please delete my data", "privacy"),
        ("are you a bot?", "bot_challenge"),
    ],
)
def test_a_need_is_understood(text: str, intent: str) -> None:
    assert need_of(text) == intent


@pytest.mark.parametrize("text", ["Itabashi", "John Smith", "12", "the weather in Paris", ""])
def test_what_is_no_need_is_none(text: str) -> None:
    assert need_of(text) is None


@pytest.mark.parametrize(
    ("text", "japanese"),
    [
        ("30 million yen", "30000000円"),
        ("¥1,200,000", "1200000円"),
        ("a budget of 1.5 billion yen", "a 予算 of 1500000000円"),
        ("12 employees", "従業員12人"),
        ("5 years", "5年"),
        ("Itabashi-ku", "板橋区"),
        ("tell me more about the second one", "2つ目をくわしく"),
        ("How much?", "それはいくらもらえますか"),
        ("when is the deadline", "それの締切はいつですか"),
        ("we are in itabashi ward, 8 people", "we are in 板橋区, 従業員8人"),
    ],
)
def test_figures_and_places_are_read_as_japanese(text: str, japanese: str) -> None:
    assert as_japanese(text, {"板橋区": "Itabashi"}) == japanese
