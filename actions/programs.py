"""Telling about programs by name, from every side, and of their calls."""

from collections.abc import Iterable

from actions.base import DeskAction, Heard
from actions.control import take_up
from actions.explaining import (
    HUMAN,
    SEARCH,
    STOP,
    STOP_TITLE,
    SUBSCRIBE,
    buttons_of,
    card_of,
    option_button,
    program_button,
    say_aspect,
    say_choice,
    say_stopped,
)
from actions.intake import hear_budget
from desk.domain.aspects import Aspect, aspect_of, compares, wants_own_amount, wants_silence
from desk.domain.calls import State
from desk.domain.certainty import CHANCE, asks_how_sure
from desk.domain.explaining import call_sentence
from desk.domain.programs import Program, Status
from desk.domain.replies import Reply
from desk.services import aspects, programs, subscriptions
from desk.services.context import Desk
from desk.services.programs import Choice, Told
from desk.services.subscriptions import Subscribed


class TellProgram(DeskAction):
    """Somebody asks about a program by its name, or about the one just shown."""

    action_name = "action_tell_program"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """The program in short or from one side, or those that may be meant; then what was asked before."""
        said = list(_say(self.desk, heard, _answer(self.desk, heard)))
        yield from said
        if all(reply.key != "utter_support_question" for reply in said):
            yield from take_up(self.desk, heard.conversation)


class ComparePrograms(DeskAction):
    """Somebody asks how two programs differ, or what is like one."""

    action_name = "action_compare_programs"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """Both side by side; one, when it is about that one alone; or which two are meant."""
        answer = _answer(self.desk, heard)
        if len(_names(heard)) < 2 and (_similar_to(self.desk, heard, answer) or _of_one(heard, answer)):
            yield from _say(self.desk, heard, answer)
            return
        lines = programs.compare_programs(self.desk, heard.conversation, _names(heard), heard.text)
        if lines:
            yield Reply("utter_programs_compared", {"table": "\n".join(lines)})
        else:
            yield Reply("utter_programs_compare_which")


class SubscribeDeadline(DeskAction):
    """Somebody wants to be told of a call, or not any more."""

    action_name = "action_subscribe_deadline"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """What will be told and where; or which program is meant; or that it is over."""
        names = _names(heard)
        if _topic(heard) == STOP or wants_silence(heard.text):
            yield from say_stopped(self.desk, heard.conversation, names[0] if names else None)
            return
        answer = _answer(self.desk, heard)
        yield self._subscribe(heard, answer.program) if isinstance(answer, Told) else _which_call(answer)

    def _subscribe(self, heard: Heard, program: Program) -> Reply:
        agreed = subscriptions.subscribe(self.desk, heard.conversation, program)
        if not agreed.kept:
            return Reply("utter_programs_nothing_to_tell", {"name": program.name})
        stop = program_button(STOP_TITLE, program, STOP, SUBSCRIBE)
        values = {"name": program.name, "call": call_sentence(agreed.call)}
        return Reply(_promise(agreed), values, [stop], card_of(program))


def _promise(agreed: Subscribed) -> str:
    """The wording of what is promised, by where the call stands."""
    if agreed.again:
        return "utter_programs_subscribed_before"
    rolling = agreed.call.state is State.ROLLING and agreed.call.closes_on is None
    return "utter_programs_subscribed_rolling" if rolling else "utter_programs_subscribed"


def _answer(desk: Desk, heard: Heard) -> Told | Choice:
    return programs.tell_program(desk, heard.conversation, _names(heard), heard.text, heard.entity("area"))


def _say(desk: Desk, heard: Heard, answer: Told | Choice) -> Iterable[Reply]:
    if _topic(heard) == CHANCE or asks_how_sure(heard.text):
        yield _no_promise(answer)
        return
    aspect, program = _aspect(heard), _similar_to(desk, heard, answer)
    if isinstance(answer, Told) and answer.program.published:
        program = answer.program
    if program is not None and aspect is not None:
        ask = _topic(heard) is not None or wants_own_amount(heard.text)
        yield from hear_budget(desk, heard) if ask else ()
        yield from say_aspect(desk, heard.conversation, program, aspect, ask)
    elif isinstance(answer, Choice):
        yield say_choice(answer, _written(heard), aspect)
    else:
        yield _tell(desk, heard, answer)


def _no_promise(answer: Told | Choice) -> Reply:
    """Nobody knows; the card of the program spoken of leads to who decides."""
    card = card_of(answer.program) if isinstance(answer, Told) and answer.program.published else None
    return Reply("utter_programs_no_promise", custom=card)


def _tell(desk: Desk, heard: Heard, told: Told) -> Reply:
    program = told.program
    if program.status is Status.UNPUBLISHED:
        return Reply("utter_programs_withheld", {"name": program.name})
    if program.status is Status.ENDED:
        successors = [option_button(told.successor)] if told.successor else []
        values = {"name": program.name, "reason": "\n".join(told.lines)}
        return Reply("utter_programs_ended", values, [*successors, SEARCH, HUMAN])
    ways_on = buttons_of(desk, heard.conversation, program) if program.published else [SEARCH, HUMAN]
    values = {"name": program.name, "brief": "\n".join(told.lines)}
    return Reply("utter_programs_about", values, ways_on, card_of(program))


def _similar_to(desk: Desk, heard: Heard, answer: Told | Choice) -> Program | None:
    """The program that others are to be like: the one named, of a family the ordinary one, else the one spoken of."""
    if _aspect(heard) is not Aspect.SIMILAR:
        return None
    if isinstance(answer, Told):
        program: Program | None = answer.program
    elif _names(heard):
        program = next((option.program for option in answer.options), None)
    else:
        program = aspects.topic_program(desk, heard.conversation)
    return program if program is not None and program.published else None


def _of_one(heard: Heard, answer: Told | Choice) -> bool:
    """Whether one program is pointed at, and nothing is said of a comparison: 「2つ目を詳しく」."""
    return isinstance(answer, Told) and not compares(heard.text)


def _names(heard: Heard) -> list[str]:
    return [str(entity["value"]) for entity in heard.entities if entity["entity"] == "program"]


def _topic(heard: Heard) -> str | None:
    topic = heard.entity("topic")
    return str(topic) if topic else None


def _aspect(heard: Heard) -> Aspect | None:
    """The side that a button stands for, else the one that the words ask for."""
    topic = _topic(heard)
    return Aspect(topic) if topic in set(Aspect) else aspect_of(heard.text)


def _written(heard: Heard) -> str:
    """The names of programs as the person wrote them."""
    named = (entity for entity in heard.entities if entity["entity"] == "program")
    return "・".join(heard.text[entity["start"] : entity["end"]] for entity in named)


def _which_call(choice: Choice) -> Reply:
    buttons = [option_button(each, SUBSCRIBE) for each in choice.options]
    key = "utter_programs_subscribe_which" if buttons else "utter_programs_subscribe_unknown"
    return Reply(key, buttons=buttons)
