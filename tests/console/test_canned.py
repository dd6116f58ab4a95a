"""The page of canned texts, and putting one into a reply without any script."""

import httpx
import pytest

from desk.services.canned import list_canned, save_canned
from desk.services.cases import read_case
from desk.services.context import Desk
from desk.services.staff import create_staff
from tests.console.conftest import PASSWORD, Console, open_case, text_of
from tests.services.staffing import member


@pytest.fixture
def lead(visitor: Console, desk: Desk) -> Console:
    """田中, who manages the desk, logged in."""
    create_staff(desk, "tanaka", "田中 恵", "lead", PASSWORD)
    visitor.log_in("tanaka")
    return visitor


def test_a_lead_writes_a_text_and_changes_it(lead: Console, desk: Desk) -> None:
    lead.post("/console/canned", title="お礼", text="{お名前}様、ありがとうございます。")
    (text,) = list_canned(desk)

    changed = lead.post(f"/console/canned/{text.id}", title="お礼", text="ありがとうございます。")

    assert changed.headers["location"] == "/console/canned?done=saved"
    assert [each.text for each in list_canned(desk)] == ["ありがとうございます。"]
    lead.post(f"/console/canned/{text.id}/retire")
    assert list_canned(desk) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [("{電話番号}にかけます。", "「{電話番号}」は差し込めません"), ("{お名前様", "波かっこ「{」と「}」の数が")],
)
def test_a_text_that_cannot_be_filled_is_explained_and_kept(lead: Console, desk: Desk, text: str, said: str) -> None:
    page = lead.post("/console/canned", title="連絡", text=text)

    assert page.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert said in text_of(page)
    assert f">{text}</textarea>" in page.text
    assert list_canned(desk) == []


def test_a_coordinator_reads_them_and_may_not_write(console: Console, desk: Desk) -> None:
    save_canned(desk, None, "お礼", "ありがとうございます。", member(desk, "tanaka", role="lead"))

    page = console.get("/console/canned")

    assert "ありがとうございます。" in text_of(page)
    assert "保存する" not in text_of(page)
    assert console.post("/console/canned", title="x", text="y").status_code == httpx.codes.FORBIDDEN


def test_a_text_is_put_below_what_was_written_and_its_gap_must_be_filled(console: Console, desk: Desk) -> None:
    # given a text whose gap the case cannot fill
    number = open_case(desk, "a")
    save_canned(desk, None, "電話", "{電話}におかけください。", member(desk, "tanaka", role="lead"))
    source = f"canned:{list_canned(desk)[0].id}"

    # when it is put into a reply that was begun
    page = console.post(f"/console/cases/{number}/compose", text="こんにちは。", canned=source)
    assert ">こんにちは。\n\n【電話を記入】におかけください。</textarea>" in page.text
    assert f'name="draft" value="{source}"' in page.text

    # then it is not sent with the gap
    refused = console.post(f"/console/cases/{number}/answer", text="【電話を記入】におかけください。", draft=source)
    assert refused.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert "まだ送っていません" in text_of(refused)
    assert ">【電話を記入】におかけください。</textarea>" in refused.text

    # and is sent without, and the record says what it began with
    assert console.post(f"/console/cases/{number}/answer", text="03-0000-0000へどうぞ。", draft=source).is_redirect
    assert read_case(desk, number).events[-1].detail["draft"] == source
    assert "下書きをもとに返事を送りました" in text_of(console.get(f"/console/cases/{number}"))
