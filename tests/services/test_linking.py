"""Several cases of one person in one matter are linked, and none is lost."""

import pytest

from desk.services.case_rows import NoSuchCase
from desk.services.cases import read_case
from desk.services.context import Desk
from desk.services.counter import Consultation, Way, record_consultation
from desk.services.linking import UnfitLink, link_case, links_of, unlink_case
from tests.services.people import handed_over, person
from tests.services.staffing import member
from tests.services.team import kinds_of


@pytest.fixture
def three(desk: Desk) -> list[str]:
    """Three cases of people with different addresses."""
    return [
        handed_over(desk, person(desk, name), email=f"{name}@example.jp") for name in ("tanaka", "sasaki", "suzuki")
    ]


def test_the_same_address_on_another_channel_is_suggested(desk: Desk) -> None:
    member(desk, "sato")
    number = handed_over(desk, person(desk), email="tanaka@example.jp")
    contact = {"email": "tanaka@example.jp"}
    call = record_consultation(desk, Consultation(Way.PHONE, "続き", contact=contact, consented=True), "sato")

    assert [other.number for other in links_of(desk, call).suggested] == [number]
    assert [other.channel for other in links_of(desk, number).suggested] == ["phone"]


def test_without_consent_nobody_is_recognised(desk: Desk) -> None:
    member(desk, "sato")
    number = handed_over(desk, person(desk), email="tanaka@example.jp")
    record_consultation(desk, Consultation(Way.PHONE, "続き", contact={"email": "tanaka@example.jp"}), "sato")

    assert links_of(desk, number).suggested == []


def test_strangers_are_not_suggested(desk: Desk, three: list[str]) -> None:
    assert links_of(desk, three[0]).suggested == []


def test_the_later_case_belongs_to_the_earlier_and_both_stay_whole(desk: Desk, three: list[str]) -> None:
    first, second, _ = three

    link_case(desk, first, second, "sato")

    assert [other.number for other in links_of(desk, first).linked] == [second]
    main = links_of(desk, second).main
    assert main is not None
    assert main.number == first
    assert read_case(desk, second).contact is not None
    assert (kinds_of(desk, first)[-1], kinds_of(desk, second)[-1]) == ("linked", "linked")


def test_links_lead_to_one_main_case(desk: Desk, three: list[str]) -> None:
    first, second, third = three
    link_case(desk, third, second, "sato")
    link_case(desk, third, first, "sato")

    assert sorted(other.number for other in links_of(desk, first).linked) == [second, third]


def test_a_case_is_not_linked_to_itself_nor_twice(desk: Desk, three: list[str]) -> None:
    first, second, _ = three
    link_case(desk, first, second, "sato")

    for one, other in ((first, first), (first, second), (second, first)):
        with pytest.raises(UnfitLink):
            link_case(desk, one, other, "sato")
    with pytest.raises(NoSuchCase):
        link_case(desk, first, "I-2026-999999", "sato")


def test_a_link_can_be_undone(desk: Desk, three: list[str]) -> None:
    first, second, _ = three
    link_case(desk, first, second, "sato")

    unlink_case(desk, second, "sato")
    unlink_case(desk, second, "sato")

    assert (links_of(desk, first).linked, links_of(desk, second).main) == ([], None)
    assert kinds_of(desk, second).count("unlinked") == 1
