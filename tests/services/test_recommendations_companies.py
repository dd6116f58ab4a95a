"""Believable applicants of the ward and what the real catalogue says to them: what must be there and what must not."""

from random import Random
from typing import Any

import pytest

from benchmarks.companies import applicants
from desk.catalogue import load_catalogue
from desk.domain.calls import State
from desk.domain.situation import Facts
from desk.domain.verdict import Outcome
from desk.services.recommendations import Recommendations, recommend
from tests.domain.builders import TODAY, facts

CATALOGUE = load_catalogue()
HERE = {"area": "板橋区", "site_areas": [], "parent_is_large": False}
PRESS_SHOP = HERE | {
    "applicant_type": "company",
    "industry": "manufacturing",
    "employees": 12,
    "capital_yen": 10_000_000,
    "age_years": 30,
}
SOFTWARE_HOUSE = PRESS_SHOP | {"industry": "software", "employees": 8, "capital_yen": 5_000_000, "age_years": 3}
FOUNDER = {"area": "板橋区", "site_areas": [], "applicant_type": "pre_founding"}
SHOPKEEPER = {
    "area": "板橋区",
    "site_areas": [],
    "applicant_type": "sole_proprietor",
    "industry": "retail",
    "employees": 2,
}
LARGE = HERE | {
    "applicant_type": "large_company",
    "industry": "manufacturing",
    "employees": 3000,
    "capital_yen": 10**10,
}


def advise(told: dict[str, Any], **options: Any) -> Recommendations:
    return recommend(CATALOGUE, facts(**told), TODAY, **options)


def outcomes(told: dict[str, Any]) -> dict[str, Outcome]:
    """Program id → verdict for everything that is recommended."""
    found = recommend(CATALOGUE, facts(**told), TODAY, limit=500)
    return {item.program.id: item.verdict.outcome for item in found.items}


class TestApplicants:
    """One applicant, one wish."""

    def test_a_press_shop_that_works_with_a_university(self) -> None:
        found = outcomes(PRESS_SHOP | {"purposes": ["joint_research"]})
        assert found["itabashi-sangakuko-rd"] is Outcome.POSSIBLE
        assert "astep-sangaku" in found
        assert "arakawa-sangaku-rd" not in found
        assert "hachioji-sangaku-rd" not in found

    def test_a_press_shop_that_wants_its_parts_tested(self) -> None:
        found = outcomes(PRESS_SHOP | {"purposes": ["testing"]})
        assert found["tiri-irai-shiken"] is Outcome.ELIGIBLE
        assert found["itabashi-kosetsushi-riyo"] is Outcome.POSSIBLE
        assert not {"kita-tiri-riyo", "koto-tiri-riyo", "sumida-tiri-riyo"} & found.keys()

    def test_the_same_press_shop_with_a_factory_in_kita(self) -> None:
        found = outcomes(PRESS_SHOP | {"purposes": ["testing"], "site_areas": ["北区"]})
        assert "kita-tiri-riyo" in found
        assert "sumida-tiri-riyo" not in found

    def test_a_firm_that_files_its_first_patent(self) -> None:
        found = outcomes(PRESS_SHOP | {"purposes": ["ip_filing"], "filed": False})
        assert found["inpit-chizai-madoguchi"] is Outcome.ELIGIBLE
        assert {"genmen-chusho", "pct-shien"} <= found.keys()

    def test_a_software_house_that_goes_digital(self) -> None:
        found = outcomes(SOFTWARE_HOUSE | {"purposes": ["digital"]})
        assert "digital-ai-donyu" in found
        assert "jigyo-saikochiku" not in found

    def test_a_founder(self) -> None:
        found = outcomes(FOUNDER | {"purposes": ["startup"]})
        assert found["yorozu"] is Outcome.ELIGIBLE
        assert found["tokyo-tib"] is Outcome.ELIGIBLE
        assert "jfc-shinki-kaigyo" in found

    def test_a_shopkeeper_who_seeks_customers(self) -> None:
        found = outcomes(SHOPKEEPER | {"purposes": ["sales_channel"]})
        assert "jizokuka-ippan" in found
        assert "yorozu" in found

    def test_a_large_company_gets_no_help_for_small_ones(self) -> None:
        found = outcomes(LARGE | {"purposes": ["joint_research", "product_development", "prototype"]})
        assert not {"itabashi-sangakuko-rd", "monodukuri-hojo", "tokyo-kosha-shinseihin-shingijutsu"} & found.keys()
        assert found["tiri-irai-shiken"] is Outcome.ELIGIBLE

    def test_a_subsidiary_of_a_large_company(self) -> None:
        own = outcomes(PRESS_SHOP | {"purposes": ["product_development"]})
        subsidiary = outcomes(PRESS_SHOP | {"purposes": ["product_development"], "parent_is_large": True})
        assert "tokyo-kosha-shinseihin-shingijutsu" in own
        assert "tokyo-kosha-shinseihin-shingijutsu" not in subsidiary

    def test_a_firm_far_away(self) -> None:
        found = outcomes(PRESS_SHOP | {"area": "福岡市", "purposes": ["joint_research", "testing", "prototype"]})
        assert not {each for each in found if each.startswith(("itabashi-sangakuko", "tokyo-kosha-"))}

    def test_who_has_begun_already_is_told_which_limit_it_is(self) -> None:
        begun = [
            each.id
            for each in CATALOGUE.programs
            if any(c.clauses and "started" in str(c.criterion) for c in each.hard_criteria)
        ]
        assert begun
        found = advise(PRESS_SHOP | {"started": True}, programs=begun)
        for item in found.items:
            assert item.verdict.outcome is Outcome.INELIGIBLE
            assert any(reason.fact == "started" and reason.holds is False for reason in item.verdict.reasons)

    def test_who_has_begun_already_is_never_told_eligible_for_a_grant(self) -> None:
        for item in advise(PRESS_SHOP | {"started": True}, limit=200).items:
            assert (
                item.program.kind != "subsidy"
                or item.program.family == "tiri-riyo"
                or (item.verdict.outcome is not Outcome.ELIGIBLE)
            )


class TestBudget:
    """Money for the budget at hand."""

    @pytest.mark.parametrize(("budget", "pays"), [(600_000, 400_000), (2_250_000, 1_500_000), (9_000_000, 1_500_000)])
    def test_the_joint_research_grant_of_the_ward(self, budget: int, pays: int) -> None:
        (item,) = advise(PRESS_SHOP | {"budget_yen": budget}, programs=["itabashi-sangakuko-rd"]).items
        assert (item.estimate.pays, item.estimate.own_share) == (pays, budget - pays)

    def test_a_floor_is_told(self) -> None:
        floor = next(
            each for each in CATALOGUE.programs if each.published and each.amount.min_yen and each.amount.terms
        )
        told = {"budget_yen": 1000, "area": "板橋区"}
        (item,) = advise(told, programs=[floor.id]).items
        assert item.estimate.pays is None


class TestEverybody:
    """What holds for any applicant at any point of the interview."""

    @pytest.mark.parametrize("seed", range(25))
    def test_the_promises_of_the_list(self, seed: int) -> None:
        random = Random(seed)
        (answers,) = applicants(1, seed)
        told = {name: value for name, value in answers.items() if random.random() < 0.5}
        found = advise(told, limit=50)
        self._check(found, facts(**told))

    def _check(self, found: Recommendations, told: Facts) -> None:
        assert len({item.program.id for item in found.items}) == len(found.items)
        for item in found.items:
            assert item.program.published
            assert item.call.state is not State.ENDED
            assert item.verdict.outcome is not Outcome.INELIGIBLE
            assert not set(item.verdict.unknown_facts) & told.values.keys()
            if item.verdict.outcome is Outcome.ELIGIBLE:
                assert not item.verdict.unknown_facts
                assert all(reason.holds for reason in item.verdict.reasons)
            if item.estimate.pays is not None:
                assert 0 <= item.estimate.pays <= (item.program.amount.max_yen or item.estimate.pays)
        for miss in found.near_misses:
            assert miss.verdict.outcome is Outcome.INELIGIBLE
            assert 1 <= len(miss.missing) <= 2
        assert found.next_question is None or not told.closed(found.next_question.fact)

    @pytest.mark.parametrize("seed", range(15))
    def test_learning_never_brings_back_what_was_ruled_out(self, seed: int) -> None:
        random = Random(seed)
        (answers,) = applicants(1, seed)
        told = {name: value for name, value in answers.items() if random.random() < 0.5}
        every = [program.id for program in CATALOGUE.programs]
        before = advise(told, programs=every).items
        after = advise(answers, programs=every).items
        for earlier, later in zip(before, after, strict=True):
            if earlier.verdict.outcome is not Outcome.POSSIBLE:
                assert later.verdict.outcome is earlier.verdict.outcome, earlier.program.id
