"""What a conversation tells of what somebody wants and how soon."""

from datetime import datetime, time, timedelta

import pytest

from desk.clock import JST
from desk.db.tables import Conversation
from desk.domain.calls import State, call_state
from desk.domain.programs import Program
from desk.domain.routing import Told
from desk.domain.urgency import Matter
from desk.services import turns
from desk.services.context import Desk
from desk.services.conversations import receive
from desk.services.facts import remember
from desk.services.wishes import own_messages, wishes_of
from tests.conftest import SettableClock
from tests.services.people import entity, exchange, person, understood


def wishes(desk: Desk, conversation: str) -> tuple[Told, Matter]:
    with desk.database.reading() as session:
        return wishes_of(session, desk, session.get_one(Conversation, conversation), "support", "asked")


@pytest.fixture
def closing(desk: Desk, clock: SettableClock) -> Program:
    """A program whose call closes tomorrow."""
    for program in desk.catalogue.programs:
        ends = [call.closes_on for call in program.calls if call.closes_on and not call.rolling]
        if program.published and ends and call_state(program, ends[0] - timedelta(days=1)).state is State.OPEN:
            clock.at = datetime.combine(ends[0] - timedelta(days=1), time(10), JST)
            return program
    pytest.fail("no program of the catalogue has a dated call")


def test_a_program_that_was_named_brings_its_deadline(desk: Desk, closing: Program) -> None:
    conversation = person(desk)
    forward = turns.prepare(desk, receive(desk, conversation, f"{closing.name}について").message_id)
    assert forward is not None
    turns.conclude(desk, forward, [{"text": "はい。"}], understood("ask_program", entity("program", closing.id)))

    assert closing.name in [each.program for each in wishes(desk, conversation)[1].closings]


def test_the_program_spoken_of_last_brings_its_deadline(desk: Desk, closing: Program) -> None:
    conversation = person(desk)
    with desk.database.transaction() as session:
        session.get_one(Conversation, conversation).topic_program = closing.id

    assert [each.program for each in wishes(desk, conversation)[1].closings] == [closing.name]


def test_facts_intents_and_words_are_gathered(desk: Desk) -> None:
    conversation = person(desk)
    exchange(desk, conversation, "特許を取りたいです", intent="ip_consult")
    with desk.database.transaction() as session:
        row = session.get_one(Conversation, conversation)
        told = {"purposes": ["ip_filing"], "disclosed": True, "filed": False, "partner_status": "agreed"}
        remember(session, desk, row, told, None)

    told, matter = wishes(desk, conversation)

    assert (told.topic, told.intents, told.texts) == ("support", ["ip_consult"], ["特許を取りたいです"])
    assert (list(told.purposes), told.has_partner) == (["ip_filing"], True)
    assert (matter.disclosed, matter.filed, matter.closings) == (True, False, [])


def test_only_the_person_s_own_words_count(desk: Desk) -> None:
    conversation = person(desk)
    exchange(desk, conversation, "こんにちは")

    with desk.database.reading() as session:
        assert [each.text for each in own_messages(session, conversation)] == ["こんにちは"]
