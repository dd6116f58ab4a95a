"""What the desk words beside its replies, in three languages."""

from datetime import date, datetime

import pytest

from desk.clock import JST
from desk.domain.facts import FACTS
from desk.domain.languages import Language
from desk.domain.words import JAPANESE, Words, examples_sentence

ENGLISH = Words(
    Language.EN,
    {"従業員数": "Employees", "資本金": "Capital", "業種": "Business", "製造業": "Manufacturing", "場所": "Place"},
)
EASY = Words(Language.EASY, {"従業員数": "はたらく 人"})
NOON = datetime(2026, 11, 24, 9, 30, tzinfo=JST)


def test_a_moment_is_written_as_its_readers_write_it() -> None:
    assert JAPANESE.moment(NOON) == EASY.moment(NOON) == "11月24日（火）9時30分"
    assert ENGLISH.moment(NOON) == "Tue 24 November, 9:30"
    assert ENGLISH.say(NOON) == "Tue 24 November, 9:30"


@pytest.mark.parametrize(
    ("name", "value", "english"),
    [
        ("employees", 12, "Employees: 12 people"),
        ("capital_yen", 30_000_000, "Capital: 30,000,000 yen"),
        ("industry", "manufacturing", "Business: Manufacturing"),
        ("age_years", 1.5, "設立・開業からの年数: 1.5 years"),
        ("founded_year", 2019, "設立・開業の年: 2019"),
        ("start_by", date(2027, 4, 1), "開始したい日: 1 April 2027"),
        ("area", "板橋区", "本店の所在地: 板橋区"),
    ],
)
def test_a_fact_is_read_back_in_english(name: str, value: object, english: str) -> None:
    assert ENGLISH.fact(FACTS[name], value) == english  # type: ignore[arg-type]


def test_a_fact_is_read_back_in_japanese() -> None:
    assert JAPANESE.fact(FACTS["employees"], 12) == "従業員数は12人"
    assert EASY.fact(FACTS["employees"], 12) == "はたらく 人：12人"
    assert EASY.fact(FACTS["purposes"], frozenset({"prototype"})) == "支援を受けたい目的：試作"


def test_hours_name_their_days() -> None:
    assert ENGLISH.hours("月・火・水・木・金 9:00〜17:00") == "Mon–Fri 9:00–17:00"
    assert ENGLISH.hours("火・木 10:00〜12:00") == "Tue, Thu 10:00–12:00"
    assert JAPANESE.hours("月・火 9:00〜17:00") == "月・火 9:00〜17:00"
    assert ENGLISH.hours("土地の相談") == "土地の相談"


def test_what_no_table_holds_stays_as_it_is() -> None:
    assert ENGLISH.of("ものづくり補助金") == "ものづくり補助金"


def test_lines_and_lists_are_joined_as_usual_in_the_language() -> None:
    assert ENGLISH.labelled("場所", "ward office") == "Place: ward office"
    assert JAPANESE.labelled("場所", "区役所") == "場所：区役所"
    assert ENGLISH.joined(["a", "b"]) == "a; b"
    assert JAPANESE.joined(["一", "二"]) == "一、二"


def test_examples_make_a_sentence() -> None:
    assert examples_sentence(["12人", "いない"]) == "たとえば「12人」「いない」のようにお答えください。"
    assert examples_sentence(["12人"], Language.EASY) == "たとえば「12人」のように 答えてください。"
    assert examples_sentence(["12 people"], Language.EN) == "For example: “12 people”."
    assert examples_sentence([]) == ""
