"""Showing examples of collaboration."""

import pytest
import yaml

from desk.services.examples import EXAMPLES, Example, example_as_json, find_examples, load_examples

EVERY = [Example.model_validate(each) for each in yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))]
SHOWN, _ = load_examples()


def test_ids_are_unique() -> None:
    assert len({example.id for example in EVERY}) == len(EVERY)


@pytest.mark.parametrize("example", SHOWN, ids=lambda example: example.id)
def test_what_is_shown_names_a_source_a_page_and_a_day(example: Example) -> None:
    assert example.source
    assert example.url
    assert example.as_of


def test_what_nobody_confirmed_is_kept_but_never_shown() -> None:
    hidden = {example.id for example in EVERY} - {example.id for example in SHOWN}

    assert "kikkoman-genen" in hidden
    assert not hidden & {example.id for example in find_examples("減塩教室の事例", limit=100)}


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("医工連携の事例が見たい", "ota-mutsumi"),
        ("食品業界のケースはありますか", "japan-seafoods"),
        ("板橋区での実績を教えて", "itabashi-riken"),
        ("信金がつないだ話", "tuat-tamashin"),
    ],
)
def test_the_example_nearest_to_the_question_comes_first(question: str, first: str) -> None:
    assert find_examples(question)[0].id == first


def test_a_question_without_a_field_gets_the_first_three() -> None:
    assert [example.id for example in find_examples("事例")] == [example.id for example in SHOWN[:3]]


def test_an_example_is_told_in_the_shape_of_the_contract() -> None:
    shown = example_as_json(SHOWN[0])

    assert set(shown) == {"id", "title", "text", "url", "source", "as_of"}
    assert shown["as_of"] == SHOWN[0].as_of.isoformat()  # type: ignore[union-attr]
