"""The rules of publishing, without a database."""

import pytest

from desk.domain.editing import (
    OPEN,
    PUBLISH,
    RETURN,
    SUBMIT,
    WITHDRAW,
    Base,
    Outdated,
    OwnWork,
    State,
    WrongState,
    carry_out,
    check_base,
    check_decider,
)

ACTS = {"submit": SUBMIT, "withdraw": WITHDRAW, "publish": PUBLISH, "return": RETURN}


@pytest.mark.parametrize(
    ("act", "allowed"),
    [
        ("submit", {State.DRAFT, State.RETURNED}),
        ("withdraw", {State.DRAFT, State.RETURNED, State.SUBMITTED}),
        ("publish", {State.SUBMITTED}),
        ("return", {State.SUBMITTED}),
    ],
)
def test_each_act_is_possible_from_its_states_and_from_no_other(act: str, allowed: set[State]) -> None:
    for state in State:
        if state in allowed:
            assert carry_out(ACTS[act], state) is ACTS[act][1]
        else:
            with pytest.raises(WrongState):
                carry_out(ACTS[act], state)


def test_nobody_has_work_with_what_is_published_or_withdrawn() -> None:
    assert frozenset({State.PUBLISHED, State.WITHDRAWN}) == set(State) - OPEN


def test_two_people_are_needed() -> None:
    check_decider(author=1, member=2)
    with pytest.raises(OwnWork):
        check_decider(author=1, member=1)


@pytest.mark.parametrize("now", [Base(2, "seed"), Base(None, "seed"), Base(1, "another seed")])
def test_a_draft_fits_only_what_it_was_made_from(now: Base) -> None:
    check_base(Base(1, "seed"), Base(1, "seed"))
    with pytest.raises(Outdated):
        check_base(Base(1, "seed"), now)
