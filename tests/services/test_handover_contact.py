"""Contact data in a handover: asked one by one, read where possible, never forced."""

import pytest

from desk.services import handover
from desk.services.context import Desk
from desk.services.handover import Step
from tests.services.people import cases_of, consented, entity, skip, stored_conversation


def answer(desk: Desk, conversation: str, text: str, *found: tuple[str, str]) -> Step:
    return handover.hear_contact(desk, conversation, [entity(*each) for each in found], text, answered=True)


def test_the_fields_are_asked_one_by_one_until_there_is_a_way_to_answer(desk: Desk) -> None:
    conversation = consented(desk)

    asked = [
        answer(desk, conversation, "佐々木です", ("person_name", "佐々木")).ask,
        answer(desk, conversation, "板橋めっき工業", ("company_name", "板橋めっき工業")).ask,
    ]
    done = answer(desk, conversation, "sasaki@example.jp", ("email", "sasaki@example.jp"))

    assert asked == ["company", "email"]
    assert (done.ask, done.known_case) == (None, False)
    assert cases_of(desk, conversation)[0].contact == {
        "name": "佐々木",
        "company": "板橋めっき工業",
        "email": "sasaki@example.jp",
    }


def test_a_name_that_nobody_recognises_is_taken_as_written(desk: Desk) -> None:
    conversation = consented(desk)

    step = answer(desk, conversation, "勅使河原と申します")

    assert (step.ask, step.unread) == ("company", False)
    assert step.contact == {"name": "勅使河原"}


def test_a_name_of_which_only_a_part_is_recognised_is_kept_whole(desk: Desk) -> None:
    conversation = consented(desk)

    step = answer(desk, conversation, "田中一郎です", ("person_name", "田中"))

    assert step.contact["name"] == "田中一郎"


def test_everything_in_one_sentence_is_asked_no_more(desk: Desk) -> None:
    conversation = consented(desk)

    step = answer(
        desk,
        conversation,
        "板橋めっき工業の佐々木です、03-1234-5678とsasaki@example.jpです",
        ("company_name", "板橋めっき工業"),
        ("person_name", "佐々木"),
        ("phone", "03-1234-5678"),
        ("email", "sasaki@example.jp"),
    )

    assert step.promise is not None
    assert step.contact["phone"] == "03-1234-5678"


def test_an_address_that_cannot_be_read_is_asked_again(desk: Desk) -> None:
    conversation = consented(desk)
    skip(desk, conversation)
    skip(desk, conversation)

    step = answer(desk, conversation, "sasakiアットexample")

    assert (step.ask, step.unread) == ("email", True)
    assert stored_conversation(desk, conversation).pending == "contact_email"


def test_a_phone_number_instead_of_the_address_asked_for_is_kept(desk: Desk) -> None:
    conversation = consented(desk)
    skip(desk, conversation)
    skip(desk, conversation)
    step = answer(desk, conversation, "電話は03-1234-5678です", ("phone", "03-1234-5678"))

    assert step.promise is not None
    assert cases_of(desk, conversation)[0].contact == {"phone": "03-1234-5678"}


def test_whoever_skips_every_field_gets_a_case_without_contact(desk: Desk) -> None:
    conversation = consented(desk)

    asked = [skip(desk, conversation).ask for _ in range(3)]
    done = skip(desk, conversation)

    assert asked == ["company", "email", "phone"]
    assert done.promise is not None
    case = cases_of(desk, conversation)[0]
    assert (case.number, case.contact) == (done.promise.number, {})


@pytest.mark.parametrize("payload", ['/inform{"purpose": "prototype"}', "/nlu_fallback"], ids=["a button", "a command"])
def test_an_older_button_or_a_typed_command_is_no_name(desk: Desk, payload: str) -> None:
    conversation = consented(desk)

    step = answer(desk, conversation, payload)

    assert (step.ask, step.unread, step.contact) == ("name", True, {})


def test_a_way_to_be_reached_is_taken_whatever_was_asked(desk: Desk) -> None:
    conversation = consented(desk)

    step = answer(desk, conversation, "メールでお願いします sasaki@example.jp", ("email", "sasaki@example.jp"))

    assert step.contact["email"] == "sasaki@example.jp"


def test_contact_given_before_a_refusal_is_not_kept(desk: Desk) -> None:
    conversation = consented(desk)
    answer(desk, conversation, "佐々木です", ("person_name", "佐々木"))

    handover.refuse_consent(desk, conversation)

    assert stored_conversation(desk, conversation).draft == {}
    assert cases_of(desk, conversation) == []


def test_where_somebody_belongs_is_taken_from_the_answer_to_the_name(desk: Desk) -> None:
    conversation = consented(desk)
    text = "芝浦工業大学 材料工学科の山本です"

    step = answer(
        desk, conversation, text, ("organization", "芝浦工業大学"), ("person_name", "芝浦工業大学 材料工学科の山本")
    )

    assert step.ask == "email"
    assert step.contact == {"name": "材料工学科の山本", "company": "芝浦工業大学"}


def test_an_address_is_no_name_of_a_firm(desk: Desk) -> None:
    conversation = consented(desk)
    skip(desk, conversation)

    step = answer(desk, conversation, "メールは sasaki@example.jp です", ("email", "sasaki@example.jp"))

    assert (step.ask, step.unread) == ("company", False)
    assert step.contact == {"email": "sasaki@example.jp"}


def test_a_name_beside_a_number_is_the_name(desk: Desk) -> None:
    conversation = consented(desk)

    step = answer(desk, conversation, "勅使河原 03-1234-5678", ("phone", "03-1234-5678"))

    assert step.contact == {"name": "勅使河原", "phone": "03-1234-5678"}


def test_a_blunt_question_is_no_name(desk: Desk) -> None:
    step = answer(desk, consented(desk), "名乗る必要あるのか")

    assert (step.ask, step.contact) == ("name", {})
