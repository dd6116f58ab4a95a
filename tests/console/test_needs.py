"""What staff see of the needs of a case and do with them."""

import httpx
import pytest

from desk.domain.cases import Speciality
from desk.services.cases import read_case, update_case
from desk.services.context import Desk
from desk.services.conversations import messages_after, open_conversation
from desk.services.coordinators import save_profile
from desk.services.needs import NeedLine
from desk.services.staff import create_staff
from tests.console.conftest import PASSWORD, Console, open_case, text_of

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

INPIT = "inpit-chizai-madoguchi"


@pytest.fixture
def number(desk: Desk, staff: None) -> str:
    """A case that was offered to 佐藤."""
    save_profile(desk, "sato", [Speciality.SUBSIDY], [], 10, active=True)
    return open_case(desk, "a")


def need_of(desk: Desk, number: str) -> NeedLine:
    return read_case(desk, number).needs[0]


def send(console: Console, number: str, action: str, **fields: str) -> httpx.Response:
    return console.post(f"/console/cases/{number}/{action}", **fields)


def page_after(console: Console, sent: httpx.Response) -> str:
    assert sent.status_code == httpx.codes.SEE_OTHER
    return text_of(console.get(sent.headers["location"]))


def test_the_case_begins_with_what_must_be_known(console: Console, number: str) -> None:
    page = text_of(console.get(f"/console/cases/{number}"))

    assert "要点 相談者 ：有限会社田中製作所、田中 太郎" in page
    assert "用件 ：補助金・助成金のこと（相談者が担当者を希望しました）" in page
    assert "補助金・助成金のこと 補助金・打診中" in page
    assert "佐藤 花子：返事待ち" in page
    assert "自動応答 ：「補助金・助成金のこと」を佐藤 花子に打診しました" in page


def test_what_is_offered_is_taken_with_one_button(console: Console, desk: Desk, number: str) -> None:
    take = f'action="/console/cases/{number}/needs/{need_of(desk, number).id}/take"'
    assert take in console.get(f"/console/cases/{number}").text

    page = page_after(console, send(console, number, f"needs/{need_of(desk, number).id}/take"))

    assert "用件を引き受けました。" in page
    assert "主担当 佐藤 花子" in page
    assert "佐藤 花子：引き受けました" in page


def test_who_comes_second_is_told_who_has_it(console: Console, desk: Desk, number: str) -> None:
    send(console, number, "claim")
    console.log_in("suzuki")

    for action in ("claim", f"needs/{need_of(desk, number).id}/take"):
        refused = send(console, number, action)
        assert refused.status_code == httpx.codes.CONFLICT
        assert "先に佐藤 花子さんが引き受けています" in text_of(refused)


def test_a_refusal_is_recorded_with_its_reason_and_nothing_written_is_lost(
    console: Console, desk: Desk, number: str
) -> None:
    action = f"needs/{need_of(desk, number).id}/decline"

    refused = send(console, number, action, reason="other", note=" ")
    assert refused.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert "理由を短く書いてください" in text_of(refused)
    page = page_after(console, send(console, number, action, reason="conflict", note="以前の勤め先です"))

    assert "佐藤 花子：辞退しました（利害関係がある）" in page
    assert "申し送り：以前の勤め先です" in page


def test_a_need_is_handed_on_and_the_person_is_told_when_wished(console: Console, desk: Desk, number: str) -> None:
    send(console, number, "claim")
    need = need_of(desk, number).id

    page = page_after(
        console, send(console, number, f"needs/{need}/hand-on", to="suzuki", note="図面は受領済みです", tell="yes")
    )

    assert "鈴木 一郎：返事待ち" in page
    assert "申し送り：図面は受領済みです" in page
    said = messages_after(desk, open_conversation(desk, "web", "a"))[-1].text
    assert said.startswith("「補助金・助成金のこと」は、詳しい担当者に引き継ぎます")


def test_a_need_is_handed_to_another_speciality_in_silence(console: Console, desk: Desk, number: str) -> None:
    send(console, number, "claim")
    before = messages_after(desk, open_conversation(desk, "web", "a"))

    page = page_after(console, send(console, number, f"needs/{need_of(desk, number).id}/hand-on", to="speciality:ip"))

    assert "特許・商標など知的財産のこと 知的財産" in page
    assert "の分野を「補助金」から「知的財産」に変えました" in page
    assert messages_after(desk, open_conversation(desk, "web", "a")) == before


def test_nobody_is_asked_twice(console: Console, desk: Desk, number: str) -> None:
    refused = send(console, number, f"needs/{need_of(desk, number).id}/hand-on", to="sato")

    assert refused.status_code == httpx.codes.CONFLICT
    assert "同じ相手には二度お願いできません" in text_of(refused)


def test_an_outside_office_gets_the_need_and_its_answer_is_noted(console: Console, desk: Desk, number: str) -> None:
    page = page_after(
        console, send(console, number, f"needs/{need_of(desk, number).id}/refer", body=INPIT, note="商標の調査")
    )
    assert "INPIT 知財総合支援窓口：返事待ち" in page
    sent = need_of(desk, number).asked[-1].id

    page = page_after(console, send(console, number, f"asked/{sent}/answer", reason=""))
    assert "INPIT 知財総合支援窓口：引き受けました" in page
    page = page_after(console, send(console, number, f"asked/{sent}/withdraw"))
    assert "INPIT 知財総合支援窓口へのお願いを取り消しました" in page


def test_needs_are_added_named_finished_and_taken_up_again(console: Console, desk: Desk, number: str) -> None:
    page = page_after(console, send(console, number, "needs", speciality="technology", title=""))
    assert "技術の課題・共同研究のこと 技術・担当待ち" in page
    added = read_case(desk, number).needs[1].id

    page_after(console, send(console, number, f"needs/{added}/title", title="めっきの密着不良"))
    page = page_after(console, send(console, number, f"needs/{added}/end", end="done"))
    assert "めっきの密着不良 技術・済み" in page
    page = page_after(console, send(console, number, f"needs/{added}/end", end="open"))
    assert "めっきの密着不良 技術・担当待ち" in page


def test_what_is_impossible_is_explained(console: Console, desk: Desk, number: str) -> None:
    update_case(desk, number, "suzuki", {"status": "closed"})

    for action in ("needs", "claim", f"needs/{need_of(desk, number).id}/take"):
        refused = send(console, number, action, speciality="ip", title="")
        assert refused.status_code == httpx.codes.CONFLICT
    assert send(console, number, "needs/999/take").status_code == httpx.codes.NOT_FOUND
    assert send(console, number, "asked/999/withdraw").status_code == httpx.codes.NOT_FOUND


def test_an_auditor_reads_needs_and_cannot_touch_them(visitor: Console, desk: Desk, number: str) -> None:
    create_staff(desk, "kansa", "監査 太郎", "auditor", PASSWORD)
    visitor.log_in("kansa")

    page = visitor.get(f"/console/cases/{number}")

    assert "補助金・助成金のこと" in text_of(page)
    assert "/needs/" not in page.text
    assert send(visitor, number, "claim").status_code == httpx.codes.FORBIDDEN
