"""Reading criteria: every form that a record may use, and a fault with the path to it for every other."""

from datetime import date
from typing import Any

import pytest

from desk.catalogue.criteria import read_criterion
from desk.catalogue.problems import Fault
from desk.domain.criteria import AllOf, AnyOf, Compare, Enterprise, Located, Not, Op
from desk.domain.enterprise import DEFINITIONS
from tests.domain.builders import AREAS


@pytest.mark.parametrize("name", [*DEFINITIONS, "not_deemed_large"])
def test_definitions_by_name(name: str) -> None:
    assert read_criterion(name, AREAS) == Enterprise(name)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({"employees": {"at_most": 300}}, Compare("employees", Op.AT_MOST, 300)),
        ({"age_years": {"below": 4.5}}, Compare("age_years", Op.BELOW, 4.5)),
        ({"capital_yen": {"is": 0}}, Compare("capital_yen", Op.IS, 0)),
        ({"started": {"is": False}}, Compare("started", Op.IS, False)),
        ({"industry": {"is": "retail"}}, Compare("industry", Op.IS, frozenset({"retail"}))),
        ({"industry": {"not_in": ["retail"]}}, Compare("industry", Op.NOT_IN, frozenset({"retail"}))),
        ({"purposes": {"includes_any": ["digital"]}}, Compare("purposes", Op.INCLUDES_ANY, frozenset({"digital"}))),
        ({"start_by": {"at_least": date(2027, 4, 1)}}, Compare("start_by", Op.AT_LEAST, date(2027, 4, 1))),
        ({"head_office_in": ["板橋区"]}, Located(("板橋区",), frozenset({"板橋区"}), any_site=False)),
        (
            {"any_site_in": ["東京都板橋区", "北区"]},
            Located(("東京都板橋区", "北区"), frozenset({"板橋区", "北区"}), True),
        ),
        ({"not": "small_basic_act"}, Not(Enterprise("small_basic_act"))),
        ({"all": ["small_basic_act"]}, AllOf((Enterprise("small_basic_act"),))),
        (
            {"any": ["sme_tax_act", {"not": {"filed": {"is": True}}}]},
            AnyOf((Enterprise("sme_tax_act"), Not(Compare("filed", Op.IS, True)))),
        ),
    ],
)
def test_sound_criteria(raw: Any, expected: Any) -> None:
    assert read_criterion(raw, AREAS) == expected


def test_a_region_is_kept_by_name_and_unfolded() -> None:
    criterion = read_criterion({"any_site_in": ["多摩", "特別区"]}, AREAS)
    assert isinstance(criterion, Located)
    assert criterion.names == ("多摩", "特別区")
    assert len(criterion.places) == 53


def test_the_same_criterion_written_twice_is_one() -> None:
    first, second = (
        read_criterion({"industry": {"in": order}}, AREAS) for order in (["retail", "hotel"], ["hotel", "retail"])
    )
    assert first == second
    assert hash(first) == hash(second)


@pytest.mark.parametrize(
    ("raw", "path"),
    [
        (None, ()),
        ([], ()),
        ({}, ()),
        (12, ()),
        ("sme", ()),
        ({"employees": {"at_most": 20}, "filed": {"is": True}}, ()),
        ({"turnover": {"at_most": 1}}, ("turnover",)),
        ({"employees": {"at_most": -1}}, ("employees", "at_most")),
        ({"employees": {"at_most": True}}, ("employees", "at_most")),
        ({"employees": {"at_most": None}}, ("employees", "at_most")),
        ({"employees": {"at_most": 1, "at_least": 0}}, ("employees",)),
        ({"employees": {"includes_any": [1]}}, ("employees",)),
        ({"employees": {}}, ("employees",)),
        ({"started": {"in": [False]}}, ("started",)),
        ({"started": {"is": "false"}}, ("started", "is")),
        ({"industry": {"in": []}}, ("industry", "in")),
        ({"industry": {"at_least": "retail"}}, ("industry",)),
        ({"purposes": {"in": ["digital"]}}, ("purposes",)),
        ({"purposes": {"includes_any": ["デジタル化"]}}, ("purposes", "includes_any")),
        ({"site_areas": {"includes_any": ["板橋区"]}}, ("site_areas",)),
        ({"tech_theme": {"in": ["AI"]}}, ("tech_theme",)),
        ({"head_office_in": []}, ("head_office_in",)),
        ({"head_office_in": [13]}, ("head_office_in",)),
        ({"head_office_in": ["伊達市"]}, ("head_office_in",)),
        ({"all": "sme_basic_act"}, ("all",)),
        ({"any": [{"not": {"all": [{"filed": {"is": 1}}]}}]}, ("any", 0, "not", "all", 0, "filed", "is")),
    ],
)
def test_a_fault_leads_to_where_it_is_and_says_how_to_mend_it(raw: Any, path: tuple[str | int, ...]) -> None:
    with pytest.raises(Fault) as fault:
        read_criterion(raw, AREAS)
    assert fault.value.path == path
    assert fault.value.message.endswith(".")
    assert fault.value.mend.endswith(".")
