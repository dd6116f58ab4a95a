"""What staff see of a case and do with it."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy import update

from desk.db.tables import Fact, Staff, Verdicts
from desk.services.cases import read_case, update_case
from desk.services.context import Desk
from desk.services.conversations import messages_after, open_conversation, receive
from desk.services.openings import open_failure_case
from desk.services.staff import create_staff
from tests.conftest import SettableClock
from tests.console.conftest import PASSWORD, Console, open_case, text_of

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

ASTEP = {
    "id": "astep-sangaku",
    "name": "A-STEP 産学共同",
    "verdict": "possible",
    "url": "https://www.jst.go.jp/a-step/",
    "reasons": [
        {"text": "従業員数は300人以下（回答: 12人）", "holds": True, "fact": "employees"},
        {"text": "連携先が決まっている（回答: 未回答）", "holds": None, "fact": "partner_status"},
    ],
}


@pytest.fixture
def number(desk: Desk) -> str:
    """A case with contact data."""
    return open_case(desk, "a")


def remember(desk: Desk) -> None:
    """Facts and a recommendation as the interview stores them."""
    conversation, now = open_conversation(desk, "web", "a"), desk.now()
    told = {
        "area": "板橋区",
        "employees": 12,
        "purposes": ["prototype", "testing"],
        "started": False,
        "capital_yen": None,
    }
    with desk.database.transaction() as session:
        for name, value in told.items():
            state = "known" if value is not None else "dont_know"
            session.add(Fact(conversation_id=conversation, name=name, state=state, content={"value": value}, at=now))
        session.add(Verdicts(conversation_id=conversation, catalogue_version="abc123", facts={}, items=[ASTEP], at=now))


def test_a_case_tells_who_asks_and_what_was_agreed(console: Console, number: str) -> None:
    page = text_of(console.get(f"/console/cases/{number}"))
    assert "お名前 田中 太郎" in page
    assert "会社・団体 有限会社田中製作所" in page
    assert "メール tanaka@example.jp" in page
    assert "引き継ぎへの同意：11月24日（火）10時" in page


def test_facts_are_told_in_japanese(console: Console, desk: Desk, number: str) -> None:
    remember(desk)
    page = text_of(console.get(f"/console/cases/{number}"))
    assert "本店の所在地 板橋区" in page
    assert "従業員数 12人" in page
    assert "支援を受けたい目的 試作・試験・分析" in page
    assert "発注・契約・着手の有無 着手前" in page
    assert "資本金 わからない（質問済み）" in page


def test_recommendations_come_with_their_reasons_in_words(console: Console, desk: Desk, number: str) -> None:
    remember(desk)
    page = text_of(console.get(f"/console/cases/{number}"))
    assert "要確認 A-STEP 産学共同" in page
    assert "✓ 満たしています： 従業員数は300人以下（回答: 12人）" in page
    assert "？ 確認が必要です： 連携先が決まっている（回答: 未回答）" in page
    assert "制度情報の版：abc123" in page


def test_the_transcript_and_the_events_are_told_in_japanese(console: Console, number: str) -> None:
    page = text_of(console.get(f"/console/cases/{number}"))
    assert "相談者 11月24日（火）10時 有限会社田中製作所の者です。担当者と話したいです。" in page
    assert "自動応答 ：受け付けました（担当者を希望、補助金）" in page
    assert "相談者 ：引き継ぎに同意しました（お名前・会社・団体・メール）" in page


def test_a_case_that_does_not_exist_is_explained(console: Console) -> None:
    missing = console.get("/console/cases/I-2026-999999")
    assert missing.status_code == httpx.codes.NOT_FOUND
    assert "その番号の相談は見つかりません" in text_of(missing)


def test_an_answer_reaches_the_person_and_silences_the_bot(console: Console, desk: Desk, number: str) -> None:
    sent = console.post(f"/console/cases/{number}/answer", text="  佐藤と申します。\nお電話でお話しできますか。 ")
    assert sent.headers["location"] == f"/console/cases/{number}?done=answered"
    last = messages_after(desk, open_conversation(desk, "web", "a"))[-1]
    assert (last.author, last.text) == ("staff", "佐藤と申します。\nお電話でお話しできますか。")
    page = text_of(console.get(sent.headers["location"]))
    assert "返事を送りました。" in page
    assert "担当者がお答えしています（自動応答は止まっています）" in page
    assert "佐藤 花子 ：返事を送りました" in page


@pytest.mark.parametrize("text", ["", "  \n ", "あ" * 5001])
def test_an_answer_that_cannot_be_sent_is_explained(console: Console, desk: Desk, number: str, text: str) -> None:
    refused = console.post(f"/console/cases/{number}/answer", text=text)
    assert refused.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert "空の欄がないか、長すぎないか" in text_of(refused)
    assert read_case(desk, number).gate == "bot"


def test_a_conversation_can_be_taken_over_and_given_back(console: Console, desk: Desk, number: str) -> None:
    taken = console.post(f"/console/cases/{number}/take-over")
    assert read_case(desk, number).gate == "staff"
    assert "自動応答に戻す" in text_of(console.get(taken.headers["location"]))
    returned = console.post(f"/console/cases/{number}/hand-back")
    assert read_case(desk, number).gate == "bot"
    page = text_of(console.get(returned.headers["location"]))
    assert "会話を引き取る" in page
    assert "佐藤 花子 ：会話を自動応答に戻しました" in page


def test_a_case_can_be_taken_given_and_left(console: Console, desk: Desk, number: str) -> None:
    path = f"/console/cases/{number}/assignee"
    for login, shown in (("sato", "佐藤 花子"), ("suzuki", "鈴木 一郎"), ("", "未定")):
        page = text_of(console.get(console.post(path, assignee=login).headers["location"]))
        assert f"担当 {shown} 返事の期限" in page
    assert "佐藤 花子 ：担当を外しました" in page


def test_a_case_cannot_be_given_to_a_stranger(console: Console, number: str) -> None:
    refused = console.post(f"/console/cases/{number}/assignee", assignee="stranger")
    assert refused.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert "その担当者は登録されていません" in text_of(refused)


def test_only_who_works_on_cases_can_be_chosen_for_one(console: Console, desk: Desk, number: str) -> None:
    create_staff(desk, "abe", "阿部 涼", "editor", PASSWORD)
    assert 'value="abe"' not in console.get(f"/console/cases/{number}").text
    refused = console.post(f"/console/cases/{number}/assignee", assignee="abe")
    assert refused.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert "阿部 涼さんの役割では相談を担当できません" in text_of(refused)


def test_a_lead_who_changed_roles_is_still_shown_as_the_lead(console: Console, desk: Desk, number: str) -> None:
    console.post(f"/console/cases/{number}/assignee", assignee="suzuki")
    with desk.database.transaction() as session:
        session.execute(update(Staff).where(Staff.login == "suzuki").values(role="auditor"))
    assert "鈴木 一郎（担当から外れています）" in text_of(console.get(f"/console/cases/{number}"))


def test_a_case_moves_on_and_the_move_is_told(console: Console, number: str) -> None:
    moved = console.post(f"/console/cases/{number}/status", status="in_progress")
    page = text_of(console.get(moved.headers["location"]))
    assert "状態 対応中" in page
    assert "佐藤 花子 ：状態を「新規」から「対応中」に変えました" in page


def test_only_possible_moves_are_offered_and_others_explained(console: Console, desk: Desk, number: str) -> None:
    update_case(desk, number, "suzuki", {"status": "closed"})
    page = console.get(f"/console/cases/{number}").text
    assert '<option value="in_progress">' in page
    assert '<option value="waiting">' not in page
    refused = console.post(f"/console/cases/{number}/status", status="waiting")
    assert refused.status_code == httpx.codes.CONFLICT
    assert "ほかの人が先に変えたかもしれません" in text_of(refused)


def test_what_came_of_a_case_is_kept(console: Console, desk: Desk, number: str) -> None:
    kept = console.post(f"/console/cases/{number}/outcome", outcome="芝浦工業大学を紹介")
    page = console.get(kept.headers["location"])
    assert 'value="芝浦工業大学を紹介"' in page.text
    assert "結果を記録しました：芝浦工業大学を紹介" in text_of(page)
    console.post(f"/console/cases/{number}/outcome", outcome="")
    assert read_case(desk, number).outcome is None


def test_each_deadline_that_runs_is_told_with_the_time_left(
    console: Console, desk: Desk, number: str, clock: SettableClock
) -> None:
    path = f"/console/cases/{number}"
    page = text_of(console.get(path))
    assert "返事の期限 11月25日（水）10時まで（営業時間であと1営業日）" in page
    assert "お話しする期限 11月27日（金）10時まで（営業時間であと3営業日）" in page
    console.post(f"{path}/answer", text="佐藤と申します。")
    clock.at += timedelta(days=4)
    console.log_in()
    page = text_of(console.get(path))
    assert "お話しする期限 期限超過：11月27日（金）10時まで（営業時間で" in page
    assert "返事の期限 11月25日" not in page


def test_a_case_past_its_time_says_so(console: Console, number: str, clock: SettableClock) -> None:
    clock.at += timedelta(days=2)
    console.log_in()
    assert "期限超過：11月25日（水）10時まで" in text_of(console.get(f"/console/cases/{number}"))


def test_new_messages_come_with_the_next_look(console: Console, desk: Desk, number: str) -> None:
    first = console.get(f"/console/live/cases/{number}")
    receive(desk, open_conversation(desk, "web", "a"), "午後なら電話に出られます。")
    fresh = console.get(f"/console/live/cases/{number}", **{"If-None-Match": first.headers["ETag"]})
    assert "午後なら電話に出られます。" in text_of(fresh)


def test_a_case_without_consent_holds_no_contact(console: Console, desk: Desk) -> None:
    conversation = open_conversation(desk, "web", "b")
    receive(desk, conversation, "補助金を探しています。")
    with desk.database.transaction() as session:
        open_failure_case(session, desk, conversation)
    page = text_of(console.get("/console/cases/I-2026-000001"))
    assert "連絡先は受け取っていません" in page
    assert "引き継ぎへの同意はまだありません" in page
    assert "急ぎ" in page


def test_how_somebody_would_like_to_be_called_is_kept(console: Console, desk: Desk, number: str) -> None:
    kept = console.post(f"/console/cases/{number}/preference", preference="電話は午後に")
    page = text_of(console.get(kept.headers["location"]))
    assert "連絡の希望を記録しました。" in page
    assert "連絡の希望：電話は午後に" in page
    assert "連絡 ：メール、電話は午後に" in page
    console.post(f"/console/cases/{number}/preference", preference=" ")
    assert read_case(desk, number).preference is None
