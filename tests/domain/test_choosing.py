"""A typed text means the button that stands above it, whatever its ending."""

import pytest

from desk.domain.choosing import meant, stands_for

STARTED = ["まだ始めていない", "もう始めた", "わからない・飛ばす", "なぜ聞くの？", "今わかる範囲で見る"]
GREETING = ["使える補助金を探す", "技術や連携先の相談", "知的財産の相談", "できることを見る", "担当者に相談する"]
CONSENT = ["はい、渡してください", "いいえ、渡しません"]
CONTROL = ["受けていない", "受けている"]


@pytest.mark.parametrize(
    ("titles", "text", "title"),
    [
        (STARTED, "今わかる範囲で見せて", "今わかる範囲で見る"),
        (STARTED, "今わかる範囲で見たいです", "今わかる範囲で見る"),
        (STARTED, "いまわかる範囲で見せてください", "今わかる範囲で見る"),
        (STARTED, "まだ始めていないです", "まだ始めていない"),
        (STARTED, "まだ始めていません", "まだ始めていない"),
        (STARTED, "なぜ聞くの", "なぜ聞くの？"),
        (STARTED, "わからない 飛ばす", "わからない・飛ばす"),
        (STARTED, "わからない", "わからない・飛ばす"),
        (GREETING, "使える補助金を探して", "使える補助金を探す"),
        (GREETING, "使える補助金を探したい", "使える補助金を探す"),
        (GREETING, "知的財産の相談をお願いします", "知的財産の相談"),
        (GREETING, "担当者に相談したいです", "担当者に相談する"),
        (CONSENT, "はい　渡してください", "はい、渡してください"),
        (CONTROL, "受けていないです", "受けていない"),
        (["Not begun yet", "Already begun"], "not begun yet please", "Not begun yet"),
    ],
)
def test_another_ending_means_the_same_button(titles: list[str], text: str, title: str) -> None:
    place = meant(titles, text)

    assert place is not None
    assert titles[place] == title


@pytest.mark.parametrize(
    ("titles", "text"),
    [
        (STARTED, "板橋区です"),
        (STARTED, "もう一度"),
        (STARTED, "まだ"),
        (GREETING, "補助金を探しているが、担当者に相談する前に条件を知りたい"),
        (CONSENT, "渡しません"),
        (CONTROL, "受けてる"),
        (["500万円くらいの制度", "300万円くらいの制度"], "400万円くらいの制度"),
        (STARTED, ""),
        (STARTED, "？？"),
        ([], "はい"),
    ],
)
def test_what_says_something_else_means_no_button(titles: list[str], text: str) -> None:
    assert meant(titles, text) is None


@pytest.mark.parametrize("text", ["もう見せて", "いいから一覧を見せてください", "結果を見たい", "show me the list"])
def test_some_buttons_are_meant_by_other_words(text: str) -> None:
    assert stands_for(["/dont_know", '/find_support{"show": "now"}'], text) == 1
    assert stands_for(["/dont_know"], text) is None


def test_other_words_are_the_whole_text() -> None:
    assert stands_for(['/find_support{"show": "now"}'], "見せてもらった資料の件です") is None


def test_a_yes_is_never_taken_for_a_no() -> None:
    assert meant(["まだ出願していない"], "もう出願している") is None
    assert meant(["大企業の支配を受けていない"], "大企業の支配を受けている") is None


def test_between_two_that_are_alike_nobody_guesses() -> None:
    assert meant(["詳しく：ものづくり補助金A", "詳しく：ものづくり補助金B"], "詳しく：ものづくり補助金") is None
