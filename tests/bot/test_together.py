"""Long work is done in other processes, and comes back in order."""

from __future__ import annotations

import os
from functools import partial

import numpy as np
import pytest
from scipy import sparse

from bot.learning import linear
from bot.learning.together import together


def test_results_come_in_the_order_of_the_works() -> None:
    assert together(partial(sum, [1, 2]), partial(sorted, [3, 1, 2])) == [3, [1, 2, 3]]


def test_the_works_are_done_elsewhere() -> None:
    assert os.getpid() not in together(os.getpid, os.getpid)


def test_a_failure_is_told() -> None:
    with pytest.raises(ZeroDivisionError):
        together(partial(divmod, 1, 0), partial(sum, [1]))


def test_many_examples_are_learned_as_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(1)
    labels = [str(number) for number in rng.integers(0, 3, 90)]
    rows = rng.normal(size=(90, 6)) + np.asarray([[float(label)] for label in labels])
    here = linear.train(sparse.csr_matrix(rows), labels)
    monkeypatch.setattr(linear, "MANY", 10)

    elsewhere = linear.train(sparse.csr_matrix(rows), labels)

    assert np.allclose(here.weights, elsewhere.weights)
    assert here.temperature == pytest.approx(elsewhere.temperature)
