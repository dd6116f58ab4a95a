"""Use cases: one side of a program at length for this person, and the budget that an estimate needs."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from desk.db.tables import Conversation
from desk.domain.alerts import worth_waiting_for
from desk.domain.aspects import Aspect
from desk.domain.explaining import (
    amount_lines,
    deadline_lines,
    document_lines,
    similar_lines,
    source_lines,
    why_lines,
)
from desk.domain.index import MONEY_KINDS
from desk.domain.interview import Question
from desk.domain.pending import kind_of
from desk.domain.programs import Program
from desk.domain.similar import similar
from desk.domain.situation import Facts
from desk.services.context import Desk
from desk.services.facts import known_facts
from desk.services.recommendations import Item, recommend

BUDGET = "budget_yen"
#: in the draft of a conversation: the program whose estimate waits for the budget
ESTIMATE_FOR = "estimate_for"


@dataclass(frozen=True)
class Explained:
    """One side of a program in lines; `similar` are those that were named, `question` asks for the budget."""

    program: Program
    aspect: Aspect
    lines: tuple[str, ...]
    similar: tuple[Program, ...] = ()
    question: Question | None = None


def explain(desk: Desk, conversation_id: str, program: Program, aspect: Aspect, ask: bool = False) -> Explained:
    """A published program from one side. With `ask`, the budget is asked for once, unless something else is pending."""
    with desk.database.transaction() as session:
        conversation = session.get_one(Conversation, conversation_id)
        facts = known_facts(session, desk, conversation_id)
        item = recommend(desk.catalogue, facts, facts.today, programs=[program.id]).items[0]
        near = _similar(desk, program, facts) if aspect is Aspect.SIMILAR else ()
        asked = ask and aspect is Aspect.AMOUNT and _ask_budget(conversation, item, facts)
    lines = (*_lines(aspect, item, near, facts), *source_lines(program, facts.today))
    return Explained(program, aspect, lines, near, desk.catalogue.questions[BUDGET] if asked else None)


def aspects_of(desk: Desk, program: Program) -> list[Aspect]:
    """What can be asked of a program: money only where there is some."""
    return [each for each in Aspect if each is not Aspect.AMOUNT or program.kind in MONEY_KINDS]


def can_alert(desk: Desk, program: Program) -> bool:
    """Whether there is anything to tell of its calls."""
    return program.published and worth_waiting_for(program, desk.now().date())


def facts_known(desk: Desk, conversation_id: str) -> bool:
    """Whether enough was told that a verdict says something."""
    with desk.database.reading() as session:
        return bool(known_facts(session, desk, conversation_id).values)


def topic_program(desk: Desk, conversation_id: str) -> Program | None:
    """The program last spoken of; None when several were shown since, or none."""
    with desk.database.reading() as session:
        topic = session.get_one(Conversation, conversation_id).topic_program
    return desk.catalogue.program(topic) if topic else None


def awaited_estimate(desk: Desk, conversation_id: str) -> Program | None:
    """The program whose estimate waits for the budget that was asked for."""
    with desk.database.reading() as session:
        return _awaited(session, desk, conversation_id)


def settle_estimate(desk: Desk, conversation_id: str) -> None:
    """The budget was told or skipped: nothing waits for it any more."""
    with desk.database.transaction() as session:
        forget_estimate(session.get_one(Conversation, conversation_id))


def forget_estimate(conversation: Conversation) -> None:
    """Another question takes the place of the budget."""
    if ESTIMATE_FOR in conversation.draft:
        conversation.draft = {key: value for key, value in conversation.draft.items() if key != ESTIMATE_FOR}


def _awaited(session: Session, desk: Desk, conversation_id: str) -> Program | None:
    conversation = session.get_one(Conversation, conversation_id)
    wanted = conversation.draft.get(ESTIMATE_FOR) if conversation.pending == BUDGET else None
    return desk.catalogue.program(wanted) if wanted else None


def _ask_budget(conversation: Conversation, item: Item, facts: Facts) -> bool:
    useful = bool(item.program.amount.terms) and item.program.published and item.verdict.outcome != "ineligible"
    if not useful or facts.closed(BUDGET) or kind_of(conversation.pending) is not None:
        return False
    conversation.pending, conversation.draft = BUDGET, {ESTIMATE_FOR: item.program.id}
    return True


def _lines(aspect: Aspect, item: Item, near: tuple[Program, ...], facts: Facts) -> list[str]:
    match aspect:
        case Aspect.WHY:
            return why_lines(item.verdict)
        case Aspect.AMOUNT:
            return amount_lines(item.program, item.verdict, item.estimate, facts.today)
        case Aspect.DEADLINE:
            return deadline_lines(item.program, facts.today)
        case Aspect.DOCUMENTS:
            return document_lines(item.program)
        case Aspect.SIMILAR:
            return similar_lines(item.program, near, facts.today)


def _similar(desk: Desk, program: Program, facts: Facts) -> tuple[Program, ...]:
    place = facts.text("area") or desk.profile.ward
    places = (program.area, *desk.catalogue.areas.around(place), None)
    return tuple(similar(program, desk.catalogue.programs, facts.today, places))
