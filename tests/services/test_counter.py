"""A consultation by phone or at the counter stands in the same record."""

from dataclasses import replace

import pytest

from desk.domain.cases import Speciality
from desk.domain.intake import InvalidFacts
from desk.services.case_rows import NoSuchStaff
from desk.services.cases import read_case
from desk.services.context import Desk
from desk.services.conversations import take_undelivered
from desk.services.counter import Consultation, Way, record_consultation
from tests.services.people import handed_over, person
from tests.services.staffing import conversation_of, member
from tests.services.team import coordinator

CALL = Consultation(
    way=Way.PHONE,
    summary="試作の補助金と商標について",
    specialities=[Speciality.SUBSIDY, Speciality.IP],
    asked="試作の補助金を探しています。",
    answered="要件を確かめて、折り返します。",
    facts={"area": "板橋区", "industry": "manufacturing", "employees": 12, "purposes": ["prototype"]},
    contact={"name": "田中 太郎", "company": "田中製作所", "email": "", "phone": "03-1234-5678"},
    consented=True,
    preference="電話は午後に",
)


@pytest.fixture(autouse=True)
def sato(desk: Desk) -> int:
    """The one who writes it down."""
    return member(desk, "sato", "佐藤 花子")


def test_a_call_is_a_case_of_the_same_series(desk: Desk) -> None:
    first = handed_over(desk, person(desk))

    file = read_case(desk, record_consultation(desk, CALL, "sato"))

    assert (first, file.line.number) == ("I-2026-000001", "I-2026-000002")
    assert (file.line.channel, file.line.summary) == ("phone", "試作の補助金と商標について")
    assert [need.speciality for need in file.needs] == ["subsidy", "ip"]
    assert [(said.author, said.text) for said in file.transcript] == [
        ("user", "試作の補助金を探しています。"),
        ("staff", "要件を確かめて、折り返します。"),
    ]
    assert file.facts["employees"] == 12
    assert file.verdicts


def test_oral_consent_is_noted_with_its_fields(desk: Desk) -> None:
    file = read_case(desk, record_consultation(desk, CALL, "sato"))

    assert file.contact == {"name": "田中 太郎", "company": "田中製作所", "phone": "03-1234-5678"}
    assert (file.consent_how, file.preference) == ("oral", "電話は午後に")
    consent = next(event for event in file.events if event.kind == "consented")
    assert consent.detail["fields"] == ["company", "name", "phone"]
    assert "連絡：電話、電話は午後に" in file.brief


def test_without_consent_no_contact_is_kept(desk: Desk) -> None:
    file = read_case(desk, record_consultation(desk, replace(CALL, consented=False), "sato"))

    assert (file.contact, file.consent_at, file.preference) == (None, None, None)


def test_whoever_writes_it_down_may_lead_it(desk: Desk) -> None:
    coordinator(desk, "suzuki", "鈴木 一郎", "subsidy")

    left = read_case(desk, record_consultation(desk, CALL, "sato"))
    own = read_case(desk, record_consultation(desk, replace(CALL, own=True), "sato"))

    assert (left.line.assignee, left.needs[0].asked[0].to) == (None, "suzuki")
    assert (own.line.assignee, own.needs[0].responsible, own.needs[0].status) == ("sato", "sato", "taken")


def test_the_matter_is_found_in_the_words_when_staff_chose_none(desk: Desk) -> None:
    told = replace(CALL, specialities=(), facts={}, asked="似た商標がないか知りたい。明日までに決めたい。")

    file = read_case(desk, record_consultation(desk, told, "sato"))

    assert (file.line.speciality, file.line.priority) == ("ip", "urgent")
    assert file.verdicts == []


def test_nothing_of_it_waits_to_be_delivered_and_secret_numbers_are_hidden(desk: Desk) -> None:
    number = record_consultation(desk, replace(CALL, asked="カードは4242 4242 4242 4242です"), "sato")

    assert take_undelivered(desk, conversation_of(desk, number)) == []
    assert "4242" not in read_case(desk, number).transcript[0].text


def test_facts_that_cannot_be_are_refused_and_nothing_is_opened(desk: Desk) -> None:
    with pytest.raises(InvalidFacts):
        record_consultation(desk, replace(CALL, facts={"employees": "たくさん"}), "sato")
    with pytest.raises(NoSuchStaff):
        record_consultation(desk, CALL, "nobody")

    assert record_consultation(desk, CALL, "sato") == "I-2026-000001"


def test_a_visit_at_the_counter_without_a_word_is_enough(desk: Desk) -> None:
    visit = Consultation(Way.COUNTER, "資料を受け取りに来られた")

    file = read_case(desk, record_consultation(desk, visit, "sato"))

    assert (file.line.channel, file.transcript, file.line.speciality) == ("counter", [], "general")
