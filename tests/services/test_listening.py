"""What goes to Rasa for a message: a language, a need in English, or the text as it is."""

from typing import Any

import pytest

from desk.db.tables import Conversation, Message
from desk.services.context import Desk
from desk.services.conversations import messages_after, receive
from desk.services.listening import OFFER_LANGUAGES
from desk.services.turns import Forward, conclude, prepare
from tests.services.people import exchange, person


def set_up(desk: Desk, **values: Any) -> str:
    """Somebody in whose conversation these columns are set."""
    somebody = person(desk)
    with desk.database.transaction() as session:
        for name, value in values.items():
            setattr(session.get_one(Conversation, somebody), name, value)
    return somebody


def forwarded(desk: Desk, somebody: str, text: str) -> Forward:
    forward = prepare(desk, receive(desk, somebody, text).message_id)
    assert forward is not None
    return forward


def language_of(desk: Desk, somebody: str) -> str | None:
    with desk.database.reading() as session:
        return session.get_one(Conversation, somebody).language


def was_offered(desk: Desk, forward: Forward) -> bool:
    with desk.database.reading() as session:
        return bool(session.get_one(Message, forward.message_id).content.get(OFFER_LANGUAGES))


@pytest.mark.parametrize(
    ("text", "language"),
    [("English please", "en"), ("やさしい日本語でお願いします", "easy"), ("ふつうの日本語でお願いします", "ja")],
)
def test_a_language_asked_for_holds_from_this_answer_on(desk: Desk, text: str, language: str) -> None:
    somebody = person(desk)

    forward = forwarded(desk, somebody, text)

    assert forward.text == f'/help{{"language": "{language}"}}'
    assert forward.slots["language"] == language_of(desk, somebody) == language


def test_a_button_of_somebody_else_is_read_in_no_language(desk: Desk) -> None:
    somebody = person(desk)

    forward = forwarded(desk, somebody, "choice:I-need-to-know-who-is-the")

    assert (forward.text, language_of(desk, somebody)) == ("choice:I-need-to-know-who-is-the", None)


def test_an_english_question_is_offered_a_choice_that_keeps_it(desk: Desk) -> None:
    somebody = person(desk)

    forward = forwarded(desk, somebody, "Are there any subsidies?")

    assert forward.text == '/help{"show": "languages", "topic": "find_support"}'
    assert language_of(desk, somebody) is None


def test_who_asks_for_a_person_in_english_is_answered_in_english(desk: Desk) -> None:
    somebody = person(desk)

    forward = forwarded(desk, somebody, "can I talk to a person")

    assert (forward.text, forward.slots["language"]) == ("/request_human", "en")


def test_thanks_in_english_change_nothing(desk: Desk) -> None:
    somebody = person(desk)

    assert forwarded(desk, somebody, "Thank you!").text == "/thank"
    assert language_of(desk, somebody) is None


def test_a_pressed_button_chooses_its_language(desk: Desk) -> None:
    # given somebody to whom English is offered
    somebody = person(desk)
    button = {"title": "English", "payload": '/find_support{"language": "en"}'}
    exchange(desk, somebody, "Hello", {"text": "…", "buttons": [button]})
    offered = messages_after(desk, somebody)[-1].content["buttons"][0]["payload"]

    # when they press it
    forward = forwarded(desk, somebody, offered)

    # then it goes on with what was asked, in English
    assert forward.text == button["payload"]
    assert forward.slots["language"] == "en"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30 million yen", "30000000円"),
        ("Itabashi", "板橋区"),
        ("skip", "/dont_know"),
        ("画像認識の研究者を探して", "画像認識の研究者を探して"),
    ],
)
def test_in_english_figures_places_and_needs_are_read(desk: Desk, text: str, expected: str) -> None:
    assert forwarded(desk, set_up(desk, language="en"), text).text == expected


@pytest.mark.parametrize("text", ["Grant Help", "The University of Tokyo", "5 Years Trading"])
def test_while_a_name_is_asked_for_english_is_a_name(desk: Desk, text: str) -> None:
    assert forwarded(desk, set_up(desk, language="en", pending="contact_company"), text).text == text
    assert forwarded(desk, set_up(desk, pending="contact_company"), text).text == text


def test_while_a_name_is_asked_for_one_can_still_stop(desk: Desk) -> None:
    assert forwarded(desk, set_up(desk, language="en", pending="contact_name"), "cancel").text == "/cancel"


def test_who_writes_as_learners_do_is_offered_languages_beside_the_answer_once(desk: Desk) -> None:
    # given somebody who writes in kana alone
    somebody = person(desk)
    text = "わたしは ベトナムじんです。 かいしゃを つくりたいです"
    forward = forwarded(desk, somebody, text)
    assert forward.text == text
    assert was_offered(desk, forward)

    # when they are answered and write like that again
    said = conclude(desk, forward, [{"text": "どのようなことですか。"}], {})
    again = forwarded(desk, somebody, text)

    # then the offer came before the answer, and does not come again
    assert [each.text for each in said][1:] == ["どのようなことですか。"]
    assert [button["title"] for button in said[0].content["buttons"]][:2] == ["やさしい日本語", "English"]
    assert not was_offered(desk, again)


def test_who_has_chosen_is_not_offered_it_unasked(desk: Desk) -> None:
    forward = forwarded(desk, set_up(desk, language="ja"), "わたしは ベトナムじんです。 かいしゃを つくりたいです")

    assert not was_offered(desk, forward)


PROGRAMS = {"text": "…", "custom": {"type": "recommendations", "items": [{"id": "monodukuri"}]}}


def test_a_side_asked_for_alone_is_one_of_the_programs_on_show(desk: Desk) -> None:
    somebody = person(desk)
    exchange(desk, somebody, "使える補助金は", PROGRAMS, {"text": "では、先ほどの質問に戻ります。"})

    assert forwarded(desk, somebody, "いつまで？").text == '/ask_program{"topic": "deadline"}'


def test_without_programs_in_the_last_answer_it_is_understood_like_anything_else(desk: Desk) -> None:
    somebody = person(desk)
    exchange(desk, somebody, "使える補助金は", PROGRAMS)
    exchange(desk, somebody, "場所は", {"text": "区役所です。"})

    assert forwarded(desk, somebody, "いつまで？").text == "いつまで？"


def test_while_a_name_is_asked_for_no_program_is(desk: Desk) -> None:
    somebody = set_up(desk, pending="contact_name")
    exchange(desk, somebody, "使える補助金は", PROGRAMS)

    assert forwarded(desk, somebody, "いくら").text == "いくら"


@pytest.mark.parametrize(
    "text", ["では一覧を見せていただけますか", "いくらくらいもらえる？", "いくらくらい戻ってきますか"]
)
def test_in_the_interview_who_would_rather_see_something_does(desk: Desk, text: str) -> None:
    assert forwarded(desk, set_up(desk, pending="age_years"), text).text == '/find_support{"show": "now"}'


def test_elsewhere_the_same_words_are_understood_as_ever(desk: Desk) -> None:
    text = "いくらくらい戻ってきますか"

    assert forwarded(desk, person(desk), text).text == text
    estimate = set_up(desk, pending="budget_yen", draft={"estimate_for": "monodukuri"})
    assert forwarded(desk, estimate, text).text == text


def test_a_thumb_alone_is_a_rating_unless_something_is_asked(desk: Desk) -> None:
    assert forwarded(desk, person(desk), "👍").text == "/feedback"
    assert forwarded(desk, set_up(desk, pending="started"), "👍").text == "👍"


def test_what_the_desk_itself_says_is_said_in_the_language_chosen(desk: Desk) -> None:
    somebody = set_up(desk, language="en")
    forward = forwarded(desk, somebody, "my number is マイナンバー 123456789018")

    notice, _ = conclude(desk, forward, [{"text": "All right."}], {})

    assert notice.text.startswith("What looked like a My Number was hidden")
    assert notice.content["language"] == "en"


@pytest.mark.parametrize(
    ("pending", "language", "text"),
    [(None, None, "必ずもらえますか"), ("consent", None, "採択率は？"), ("started", "en", "Is it guaranteed?")],
)
def test_who_asks_how_sure_it_is_is_told_so_whatever_waits(
    desk: Desk, pending: str | None, language: str | None, text: str
) -> None:
    somebody = set_up(desk, pending=pending, language=language)

    assert forwarded(desk, somebody, text).text == '/ask_program{"topic": "chance"}'


def test_an_address_that_is_asked_for_is_no_such_question(desk: Desk) -> None:
    somebody = set_up(desk, pending="contact_company", draft={"contact": {}})

    assert forwarded(desk, somebody, "合格率研究所の採択率係").text == "合格率研究所の採択率係"
