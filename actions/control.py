"""Steering: back, stop, start over, explain, not understood, and taking up a question again."""

from collections.abc import Iterable

from actions.base import DeskAction, Heard
from actions.explaining import say_aspect, say_choice, say_no_promise, say_stopped
from actions.handover import say_step
from actions.support import examples_of, say_figure, say_question
from desk.domain.aspects import Aspect, about_it, aspect_of, wants_silence
from desk.domain.certainty import asks_how_sure
from desk.domain.figures import unnamed_figure
from desk.domain.impatience import takes_leave
from desk.domain.pending import CONSENT, contact_field, hands_over, kind_of
from desk.domain.replies import Reply
from desk.services import aspects, control, handover, interview, programs
from desk.services.context import Desk
from desk.services.programs import Choice, Told

#: so many messages in a row may be misread before a human is asked for
PATIENCE = 3


class NotUnderstood(DeskAction):
    """Offer choices twice; the third time, a human."""

    action_name = "action_not_understood"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """What was meant after all, else choices or the question again, the third time a hand-over."""
        after_all = list(self.guess(heard))
        if after_all:
            yield from after_all
            return
        if control.count_misunderstanding(self.desk, heard.conversation) >= PATIENCE:
            yield Reply("utter_control_not_understood_again")
            step = handover.request_handover(self.desk, heard.conversation, "misunderstood", None)
            yield from say_step(step, self.desk.profile.hours_text)
            return
        question = interview.open_question(self.desk, heard.conversation)
        if question is None:
            yield Reply("utter_control_not_understood")
            return
        yield Reply("utter_intake_not_an_answer", {"examples": examples_of(question)})
        yield say_question(question)

    def guess(self, heard: Heard) -> Iterable[Reply]:
        """A question about the program spoken of is answered; of a figure without a name it is asked what it is."""
        pending = control.pending_question(self.desk, heard.conversation)
        aspect, topic = aspect_of(heard.text), aspects.topic_program(self.desk, heard.conversation)
        figure = unnamed_figure(heard.text)
        if kind_of(pending) != "contact" and asks_how_sure(heard.text):
            yield from say_no_promise(heard.text)
            yield from take_up(self.desk, heard.conversation)
        elif pending is None and aspect and topic and topic.published and about_it(heard.text):
            yield from say_aspect(self.desk, heard.conversation, topic, aspect)
        elif figure is not None and not hands_over(pending):
            yield say_figure(figure)


class GoBack(DeskAction):
    """One step back, in a handover or in the interview."""

    action_name = "action_go_back"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """The question before, again."""
        step = handover.go_back(self.desk, heard.conversation)
        if step is not None:
            yield from say_step(step, self.desk.profile.hours_text) if step.ask else [Reply("utter_handover_refused")]
            return
        question = interview.go_back(self.desk, heard.conversation)
        yield say_question(question) if question else Reply("utter_control_nothing_to_go_back_to")


class Cancel(DeskAction):
    """Stop what is under way."""

    action_name = "action_cancel"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """Nothing is asked any more; what was told stays. Who wants no more alerts gets none."""
        if wants_silence(heard.text):
            yield from say_stopped(self.desk, heard.conversation)
            return
        control.cancel(self.desk, heard.conversation)
        yield Reply("utter_control_cancelled")


class AcceptNo(DeskAction):
    """A no that answers no question."""

    action_name = "action_accept_no"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """It is accepted; a no to alerts stops them."""
        if wants_silence(heard.text):
            yield from say_stopped(self.desk, heard.conversation)
        else:
            yield Reply("utter_control_no_to_what")


class Restart(DeskAction):
    """Start over."""

    action_name = "action_restart"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """Everything told is forgotten."""
        control.restart(self.desk, heard.conversation)
        yield Reply("utter_control_restarted")


class ExplainQuestion(DeskAction):
    """Why something is asked, and what an answer looks like."""

    action_name = "action_explain_question"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """The reason and examples, then the question again."""
        question = interview.open_question(self.desk, heard.conversation)
        if question is not None:
            yield Reply("utter_support_explained", {"why": question.why, "examples": examples_of(question)})
            yield say_question(question)
            return
        pending = control.pending_question(self.desk, heard.conversation)
        if pending:
            yield _ask_again(pending)
        elif aspect_of(heard.text) is Aspect.WHY:
            yield from say_reasons(self.desk, heard)
        else:
            yield Reply("utter_control_nothing_to_explain")


class Resume(DeskAction):
    """After a question in the middle: take up what was asked before."""

    action_name = "action_resume"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """The pending question again, or nothing; whoever thanks and leaves is let go."""
        if heard.intent == "thank" and takes_leave(heard.text):
            return
        yield from take_up(self.desk, heard.conversation)


def take_up(desk: Desk, conversation: str) -> Iterable[Reply]:
    """The question that is still open; nothing when there is none, or when it waits in silence."""
    pending = control.bring_back(desk, conversation)
    if pending is None:
        return
    if kind_of(pending) == CONSENT:  # long enough to be read once; here it is only brought back to mind
        yield Reply("utter_handover_consent_unclear")
        return
    yield Reply("utter_control_resume")
    question = interview.open_question(desk, conversation)
    yield say_question(question) if question else _ask_again(pending)


def _ask_again(pending: str) -> Reply:
    if kind_of(pending) == CONSENT:
        return Reply("utter_handover_ask_consent")
    return Reply(f"utter_handover_ask_{contact_field(pending)}")


def say_reasons(desk: Desk, heard: Heard) -> Iterable[Reply]:
    """Why the program spoken of fits or not, or of which one that is asked."""
    answer = programs.tell_program(desk, heard.conversation, [], heard.text)
    if isinstance(answer, Told) and answer.program.published:
        yield from say_aspect(desk, heard.conversation, answer.program, Aspect.WHY)
    elif isinstance(answer, Choice) and answer.options:
        yield say_choice(answer, "", Aspect.WHY)
    else:
        yield Reply("utter_control_nothing_to_explain")
