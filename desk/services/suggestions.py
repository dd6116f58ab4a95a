"""Use case: draft replies for staff. Nothing is sent by itself, and the conversation's state is not touched."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.retrieval.index import Document, Index
from desk.services.canned import SOURCE as CANNED
from desk.services.canned import Canned
from desk.services.case_events import record_event
from desk.services.case_rows import find_case
from desk.services.cases import CaseFile
from desk.services.changes import CASES
from desk.services.context import Desk
from desk.services.entries import Entry
from desk.services.knowledge import answer_question

KNOWLEDGE = "knowledge"
#: kind of the event that turns the drafts of a case on or off
SWITCHED = "suggesting"
#: a canned text must have this much in common with what was written (0 to 1)
LIKE_ENOUGH = 0.2
#: so many entries are offered when none is sure
PERHAPS = 2


@dataclass(frozen=True)
class Draft:
    """A reply for a person to read, change and send. `source` names what it was made from; `origin` tells it."""

    source: str
    title: str
    origin: str
    text: str


def switch_suggestions(desk: Desk, number: str, on: bool, actor: str) -> None:
    """Begin or stop to draft replies for a case. Raises `NoSuchCase`."""
    with desk.database.transaction() as session:
        record_event(session, desk, find_case(session, number), actor, SWITCHED, {"on": on})
    desk.changes.report(CASES)


def is_suggesting(file: CaseFile) -> bool:
    """Whether replies are drafted: the last word of staff counts."""
    switched = [each.detail["on"] for each in file.events if each.kind == SWITCHED]
    return bool(switched and switched[-1])


def drafts_for(desk: Desk, file: CaseFile, canned: Sequence[Canned]) -> list[Draft]:
    """Drafts for what the person wrote last, while staff hold the conversation and have not answered it yet.

    `canned` are the canned texts as filled for this case.
    """
    last = file.transcript[-1] if file.transcript else None
    if last is None or last.author != "user" or file.gate != "staff" or not is_suggesting(file):
        return []
    return [*_from_knowledge(desk, last.text), *_from_canned(canned, last.text)]


def _from_knowledge(desk: Desk, question: str) -> list[Draft]:
    answer = answer_question(desk.library, question)
    entries = (answer.entry,) if answer.entry else answer.perhaps[:PERHAPS]
    return [_of_entry(entry) for entry in entries]


def _of_entry(entry: Entry) -> Draft:
    origin = f"{entry.source.title}、{entry.as_of:%Y年%-m月%-d日}時点"
    more = f"\n{entry.source.url}" if entry.source.url else ""
    return Draft(f"{KNOWLEDGE}:{entry.id}", entry.title, origin, f"{entry.answer}\n（出典：{origin}）{more}")


def _from_canned(canned: Sequence[Canned], question: str) -> list[Draft]:
    index = Index([Document((each.title,), each.text) for each in canned], None)
    found = [canned[match.number] for match in index.search(question, 1) if match.likeness >= LIKE_ENOUGH]
    return [Draft(f"{CANNED}:{each.id}", each.title, "定型文", each.text) for each in found]
