"""Everything the record may hold has a word, and what has none is shown as it stands."""

from datetime import date, datetime, timedelta

import pytest

from desk.catalogue import load_catalogue
from desk.clock import JST
from desk.console import words
from desk.domain.cases import TRANSITIONS, Speciality, Status
from desk.services.cases import Happening
from desk.services.speaking import ONE_WAY

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=JST)
STAFF = {"sato": "佐藤 花子"}


def happened(kind: str, **detail: object) -> Happening:
    """An event of this kind."""
    return Happening(NOW, "sato", kind, detail)


def test_every_state_field_and_basket_has_a_title() -> None:
    assert set(words.STATUSES) == set(Status) == set(TRANSITIONS)
    assert set(words.SPECIALITIES) == set(Speciality)


def test_of_every_channel_it_is_told_where_an_answer_arrives_unless_it_goes_one_way() -> None:
    assert words.ARRIVALS.keys() == words.CHANNELS.keys() - ONE_WAY
    assert not [text for text in words.ARRIVALS.values() if "API" in text or not text.endswith("ます。")]


@pytest.mark.parametrize(
    ("left", "text"),
    [
        (timedelta(minutes=59), "あと59分"),
        (timedelta(hours=5, minutes=30), "あと5時間"),
        (timedelta(hours=47), "あと47時間"),
        (timedelta(days=3), "あと3日"),
    ],
)
def test_the_time_left_is_told_as_people_count_it(left: timedelta, text: str) -> None:
    assert words.left(left) == text


@pytest.mark.parametrize(
    ("event", "text"),
    [
        (
            happened("opened", reason="failure", speciality="ip"),
            "受け付けました（自動応答が答えられなかった、知的財産）",
        ),
        (happened("consented", fields=["phone", "name"]), "引き継ぎに同意しました（お名前・電話）"),
        (happened("consented", fields=[]), "引き継ぎに同意しました（連絡先なし）"),
        (happened("assigned", assignee="sato"), "担当を佐藤 花子に決めました"),
        (happened("assigned", assignee=None), "担当を外しました"),
        (happened("outcome", outcome=None), "結果を記録しました：（消去）"),
        (happened("answered", message_id=3), "返事を送りました"),
        (happened("moved_house"), "moved_house"),
    ],
)
def test_events_are_sentences(event: Happening, text: str) -> None:
    assert words.event(event, STAFF) == text


@pytest.mark.parametrize(("name", "shown"), [("user", "相談者"), ("sato", "佐藤 花子"), ("gone", "gone")])
def test_who_did_something_is_named(name: str, shown: str) -> None:
    assert words.actor(name, STAFF) == shown


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ({}, ""),
        ({"buttons": [{"title": "はい", "payload": "choice:1"}]}, ""),
        ({"custom": {"type": "recommendations", "items": [1, 2]}}, "制度の候補2件を表示"),
        ({"custom": {"type": "handoff", "case_number": "I-2026-000001"}}, "受付票を表示"),
        ({"custom": {"type": "something new"}}, ""),
    ],
)
def test_what_the_person_saw_beside_a_text_is_told(content: dict[str, object], shown: str) -> None:
    assert words.drawn(content) == shown


def test_facts_are_told_in_the_order_of_the_vocabulary() -> None:
    areas, today = load_catalogue().areas, date(2026, 11, 24)
    told = {"employees": 12, "area": "板橋区", "capital_yen": None, "industry": "unheard of"}
    assert words.facts(told, areas, today) == [
        ("本店の所在地", "板橋区"),
        ("業種", "unheard of"),
        ("従業員数", "12人"),
        ("資本金", "わからない（質問済み）"),
    ]
