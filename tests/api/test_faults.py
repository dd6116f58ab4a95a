"""Whatever is wrong with a field is told in a Japanese sentence that names it, and nothing that was sent comes back."""

from typing import Any

import httpx
import pytest
from pydantic import TypeAdapter, ValidationError

from desk.api.faults import fault_of
from tests.channels.reach import on_sqlite

CASE = "/api/cases/I-2026-000001"
ASK = "/api/recommendations"

BODIES: list[tuple[str, str, Any, dict[str, str]]] = [
    ("POST", ASK, {}, {"body.facts": "factsを指定してください。"}),
    ("POST", ASK, {"facts": []}, {"body.facts": "factsはオブジェクト（{…}）で指定してください。"}),
    ("POST", ASK, [], {"body": "本文はオブジェクト（{…}）で指定してください。"}),
    ("POST", ASK, {"facts": {}, "limit": "十"}, {"body.limit": "limitは整数で指定してください。"}),
    ("POST", ASK, {"facts": {}, "limit": 1.5}, {"body.limit": "limitは整数で指定してください。"}),
    ("POST", ASK, {"facts": {}, "limit": 0}, {"body.limit": "limitは1以上で指定してください。"}),
    ("POST", ASK, {"facts": {}, "limit": 1001}, {"body.limit": "limitは1000以下で指定してください。"}),
    ("POST", ASK, {"facts": {}, "limit": None}, {"body.limit": "limitは整数で指定してください。"}),
    (
        "POST",
        ASK,
        {"facts": {}, "today": "あした"},
        {"body.today": "todayは2026-12-01のような日付で指定してください。"},
    ),
    (
        "POST",
        ASK,
        {"facts": {}, "programs": "go-tech"},
        {"body.programs": "programsは一覧（配列）で指定してください。"},
    ),
    ("POST", ASK, {"facts": {}, "programs": [3]}, {"body.programs.0": "programsは文字で指定してください。"}),
    ("POST", ASK, {"facts": {}, "programs": ["uchu"]}, {"body.programs": "「uchu」という制度はありません。"}),
    ("POST", ASK, {"facts": {}, "fact": {}}, {"body.fact": "factという項目はありません。"}),
    ("POST", ASK, {"facts": {"shoe_size": 27}}, {"body.facts.shoe_size": "この名前の項目はありません。"}),
    ("POST", "/api/understand", {"text": 12}, {"body.text": "textは文字で指定してください。"}),
    ("POST", "/api/understand", {"text": "あ" * 10_001}, {"body.text": "textは10000字以内で指定してください。"}),
    ("POST", f"{CASE}/messages", {"text": ""}, {"body.text": "textは1字以上で指定してください。"}),
    ("PATCH", CASE, {"status": None}, {"body.status": "状態は空にできません。"}),
    (
        "PATCH",
        CASE,
        {"status": "done"},
        {
            "body.status": "statusは new / assigned / in_progress / waiting / closed のどれかで指定してください。",
        },
    ),
    (
        "POST",
        "/webhooks/rest/webhook",
        {"sender": "u\x001", "message": "こんにちは"},
        {"body.sender": "senderに使えない文字が入っています。"},
    ),
]
QUERIES: list[tuple[str, dict[str, str]]] = [
    ("/api/cases?page=0", {"query.page": "pageは1以上で指定してください。"}),
    ("/api/cases?page=x", {"query.page": "pageは整数で指定してください。"}),
    ("/api/knowledge", {"query.q": "qを指定してください。"}),
    ("/api/kpi?from=x", {"query.from": "fromは2026-12-01のような日付で指定してください。"}),
]


def faults(response: httpx.Response) -> dict[str, str]:
    """Sentence by field of a refusal."""
    body = response.json()
    assert response.status_code == 422, response.text
    assert body["detail"] == f"次の項目を確認してください：{'、'.join(each['field'] for each in body['errors'])}。"
    return {each["field"]: each["message"] for each in body["errors"]}


@on_sqlite
@pytest.mark.parametrize(("method", "path", "body", "told"), BODIES)
def test_a_body_that_does_not_fit_is_told_field_by_field(
    staff: httpx.Client, method: str, path: str, body: Any, told: dict[str, str]
) -> None:
    assert faults(staff.request(method, path, json=body)) == told


@on_sqlite
@pytest.mark.parametrize(("path", "told"), QUERIES)
def test_an_address_that_does_not_fit_is_told_field_by_field(
    staff: httpx.Client, path: str, told: dict[str, str]
) -> None:
    assert faults(staff.get(path)) == told


@on_sqlite
@pytest.mark.parametrize("content", [b"{", b'{"facts": {},}', b""])
def test_what_is_no_json_is_told_of_the_body(staff: httpx.Client, content: bytes) -> None:
    (field, message), *_ = faults(
        staff.post(ASK, content=content, headers={"Content-Type": "application/json"})
    ).items()

    assert field == "body"
    assert message == ("JSONとして読み取れません。" if content else "本文を指定してください。")


@on_sqlite
def test_what_is_no_utf_8_is_told_in_japanese_too(staff: httpx.Client) -> None:
    response = staff.post(ASK, content=b'{"facts": "\xff"}', headers={"Content-Type": "application/json"})

    assert response.status_code == 400
    assert response.json()["detail"] == "送られた本文を読み取れません。UTF-8のJSONで送ってください。"


def test_a_kind_of_error_that_nobody_thought_of_still_names_its_field() -> None:
    with pytest.raises(ValidationError) as error:
        TypeAdapter(dict[str, bytes]).validate_python({"seal": 3})
    (unknown,) = error.value.errors()

    told = fault_of({**unknown, "loc": ("body", *unknown["loc"])})

    assert (told.field, told.message) == ("body.seal", "sealを確かめてください。")
