"""Cases are found by any word of number, summary, contact or transcript, on both databases, as soon as it is stored."""

import pytest
from sqlalchemy import select

from desk.db.tables import Case, CaseNote, Staff
from desk.services.cases import answer_case
from desk.services.context import Desk
from desk.services.search_cases import says
from desk.services.staff import create_staff
from tests.services.people import exchange, handed_over, person


@pytest.fixture(autouse=True)
def cases(desk: Desk) -> None:
    """Two cases: one of Go-Tech and plating, one of trademarks."""
    first, second = person(desk, "a"), person(desk, "b")
    exchange(desk, first, "Ｇｏ－Ｔｅｃｈに応募したい。ﾒｯｷの剥がれで困っています。%と_と'と\\もあります。")
    handed_over(desk, first)
    exchange(desk, second, "商標を取りたいのですが、特許とは別ですか。")
    exchange(desk, second, "サーバの監視と、サーバ室のカ゛ス漏れを見るモニター３台です。")
    handed_over(desk, second, email="tanaka@example.jp")


def found(desk: Desk, question: str) -> list[str]:
    """The numbers of the cases that are found."""
    with desk.database.reading() as session:
        rows = session.scalars(select(Case.number).where(says(session, question)).order_by(Case.id))
        return [number.removeprefix("I-2026-00000") for number in rows]


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("メッキの剥がれ", ["1"]),
        ("ﾒｯｷ", ["1", "2"]),  # the company of both is 板橋めっき工業
        ("めっきの剥がれ", ["1"]),
        ("ッキの", ["1"]),
        ("モ", ["1", "2"]),  # もあります, モニター
        ("サーバー", ["2"]),
        ("サーバ", ["2"]),
        ("ｻ-ﾊﾞｰの監視", ["2"]),
        ("サーバー室", ["2"]),
        ("モニタ", ["2"]),
        ("モニター3台", ["2"]),
        ("モニタ3台", ["2"]),
        ("モニタ4台", []),
        ("ガス", ["2"]),
        ("go-tech", ["1"]),
        ("ＧＯ－ＴＥＣＨ", ["1"]),
        ("商標", ["2"]),
        ("標", ["2"]),
        ("か。", ["2"]),
        ("板橋めっき工業", ["1", "2"]),
        ("I-2026-000002", ["2"]),
        ("000001", ["1"]),
        ("tanaka@example.jp", ["2"]),
        ("商標 特許", ["2"]),
        ("商標　メッキの", []),
        ("商標を特許", []),  # both stand there, but not so
        ("半導体", []),
        ("%", ["1"]),
        ("_", ["1"]),
        ("'", ["1"]),
        ("\\", ["1"]),
        ('"', []),
        ("' | '", []),
        ("こんにちは", ["1", "2"]),  # what the bot said counts, too
        ("", ["1", "2"]),
    ],
)
def test_a_case_is_found_by_each_of_its_words(desk: Desk, question: str, numbers: list[str]) -> None:
    assert found(desk, question) == numbers


def test_what_is_said_later_is_found_at_once(desk: Desk) -> None:
    assert found(desk, "レーザー溶接") == []
    answer_case(desk, "I-2026-000001", "レーザー溶接の専門家をご紹介します。", "sato")
    assert found(desk, "レーザー溶接") == ["1"]
    assert found(desk, "メッキの レーザー") == ["1"]


def test_a_note_of_a_colleague_is_found(desk: Desk) -> None:
    create_staff(desk, "sato", "佐藤 花子", "coordinator", "ringo-to-mikan-7")
    with desk.database.transaction() as session:
        case = session.scalars(select(Case).where(Case.number == "I-2026-000002")).one()
        staff = session.scalars(select(Staff)).one()
        session.add(CaseNote(case_id=case.id, staff_id=staff.id, text="弁理士の面談を手配済み", at=desk.now()))
    assert found(desk, "弁理士の面談") == ["2"]
    with desk.database.transaction() as session:
        session.scalars(select(Case).where(Case.number == "I-2026-000002")).one().summary = "商標の相談"
    assert found(desk, "弁理士の面談 商標の相談") == ["2"]


def test_a_changed_contact_is_found_under_the_new_name_only(desk: Desk) -> None:
    with desk.database.transaction() as session:
        case = session.scalars(select(Case).where(Case.number == "I-2026-000001")).one()
        case.contact = case.contact | {"company": "大山精機株式会社"}
    assert found(desk, "大山精機") == ["1"]
    assert found(desk, "板橋めっき工業") == ["2"]


def test_what_was_not_committed_is_not_found(desk: Desk) -> None:
    with desk.database.transaction() as session:
        session.scalars(select(Case).where(Case.number == "I-2026-000001")).one().summary = "幻の要約"
        session.flush()
        session.rollback()
    assert found(desk, "幻の要約") == []


def test_a_very_long_talk_stays_storable(desk: Desk) -> None:
    conversation = person(desk, "a")
    for chapter in range(8):
        exchange(
            desk, conversation, "".join(chr(0x4E00 + (chapter * 9_000 + place) % 20_000) for place in range(9_000))
        )
    assert found(desk, "メッキの") == ["1"]
