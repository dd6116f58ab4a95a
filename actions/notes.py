"""Taking up facts that are told beside a question, whatever the topic."""

from collections.abc import Iterable

from actions.base import DeskAction, Heard
from actions.support import say_heard
from desk.domain.replies import Reply
from desk.services import notes


class NoteFacts(DeskAction):
    """Before a topic is answered: what was told of the company is kept, and read back."""

    action_name = "action_note_facts"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """What was taken up, or nothing."""
        told = notes.note_facts(self.desk, heard.conversation, heard.entities)
        if told:
            yield say_heard(told, heard)
