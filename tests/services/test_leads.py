"""Who leads a case: whoever is first, or whom a lead names; needs go with the lead."""

import pytest

from desk.domain.notifications import Kind
from desk.services.case_rows import AlreadyTaken
from desk.services.cases import update_case
from desk.services.context import Desk
from desk.services.leads import claim_case
from tests.services.team import asked, kinds_of, needs_of, told


def test_two_coordinators_never_both_claim_a_case(desk: Desk, number: str) -> None:
    claim_case(desk, number, "suzuki")

    with pytest.raises(AlreadyTaken) as refusal:
        claim_case(desk, number, "sato")

    assert refusal.value.name == "鈴木 一郎"
    need = needs_of(desk, number)[0]
    assert (need.owner, asked(need)) == ("suzuki", [("sato", "withdrawn"), ("suzuki", "accepted")])


def test_claiming_twice_is_the_same_as_once(desk: Desk, number: str) -> None:
    claim_case(desk, number, "sato")
    claim_case(desk, number, "sato")

    assert kinds_of(desk, number).count("assigned") == 1


def test_the_lead_s_needs_go_with_the_lead(desk: Desk, team: dict[str, int], number: str) -> None:
    claim_case(desk, number, "sato")

    update_case(desk, number, "mori", {"assignee": "suzuki"})

    need = needs_of(desk, number)[0]
    assert (need.status, need.owner, need.responsible) == ("taken", None, "suzuki")
    assert Kind.ASSIGNED in told(desk, team["suzuki"])
    update_case(desk, number, "mori", {"assignee": None})
    assert needs_of(desk, number)[0].status == "open"
