"""Use case: take up what a person tells of the company while asking for something else."""

from collections.abc import Iterable, Mapping
from typing import Any

from desk.db.tables import Conversation
from desk.domain.noting import facts_beside, read_back
from desk.domain.pending import kind_of
from desk.services.context import Desk
from desk.services.facts import known_facts, remember
from desk.services.languages import words_of


def note_facts(desk: Desk, conversation_id: str, entities: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Remember the facts in a message; what should be read back to the person, in words."""
    with desk.database.transaction() as session:
        conversation = session.get_one(Conversation, conversation_id)
        asked = conversation.pending if kind_of(conversation.pending) == "fact" else None
        stored = remember(session, desk, conversation, facts_beside(entities, asked), None)
        if asked in stored:
            conversation.pending = None
        return read_back(known_facts(session, desk, conversation_id), stored, words_of(conversation))
