"""A judgement learned from examples: signs, vectors, storage."""

from __future__ import annotations

import json

import numpy as np
import pytest

from bot.learning.judge import Judge
from bot.learning.rows import Rows, Seen

NOTHING = np.zeros(2, dtype=np.float32)
LEFT, RIGHT = np.asarray([1, 0], dtype=np.float32), np.asarray([0, 1], dtype=np.float32)


@pytest.fixture
def judge() -> Judge:
    examples = [
        Seen({"予算": 1.0}, LEFT), Seen({"予算": 1.0, "機械": 1.0}, LEFT), Seen({"売上": 1.0}, RIGHT), Seen({"家賃": 1.0}, RIGHT),
    ]  # fmt: skip
    return Judge.fit(Rows.of(examples * 5), [True, True, False, False] * 5)


def test_it_tells_what_it_was_taught(judge: Judge) -> None:
    assert judge.probability(Seen({"予算": 1.0}, NOTHING)) > 0.5 > judge.probability(Seen({"売上": 1.0}, NOTHING))


def test_the_vector_counts_beside_the_signs(judge: Judge) -> None:
    assert judge.probability(Seen({}, LEFT)) > judge.probability(Seen({}, RIGHT))


def test_a_weaker_sign_weighs_less(judge: Judge) -> None:
    assert judge.probability(Seen({"予算": 1.0}, NOTHING)) > judge.probability(Seen({"予算": 0.5}, NOTHING))


def test_what_was_never_met_changes_nothing(judge: Judge) -> None:
    assert judge.probability(Seen({"天気": 1.0}, NOTHING)) == judge.probability(Seen({}, NOTHING))


def test_a_stored_judgement_says_the_same(judge: Judge) -> None:
    stored = Judge.from_dict(json.loads(json.dumps(judge.to_dict())))
    seen = Seen({"予算": 1.0, "売上": 1.0}, LEFT)
    assert stored.probability(seen) == judge.probability(seen)


def test_what_weighs_more_decides_where_examples_contradict_each_other() -> None:
    rows, told = Rows.of([Seen({"会社": 1.0}, NOTHING)] * 2), [True, False]
    likely, unlikely = (Judge.fit(rows, told, weights) for weights in ([9.0, 1.0], [1.0, 9.0]))
    assert likely.probability(Seen({"会社": 1.0}, NOTHING)) > 0.5 > unlikely.probability(Seen({"会社": 1.0}, NOTHING))


def test_signs_that_too_few_examples_have_are_left_out() -> None:
    rows = Rows.of([Seen({"会社": 1.0, "店": 0.5}, LEFT), Seen({"会社": 1.0}, RIGHT)], least=2)
    assert rows.names == ["会社"]
    assert rows.matrix.toarray().tolist() == [[1, 1, 0], [1, 0, 1]]
