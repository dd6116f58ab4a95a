"""Who fits is asked as soon as a case is opened; with nobody there, the leads are told."""

from dataclasses import replace

from desk.domain.notifications import Kind
from desk.services.cases import read_case
from desk.services.context import Desk
from tests.services.people import handed_over, person
from tests.services.team import asked, kinds_of, needs_of, subsidy_team, told


def test_the_fitting_coordinator_is_asked_when_a_case_is_opened(desk: Desk, team: dict[str, int], number: str) -> None:
    need = needs_of(desk, number)[0]

    assert (need.status, need.owner, asked(need)) == ("offered", None, [("sato", "offered")])
    assert read_case(desk, number).line.assignee is None
    assert read_case(desk, number).line.status == "new"
    assert told(desk, team["sato"]) == [Kind.OFFERED]
    assert kinds_of(desk, number) == ["opened", "need_offered", "consented"]


def test_work_is_shared_fairly(desk: Desk, team: dict[str, int]) -> None:
    numbers = [handed_over(desk, person(desk, name)) for name in ("田中", "高橋", "渡辺", "山本")]

    assert [needs_of(desk, number)[0].asked[0].to for number in numbers] == ["sato", "suzuki", "sato", "suzuki"]


def test_with_nobody_who_knows_the_matter_the_leads_are_told(desk: Desk, team: dict[str, int]) -> None:
    number = handed_over(desk, person(desk), topic="technology")

    assert needs_of(desk, number)[0].status == "open"
    assert "nobody_free" in kinds_of(desk, number)
    assert told(desk, team["mori"]) == [Kind.UNOWNED]


def test_a_desk_that_does_not_offer_automatically_waits_for_whoever_takes_it(desk: Desk) -> None:
    subsidy_team(desk)
    patient = replace(desk, seed_profile=desk.seed_profile.model_copy(update={"offer_automatically": False}))

    number = handed_over(patient, person(patient))

    need = needs_of(patient, number)[0]
    assert (need.status, need.asked) == ("open", ())
