"""From entities to facts and contact data."""

from typing import Any

import pytest

from desk.domain.facts import FACTS, Kind
from desk.domain.hearing import FACT_OF_ENTITY, heard_contact, heard_facts, introduced


def entity(name: str, value: Any) -> dict[str, Any]:
    return {"entity": name, "value": value, "start": 0, "end": 0}


def test_a_sentence_about_a_company_becomes_facts() -> None:
    # 板橋区で金属加工をしています、従業員12名、資本金1000万円
    entities = [
        entity("area", "板橋区"),
        entity("industry", "manufacturing"),
        entity("employees", 12),
        entity("capital_yen", 10_000_000),
    ]

    assert heard_facts(entities, asked=None) == {
        "area": "板橋区",
        "industry": "manufacturing",
        "employees": 12,
        "capital_yen": 10_000_000,
    }


def test_several_purposes_are_collected_once_each() -> None:
    entities = [entity("purpose", "prototype"), entity("purpose", "overseas"), entity("purpose", "prototype")]

    assert heard_facts(entities, None) == {"purposes": ["prototype", "overseas"]}


def test_a_second_municipality_is_another_site() -> None:
    entities = [entity("area", "板橋区"), entity("area", "川口市"), entity("area", "北区")]

    assert heard_facts(entities, None) == {"area": "板橋区", "site_areas": ["川口市", "北区"]}


def test_a_municipality_is_a_site_when_sites_were_asked_for() -> None:
    assert heard_facts([entity("area", "川口市")], asked="site_areas") == {"site_areas": ["川口市"]}


def test_the_last_number_wins_when_somebody_corrects_themselves_in_one_sentence() -> None:
    assert heard_facts([entity("employees", 10), entity("employees", 12)], None) == {"employees": 12}


def test_yes_and_no_on_a_button_become_truths() -> None:
    assert heard_facts([entity("started", "true"), entity("parent_is_large", "False")], None) == {
        "started": True,
        "parent_is_large": False,
    }


def test_what_is_neither_yes_nor_no_is_left_for_the_check_to_refuse() -> None:
    assert heard_facts([entity("started", "たぶん")], None) == {"started": "たぶん"}


def test_a_list_on_a_button_is_taken_as_it_is() -> None:
    assert heard_facts([entity("site_areas", [])], asked="site_areas") == {"site_areas": []}


def test_what_is_no_fact_is_not_heard() -> None:
    assert heard_facts([entity("program", "monodukuri"), entity("person_name", "佐々木")], None) == {}


def test_contact_data_are_read_from_their_entities() -> None:
    entities = [
        entity("person_name", "佐々木 花"),
        entity("company_name", "板橋めっき工業"),
        entity("email", "sasaki@example.jp"),
        entity("phone", "03-1234-5678"),
        entity("area", "板橋区"),
    ]

    assert heard_contact(entities) == {
        "name": "佐々木 花",
        "company": "板橋めっき工業",
        "email": "sasaki@example.jp",
        "phone": "03-1234-5678",
    }


def test_entities_with_another_name_fill_facts_that_exist() -> None:
    assert all(FACTS[fact].kind is Kind.CHOICES for fact in FACT_OF_ENTITY.values())


@pytest.mark.parametrize(
    "text",
    [
        "株式会社板橋精工の総務の田村と申します。補助金を調べております。",
        "お世話になります、田村です。株式会社板橋精工の者です",
        "私は田村といいます。株式会社板橋精工に勤めています",
    ],
)
def test_who_introduces_themselves_has_told_name_and_firm(text: str) -> None:
    entities = [entity("company_name", "株式会社板橋精工"), entity("person_name", "田村")]

    assert introduced(entities, text) == {"name": "田村", "company": "株式会社板橋精工"}


@pytest.mark.parametrize("text", ["田村先生を紹介してください", "担当は田村さんでした", "前に田村さんと話しました"])
def test_the_name_of_somebody_else_introduces_nobody(text: str) -> None:
    assert introduced([entity("person_name", "田村")], text) == {}


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("John Smith", {"name": "John Smith"}),
        ("Mary O'Neill です", {"name": "Mary O'Neill"}),
        ("Smith Robotics Ltd", {"company": "Smith Robotics Ltd"}),
        ("株式会社みなか", {"company": "株式会社みなか"}),
    ],
)
def test_a_name_in_latin_letters_that_was_taken_for_a_firm_answers_who_is_asked_for_it(
    text: str, heard: dict[str, str]
) -> None:
    company = text.removesuffix(" です")
    entities = [{"entity": "company_name", "value": company}]

    assert heard_contact(entities, "name", text) == heard
    assert heard_contact(entities, "company", text) == {"company": company}


def test_a_name_that_was_taken_for_both_a_person_and_a_firm_is_a_name() -> None:
    entities = [{"entity": entity, "value": "John Smith"} for entity in ("company_name", "person_name")]

    assert heard_contact(entities, "name", "John Smith") == {"name": "John Smith"}
