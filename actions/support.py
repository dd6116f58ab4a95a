"""Recommending support programs."""

from collections.abc import Iterable, Sequence

from actions.base import DeskAction, Heard
from actions.explaining import details_of, say_no_promise
from desk.domain.facts import FACTS
from desk.domain.figures import Figure
from desk.domain.interview import Question
from desk.domain.replies import Button, Reply
from desk.domain.words import examples_sentence
from desk.services import aspects, interview
from desk.services.interview import Advice
from desk.services.interview import Heard as Told
from desk.services.recommendations import Item
from desk.services.showing import item_as_json

#: how a pressed button begins
COMMAND = "/"
#: facts whose entity bears another name
ENTITY_OF_FACT = {"purposes": "purpose"}
SKIP = Button("わからない・飛ばす", "/dont_know")
WHY = Button("なぜ聞くの？", "/clarify")
SHOW_NOW = Button("今わかる範囲で見る", '/find_support{"show": "now"}')
ASK_MORE = Button("質問に答えてしぼる", '/find_support{"show": "more"}')
HUMAN = Button("担当者に相談する", '/request_human{"topic": "support"}')
#: in the payload of a button: a figure stands for nothing that was offered
SET_ASIDE = "set_aside"
NONE_OF_THESE = Button("どれでもない", f'/inform{{"show": "{SET_ASIDE}"}}')
#: so many of a list can be looked at closely by a button, and so many near misses are told
DETAILED = 3
NEAR_SHOWN = 2


class RecommendSupport(DeskAction):
    """Somebody looks for support: ask on, or show what is found."""

    action_name = "action_recommend_support"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """Take up what was told, then advise."""
        told = interview.hear(self.desk, heard.conversation, heard.intent, heard.entities)
        if told.facts:
            yield say_heard(told.facts, heard)
        yield from say_no_promise(heard.text)
        show = heard.entity("show") or ("now" if self._insists(heard, told) else None)
        yield from say_advice(interview.advise(self.desk, heard.conversation, show))

    def _insists(self, heard: Heard, told: Told) -> bool:
        """Whether somebody asks in words for support again instead of answering, and enough is known to show some."""
        typed = not heard.text.startswith(COMMAND)
        return typed and told.unread is not None and aspects.facts_known(self.desk, heard.conversation)


def say_heard(facts: Sequence[str], heard: Heard) -> Reply:
    """Read back what was taken up."""
    key = "utter_intake_heard_several" if len(facts) > 1 else "utter_intake_heard"
    return Reply(key, {"facts": heard.words.joined(facts)})


def say_question(question: Question) -> Reply:
    """A question with its choices, and always a way around it."""
    entity = ENTITY_OF_FACT.get(question.fact, question.fact)
    choices = [Button(choice.title, _payload(entity, choice.value)) for choice in question.choices]
    return Reply("utter_support_question", {"question": question.text}, [*choices, SKIP, WHY, SHOW_NOW])


def say_figure(figure: Figure) -> Reply:
    """Ask back what a figure without a name stands for; what was asked before stays open."""
    named = [Button(FACTS[fact].label, f'/inform{{"{fact}": {figure.value}}}') for fact in figure.facts]
    return Reply("utter_intake_which_figure", {"figure": figure.written}, [*named, NONE_OF_THESE])


def examples_of(question: Question) -> str:
    """Examples of an answer as a sentence; empty when there are none."""
    return examples_sentence(question.examples)


def say_advice(advice: Advice) -> Iterable[Reply]:
    """The next question, or the list."""
    if advice.question is not None:
        yield from _ask(advice, advice.question)
    elif advice.found is not None:
        yield from _show(advice)


def _ask(advice: Advice, question: Question) -> Iterable[Reply]:
    """The question, and what comes before it unless it stands already."""
    if question.fact == "started" and not advice.again:
        yield Reply("utter_support_started_first")
    elif not advice.first and not advice.again:
        yield Reply("utter_support_progress", {"count": str(advice.open_programs)})
    yield say_question(question)


def _show(advice: Advice) -> Iterable[Reply]:
    assert advice.found is not None
    if advice.started:
        yield Reply("utter_support_already_started")
    items = [item_as_json(item) for item in advice.found.items]
    if not items:
        yield Reply("utter_support_none")
        return
    more = [ASK_MORE] if advice.found.next_question else []
    custom = {"type": "recommendations", "items": items}
    details = details_of([item.program for item in advice.found.items[:DETAILED]])
    yield Reply("utter_support_list", {"count": str(len(items))}, [*details, *more, HUMAN], custom)
    yield from _say_near(advice.found.near_misses[:NEAR_SHOWN])


def _say_near(close: Sequence[Item]) -> Iterable[Reply]:
    """What would have to change for the programs that are out of reach by a little."""
    if close:
        lines = [f"・{item.program.name}：{'、'.join(item.missing)}" for item in close]
        yield Reply("utter_support_near", {"programs": "\n".join(lines)})


def _payload(entity: str, value: str | bool) -> str:
    written = str(value).lower() if isinstance(value, bool) else value
    return f'/inform{{"{entity}": "{written}"}}'
