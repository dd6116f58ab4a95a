"""The rulebook of needs."""

from itertools import product

import pytest

from desk.domain.needs import (
    ASSIGNMENT_TRANSITIONS,
    NEED_TRANSITIONS,
    UNFINISHED,
    AssignmentStatus,
    DeclineReason,
    ImpossibleStep,
    NeedStatus,
    UnexplainedRefusal,
    check_assignment,
    check_need,
    check_refusal,
)

NEED_STEPS = {
    *(("open", after) for after in ("offered", "taken", "done", "dropped")),
    *(("offered", after) for after in ("open", "taken", "done", "dropped")),
    *(("taken", after) for after in ("open", "offered", "done", "dropped")),
    *(("done", after) for after in ("open", "taken")),
    ("dropped", "open"),
}
ASSIGNMENT_STEPS = {
    *(("offered", after) for after in ("accepted", "declined", "withdrawn")),
    *(("accepted", after) for after in ("done", "withdrawn")),
    *((before, "accepted") for before in ("declined", "withdrawn", "done")),
}
NEED_PAIRS = [(before, after) for before, after in product(NeedStatus, NeedStatus) if before != after]
ASSIGNMENT_PAIRS = list(product(AssignmentStatus, AssignmentStatus))


@pytest.mark.parametrize(("before", "after"), NEED_PAIRS)
def test_a_need_takes_the_steps_of_the_table_and_no_other(before: NeedStatus, after: NeedStatus) -> None:
    if (before, after) in NEED_STEPS:
        check_need(before, after)
    else:
        with pytest.raises(ImpossibleStep, match=f"{before} → {after}"):
            check_need(before, after)


@pytest.mark.parametrize(("before", "after"), ASSIGNMENT_PAIRS)
def test_an_assignment_takes_the_steps_of_the_table_and_no_other(
    before: AssignmentStatus, after: AssignmentStatus
) -> None:
    if (before, after) in ASSIGNMENT_STEPS:
        check_assignment(before, after)
    else:
        with pytest.raises(ImpossibleStep, match=f"{before} → {after}"):
            check_assignment(before, after)


@pytest.mark.parametrize("status", NeedStatus)
def test_a_need_may_stay_where_it_is_and_none_is_stuck(status: NeedStatus) -> None:
    check_need(status, status)
    assert NEED_TRANSITIONS[status]


def test_every_status_has_its_steps() -> None:
    assert NEED_TRANSITIONS.keys() == set(NeedStatus)
    assert ASSIGNMENT_TRANSITIONS.keys() == set(AssignmentStatus)
    assert set(UNFINISHED) == set(NeedStatus) - {NeedStatus.DONE, NeedStatus.DROPPED}


@pytest.mark.parametrize("note", ["", "  "])
def test_another_reason_must_be_told(note: str) -> None:
    with pytest.raises(UnexplainedRefusal):
        check_refusal(DeclineReason.OTHER, note)


@pytest.mark.parametrize("reason", [each for each in DeclineReason if each is not DeclineReason.OTHER])
def test_a_typed_reason_speaks_for_itself(reason: DeclineReason) -> None:
    check_refusal(reason, "")


def test_another_reason_with_words_is_enough() -> None:
    check_refusal(DeclineReason.OTHER, "以前この会社に勤めていました")
