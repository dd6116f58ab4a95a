"""The shape of an answer that comes with programs and counters of its topic."""

from collections.abc import Iterable
from typing import ClassVar

from actions.base import DeskAction, Heard
from desk.domain.replies import Reply
from desk.services import offers


class OfferAction(DeskAction):
    """Says the wording of a topic and shows what belongs to its subject in `seeds/offers.yaml`."""

    subject: ClassVar[str]
    wording: ClassVar[str]

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """One message: the wording, its buttons, and the cards."""
        found = offers.offered_programs(self.desk, heard.conversation, self.subject, heard.entity("organization"))
        items = [offers.program_card(program) for program in found]
        yield Reply(self.wording, custom={"type": "program", "items": items} if items else None)
