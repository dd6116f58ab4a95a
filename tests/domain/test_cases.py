"""The rulebook of cases."""

from itertools import product

import pytest

from desk.domain.cases import (
    SPECIALITY_OF_PURPOSE,
    TRANSITIONS,
    ImpossibleTransition,
    Speciality,
    Status,
    case_number,
    check_transition,
    speciality_for,
)
from desk.domain.facts import FACTS

ALLOWED = {
    ("new", "assigned"),
    ("new", "in_progress"),
    ("new", "closed"),
    ("assigned", "new"),
    ("assigned", "in_progress"),
    ("assigned", "waiting"),
    ("assigned", "closed"),
    ("in_progress", "assigned"),
    ("in_progress", "waiting"),
    ("in_progress", "closed"),
    ("waiting", "assigned"),
    ("waiting", "in_progress"),
    ("waiting", "closed"),
    ("closed", "in_progress"),
}
PAIRS = [(before, after) for before, after in product(Status, Status) if before != after]


@pytest.mark.parametrize(("before", "after"), [pair for pair in PAIRS if pair in ALLOWED])
def test_a_case_may_take_the_steps_of_the_table(before: Status, after: Status) -> None:
    check_transition(before, after)


@pytest.mark.parametrize(("before", "after"), [pair for pair in PAIRS if pair not in ALLOWED])
def test_a_case_takes_no_other_step(before: Status, after: Status) -> None:
    with pytest.raises(ImpossibleTransition, match=f"{before} → {after}"):
        check_transition(before, after)


@pytest.mark.parametrize("status", Status)
def test_a_case_may_stay_where_it_is(status: Status) -> None:
    check_transition(status, status)


@pytest.mark.parametrize("status", Status)
def test_every_status_can_be_left_and_every_open_one_can_be_closed(status: Status) -> None:
    assert TRANSITIONS[status]
    assert status is Status.CLOSED or Status.CLOSED in TRANSITIONS[status]


def test_a_case_number_is_short_enough_to_be_read_out() -> None:
    assert case_number(2026, 123) == "I-2026-000123"


@pytest.mark.parametrize(
    ("topic", "purposes", "speciality"),
    [
        ("ip", [], "ip"),
        ("technology", ["equipment"], "technology"),
        ("support", ["ip_filing"], "subsidy"),
        ("finance", [], "management"),
        (None, ["ip_filing", "prototype"], "ip"),
        (None, ["joint_research"], "technology"),
        (None, ["startup", "finance"], "startup"),
        (None, ["prototype"], "subsidy"),
        (None, [], "general"),
        ("desk_info", [], "general"),
        ("small_talk", ["succession"], "management"),
    ],
    ids=[
        "the topic of intellectual property",
        "the topic of technology, whatever the money is for",
        "a subsidy for a patent is a matter of subsidies",
        "a loan",
        "no topic, a patent among the purposes",
        "no topic, joint research",
        "no topic, a foundation that needs money",
        "no topic, only money is sought",
        "nothing is known",
        "a topic that belongs to nobody",
        "small talk of somebody who hands over the firm",
    ],
)
def test_a_case_goes_to_who_knows_most_of_it(topic: str | None, purposes: list[str], speciality: str) -> None:
    assert speciality_for(topic, purposes) == speciality


def test_every_purpose_that_leads_to_somebody_is_a_purpose_of_the_vocabulary() -> None:
    assert SPECIALITY_OF_PURPOSE.keys() <= set(FACTS["purposes"].values)


def test_every_speciality_can_be_reached() -> None:
    reached = {speciality_for(topic, []) for topic in ("support", "partners", "ip", "startup", "training", None)}

    assert reached == set(Speciality)
