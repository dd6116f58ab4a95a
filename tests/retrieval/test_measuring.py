"""The measures of retrieval, against values worked out by hand."""

from math import log2

import pytest

from desk.retrieval.fusion import fuse, standardised
from desk.retrieval.measuring import average_precision, measure, ndcg, precision, reciprocal_rank
from tests.retrieval.arrays import floats

IDS = ["a", "b", "c", "d"]
GRADES = {"b": 1.0, "d": 3.0, "gone": 2.0}


def test_precision_counts_empty_places_as_wrong() -> None:
    assert precision(IDS, GRADES, 1) == 0
    assert precision(IDS, GRADES, 5) == pytest.approx(2 / 5)


def test_average_precision_counts_what_was_not_found() -> None:
    assert average_precision(IDS, GRADES) == pytest.approx((1 / 2 + 2 / 4) / 3)


def test_the_reciprocal_rank_is_that_of_the_first_right_one() -> None:
    assert reciprocal_rank(IDS, GRADES) == 1 / 2
    assert reciprocal_rank(IDS, {"gone": 1}) == 0


def test_gains_are_discounted_and_compared_with_the_best_order() -> None:
    best = 3 / log2(2) + 2 / log2(3) + 1 / log2(4)

    assert ndcg(IDS, GRADES, 10) == pytest.approx((1 / log2(3) + 3 / log2(5)) / best)


def test_a_grade_of_zero_is_not_relevant() -> None:
    assert precision(["a"], {"a": 0}, 1) == average_precision(["a"], {"a": 0}) == ndcg(["a"], {"a": 0}, 10) == 0


def test_a_perfect_ranking_has_one_in_every_measure_that_can_reach_it() -> None:
    quality = measure([["a"], ["b"]], [{"a": 1}, {"b": 2}])

    assert (quality.p_at_1, quality.p_at_5, quality.ndcg_at_10) == (1, 0.2, 1)
    assert (quality.mean_average_precision, quality.mean_reciprocal_rank) == (1, 1)


def test_views_in_different_units_count_by_their_weight_only() -> None:
    cents, euros = floats(100, 200, 600), floats(6, 2, 1)

    assert fuse([(1, cents), (1, cents / 100)]).argmax() == 2
    assert fuse([(1, cents), (2, euros)]).argmax() == 0


def test_a_view_without_differences_adds_nothing() -> None:
    assert standardised(floats(3, 3)).tolist() == [0, 0]
    assert standardised(floats()).tolist() == []
