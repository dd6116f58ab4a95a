"""Telling about programs by name."""

import json
from collections.abc import Iterable, Sequence

from actions.base import DeskAction, Heard
from desk.domain.programs import Program, Status
from desk.domain.replies import Button, Reply
from desk.services import offers, programs
from desk.services.programs import Choice, Option, Told

_WHICH_TWO = Reply("utter_programs_compare_which")
_WAYS_ON = (
    Button("いま使える制度を探す", "/find_support"),
    Button("担当者に相談する", '/request_human{"topic": "programs"}'),
)


class TellProgram(DeskAction):
    """Somebody asks about a program by its name, or about the one just shown."""

    action_name = "action_tell_program"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """The program in short, or those that may be meant."""
        answer = programs.tell_program(self.desk, heard.conversation, _names(heard), heard.text, heard.entity("area"))
        yield _say_told(answer) if isinstance(answer, Told) else _say_choice(answer, _written(heard))


class ComparePrograms(DeskAction):
    """Somebody asks how two programs differ."""

    action_name = "action_compare_programs"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """Both side by side, or which two are meant."""
        lines = programs.compare_programs(self.desk, heard.conversation, _names(heard))
        yield Reply("utter_programs_compared", {"table": "\n".join(lines)}) if lines else _WHICH_TWO


def _names(heard: Heard) -> list[str]:
    return [str(entity["value"]) for entity in heard.entities if entity["entity"] == "program"]


def _written(heard: Heard) -> str:
    """The names of programs as the person wrote them."""
    named = (entity for entity in heard.entities if entity["entity"] == "program")
    return "・".join(heard.text[entity["start"] : entity["end"]] for entity in named)


def _say_told(told: Told) -> Reply:
    program = told.program
    if program.status is Status.UNPUBLISHED:
        return Reply("utter_programs_withheld", {"name": program.name})
    if program.status is Status.ENDED:
        successors = [_button(told.successor)] if told.successor else []
        values = {"name": program.name, "reason": "\n".join(told.lines)}
        return Reply("utter_programs_ended", values, [*successors, *_WAYS_ON])
    return Reply("utter_programs_about", {"name": program.name, "brief": "\n".join(told.lines)}, (), _cards([program]))


def _say_choice(choice: Choice, written: str) -> Reply:
    buttons = [_button(option) for option in choice.options]
    if choice.lines:
        key = "utter_programs_choose_elsewhere" if choice.elsewhere else "utter_programs_choose"
        values = {"name": written, "brief": "\n".join(choice.lines)}
        return Reply(key, values, buttons, _cards([option.program for option in choice.options]))
    return Reply("utter_programs_which", buttons=buttons) if buttons else Reply("utter_programs_which_unknown")


def _cards(shown: Sequence[Program]) -> dict[str, object]:
    return {"type": "program", "items": [offers.program_card(program) for program in shown]}


def _button(option: Option) -> Button:
    return Button(option.title, f"/ask_program{json.dumps({'program': option.program.id})}")
