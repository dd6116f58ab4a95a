"""What the scripted Rasa says in browser tests; the handover runs through the real services."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desk.domain.intake import read_facts
from desk.services.context import Desk
from desk.services.handover import give_consent, hear_contact, request_handover
from desk.services.recommendations import recommend
from desk.services.showing import item_as_json
from tests.fakes.rasa import Line, Spoken

SEEK = "使える補助金を探したい"
HELLO = "こんにちは"
ENGLISH = "From now on I answer in English.\n産学官金連携ワンストップ相談窓口"
TERM = "産学官金連携とは"
HUMAN = {"title": "担当者に相談する", "payload": "/request_human"}
NAME = "田中です"
FACTS: Mapping[str, Any] = {
    "area": "板橋区",
    "applicant_type": "company",
    "industry": "manufacturing",
    "employees": 12,
    "capital_yen": 10_000_000,
    "purposes": ["joint_research"],
}
ENTRY = {
    "id": "sangakukan",
    "title": "産学官金連携とは",
    "text": "企業・大学・行政・金融機関が力を合わせる取り組みです。",
    "url": "https://www.example.go.jp/",
    "source": "文部科学省",
    "as_of": "2026-11-01",
}
#: as `desk.services.offers.program_card` writes them
PROGRAM = {
    "id": "astep-sangaku",
    "title": "A-STEP 産学共同",
    "text": "大学の成果を企業と確かめる研究です。",
    "url": "https://www.jst.go.jp/a-step/",
    "source": "JST",
    "as_of": "2026-11-01",
}
NAME_ONLY = PROGRAM | {"id": "himitsu", "title": "確認中の制度", "text": "", "url": None, "source": None}


def script_for(desk: Desk) -> dict[str, Line]:
    """Texts and payloads, and what is said to them."""
    return {
        HELLO: [{"text": "こんにちは。"}],
        SEEK: [
            {
                "text": "見込みのある制度をご案内します。くわしくは https://www.example.go.jp/ もご覧ください。",
                "custom": {"type": "recommendations", "items": programs(desk)},
                "buttons": [{"title": "質問に答えてしぼる", "payload": "/more"}, HUMAN],
            }
        ],
        "/more": [{"text": "従業員は何人ですか。"}],
        '/help{"language": "en"}': [{"text": ENGLISH, "buttons": [HUMAN]}],
        '/help{"language": "ja"}': [{"text": "ふつうの日本語でお答えします。"}],
        TERM: [{"text": "ご説明します。", "custom": {"type": "knowledge", "items": [ENTRY]}}],
        "A-STEPとは": [{"text": "A-STEPです。", "custom": {"type": "program", "items": [PROGRAM, NAME_ONLY]}}],
        "新しい種類": [{"text": "まだ描けないものです。", "custom": {"type": "hologram", "items": [ENTRY]}}],
        HUMAN["payload"]: ask_for_a_person(desk),
        NAME: hear_the_name(desk),
    }


def programs(desk: Desk) -> list[dict[str, Any]]:
    """What the engine recommends to a small manufacturer of the ward."""
    today = desk.now().date()
    found = recommend(desk.catalogue, read_facts(FACTS, desk.catalogue.areas, today), today, 5)
    return [item_as_json(item) for item in found.items]


def ask_for_a_person(desk: Desk) -> Callable[[str], Sequence[Spoken]]:
    """Consent is given at once; the name is asked for."""

    def answer(conversation: str) -> Sequence[Spoken]:
        request_handover(desk, conversation, "asked", "support")
        give_consent(desk, conversation)
        return [{"text": "お名前を教えてください。"}]

    return answer


def hear_the_name(desk: Desk) -> Callable[[str], Sequence[Spoken]]:
    """Contact data, and the receipt."""

    def answer(conversation: str) -> Sequence[Spoken]:
        told = {"person_name": "田中 太郎", "company_name": "有限会社田中製作所", "email": "tanaka@example.jp"}
        entities = [{"entity": name, "value": value} for name, value in told.items()]
        promise = hear_contact(desk, conversation, entities, NAME, answered=True).promise
        assert promise is not None
        receipt = {
            "type": "handoff",
            "case_number": promise.number,
            "speciality": promise.speciality,
            "expected_reply_by": promise.expected_reply_by.isoformat(),
            "open_now": promise.open_now,
        }
        return [{"text": f"受け付けました。受付番号は {promise.number} です。", "custom": receipt}]

    return answer
