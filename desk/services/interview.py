"""The interview for support programs: hear facts, ask what decides most, show what is found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from desk.db.tables import Conversation, Verdicts
from desk.domain.facts import FACTS, Kind
from desk.domain.hearing import heard_facts
from desk.domain.index import MONEY_KINDS
from desk.domain.interview import Question
from desk.domain.pending import kind_of
from desk.domain.situation import Facts, Value
from desk.domain.standing import stand
from desk.domain.words import Words
from desk.services.aspects import forget_estimate
from desk.services.context import Desk
from desk.services.facts import forget, known_facts, last_answered, remember, remember_unknown, replace_fact
from desk.services.languages import words_of
from desk.services.recommendations import Item, Recommendations, recommend
from desk.services.showing import item_as_json

#: so many questions in a row, then what is found so far is shown
QUESTIONS_IN_A_ROW = 5
#: so many programs are shown at once
SHOWN = 8


@dataclass(frozen=True)
class Heard:
    """What came of a message with facts: what was taken up, in words; or that the answer could not be read."""

    facts: tuple[str, ...] = ()
    skipped: bool = False
    unread: Question | None = None


@dataclass(frozen=True)
class Advice:
    """Either the next question, or what was found. `open_programs` are still in the running."""

    question: Question | None
    found: Recommendations | None
    open_programs: int
    #: work has begun already; most grants refuse what was ordered before the decision
    started: bool
    first: bool
    #: the question stands already: something else was told than what it asks
    again: bool = False


def hear(
    desk: Desk, conversation_id: str, intent: str, entities: Iterable[Mapping[str, Any]], message_id: int | None = None
) -> Heard:
    """Take up the facts in a message, or the yes, no or "I don't know" to the fact that was asked."""
    with desk.database.transaction() as session:
        conversation = session.get_one(Conversation, conversation_id)
        asked = conversation.pending if kind_of(conversation.pending) == "fact" else None
        if asked and intent == "dont_know":
            remember_unknown(session, desk, conversation, asked)
            conversation.pending = None
            return Heard(skipped=True)
        told = heard_facts(entities, asked) or _yes_or_no(asked, intent)
        keep = replace_fact if intent == "correct" else remember
        stored = keep(session, desk, conversation, told, message_id)
        if asked and asked not in stored and not stored:
            return Heard(unread=desk.catalogue.questions.get(asked))
        if asked in stored:
            conversation.pending = None
        return Heard(facts=_read_back(known_facts(session, desk, conversation_id), stored, words_of(conversation)))


def advise(desk: Desk, conversation_id: str, show: str | None = None) -> Advice:
    """The next question, or the programs found; `show` is "now" to see them at once, "more" to be asked on."""
    with desk.database.transaction() as session:
        conversation = session.get_one(Conversation, conversation_id)
        facts = known_facts(session, desk, conversation_id)
        found = recommend(desk.catalogue, facts, desk.now().date(), SHOWN, home=desk.profile.ward)
        question = found.next_question
        if show == "more":
            conversation.questions = 0
        enough = conversation.questions >= QUESTIONS_IN_A_ROW or show == "now"
        first = conversation.questions == 0
        started = facts.flag("started") is True
        running = stand(desk.catalogue.index, facts).candidates.bit_count()
        forget_estimate(conversation)
        if question is not None and not enough:
            again = conversation.pending == question.fact
            conversation.pending = question.fact
            conversation.questions += not again
            return Advice(question, None, running, started, first, again)
        conversation.pending, conversation.questions = None, 0
        found = replace(found, items=_money_first(found.items))
        _keep(session, desk, conversation_id, facts, found)
        return Advice(None, found, running, started, first)


def open_question(desk: Desk, conversation_id: str) -> Question | None:
    """The fact that was asked and not answered yet, as a question."""
    with desk.database.reading() as session:
        pending = session.get_one(Conversation, conversation_id).pending
    return desk.catalogue.questions.get(pending) if pending and kind_of(pending) == "fact" else None


def go_back(desk: Desk, conversation_id: str) -> Question | None:
    """Take the last answer back and ask for it again; None when nothing was answered."""
    with desk.database.transaction() as session:
        conversation = session.get_one(Conversation, conversation_id)
        name = last_answered(session, conversation_id)
        question = desk.catalogue.questions.get(name) if name else None
        if name is None or question is None:
            return None
        forget(session, desk, conversation, name)
        conversation.pending = name
        return question


def _yes_or_no(asked: str | None, intent: str) -> dict[str, bool]:
    if asked and FACTS[asked].kind is Kind.FLAG and intent in ("affirm", "deny"):
        return {asked: intent == "affirm"}
    return {}


def _read_back(facts: Facts, names: Iterable[str], words: Words) -> tuple[str, ...]:
    return tuple(words.fact(FACTS[name], facts.values[name]) for name in names)


def _money_first(items: Iterable[Item]) -> tuple[Item, ...]:
    """People here ask for money; who else can help comes after it, each in the order of the ranking."""
    return tuple(sorted(items, key=lambda item: item.program.kind not in MONEY_KINDS))


def _keep(session: Session, desk: Desk, conversation_id: str, facts: Facts, found: Recommendations) -> None:
    """Store what is shown, so that people and later catalogues can check it."""
    row = Verdicts(
        conversation_id=conversation_id,
        catalogue_version=found.catalogue_version,
        facts=facts_as_json(facts),
        items=[item_as_json(item) for item in found.items],
        at=desk.now(),
    )
    session.add(row)


def facts_as_json(facts: Facts) -> dict[str, Any]:
    """Facts as the API writes them; what was asked and not known is null."""
    return {name: _value_as_json(value) for name, value in facts.values.items()} | dict.fromkeys(facts.unsure)


def _value_as_json(value: Value) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    return value.isoformat() if isinstance(value, date) else value
