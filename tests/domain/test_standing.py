"""All programs at once: the same verdicts as one by one, for any applicant and any subset of answers."""

from random import Random
from typing import Any

import pytest

from benchmarks.companies import applicants
from desk.catalogue.loader import PROGRAMS, read_programs
from desk.domain.bits import positions_of
from desk.domain.calls import State
from desk.domain.index import Index
from desk.domain.programs import Audience, Status
from desk.domain.standing import Standing, stand
from desk.domain.verdict import Outcome, judge
from tests.domain.builders import TODAY, Call, facts, hard, person, press_shop, program

REAL = Index(read_programs(PROGRAMS).programs)


def partly_told(answers: dict[str, Any], random: Random) -> dict[str, Any]:
    return {name: value for name, value in answers.items() if random.random() < 0.6}


@pytest.mark.parametrize("seed", range(20))
def test_the_sets_agree_with_every_single_verdict(seed: int) -> None:
    random = Random(seed)
    for answers in applicants(3, seed):
        standing = stand(REAL, facts(**partly_told(answers, random)), REAL.every)
        for at, each in enumerate(REAL.programs):
            if each.published:
                assert _outcome(standing, at) is judge(each, standing.facts).outcome, each.id


def _outcome(standing: Standing, at: int) -> Outcome:
    if standing.failed >> at & 1:
        return Outcome.INELIGIBLE
    return Outcome.ELIGIBLE if standing.eligible >> at & 1 else Outcome.POSSIBLE


def ids(index: Index, mask: int) -> set[str]:
    return {index.programs[at].id for at in positions_of(mask)}


class TestCandidates:
    """What may be recommended at all."""

    def test_ruled_out_unpublished_and_ended_ones_are_not(self) -> None:
        index = Index(
            (
                program("kanau"),
                program("aru", person()),
                program("dame", hard({"industry": {"in": ["retail"]}})),
                program("mada", status=Status.PLANNED, status_reason="準備中"),
                program("himitsu", status=Status.UNPUBLISHED, status_reason="確認中"),
                program("owari", status=Status.ENDED, status_reason="終了"),
                program("ichido", calls=(Call("1回", None, TODAY.replace(month=1), False),), recurs="once"),
                program("unei", audience=Audience.OPERATOR),
            )
        )
        assert ids(index, stand(index, press_shop()).candidates) == {"kanau", "aru"}

    def test_only_programs_for_the_purposes(self) -> None:
        index = Index(
            (
                program("shisaku", purposes=frozenset({"prototype"})),
                program("kaigai", purposes=frozenset({"overseas"})),
                program("nandemo", purposes=frozenset()),
            )
        )
        assert ids(index, stand(index, press_shop(purposes=["prototype"])).candidates) == {"shisaku", "nandemo"}
        assert ids(index, stand(index, press_shop()).candidates) == {"shisaku", "kaigai", "nandemo"}
        assert len(ids(index, stand(index, press_shop(purposes=["other"])).candidates)) == 3


def test_only_what_is_looked_at_is_evaluated() -> None:
    index = Index(
        (
            program("shisaku", hard("sme_basic_act")),
            program("kaigai", hard({"filed": {"is": True}}), purposes=frozenset({"overseas"})),
        )
    )
    assert [rule.programs for rule, _ in stand(index, press_shop(purposes=["prototype"])).truths] == [0b01]
    assert [rule.programs for rule, _ in stand(index, press_shop(), scope=0b10).truths] == [0b10]


def test_a_requirement_shared_by_many_programs_is_evaluated_once() -> None:
    programs = tuple(program(f"p{at}", hard("sme_basic_act"), hard({"started": {"is": False}})) for at in range(50))
    assert len(Index(programs).rules) == 2


def test_the_states_of_the_calls_part_the_catalogue() -> None:
    day = REAL.on(TODAY)
    assert sum(mask.bit_count() for mask in day.by_state.values()) == len(REAL.programs)
    assert day.urgent & ~(day.by_state[State.OPEN] | day.by_state[State.ROLLING]) == 0
