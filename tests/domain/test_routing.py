"""Which needs a consultation holds."""

import pytest

from desk.domain.cases import Speciality
from desk.domain.facts import FACTS
from desk.domain.intents import INTENTS
from desk.domain.needs import TITLES
from desk.domain.routing import (
    MOST_NEEDS,
    NEEDS_ADVICE,
    SPECIALITY_OF_INTENT,
    SPECIALITY_OF_PURPOSE,
    WORDS,
    Told,
    specialities_for,
    speciality_for,
)


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


def test_every_intent_that_leads_to_somebody_is_an_intent() -> None:
    assert SPECIALITY_OF_INTENT.keys() <= INTENTS.keys()


def test_purposes_that_need_advice_lead_to_somebody() -> None:
    assert SPECIALITY_OF_PURPOSE.keys() >= NEEDS_ADVICE


def test_every_speciality_has_a_title() -> None:
    assert TITLES.keys() == set(Speciality)


def test_a_subsidy_and_a_patent_are_two_needs() -> None:
    told = Told(topic="support", purposes=["prototype", "ip_filing"])

    assert specialities_for(told) == (Speciality.SUBSIDY, Speciality.IP)


def test_money_for_a_purpose_that_needs_no_other_advice_is_one_need() -> None:
    told = Told(topic="support", purposes=["equipment", "testing"], texts=["試験装置の補助金を探しています"])

    assert specialities_for(told) == (Speciality.SUBSIDY,)


def test_who_has_a_partner_needs_none_found() -> None:
    wishes = {"topic": "support", "purposes": ["joint_research"]}

    assert specialities_for(Told(**wishes)) == (Speciality.SUBSIDY, Speciality.TECHNOLOGY)
    assert specialities_for(Told(**wishes, has_partner=True)) == (Speciality.SUBSIDY,)


def test_what_was_asked_last_leads_when_no_topic_was_chosen() -> None:
    told = Told(intents=["greet", "find_partner", "ip_consult", "request_human"])

    assert specialities_for(told) == (Speciality.IP, Speciality.TECHNOLOGY)


@pytest.mark.parametrize(
    ("text", "speciality"),
    [
        ("似た商標がないか気になっています", Speciality.IP),
        ("共同研究の秘密保持のことで", Speciality.IP),
        ("運転資金の融資を受けたい", Speciality.MANAGEMENT),
        ("来年創業するつもりです", Speciality.STARTUP),
        ("大学と組んで開発したい", Speciality.TECHNOLOGY),
        ("助成金のことで", Speciality.SUBSIDY),
        ("こんにちは", Speciality.GENERAL),
    ],
)
def test_words_lead_when_nothing_else_is_known(text: str, speciality: Speciality) -> None:
    assert specialities_for(Told(texts=[text]))[0] == speciality


def test_words_beside_a_topic_make_a_need_of_their_own() -> None:
    told = Told(topic="startup", texts=["起業の補助金はありますか。特許も取りたいです。"])

    assert specialities_for(told) == (Speciality.STARTUP, Speciality.IP)


def test_somebody_who_wants_everything_has_three_needs() -> None:
    told = Told(topic="support", purposes=list(SPECIALITY_OF_PURPOSE))

    assert len(specialities_for(told)) == MOST_NEEDS


def test_words_stand_for_every_matter_but_the_general_one() -> None:
    assert WORDS.keys() == set(Speciality) - {Speciality.GENERAL}
