"""What makes a text hard for somebody who learns Japanese."""

import pytest

from desk.domain.plain import hurdles, sentences, title_hurdles


def rules(text: str) -> set[str]:
    return {hurdle.rule for hurdle in hurdles(text)}


@pytest.mark.parametrize(
    "text",
    [
        "ごめんなさい。わかりませんでした。みじかい 文で 書いてください。",
        "担当者（たんとうしゃ）に 聞いてください。担当者は 大学を 知っています。",
        "「ものづくり補助金」は、もう おわりました。",
        "ありがとうございます。ボタンを おしてください。",
        "チャットが こわれた ときは、電話を してください。",
    ],
)
def test_plain_japanese_is_left_alone(text: str) -> None:
    assert hurdles(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("申請を します。", "a kanji without its reading"),
        ("エビデンスを 出してください。", "a foreign word without an explanation"),
        ("担当者（たんとうしゃ）に おつなぎいたします。", "an honorific"),
        ("ここに お書きください。", "an honorific"),
        ("会社が ないわけでは ありません。", "a double negation"),
        ("書かなければ なりません。", "a double negation"),
        ("お金が 使われます。", "the passive"),
        ("店および 会社が 使えます。", "an official word"),
        ("お金が もらえる。", "no です or ます"),
        ("店、会社、大学、国、町の 人が 使えます。", "several thoughts"),
        ("とても " * 25 + "長い 文です。", "a long sentence"),
    ],
)
def test_what_is_hard_is_named_by_its_rule(text: str, rule: str) -> None:
    assert rules(text) == {rule}


def test_a_foreign_word_may_be_explained_in_brackets() -> None:
    assert hurdles("リース（かりること）が できます。") == []


def test_a_reading_once_given_holds_for_the_rest_of_the_text() -> None:
    assert hurdles("制度（せいど）を さがします。制度は 多いです。") == []
    assert rules("制度は 多いです。制度（せいど）を さがします。") == {"a kanji without its reading"}


def test_a_title_need_not_be_a_sentence() -> None:
    assert title_hurdles("使える お金を さがす") == []
    assert [hurdle.words for hurdle in title_hurdles("補助金を さがす")] == ["補助金"]


def test_lines_of_a_list_are_no_sentences() -> None:
    assert sentences("できる ことです。\n・お金を さがす\n・人と 話す") == ["できることです"]
