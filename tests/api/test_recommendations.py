"""`POST /api/recommendations` answers in the shape of the contract and refuses with the field named."""

import asyncio
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from desk.api import problems, recommendations
from desk.catalogue import load_catalogue
from desk.clock import JST
from desk.db.engine import Database
from desk.domain.facts import FACTS
from desk.services.context import Desk
from desk.services.profile import load_profile
from desk.settings import ROOT
from tests.fakes.publishing import NothingPublished

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=JST)
SHOP = {
    "area": "板橋区",
    "applicant_type": "company",
    "industry": "manufacturing",
    "employees": 12,
    "capital_yen": 10_000_000,
    "parent_is_large": False,
    "purposes": ["joint_research"],
    "budget_yen": 3_000_000,
    "started": False,
}
CATALOGUE = load_catalogue()
UNCONFIRMED = next(each.id for each in CATALOGUE.programs if each.status == "unpublished")
ENDED = next(each.id for each in CATALOGUE.programs if each.status == "ended")


class Client:
    """Sends one request at a time to an application in this process."""

    def __init__(self, app: FastAPI) -> None:
        self.transport = httpx.ASGITransport(app)

    def post(self, path: str, json: Any) -> httpx.Response:
        """The answer to a request."""
        return asyncio.run(self._post(path, json))

    async def _post(self, path: str, json: Any) -> httpx.Response:
        async with httpx.AsyncClient(transport=self.transport, base_url="http://desk") as client:
            return await client.post(path, json=json)


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """The API alone, with the real catalogue."""
    app = FastAPI()
    database = Database("sqlite://")
    profile = load_profile(ROOT / "seeds" / "desk.yaml", "板橋区")
    app.state.desk = Desk(database, CATALOGUE, profile, lambda: NOW, published=NothingPublished())
    problems.install(app)
    app.include_router(recommendations.router)
    yield Client(app)
    database.close()


def ask(client: Client, facts: dict[str, Any], **options: Any) -> dict[str, Any]:
    response = client.post("/api/recommendations", json={"facts": facts, **options})
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def refused(client: Client, body: dict[str, Any]) -> list[str]:
    response = client.post("/api/recommendations", json=body)
    assert response.status_code == 422, response.text
    assert response.headers["content-type"].startswith("application/problem+json")
    return [error["field"] for error in response.json()["errors"]]


class TestShape:
    """Keys, types and promises of the contract."""

    def test_the_answer_has_its_four_parts(self, client: Client) -> None:
        answer = ask(client, SHOP)
        assert answer.keys() == {"catalogue_version", "items", "near_misses", "next_question"}
        assert answer["catalogue_version"] == CATALOGUE.version

    def test_an_item_has_every_key_of_the_contract(self, client: Client) -> None:
        for item in ask(client, SHOP)["items"]:
            assert item.keys() >= {
                "id", "name", "operator", "kind", "verdict", "reasons", "unknown_facts", "estimate_yen",
                "max_amount_yen", "subsidy_rate", "call", "url", "source", "as_of",
            }  # fmt: skip
            assert item["call"].keys() == {"state", "opens_on", "closes_on"}
            assert all(reason.keys() >= {"text", "holds", "fact"} for reason in item["reasons"])

    def test_items_fit_and_have_not_ended(self, client: Client) -> None:
        for item in ask(client, SHOP, limit=50)["items"]:
            assert item["verdict"] in ("eligible", "possible")
            assert item["call"]["state"] != "ended"

    def test_certain_items_come_first_and_hold_in_every_respect(self, client: Client) -> None:
        items = ask(client, SHOP, limit=50)["items"]
        verdicts = [item["verdict"] for item in items]
        assert verdicts == sorted(verdicts)
        for item in items:
            holds = [reason["holds"] for reason in item["reasons"]]
            assert holds
            assert False not in holds
            assert (item["verdict"] == "eligible") is (None not in holds)

    def test_the_local_grant_is_estimated(self, client: Client) -> None:
        (item,) = ask(client, SHOP, programs=["itabashi-sangakuko-rd"])["items"]
        assert item["estimate_yen"] == 1_500_000
        assert item["own_share_yen"] == 1_500_000
        assert (item["max_amount_yen"], item["subsidy_rate"]) == (1_500_000, "2/3")
        assert item["call"] == {"state": "rolling", "opens_on": None, "closes_on": None}

    def test_near_misses_say_what_is_missing(self, client: Client) -> None:
        for miss in ask(client, SHOP | {"area": "新宿区", "site_areas": []})["near_misses"]:
            assert miss["verdict"] == "ineligible"
            assert 1 <= len(miss["missing"]) <= 2

    def test_the_next_question_is_about_something_not_told(self, client: Client) -> None:
        question = ask(client, {})["next_question"]
        assert question["fact"] == "purposes"
        assert question.keys() == {"fact", "text", "why", "choices", "examples"}
        assert {choice["value"] for choice in question["choices"]} == FACTS["purposes"].values.keys()

    def test_what_was_asked_in_vain_is_not_asked_again(self, client: Client) -> None:
        assert ask(client, {"purposes": None})["next_question"]["fact"] != "purposes"

    def test_null_is_as_unknown_as_what_was_left_out(self, client: Client) -> None:
        named = {"programs": ["itabashi-sangakuko-rd"]}
        absent = {name: value for name, value in SHOP.items() if name != "started"}
        (told,) = ask(client, absent | {"started": None}, **named)["items"]
        (left_out,) = ask(client, absent, **named)["items"]
        assert (told["verdict"], told["unknown_facts"]) == ("possible", ["started"])
        assert (left_out["verdict"], left_out["unknown_facts"]) == ("possible", ["started"])
        assert [each["why"] for each in (told, left_out) for each in each["reasons"] if each["fact"] == "started"] == [
            "unsure",
            "not_asked",
        ]

    def test_today_comes_from_the_clock_of_the_desk_or_from_the_request(self, client: Client) -> None:
        named = {"programs": ["go-tech-tsujo"]}
        assert ask(client, {}, **named)["items"][0]["call"]["state"] == "closed"
        assert ask(client, {}, today="2026-03-01", **named)["items"][0]["call"]["state"] == "open"


class TestReasons:
    """The limit beside the answer."""

    def test_a_company_too_large_reads_both_figures(self, client: Client) -> None:
        large = SHOP | {"employees": 420, "capital_yen": 500_000_000}
        (item,) = ask(client, large, programs=["itabashi-sangakuko-rd"])["items"]
        assert item["verdict"] == "ineligible"
        (failure,) = [reason for reason in item["reasons"] if reason["holds"] is False]
        assert "300人" in failure["text"]
        assert "420人" in failure["text"]
        assert failure["fact"] == "employees"

    def test_what_is_missing_is_listed(self, client: Client) -> None:
        told = {"area": "板橋区", "applicant_type": "company", "industry": "manufacturing", "employees": 420}
        (item,) = ask(client, told, programs=["itabashi-sangakuko-rd"])["items"]
        assert item["unknown_facts"] == ["capital_yen", "started"]

    def test_whether_work_has_begun_is_missing_of_a_grant_until_it_is_told(self, client: Client) -> None:
        told = {"area": "板橋区", "applicant_type": "company", "industry": "manufacturing", "employees": 12}
        (item,) = ask(client, told | {"started": False}, programs=["itabashi-sangakuko-rd"])["items"]
        assert "started" not in item["unknown_facts"]


class TestNamedPrograms:
    """Exactly those asked for."""

    def test_an_ended_one_is_explained(self, client: Client) -> None:
        (item,) = ask(client, SHOP, programs=[ENDED])["items"]
        assert item["call"]["state"] == "ended"
        assert item["reasons"][0]["holds"] is False

    def test_an_unconfirmed_one_stays_unsaid(self, client: Client) -> None:
        (item,) = ask(client, SHOP, programs=[UNCONFIRMED])["items"]
        assert item["verdict"] == "possible"
        assert (item["url"], item["source"], item["max_amount_yen"], item["contact"]) == (None, None, None, None)

    def test_all_programs_of_the_catalogue_can_be_asked_for(self, client: Client) -> None:
        every = [program.id for program in CATALOGUE.programs]
        assert [item["id"] for item in ask(client, SHOP, programs=every)["items"]] == every


class TestRefusals:
    """422 with the field named, and nothing of what was sent repeated."""

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("shoe_size", 27),
            ("shoe_size", None),
            ("employees", -1),
            ("employees", "12人"),
            ("employees", 1.5),
            ("capital_yen", True),
            ("area", "江戸市"),
            ("industry", "金属加工"),
            ("purposes", ["試作"]),
            ("started", "no"),
            ("founded_year", 2300),
            ("start_by", "来年"),
        ],
    )
    def test_impossible_facts(self, client: Client, name: str, value: Any) -> None:
        assert refused(client, {"facts": {name: value}}) == [f"body.facts.{name}"]

    def test_several_at_once(self, client: Client) -> None:
        fields = refused(client, {"facts": {"employees": -1, "area": "江戸市", "capital_yen": 5}})
        assert fields == ["body.facts.employees", "body.facts.area"]

    @pytest.mark.parametrize(
        ("body", "field"),
        [
            ({}, "body.facts"),
            ({"facts": []}, "body.facts"),
            ({"facts": {}, "today": "あした"}, "body.today"),
            ({"facts": {}, "limit": 0}, "body.limit"),
            ({"facts": {}, "programs": ["uchu"]}, "body.programs"),
            ({"facts": {}, "program": ["go-tech-tsujo"]}, "body.program"),
        ],
    )
    def test_impossible_requests(self, client: Client, body: dict[str, Any], field: str) -> None:
        assert refused(client, body) == [field]
