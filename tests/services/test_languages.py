"""The words of each language, as they stand in seeds/words."""

from desk.domain.languages import Language
from desk.domain.words import JAPANESE
from desk.services.languages import words_in


def test_ordinary_japanese_needs_no_table() -> None:
    assert words_in(None) is words_in("ja") is JAPANESE


def test_a_question_its_reason_and_its_examples_are_translated() -> None:
    english = words_in(Language.EN)

    assert english.of("常時雇っている従業員は何人ですか。役員や臨時の方は除きます。").startswith(
        "How many regular employees"
    )
    assert (
        english.of("たとえば「1000万円」「3億円」のようにお答えください。")
        == "For example: “10 million yen”, “3000万円”."
    )


def test_a_label_before_a_name_is_translated_and_the_name_is_not() -> None:
    assert words_in("en").of("詳しく：ものづくり補助金") == "More: ものづくり補助金"
    assert words_in("en").of("目的：新製品") == "目的：新製品"


def test_places_are_known_in_latin_letters() -> None:
    assert words_in("en").places["板橋区"] == "Itabashi"
    assert words_in("easy").places == {}
