"""The shape of an answer that comes with programs and counters of its topic."""

from collections.abc import Iterable
from typing import ClassVar

from actions.base import DeskAction, Heard
from desk.domain.asking_back import asks_back
from desk.domain.replies import Reply
from desk.services import control, offers


class OfferAction(DeskAction):
    """Says the wording of a topic and shows what belongs to its subject in `seeds/offers.yaml`."""

    subject: ClassVar[str]
    wording: ClassVar[str]
    #: the wording asks for more, so that what is written next on the same topic is the answer
    asks_for_details: ClassVar[bool] = False

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """One message: the wording, its buttons, and the cards; thanks for the details that were asked for."""
        if self.asks_for_details and self._goes_on(heard):
            yield Reply("utter_intake_details")
            return
        found = offers.offered_programs(self.desk, heard.conversation, self.subject, heard.entity("organization"))
        items = [offers.program_card(program) for program in found]
        yield Reply(self.wording, custom={"type": "program", "items": items} if items else None)

    def _goes_on(self, heard: Heard) -> bool:
        pressed = heard.text.startswith("/")
        before = control.intent_before(self.desk, heard.conversation)
        return before == heard.intent and not pressed and not asks_back(heard.text)
