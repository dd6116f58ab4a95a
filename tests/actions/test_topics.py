"""What is said on each topic: the right wording, all its values, cards in the shape of the contract."""

import string
from datetime import datetime
from typing import Any

import pytest

from actions.base import DeskAction, Heard
from actions.case_status import TellCase
from actions.desk_info import TellDesk
from actions.host import action_classes
from actions.knowledge import AnswerQuestion, ShowExamples
from actions.notes import NoteFacts
from actions.occasions import OccasionAction
from actions.offers import OfferAction
from actions.programs import ComparePrograms, TellProgram
from desk.clock import JST
from desk.domain.replies import Reply
from desk.services.context import Desk
from desk.services.occasions import save_occasion
from tests.actions.test_wordings import WORDINGS
from tests.services.occasions import occasion
from tests.services.people import entity, handed_over, person
from tests.services.staffing import member

CARD = {"id", "title", "text", "url", "source", "as_of"}


def say(
    desk: Desk, action: type[DeskAction], text: str = "", *entities: dict[str, Any], somebody: str | None = None
) -> list[Reply]:
    """What an action replies; every wording must exist and get all its values."""
    replies = list(action(desk).reply(Heard(somebody or person(desk), text, "", entities)))
    for reply in replies:
        wanted = {field for _, field, _, _ in string.Formatter().parse(WORDINGS[reply.key][0]["text"]) if field}
        assert wanted <= set(reply.values), reply.key
        assert len(reply.buttons) + len(WORDINGS[reply.key][0].get("buttons", ())) <= 6
    return replies


def named(text: str, name: str, program: str) -> dict[str, Any]:
    """A program as the language understanding finds it in a text."""
    start = text.index(name)
    return {"entity": "program", "value": program, "start": start, "end": start + len(name)}


def keys(replies: list[Reply]) -> list[str]:
    """The wordings that were chosen."""
    return [reply.key for reply in replies]


@pytest.mark.parametrize(
    "action", [each for each in action_classes() if issubclass(each, OfferAction)], ids=lambda each: each.action_name
)
def test_an_offer_is_one_message_with_cards(desk: Desk, action: type[OfferAction]) -> None:
    (reply,) = say(desk, action)

    assert reply.key == action.wording
    assert reply.custom is not None
    assert reply.custom["type"] == "program"
    assert all(set(item) == CARD for item in reply.custom["items"])


def test_facts_beside_a_question_are_read_back(desk: Desk) -> None:
    (reply,) = say(desk, NoteFacts, "従業員12人です", entity("employees", 12))

    assert reply.key == "utter_intake_heard"
    assert "12人" in reply.values["facts"]


def test_nothing_is_read_back_when_nothing_was_told(desk: Desk) -> None:
    assert say(desk, NoteFacts, "試験をしたい", entity("purpose", "testing")) == []


def test_a_term_is_explained_with_its_source(desk: Desk) -> None:
    (reply,) = say(desk, AnswerQuestion, "TLOとは")

    assert reply.key == "utter_knowledge_answer"
    assert "TLO法" in reply.values["source"]
    assert reply.buttons[0].payload == '/request_human{"topic": "partners"}'
    assert reply.custom is not None
    assert set(reply.custom["items"][0]) == CARD


def test_a_button_of_a_near_answer_leads_to_its_entry(desk: Desk) -> None:
    (unsure,) = say(desk, AnswerQuestion, "産学連携のメリット")
    chosen = unsure.buttons[0].payload.partition('"topic": "')[2].rstrip('"}')

    (reply,) = say(desk, AnswerQuestion, unsure.buttons[0].payload, entity("topic", chosen))

    assert unsure.key == "utter_knowledge_did_you_mean"
    assert reply.key == "utter_knowledge_answer"
    assert reply.custom is not None
    assert reply.custom["items"][0]["id"] == chosen


def test_what_is_not_known_is_said_to_be_not_known(desk: Desk) -> None:
    assert keys(say(desk, AnswerQuestion, "ブロックチェーンとは")) == ["utter_knowledge_unknown"]


def test_examples_are_shown_as_cases(desk: Desk) -> None:
    (reply,) = say(desk, ShowExamples, "医工連携の事例")

    assert reply.custom is not None
    assert reply.custom["type"] == "cases"
    assert all(set(item) == CARD for item in reply.custom["items"])


def test_a_program_is_told_in_the_lines_asked_for(desk: Desk) -> None:
    text = "開発チャレンジ補助金の上限は"

    (reply,) = say(desk, TellProgram, text, named(text, "開発チャレンジ補助金", "itabashi-kaihatsu-challenge"))

    assert reply.key == "utter_programs_about"
    assert reply.values["brief"].startswith("金額：")
    assert reply.custom is not None
    assert reply.custom["items"][0]["id"] == "itabashi-kaihatsu-challenge"


def test_a_family_is_offered_under_the_name_that_was_written(desk: Desk) -> None:
    text = "Go-Techの締切"

    (reply,) = say(desk, TellProgram, text, named(text, "Go-Tech", "go-tech"))

    assert reply.key == "utter_programs_choose"
    assert reply.values["name"] == "Go-Tech"
    assert {button.payload for button in reply.buttons} == {
        '/ask_program{"program": "go-tech-tsujo", "topic": "deadline"}',
        '/ask_program{"program": "go-tech-ogata", "topic": "deadline"}',
    }


def test_an_ended_program_offers_its_successor(desk: Desk) -> None:
    text = "事業再構築補助金はまだある?"

    (reply,) = say(desk, TellProgram, text, named(text, "事業再構築補助金", "jigyo-saikochiku"))

    assert reply.key == "utter_programs_ended"
    assert reply.buttons[0].payload == '/ask_program{"program": "shinjigyo-shinshutsu"}'
    assert reply.custom is None


def test_nothing_but_the_name_is_told_of_an_unconfirmed_program(desk: Desk) -> None:
    text = "海外展開知財支援窓口について"

    (reply,) = say(desk, TellProgram, text, named(text, "海外展開知財支援窓口", "inpit-kaigai"))

    assert (reply.key, reply.custom) == ("utter_programs_withheld", None)


def test_the_right_of_other_wards_is_said_to_be_elsewhere(desk: Desk) -> None:
    text = "知財の助成いくら"

    assert keys(say(desk, TellProgram, text, named(text, "知財の助成", "chizai-shutoku"))) == [
        "utter_programs_choose_elsewhere"
    ]


def test_without_a_name_the_person_is_asked_which(desk: Desk) -> None:
    assert keys(say(desk, TellProgram, "その補助金の締切は")) == ["utter_programs_which_unknown"]
    assert keys(say(desk, TellProgram, "都産技研に試験を頼むやつの料金")) == ["utter_programs_which"]


def test_two_programs_are_compared(desk: Desk) -> None:
    entities = (entity("program", "go-tech"), entity("program", "monodukuri"))

    assert keys(say(desk, ComparePrograms, "Go-Techとものづくりの違い", *entities)) == ["utter_programs_compared"]


def test_one_program_is_not_enough_to_compare(desk: Desk) -> None:
    assert keys(say(desk, ComparePrograms, "どっちがいい", entity("program", "monodukuri"))) == [
        "utter_programs_compare_which"
    ]


def test_the_desk_tells_itself_and_whether_it_is_open(desk: Desk) -> None:
    assert keys(say(desk, TellDesk)) == ["utter_desk_info_about", "utter_desk_info_open"]


def test_a_case_is_told_with_its_promise(desk: Desk) -> None:
    somebody = person(desk)
    number = handed_over(desk, somebody, topic="technology")

    (reply,) = say(desk, TellCase, somebody=somebody)

    assert reply.key == "utter_case_status_new"
    assert reply.values == {"number": number, "speciality": "技術", "due": datetime(2026, 11, 25, 10, 0, tzinfo=JST)}


def test_a_case_of_somebody_else_is_not_told(desk: Desk) -> None:
    number = handed_over(desk, person(desk))

    replies = say(desk, TellCase, number, entity("case_id", number), somebody=person(desk, "別の人"))

    assert keys(replies) == ["utter_case_status_other"]
    assert number not in str(replies)


def test_without_a_case_the_way_to_people_is_offered(desk: Desk) -> None:
    assert keys(say(desk, TellCase)) == ["utter_case_status_none"]


@pytest.mark.parametrize(
    "action", [each for each in action_classes() if issubclass(each, OccasionAction)], ids=lambda each: each.action_name
)
def test_days_that_staff_have_entered_are_told_instead(desk: Desk, action: type[OccasionAction]) -> None:
    save_occasion(desk, None, occasion(desk, kind=action.kind), member(desk, "tanaka", role="editor"))

    (reply,) = say(desk, action)

    assert reply.key == action.coming
    assert reply.custom is not None
    assert reply.custom["type"] == "events"
    (card,) = reply.custom["items"]
    assert set(card) == CARD
    assert "〜" in card["text"]
