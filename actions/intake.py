"""Hearing facts of company and project."""

from collections.abc import Iterable

from actions.base import DeskAction, Heard
from actions.control import take_up
from actions.explaining import buttons_of, say_aspect, say_no_promise
from actions.support import SET_ASIDE, examples_of, say_advice, say_figure, say_heard, say_question
from desk.domain.aspects import Aspect, wants_own_amount
from desk.domain.figures import figure_beside, unnamed_figure
from desk.domain.pending import hands_over
from desk.domain.programs import Program
from desk.domain.replies import Reply
from desk.services import aspects, control, interview
from desk.services.context import Desk
from desk.services.interview import Heard as Told

#: topics whose answer asks the person to describe the matter
ASK_FOR_DETAILS = ("tech_consult", "find_partner", "post_need", "use_facility", "application_help", "register")


class HearFacts(DeskAction):
    """Facts, a correction, or an answer; then the interview, or the handover under way, goes on."""

    action_name = "action_hear_facts"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """Read back what was taken up, and ask on, or tell the estimate that waited for the budget."""
        awaited = aspects.awaited_estimate(self.desk, heard.conversation) or self._asked_along(heard)
        told = interview.hear(self.desk, heard.conversation, heard.intent, heard.entities)
        if not told.facts and not told.skipped:
            yield from self._nothing_told(heard, told)
            return
        waiting = aspects.awaited_estimate(self.desk, heard.conversation) is not None
        if awaited is not None and not waiting:
            yield from self._estimate(heard, awaited, told)
            return
        yield Reply("utter_intake_skipped") if told.skipped else say_heard(told.facts, heard)
        yield from say_no_promise(heard.text)
        yield from self._go_on(heard, waiting)

    def _go_on(self, heard: Heard, waiting: bool) -> Iterable[Reply]:
        """What was asked before; a sum that was not read; or the interview. A topic has its own way on."""
        figure = figure_beside(heard.text, [str(each["entity"]) for each in heard.entities])
        if waiting or hands_over(control.pending_question(self.desk, heard.conversation)):
            yield from take_up(self.desk, heard.conversation)
        elif figure is not None:
            yield say_figure(figure)
        elif self._answers_a_topic(heard):
            yield Reply("utter_intake_details")
        else:
            yield from say_advice(interview.advise(self.desk, heard.conversation))

    def _answers_a_topic(self, heard: Heard) -> bool:
        """Whether these are the details that a topic has just asked for, and no answer to the interview."""
        pending = control.pending_question(self.desk, heard.conversation)
        asked = control.intent_before(self.desk, heard.conversation) in ASK_FOR_DETAILS
        return asked and pending is None and heard.intent == "inform"

    def _nothing_told(self, heard: Heard, told: Told) -> Iterable[Reply]:
        """A figure without a name is asked about, and never lost; what is no answer is said to be none."""
        figure = unnamed_figure(heard.text)
        if heard.entity("show") == SET_ASIDE:
            yield Reply("utter_intake_figure_left")
            yield from take_up(self.desk, heard.conversation)
        elif figure is not None:
            yield say_figure(figure)
        elif told.unread is not None:
            yield Reply("utter_intake_not_an_answer", {"examples": examples_of(told.unread)})
            yield say_question(told.unread)
        else:
            yield Reply("utter_intake_nothing_heard")

    def _asked_along(self, heard: Heard) -> Program | None:
        """The program spoken of, when its estimate is asked for in the same breath: 「500万円かかるといくら？」."""
        if heard.entity(aspects.BUDGET) is None or not wants_own_amount(heard.text):
            return None
        topic = aspects.topic_program(self.desk, heard.conversation)
        return topic if topic is not None and topic.published else None

    def _estimate(self, heard: Heard, program: Program, told: Told) -> Iterable[Reply]:
        aspects.settle_estimate(self.desk, heard.conversation)
        if told.skipped:
            ways_on = buttons_of(self.desk, heard.conversation, program, Aspect.AMOUNT)
            yield Reply("utter_programs_no_budget", {"name": program.name}, ways_on)
            return
        yield say_heard(told.facts, heard)
        yield from say_aspect(self.desk, heard.conversation, program, Aspect.AMOUNT)


def hear_budget(desk: Desk, heard: Heard) -> Iterable[Reply]:
    """Take up the budget that is named with the question for an estimate, and read it back."""
    named = [each for each in heard.entities if each["entity"] == aspects.BUDGET]
    told = interview.hear(desk, heard.conversation, "inform", named) if named else Told()
    if told.facts:
        yield say_heard(told.facts, heard)
