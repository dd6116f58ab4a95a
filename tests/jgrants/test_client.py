"""What the client asks, and what it says when Jグランツ does not answer well."""

import json

import pytest

from desk.jgrants.client import Client, Manners
from desk.jgrants.errors import JGrantsError, NotListed
from tests.fakes.jgrants import Failure, FakeJGrants
from tests.jgrants.conftest import PatientTime
from tests.jgrants.samples import KAIHATSU, SHOENE, raw_grant


def test_a_search_sends_every_required_parameter_and_says_who_asks(portal: FakeJGrants, client: Client) -> None:
    portal.add(raw_grant())

    found = client.search("試作開発")

    assert [each["id"] for each in found.result] == [KAIHATSU]
    (asked,) = portal.asked
    assert asked.query == {
        "keyword": "試作開発",
        "sort": "acceptance_end_datetime",
        "order": "ASC",
        "acceptance": "1",
    }
    assert asked.headers["user-agent"].startswith("desk/")
    assert "consultation desk" in asked.headers["user-agent"]


def test_a_search_finds_only_what_accepts_applications_now(portal: FakeJGrants, client: Client) -> None:
    portal.add(raw_grant(), raw_grant(SHOENE, acceptance_end_datetime="2026-11-20T08:00:00.000Z"))

    assert [each["id"] for each in client.search("補助金").result] == [KAIHATSU]


@pytest.mark.parametrize("keyword", ["", "補", "補助 金", "補助　金", "補" * 256])
def test_a_keyword_that_the_api_would_refuse_is_not_sent(portal: FakeJGrants, client: Client, keyword: str) -> None:
    with pytest.raises(JGrantsError, match="空白を入れずに2〜255文字"):
        client.search(keyword)
    assert portal.asked == []


def test_a_refused_keyword_is_not_asked_again_and_the_reason_is_told(portal: FakeJGrants, client: Client) -> None:
    portal.fail("補助金", Failure(400, json.dumps({"errorCode": "E-ML-0001", "title": "Bad Request"})))

    with pytest.raises(JGrantsError, match=r"検索語「補助金」: .*受け付けませんでした（400）・E-ML-0001 Bad Request。"):
        client.search("補助金")
    assert len(portal.asked) == 1


def test_the_portal_itself_refuses_a_short_keyword(portal: FakeJGrants, client: Client) -> None:
    with pytest.raises(JGrantsError, match="400"):
        client._get("v1/public/subsidies", "検索語「補」", {"keyword": "補"})


def test_nobody_at_the_address_is_told_as_no_connection(patient: PatientTime) -> None:
    with (
        Client("http://127.0.0.1:9/exp", Manners(attempts=2, backoff=0.0)) as client,
        pytest.raises(JGrantsError, match="接続できませんでした（ConnectError）"),
    ):
        client.search("補助金")


def test_broken_json_is_asked_for_again_and_then_told(portal: FakeJGrants, client: Client) -> None:
    portal.add(raw_grant())
    portal.fail("補助金", Failure(body='{"metadata": {"type'))
    assert len(client.search("補助金").result) == 1

    portal.fail("補助金", *[Failure(body='{"result": [')] * 4)
    with pytest.raises(JGrantsError, match="JSONが壊れています"):
        client.search("補助金")


@pytest.mark.parametrize("body", ['{"metadata": {}}', '{"result": null}', "[]", '"あとで"', '{"result": "なし"}'])
def test_json_of_another_shape_is_a_changed_specification(portal: FakeJGrants, client: Client, body: str) -> None:
    portal.fail("補助金", Failure(body=body))

    with pytest.raises(JGrantsError, match="形が仕様と違います"):
        client.search("補助金")
    assert len(portal.asked) == 1


def test_missing_metadata_is_no_trouble(portal: FakeJGrants, client: Client) -> None:
    portal.fail("補助金", Failure(body='{"metadata": null, "result": []}'))

    assert client.search("補助金").count is None


def test_a_detail_comes_from_version_two_without_its_attachments(portal: FakeJGrants, client: Client) -> None:
    portal.add(raw_grant())

    detail = client.detail(KAIHATSU)

    assert portal.paths() == [f"v2/{KAIHATSU}"]
    assert detail["application_guidelines"] == [{"name": "公募要領.pdf", "data": ""}]
    assert detail["application_form"] == [{"name": "申請様式.docx", "data": ""}]


def test_without_version_two_the_documented_one_is_asked_from_then_on(portal: FakeJGrants, client: Client) -> None:
    portal.versions = ("v1",)
    portal.add(raw_grant(), raw_grant(SHOENE))

    client.detail(KAIHATSU)
    client.detail(SHOENE)

    assert portal.paths() == [f"v2/{KAIHATSU}", f"v1/{KAIHATSU}", f"v1/{SHOENE}"]


def test_a_grant_that_is_gone_is_told_from_a_failure(portal: FakeJGrants, client: Client) -> None:
    portal.add(raw_grant())
    client.detail(KAIHATSU)

    with pytest.raises(NotListed, match=f"補助金 {SHOENE}: Jグランツに見つかりません（404）"):
        client.detail(SHOENE)
    assert portal.paths() == [f"v2/{KAIHATSU}", f"v2/{SHOENE}"]


def test_an_empty_result_is_a_grant_that_is_gone(portal: FakeJGrants, client: Client) -> None:
    portal.fail(KAIHATSU, *[Failure(body='{"result": []}')] * 2)

    with pytest.raises(NotListed, match="Jグランツにありません"):
        client.detail(KAIHATSU)


@pytest.mark.parametrize("result", ['[{"id": "a0WJ200000CDWbXMAX"}]', '["a0WJ200000CDWaWMAX"]'])
def test_the_detail_of_another_grant_is_refused(portal: FakeJGrants, client: Client, result: str) -> None:
    portal.fail(KAIHATSU, Failure(body=f'{{"result": {result}}}'))

    with pytest.raises(JGrantsError, match="別の形の応答"):
        client.detail(KAIHATSU)


def test_an_address_that_moved_is_not_followed(portal: FakeJGrants, client: Client) -> None:
    portal.fail("補助金", Failure(302, headers={"Location": "https://example.org/"}))

    with pytest.raises(JGrantsError, match="思わぬ応答がありました（302）"):
        client.search("補助金")


def test_an_answer_that_is_far_too_large_is_not_read_to_its_end(
    portal: FakeJGrants, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.jgrants.client.LARGEST_ANSWER", 1000)
    portal.fail("補助金", Failure(body=json.dumps({"result": [], "note": "あ" * 1000})))

    with pytest.raises(JGrantsError, match="大きすぎます"):
        client.search("補助金")
    assert len(portal.asked) == 1
