"""The model of the present sources reaches its thresholds on the fixed evaluation set, and takes whatever people send."""

from __future__ import annotations

import time

import pytest

from bot.fingerprint import model_path
from tests.nlu.evaluate import THRESHOLDS, below
from tests.nlu.report import page
from tests.nlu.results import Results, evaluate
from tests.nlu.understanding import UNSEEN, Understanding, read_bare_answers, read_lines, read_mapping, read_unseen

SECONDS = 3.0  # of processor time; generous for shared machines
ODD = {
    "empty": "", "blank": " \u3000\n", "emoji": "😀🏭🇯🇵", "many emoji": "👨‍👩‍👧‍👦" * 400, "NUL": "\x00", "control characters": "\x01\x1b[31m\x7f\u202e",
    "half a character": "\ud83d会社\udc00", "3,000 characters": "補助金について教えてください。" * 200, "10,000 digits": "9" * 10_000,
    "10,000 kana": "あ" * 10_000, "brackets": "(" * 1500 + ")" * 1500, "scripts": "会社Компанияشركةบริษัท", "a single mark": "。",
}  # fmt: skip


@pytest.fixture(scope="module")
def understanding() -> Understanding:
    model = model_path()
    if not model.is_file():
        pytest.fail("There is no model of the present sources. Train one with `make train`.")
    return Understanding(model)


@pytest.fixture(scope="module")
def results(understanding: Understanding) -> Results:
    return evaluate(understanding, read_lines(), read_bare_answers())


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
@pytest.mark.parametrize("asked", [None, "budget_yen", "note"])
def test_any_text_is_understood_somehow_in_bounded_time(
    understanding: Understanding, text: str, asked: str | None
) -> None:
    started = time.process_time()
    parsed = understanding.understand(text, asked)
    assert time.process_time() - started < SECONDS
    assert parsed["intent"]["name"]


@pytest.mark.parametrize("name", UNSEEN)
def test_what_nothing_was_set_with_is_understood_as_well(understanding: Understanding, name: str) -> None:
    unseen = evaluate(understanding, read_unseen(name))
    least = read_mapping(THRESHOLDS)["unseen"][name]
    assert unseen.accuracy >= least
    assert unseen.macro_f1 >= least


def test_every_threshold_is_met(results: Results) -> None:
    assert list(below(results, read_mapping(THRESHOLDS))) == []


def test_the_set_is_large_enough_to_mean_something(results: Results) -> None:
    assert len(results.truth) >= 1000
    assert len(results.intents) == 45
    assert min(score.support for score in results.intents.values()) >= 22


def test_the_report_is_a_page_with_the_matrix(results: Results) -> None:
    html = page(results)
    assert html.startswith("<!doctype html>")
    assert "request_human" in html
    assert "<script" not in html
