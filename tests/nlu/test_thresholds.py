"""The model of the present sources reaches its thresholds on the fixed evaluation set."""

from __future__ import annotations

import pytest

from bot.fingerprint import model_path
from tests.nlu.evaluate import THRESHOLDS, below
from tests.nlu.report import page
from tests.nlu.results import Results, evaluate
from tests.nlu.understanding import Understanding, read_bare_answers, read_lines, read_mapping


@pytest.fixture(scope="module")
def results() -> Results:
    model = model_path()
    if not model.is_file():
        pytest.fail("There is no model of the present sources. Train one with `make train`.")
    return evaluate(Understanding(model), read_lines(), read_bare_answers())


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
