"""A judgement by likeness tells apart what no single sign does, and says the same when it was stored."""

from pathlib import Path

import pytest

from bot.learning.memory import Memory

#: own only where a shop and "my" stand together: no weight of a single sign says so
EXAMPLES = [{"shop", "my"}, {"shop"}, {"my"}, set[str]()] * 3
OWN = [True, False, False, True] * 3


@pytest.fixture(scope="module")
def memory() -> Memory:
    return Memory.fit(EXAMPLES, OWN)


@pytest.mark.parametrize(("signs", "own"), list(zip(EXAMPLES[:4], OWN[:4], strict=True)))
def test_signs_that_mean_something_only_together_are_told_apart(memory: Memory, signs: set[str], own: bool) -> None:
    assert (memory.probability(signs) > 0.5) == own


def test_a_sign_that_was_never_met_says_nothing(memory: Memory) -> None:
    assert memory.probability({"shop", "my", "unheard of"}) == memory.probability({"shop", "my"})


def test_a_stored_memory_says_the_same(memory: Memory, tmp_path: Path) -> None:
    memory.save(tmp_path)
    stored = Memory.load(tmp_path)
    for signs in EXAMPLES[:4]:
        assert stored.probability(signs) == pytest.approx(memory.probability(signs))
