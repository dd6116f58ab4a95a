"""What a coordinator reads first."""

from datetime import date, datetime
from typing import Any

import pytest

from desk.catalogue import load_catalogue
from desk.clock import JST
from desk.domain.brief import CONTACT, REASONS, Record, brief_of
from desk.domain.contact import FIELDS

AREAS = load_catalogue().areas
TODAY = date(2026, 11, 24)
FULL: dict[str, Any] = {
    "reason": "asked",
    "needs": ["補助金・助成金のこと", "特許・商標など知的財産のこと"],
    "urgency": ["「A-STEP」の締切が2026年11月27日です"],
    "said": [("find_support", "試作の補助金を\n探しています"), ("request_human", "人と話したい")],
    "facts": {"area": "板橋区", "industry": "manufacturing", "employees": 12, "started": False, "capital_yen": None},
    "verdicts": [
        {"id": "a", "name": "試作品の助成", "verdict": "eligible", "unknown_facts": []},
        {"id": "b", "name": "A-STEP", "verdict": "possible", "unknown_facts": ["partner_status", "capital_yen"]},
        {"id": "c", "name": "昔の制度", "verdict": "ineligible", "unknown_facts": []},
    ],
    "contact": {"name": "田中 太郎", "company": "田中製作所", "phone": "03-1234-5678"},
    "preference": "電話は午後に",
    "consent_at": datetime(2026, 11, 24, 10, 0, tzinfo=JST),
    "consent_wording": "2026-11",
    "consent_how": "written",
}


def brief(**changes: Any) -> tuple[str, ...]:
    return brief_of(Record(**(FULL | changes)), AREAS, TODAY)


def test_the_brief_tells_all_in_ten_lines() -> None:
    assert brief() == (
        "相談者：田中製作所、田中 太郎、板橋区、製造業、12人",
        "用件：補助金・助成金のこと、特許・商標など知的財産のこと（相談者が担当者を希望しました）",
        "急ぐ理由：「A-STEP」の締切が2026年11月27日です",
        "相談者の言葉：「試作の補助金を 探しています」",
        "わかっていること：発注・契約・着手の有無 着手前",
        "聞いたがわからないこと：資本金",
        "案内した制度：対象の見込み 試作品の助成／要確認 A-STEP",
        "制度の判定に足りないこと：大学・公的研究機関の連携先",
        "連絡：電話、電話は午後に",
        "同意：チャットで同意（お名前・会社・団体・電話、11月24日（火）10時、文面 2026-11）",
    )


def test_what_is_not_known_is_left_out() -> None:
    known = brief(urgency=[], facts={}, verdicts=[], said=[], contact={}, preference=None)

    assert known == (
        "用件：補助金・助成金のこと、特許・商標など知的財産のこと（相談者が担当者を希望しました）",
        "連絡：連絡先なし（相談者の会話に返事ができます）",
        "同意：チャットで同意（連絡先なし、11月24日（火）10時、文面 2026-11）",
    )


def test_without_consent_the_brief_says_so() -> None:
    assert brief(urgency=[], consent_at=None)[-1] == "同意：まだありません"


def test_oral_consent_is_told_as_such() -> None:
    assert "口頭で同意（お名前・会社・団体・電話" in brief(urgency=[], consent_how="oral")[-1]


@pytest.mark.parametrize("intent", ["greet", "request_human", "affirm", "inform"])
def test_small_talk_is_not_what_the_person_wants(intent: str) -> None:
    assert not [line for line in brief(said=[(intent, "こんにちは")]) if line.startswith("相談者の言葉")]


def test_long_words_are_cut() -> None:
    quoted = next(line for line in brief(said=[("tech_consult", "あ" * 200)]) if line.startswith("相談者の言葉"))

    assert len(quoted) < 100
    assert quoted.endswith("…」")


def test_a_fact_of_an_older_vocabulary_is_told_as_it_stands() -> None:
    assert "業種 forestry" not in " ".join(brief(facts={"industry": "forestry"}))
    assert "forestry" in " ".join(brief(facts={"industry": "forestry"}))


def test_contact_fields_and_reasons_have_words() -> None:
    assert CONTACT.keys() == set(FIELDS)
    assert {"asked", "failure", "complaint", "misunderstood"} <= REASONS.keys()
