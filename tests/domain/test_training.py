"""Checked sentences as Rasa's training data and as test cases."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.training import Example, annotated, evaluation_yaml, of_the_day, training_yaml, without_markup
from desk.domain.utterances import Span, Utterance

PLATING = Utterance("板橋でめっきが剥がれる", (Span("area", "板橋区", 0, 2), Span("tech_theme", "めっき", 3, 6)))


def test_only_what_rules_cannot_know_is_annotated() -> None:
    assert annotated(PLATING) == "板橋で[めっき](tech_theme)が剥がれる"


def test_brackets_of_the_person_are_no_markup() -> None:
    assert annotated(Utterance("分析(急ぎ)[X線]{a|b}\\n")) == "分析（急ぎ）［X線］｛a｜b｝＼n"


def test_several_lines_become_one() -> None:
    assert annotated(Utterance("すみません\n\n 機械を\t借りたい\x07")) == "すみません 機械を 借りたい"


def test_overlapping_words_are_annotated_once() -> None:
    told = Utterance("都産技研の先生", (Span("organization", "", 0, 4), Span("tech_theme", "", 2, 4)))
    assert annotated(told) == "[都産技研](organization)の先生"


def test_an_annotated_line_gives_its_sentence_back() -> None:
    assert without_markup(annotated(PLATING)) == PLATING.text


def test_the_training_file_is_rasas_by_intent() -> None:
    examples = [
        Example("thank", Utterance("おおきに")),
        Example("tech_consult", PLATING),
        Example("thank", Utterance("どもー")),
    ]
    assert training_yaml(examples) == (
        'version: "3.1"\n'
        "nlu:\n"
        "  - intent: tech_consult\n"
        "    examples: |\n"
        "      - 板橋で[めっき](tech_theme)が剥がれる\n"
        "  - intent: thank\n"
        "    examples: |\n"
        "      - おおきに\n"
        "      - どもー\n"
    )


def test_the_test_file_is_that_of_the_evaluation() -> None:
    told = Utterance("板橋で\n12人、製造じゃない", (Span("area", "板橋区", 0, 2), Span("employees", 12, 4, 7)))
    lines = evaluation_yaml([Example("inform", told)])
    assert yaml.safe_load(lines) == [
        {
            "text": "板橋で 12人、製造じゃない",
            "intent": "inform",
            "entities": [{"entity": "area", "value": "板橋区"}, {"entity": "employees", "value": 12}],
        }
    ]


def test_files_without_examples_are_still_files() -> None:
    assert yaml.safe_load(training_yaml([])) == {"version": "3.1", "nlu": []}
    assert yaml.safe_load(evaluation_yaml([])) == []


@given(st.text(min_size=1, max_size=60))
def test_whatever_people_type_the_files_can_be_read(text: str) -> None:
    example = Example("chitchat", Utterance(f"あ{text}"))
    assert len(yaml.safe_load(evaluation_yaml([example]))) == 1
    (block,) = yaml.safe_load(training_yaml([example]))["nlu"]
    assert len(block["examples"].splitlines()) == 1


def test_values_that_change_with_the_day_are_known() -> None:
    assert of_the_day(Utterance("来週いけますか", (Span("date", "2026-12-01", 0, 2),)))
    assert not of_the_day(Utterance("2026年12月1日", (Span("date", "2026-12-01", 0, 10),)))
    assert not of_the_day(Utterance("平成17年設立", (Span("founded_year", 2005, 0, 7),)))
    assert not of_the_day(PLATING)
