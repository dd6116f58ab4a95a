"""Taking up facts beside a question."""

from desk.db.tables import Conversation
from desk.services import interview, notes
from desk.services.context import Desk
from desk.services.facts import raw_facts
from tests.services.people import entity, person


def known(desk: Desk, conversation: str) -> dict[str, object]:
    """The facts of a conversation."""
    with desk.database.reading() as session:
        return raw_facts(session, conversation)


def pending(desk: Desk, conversation: str) -> str | None:
    """What the desk waits for."""
    with desk.database.reading() as session:
        return session.get_one(Conversation, conversation).pending


def test_facts_are_remembered_and_read_back(desk: Desk) -> None:
    somebody = person(desk)

    words = notes.note_facts(desk, somebody, [entity("industry", "manufacturing"), entity("employees", 12)])

    assert known(desk, somebody) == {"industry": "manufacturing", "employees": 12}
    assert any("12人" in word for word in words)


def test_a_message_without_facts_changes_nothing(desk: Desk) -> None:
    somebody = person(desk)

    assert notes.note_facts(desk, somebody, [entity("organization", "芝浦工業大学")]) == ()
    assert known(desk, somebody) == {}


def test_the_answer_to_the_question_asked_ends_the_question(desk: Desk) -> None:
    somebody = person(desk)
    question = interview.advise(desk, somebody).question
    assert question is not None

    notes.note_facts(desk, somebody, [entity("purpose", "testing")])

    assert question.fact == "purposes"
    assert pending(desk, somebody) is None


def test_another_fact_leaves_the_question_open(desk: Desk) -> None:
    somebody = person(desk)
    interview.advise(desk, somebody)

    notes.note_facts(desk, somebody, [entity("employees", 12)])

    assert pending(desk, somebody) == "purposes"


def test_an_impossible_fact_is_neither_kept_nor_read_back(desk: Desk) -> None:
    somebody = person(desk)

    assert notes.note_facts(desk, somebody, [entity("employees", -3)]) == ()
    assert known(desk, somebody) == {}
