"""Which language a person wants, and who is offered one."""

import pytest

from desk.domain.languages import Language, asked_for, finds_it_hard, is_english, is_learners, language_buttons


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("English please", Language.EN),
        ("english", Language.EN),
        ("Can we speak English?", Language.EN),
        ("英語でお願いします", Language.EN),
        ("やさしい日本語で", Language.EASY),
        ("やさしいにほんごで おねがいします", Language.EASY),
        ("easy Japanese", Language.EASY),
        ("ふつうの日本語に戻してください", Language.JA),
        ("日本語で", Language.JA),
        ("Japanese please", Language.JA),
    ],
)
def test_a_language_is_asked_for_by_its_name(text: str, language: Language) -> None:
    assert asked_for(text) is language


@pytest.mark.parametrize(
    "text",
    [
        "日本語での契約書が必要です",
        "英語で論文を書いた研究者を探して",
        "英語教室を開きたい",
        "English School Tokyo",
        "やさしい人と話したい",
    ],
)
def test_a_text_about_a_language_asks_for_none(text: str) -> None:
    assert asked_for(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "日本語がむずかしい",
        "にほんごが よくわかりません",
        "漢字が読めません",
        "むずかしい言葉が多いです",
        "I can't read Japanese",
    ],
)
def test_somebody_finds_japanese_hard(text: str) -> None:
    assert finds_it_hard(text)


@pytest.mark.parametrize(
    "text", ["補助金の条件がむずかしい", "わかりません", "外国人を雇いたい", "漢字の検定の会社です"]
)
def test_other_things_are_hard_too(text: str) -> None:
    assert not finds_it_hard(text)


@pytest.mark.parametrize(
    "text", ["Hello", "Can I get a grant?", "I want to start a company", "what are your opening hours", "subsidies"]
)
def test_a_sentence_of_ordinary_words_is_english(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "IT",
        "Go-Tech",
        "Open Innovation",
        "NDA",
        "OK",
        "sato@example.jp",
        "PPPって何",
        "University Tokyo",
        "",
        "😀",
        "AI/IoT",
    ],
)
def test_a_name_or_a_term_is_no_english(text: str) -> None:
    assert not is_english(text)


def test_learners_write_in_kana_with_spaces() -> None:
    assert is_learners("わたしは ベトナムじんです。 かいしゃを つくりたいです")
    assert is_learners("おかねがありませんどうしたらいいですかおしえてください")


@pytest.mark.parametrize(
    "text",
    ["わからない", "ありがとうございました", "はい おねがいします", "会社を つくりたい です", "ｱｲｳ", "あああああ"],
)
def test_short_kana_say_nothing_of_who_writes(text: str) -> None:
    assert not is_learners(text)


def test_a_choice_of_language_keeps_what_was_asked() -> None:
    easy, english, stay, human = language_buttons("find_support")

    assert (easy.title, easy.payload) == ("やさしい日本語", '/find_support{"language": "easy"}')
    assert english.payload == '/find_support{"language": "en"}'
    assert stay.payload == '/find_support{"language": "ja"}'
    assert human.payload == "/request_human"
