"""Greeting who is new or comes back, and telling what the desk can do and in which languages."""

from collections.abc import Iterable

from actions.base import DeskAction, Heard
from actions.control import take_up
from actions.support import say_advice
from desk.domain.languages import language_buttons
from desk.domain.replies import Reply
from desk.services import control, interview, returning


class Greet(DeskAction):
    """A greeting is returned with the main entries; who comes back may go on or start anew."""

    action_name = "action_greet"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """The greeting, and what was left open."""
        if heard.entity("show") == "continue":
            yield from self.go_on(heard.conversation)
        elif returning.comes_back(self.desk, heard.conversation):
            yield Reply("utter_small_talk_welcome_back")
        else:
            yield Reply("utter_small_talk_greet")
            yield from take_up(self.desk, heard.conversation)

    def go_on(self, conversation: str) -> Iterable[Reply]:
        """The question that was open, else the interview with what is known."""
        if control.pending_question(self.desk, conversation):
            yield from take_up(self.desk, conversation)
        else:
            yield from say_advice(interview.advise(self.desk, conversation))


class Help(DeskAction):
    """Somebody asks what can be done here, or in which language."""

    action_name = "action_help"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """The ways in; the choice of languages; or that the language is another from now on."""
        if heard.entity("show") == "languages":
            yield Reply("utter_small_talk_languages", buttons=language_buttons(heard.entity("topic")))
        elif heard.entity("language"):
            yield Reply("utter_small_talk_language_changed")
        else:
            yield Reply("utter_small_talk_help")
