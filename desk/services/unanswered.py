"""Use case: keep the questions that no entry answers, so that staff see what people miss."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desk.db.tables import UnansweredQuestion
from desk.domain.masking import mask
from desk.domain.utterances import Span, Utterance, digest, hidden
from desk.retrieval.tokenizer import words
from desk.services.context import Desk

#: characters of a question that are kept
LONGEST = 400
PAGE = 100

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Unanswered:
    """A question that nobody could answer, with personal matters hidden, and how often it was asked."""

    id: int
    text: str
    count: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True)
class Cluster:
    """Questions that one entry would answer, since they are made of the same words."""

    questions: tuple[Unanswered, ...]

    @property
    def count(self) -> int:
        """How often they were asked, all together."""
        return sum(each.count for each in self.questions)

    @property
    def ids(self) -> tuple[int, ...]:
        """The questions by number."""
        return tuple(each.id for each in self.questions)


def note_unanswered(desk: Desk, conversation_id: str, text: str, entities: Iterable[Mapping[str, Any]]) -> None:
    """Count a question; the same words in other spellings are the same question."""
    plain = mask(hidden(Utterance(text, tuple(_spans(entities))))).text[:LONGEST]
    if not plain.strip():
        return
    try:
        _count(desk, conversation_id, plain)
    except IntegrityError:  # somebody else asked it for the first time between the look and the insert
        _count(desk, conversation_id, plain)
    log.info("question_unanswered", conversation=conversation_id)


def read_unanswered(desk: Desk, limit: int = PAGE) -> Sequence[Unanswered]:
    """Questions still without an entry, the most frequent first, then the newest."""
    table = UnansweredQuestion
    query = select(table).where(table.entry_id.is_(None)).order_by(table.count.desc(), table.last_at.desc(), table.id)
    with desk.database.reading() as session:
        return [
            Unanswered(row.id, row.text, row.count, row.first_at, row.last_at)
            for row in session.scalars(query.limit(limit))
        ]


def gather_unanswered(desk: Desk) -> Sequence[Cluster]:
    """The same, with questions of the same words put together, what is asked most first."""
    clusters: dict[frozenset[str], list[Unanswered]] = {}
    for each in read_unanswered(desk):
        clusters.setdefault(frozenset(words(each.text)) or frozenset({each.text}), []).append(each)
    return sorted((Cluster(tuple(each)) for each in clusters.values()), key=lambda each: -each.count)


def mark_answered(session: Session, ids: Collection[int], entry_id: str) -> None:
    """An entry answers these questions now."""
    session.execute(update(UnansweredQuestion).where(UnansweredQuestion.id.in_(ids)).values(entry_id=entry_id))


def _count(desk: Desk, conversation_id: str, text: str) -> None:
    with desk.database.transaction() as session:
        row = _row(session, desk.now(), text)
        row.conversation_id = conversation_id
        row.last_at = desk.now()
        row.count += 1


def _row(session: Session, now: datetime, text: str) -> UnansweredQuestion:
    key = digest(text)
    row = session.scalar(select(UnansweredQuestion).where(UnansweredQuestion.text_hash == key).with_for_update())
    if row is None:
        row = UnansweredQuestion(text_hash=key, text=text, first_at=now, last_at=now, count=0)
        session.add(row)
    return row


def _spans(entities: Iterable[Mapping[str, Any]]) -> Iterable[Span]:
    return (Span(each["entity"], each["value"], each["start"], each["end"]) for each in entities if "start" in each)
