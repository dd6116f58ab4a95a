"""Hearing facts of company and project."""

from collections.abc import Iterable

from actions.base import DeskAction, Heard
from actions.control import take_up
from actions.explaining import say_aspect
from actions.support import examples_of, say_advice, say_heard, say_question
from desk.domain.aspects import Aspect
from desk.domain.pending import hands_over
from desk.domain.replies import Reply
from desk.services import aspects, control, interview


class HearFacts(DeskAction):
    """Facts, a correction, or an answer; then the interview, or the handover under way, goes on."""

    action_name = "action_hear_facts"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """Read back what was taken up, and ask on, or tell the estimate that waited for the budget."""
        awaited = aspects.awaited_estimate(self.desk, heard.conversation)
        told = interview.hear(self.desk, heard.conversation, heard.intent, heard.entities)
        if told.unread is not None:
            yield Reply("utter_intake_not_an_answer", {"examples": examples_of(told.unread)})
            yield say_question(told.unread)
            return
        if not told.facts and not told.skipped:
            yield Reply("utter_intake_nothing_heard")
            return
        yield Reply("utter_intake_skipped") if told.skipped else say_heard(told.facts)
        if awaited is not None and aspects.awaited_estimate(self.desk, heard.conversation) is None:
            aspects.settle_estimate(self.desk, heard.conversation)
            yield from say_aspect(self.desk, heard.conversation, awaited, Aspect.AMOUNT)
            return
        if hands_over(control.pending_question(self.desk, heard.conversation)):
            yield from take_up(self.desk, heard.conversation)
            return
        yield from say_advice(interview.advise(self.desk, heard.conversation))
