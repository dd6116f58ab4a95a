"""What is shown beside the answer to a topic."""

import pytest

from desk.catalogue import load_catalogue
from desk.domain.facts import PURPOSES
from desk.services.context import Desk
from desk.services.notes import note_facts
from desk.services.offers import Offer, load_offers, offered_programs, program_card
from tests.services.people import entity, person

CATALOGUE = load_catalogue()
KINDS = {program.kind for program in CATALOGUE.programs}


def ids(desk: Desk, conversation: str, subject: str, name: str | None = None) -> list[str]:
    """What is offered."""
    return [program.id for program in offered_programs(desk, conversation, subject, name)]


@pytest.mark.parametrize("offer", load_offers().values(), ids=lambda offer: offer.subject)
def test_each_offer_names_published_programs_known_kinds_and_purposes(offer: Offer) -> None:
    for each in offer.first:
        program = CATALOGUE.program(each)
        assert program is not None, each
        assert program.published, each
    assert set(offer.kinds) <= KINDS
    assert set(offer.purposes) | set(offer.but_not) <= set(PURPOSES)


@pytest.mark.parametrize("subject", load_offers())
def test_each_subject_has_something_to_show_to_a_stranger(desk: Desk, subject: str) -> None:
    offered = offered_programs(desk, person(desk), subject)

    assert 1 <= len(offered) <= load_offers()[subject].shown
    assert all(program.published for program in offered)


def test_what_the_file_names_comes_first(desk: Desk) -> None:
    assert ids(desk, person(desk), "ip_advice")[:2] == ["inpit-chizai-madoguchi", "tokyo-chizai-center-soudan"]


def test_what_is_ruled_out_by_what_was_told_is_left_out(desk: Desk) -> None:
    somebody = person(desk)
    note_facts(desk, somebody, [entity("applicant_type", "large_company"), entity("employees", 5000)])

    assert "genmen-shokibo" not in ids(desk, somebody, "ip_cost")


def test_rights_abroad_do_not_fill_up_the_list_for_rights_at_home(desk: Desk) -> None:
    somebody = person(desk)
    note_facts(desk, somebody, [entity("applicant_type", "pre_founding")])

    assert not any("overseas" in program.purposes for program in offered_programs(desk, somebody, "ip_cost"))


def test_programs_of_other_places_are_not_offered(desk: Desk) -> None:
    somebody = person(desk)
    place = [entity("area", "八王子市"), entity("industry", "manufacturing")]
    note_facts(desk, somebody, place)

    areas = {program.area for program in offered_programs(desk, somebody, "startup")}

    assert areas <= {None, "八王子市", "多摩", "東京都"}


def test_a_university_that_is_named_leads(desk: Desk) -> None:
    assert ids(desk, person(desk), "partners", "芝浦工業大学")[0] == "univ-shibaura-sumida"


def test_a_university_the_desk_does_not_know_changes_nothing(desk: Desk) -> None:
    somebody = person(desk)

    assert ids(desk, somebody, "partners", "どこにもない大学") == ids(desk, somebody, "partners")


def test_a_card_has_the_shape_of_the_contract() -> None:
    program = CATALOGUE.program("itabashi-sangakuko-rd")
    assert program is not None

    card = program_card(program)

    assert set(card) == {"id", "title", "text", "url", "source", "as_of"}
    assert "150万円" in card["text"]
