"""Which programs resemble one another, and what is told of the difference."""

from datetime import date

import pytest

from desk.domain.programs import Audience, Call, Program, Status
from desk.domain.similar import difference, likeness, similar
from tests.domain.builders import TODAY, amount, program

HERE = ("板橋区", "特別区", "東京都", None)
TRIAL = program("shisaku", purposes=frozenset({"prototype", "product_development"}))


def like(id: str, **changes: object) -> Program:
    """A program for the same purposes."""
    return program(id, purposes=TRIAL.purposes, **changes)


def nearest(*others: Program) -> list[str]:
    """Ids of what is like the trial grant, for somebody in 板橋区."""
    return [each.id for each in similar(TRIAL, (TRIAL, *others), TODAY, HERE)]


def test_the_same_purposes_count_before_a_part_of_them() -> None:
    partly = program("bubun", purposes=frozenset({"prototype", "equipment", "overseas"}))
    assert nearest(partly, like("onaji")) == ["onaji", "bubun"]


def test_the_same_kind_counts_before_another() -> None:
    assert nearest(like("yushi", kind="loan"), like("josei")) == ["josei", "yushi"]


def test_nobody_is_offered_more_than_three() -> None:
    assert len(nearest(*(like(f"josei-{number}") for number in range(5)))) == 3


@pytest.mark.parametrize(
    "other",
    [
        program("betsu", purposes=frozenset({"ip_filing"})),
        like("himitsu", status=Status.UNPUBLISHED),
        like("owari", status=Status.ENDED),
        like("ikkai", calls=(Call("第1回", date(2025, 1, 1), date(2025, 2, 1), False),), recurs="once"),
        like("daigaku", audience=Audience.UNIVERSITY),
        like("nagoya", area="小牧市"),
        TRIAL,
    ],
    ids=lambda other: other.id,
)
def test_what_is_no_alternative_is_left_out(other: Program) -> None:
    assert nearest(other) == []


def test_a_program_of_a_field_is_less_like_one_that_is_open_to_all() -> None:
    assert likeness(TRIAL, like("iryo", fields=("医療機器",))) < likeness(TRIAL, like("josei"))


def test_members_of_a_family_are_most_alike() -> None:
    one = like("ippan", family="jizokuka")
    assert likeness(one, like("sogyo", family="jizokuka")) > likeness(one, like("josei"))


def test_the_difference_names_only_what_differs() -> None:
    other = like("kuni", operator="中小企業庁", area=None, kind="tax", amount=amount(max_yen=None, rate=None))
    assert difference(TRIAL, other, TODAY) == "中小企業庁／全国／税制／随時受付"
    assert difference(TRIAL, like("josei", operator="公社"), TODAY) == "公社／最大150万円・3分の2以内／随時受付"
