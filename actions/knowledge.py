"""Explaining terms and ideas, and showing examples of collaboration."""

import json
from collections.abc import Iterable

from actions.base import DeskAction, Heard
from desk.domain.replies import Button, Reply
from desk.domain.wording import day
from desk.services import examples, knowledge, unanswered
from desk.services.entries import Entry


class AnswerQuestion(DeskAction):
    """Somebody asks what a word means or how something works."""

    action_name = "action_answer_question"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """The answer with its source, what may be meant, or that it is not known."""
        answer = knowledge.answer_question(self.desk.library, heard.text, heard.entity("topic"))
        if answer.entry is not None:
            yield _say(answer.entry)
        elif answer.perhaps:
            buttons = [Button(entry.title, _payload("ask_knowledge", entry.id)) for entry in answer.perhaps]
            yield Reply("utter_knowledge_did_you_mean", buttons=[*buttons, Button("担当者に聞く", "/request_human")])
        else:
            unanswered.note_unanswered(self.desk, heard.conversation, heard.text, heard.entities)
            yield Reply("utter_knowledge_unknown")


class ShowExamples(DeskAction):
    """Somebody wants to see how it went elsewhere."""

    action_name = "action_show_examples"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """Examples that were checked, those nearest to the question first."""
        found = examples.find_examples(heard.text)
        items = [examples.example_as_json(example) for example in found]
        if not items:
            yield Reply("utter_knowledge_examples_none")
            return
        yield Reply("utter_knowledge_examples", custom={"type": "cases", "items": items})


def _say(entry: Entry) -> Reply:
    values = {"answer": entry.answer, "source": entry.vouched_by, "as_of": day(entry.as_of)}
    human = Button("担当者に聞く", _payload("request_human", entry.topic))
    custom = {"type": "knowledge", "items": [knowledge.entry_as_json(entry)]}
    return Reply("utter_knowledge_answer", values, [human, Button("ほかのことを聞く", "/help")], custom)


def _payload(intent: str, topic: str) -> str:
    return f"/{intent}{json.dumps({'topic': topic})}"
