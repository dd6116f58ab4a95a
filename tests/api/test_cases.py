"""The staff API for cases, in the shape of the contract."""

from typing import Any

import httpx
import pytest

from desk.services import interview
from desk.services.context import Desk
from desk.services.conversations import take_undelivered
from desk.services.staff import create_staff
from tests.channels.reach import on_sqlite
from tests.services.people import entity, exchange, handed_over, person, stored_conversation

FIELDS = {
    "number",
    "status",
    "speciality",
    "priority",
    "channel",
    "created_at",
    "due_at",
    "assignee",
    "facts",
    "contact",
    "consent_at",
    "summary",
    "recommendations",
    "transcript",
    "events",
    "outcome",
    "satisfaction",
}
#: what the desk adds to the contract
ADDED = {"needs", "brief", "urgency", "contact_preference"}


@pytest.fixture
def number(desk: Desk) -> str:
    """A case of somebody who told about the firm, saw programs and asked for a person."""
    conversation = person(desk)
    exchange(desk, conversation, "板橋区の製造業です。試作の補助金は？", intent="find_support")
    told = [entity("area", "板橋区"), entity("industry", "manufacturing"), entity("purpose", "prototype")]
    interview.hear(desk, conversation, "find_support", told)
    interview.advise(desk, conversation, "now")
    return handed_over(desk, conversation)


def test_a_case_is_shown_with_every_field_of_the_contract(staff: httpx.Client, number: str) -> None:
    case = staff.get(f"/api/cases/{number}").json()

    assert case.keys() == FIELDS | ADDED
    assert case["contact"] == {
        "name": "佐々木 花",
        "company": "板橋めっき工業",
        "email": "sasaki@example.jp",
        "phone": None,
    }
    assert case["facts"] == {"area": "板橋区", "industry": "manufacturing", "purposes": ["prototype"]}
    assert (case["status"], case["speciality"], case["channel"]) == ("new", "subsidy", "rest")
    assert (case["created_at"], case["due_at"]) == ("2026-11-24T10:00:00+09:00", "2026-11-25T10:00:00+09:00")
    assert case["consent_at"] == "2026-11-24T10:00:00+09:00"


def test_recommendations_transcript_and_events_have_the_shape_of_the_contract(staff: httpx.Client, number: str) -> None:
    case = staff.get(f"/api/cases/{number}").json()

    assert {each["verdict"] for each in case["recommendations"]} <= {"eligible", "possible"}
    assert all(each.keys() == {"id", "verdict"} for each in case["recommendations"])
    assert [(line["author"], line["text"]) for line in case["transcript"]] == [
        ("user", "板橋区の製造業です。試作の補助金は？"),
        ("bot", "こんにちは。ご用件をどうぞ。"),
    ]
    assert [(event["actor"], event["kind"]) for event in case["events"]] == [("bot", "opened"), ("user", "consented")]
    assert all(event.keys() == {"at", "actor", "kind", "detail"} for event in case["events"])


def test_a_case_tells_its_needs_and_what_to_read_first(staff: httpx.Client, number: str) -> None:
    case = staff.get(f"/api/cases/{number}").json()

    need = case["needs"][0]
    assert (need["speciality"], need["title"], need["status"]) == ("subsidy", "補助金・助成金のこと", "open")
    assert (need["owner"], need["responsible"], need["asked"]) == (None, None, [])
    assert case["brief"][0] == "相談者：板橋めっき工業、佐々木 花、板橋区、製造業"
    assert len(case["brief"]) <= 10
    assert (case["urgency"], case["contact_preference"]) == ([], None)


def test_the_list_shows_lines_and_how_many_there_are(staff: httpx.Client, number: str) -> None:
    page = staff.get("/api/cases").json()

    assert (page["total"], page["page"]) == (1, 1)
    assert page["items"][0]["number"] == number
    assert "contact" not in page["items"][0]


def test_the_list_can_be_narrowed(staff: httpx.Client, desk: Desk, number: str) -> None:
    ip = handed_over(desk, person(desk, "田中"), topic="ip")

    assert numbers(staff, speciality="ip") == [ip]
    assert numbers(staff, status="new") == [number, ip]
    assert numbers(staff, status="closed") == []
    assert numbers(staff, q="製造業です") == [number]
    assert numbers(staff, page="2") == []


def numbers(staff: httpx.Client, **params: str) -> list[str]:
    return [line["number"] for line in staff.get("/api/cases", params=params).json()["items"]]


def test_an_answer_goes_to_the_person_and_the_bot_falls_silent(staff: httpx.Client, desk: Desk, number: str) -> None:
    take_undelivered(desk, person(desk))

    response = staff.post(f"/api/cases/{number}/messages", json={"text": "図面を拝見できますか。"})

    assert response.status_code == 201
    assert response.json() == {"at": "2026-11-24T10:00:00+09:00", "author": "staff", "text": "図面を拝見できますか。"}
    assert [said.text for said in take_undelivered(desk, person(desk))] == ["図面を拝見できますか。"]
    assert stored_conversation(desk, person(desk)).gate == "staff"
    assert staff.get(f"/api/cases/{number}").json()["status"] == "in_progress"


def test_a_change_is_answered_with_the_case_as_it_is_now(staff: httpx.Client, desk: Desk, number: str) -> None:
    create_staff(desk, "suzuki", "鈴木 健", "coordinator", "東武練馬の金曜日")

    case = staff.patch(f"/api/cases/{number}", json={"assignee": "suzuki", "outcome": "公社へ紹介"}).json()

    assert (case["status"], case["assignee"], case["outcome"]) == ("assigned", "suzuki", "公社へ紹介")


def test_fields_left_out_stay_and_a_null_takes_away(staff: httpx.Client, desk: Desk, number: str) -> None:
    create_staff(desk, "suzuki", "鈴木 健", "coordinator", "東武練馬の金曜日")
    staff.patch(f"/api/cases/{number}", json={"assignee": "suzuki"})

    assert staff.patch(f"/api/cases/{number}", json={"status": "in_progress"}).json()["assignee"] == "suzuki"
    assert staff.patch(f"/api/cases/{number}", json={"assignee": None}).json()["assignee"] is None


def test_an_impossible_transition_is_a_conflict(staff: httpx.Client, number: str) -> None:
    response = staff.patch(f"/api/cases/{number}", json={"status": "waiting"})

    assert response.status_code == 409
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["detail"] == "いまの状態からその状態へは変えられません。"
    assert staff.get(f"/api/cases/{number}").json()["status"] == "new"


def test_an_unknown_coordinator_is_refused(staff: httpx.Client, number: str) -> None:
    response = staff.patch(f"/api/cases/{number}", json={"assignee": "nobody"})

    assert response.status_code == 422
    assert response.json()["detail"] == "その担当者は登録されていません。"


def test_a_case_is_given_to_nobody_who_does_not_work_on_cases(staff: httpx.Client, desk: Desk, number: str) -> None:
    create_staff(desk, "abe", "阿部 涼", "editor", "東武練馬の金曜日")

    response = staff.patch(f"/api/cases/{number}", json={"assignee": "abe"})

    assert response.status_code == 422
    assert response.json()["detail"] == "阿部 涼さんの役割では相談を担当できません。"


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "", None),
        ("POST", "/messages", {"text": "こんにちは"}),
        ("PATCH", "", {"status": "closed"}),
    ],
)
def test_a_number_that_was_never_given_is_not_found(
    staff: httpx.Client, method: str, path: str, body: dict[str, str] | None
) -> None:
    response = staff.request(method, f"/api/cases/I-2026-424242{path}", json=body)

    assert response.status_code == 404
    assert response.json()["detail"] == "その番号の相談は見つかりません。"


@on_sqlite
@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"status": "finished"}, "body.status"),
        ({"status": None}, "body.status"),
        ({"outcome": 5}, "body.outcome"),
        ({"priority": "high"}, "body.priority"),
        ([], "body"),
    ],
    ids=["no such status", "no status at all", "a number", "a field that cannot be changed", "a list"],
)
def test_a_change_out_of_shape_is_refused_by_the_name_of_the_field(
    staff: httpx.Client, number: str, body: Any, field: str
) -> None:
    response = staff.patch(f"/api/cases/{number}", json=body)

    assert response.status_code == 422
    assert [error["field"] for error in response.json()["errors"]] == [field]


@on_sqlite
@pytest.mark.parametrize("text", ["", "あ" * 5_001])
def test_an_answer_must_say_something_within_measure(staff: httpx.Client, number: str, text: str) -> None:
    response = staff.post(f"/api/cases/{number}/messages", json={"text": text})

    assert response.status_code == 422
    assert [error["field"] for error in response.json()["errors"]] == ["body.text"]


@on_sqlite
@pytest.mark.parametrize(
    ("params", "field"),
    [
        ({"status": "finished"}, "query.status"),
        ({"speciality": "cooking"}, "query.speciality"),
        ({"page": "0"}, "query.page"),
        ({"page": "first"}, "query.page"),
        ({"q": "あ" * 101}, "query.q"),
    ],
)
def test_a_question_out_of_range_is_refused_by_the_name_of_the_field(
    staff: httpx.Client, params: dict[str, str], field: str
) -> None:
    response = staff.get("/api/cases", params=params)

    assert response.status_code == 422
    assert [error["field"] for error in response.json()["errors"]] == [field]
