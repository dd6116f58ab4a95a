"""The review queue: messages that were hardly understood, and what staff say they meant."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import Select, delete, func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desk.db.tables import Message, Review, TranscriptMark
from desk.domain.intents import INTENTS
from desk.domain.training import ADDED
from desk.domain.utterances import PERSONAL, Span, Use, Utterance, digest, hidden, use_of
from desk.services.context import Desk
from desk.services.turns import FALLBACK, INERT_SLASH

#: newest messages that are looked at: whoever is that far behind reads the newer ones first anyway
LOOKED_AT = 2_000
PAGE = 50
RECENT = 20

log = structlog.get_logger(__name__)


class NoSuchUtterance(LookupError):
    """No message of a person bears this id, or its review cannot be taken back any more."""


class AlreadyReviewed(ValueError):
    """Somebody has settled this message, or the same words of somebody else."""


class UnfitReview(ValueError):
    """An intent that does not exist, or words that do not stand in the message."""


@dataclass(frozen=True)
class Waiting:
    """A message to be looked at. `text` hides names; `before` is what the bot had said; shares are 0 to 1."""

    message_id: int
    text: str
    before: str
    at: datetime
    intent: str | None
    confidence: float
    ranking: tuple[tuple[str, float], ...]
    #: what was found: entity, words (hidden where personal) and value, in the order of the record
    found: tuple[tuple[str, str, Any], ...]


@dataclass(frozen=True)
class Settled:
    """A message that was looked at; `intent` and `use` are empty when it is not learnt from."""

    message_id: int
    text: str
    intent: str | None
    use: str | None
    exported: bool


@dataclass(frozen=True)
class Reviews:
    """The queue, newest first, what was settled last, and how many: `training`, `test`, `skipped`, `exported`."""

    waiting: list[Waiting]
    total: int
    settled: list[Settled]
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Reading:
    """What a member of staff says of a message. No intent: it is not learnt from.

    `kept` are the places in `Waiting.found` of what is right; `added` are an entity and its words in the message.
    """

    intent: str | None
    kept: frozenset[int] = frozenset()
    added: tuple[str, str] | None = None


def read_reviews(desk: Desk, below: float) -> Reviews:
    """The queue: messages with a confidence below `below` (0 to 1), not understood at all, or marked in a case."""
    with desk.database.reading() as session:
        rows = _once_each(session, session.scalars(_unsettled(below)).all())
        waiting = [_waiting(session, row) for row in rows[:PAGE]]
        return Reviews(waiting, len(rows), _settled(session), _counts(session))


def save_review(desk: Desk, message_id: int, reading: Reading, reviewer_id: int) -> None:
    """Keep what a message meant. Raises `NoSuchUtterance`, `UnfitReview`, and `AlreadyReviewed`."""
    if reading.intent is not None and reading.intent not in INTENTS:
        raise UnfitReview(reading.intent)
    try:
        with desk.database.transaction() as session:
            row = _message(session, message_id)
            session.add(_review(desk, row, reading, reviewer_id))
    except IntegrityError as clash:
        raise AlreadyReviewed(message_id) from clash
    log.info("review_saved", message_id=message_id, intent=reading.intent)


def withdraw_review(desk: Desk, message_id: int) -> None:
    """Put a message back into the queue. Raises `NoSuchUtterance` when it was never settled, or is exported."""
    query = delete(Review).where(Review.message_id == message_id, Review.exported_at.is_(None)).returning(Review.id)
    with desk.database.transaction() as session:
        if session.scalar(query) is None:
            raise NoSuchUtterance(message_id)


def utterance_of(text: str, entities: Sequence[Mapping[str, Any]]) -> Utterance:
    """A stored text with its stored entities."""
    return Utterance(
        text,
        tuple(Span(each["entity"], each["value"], each.get("start") or 0, each.get("end") or 0) for each in entities),
    )


def _unsettled(below: float) -> Select[Message]:
    marked = select(TranscriptMark.message_id).where(TranscriptMark.kind == "intent")
    unsure = or_(Message.confidence < below, Message.intent == FALLBACK, Message.id.in_(marked))
    said = [Message.author == "user", Message.choice_id.is_(None), Message.status == "handled", unsure]
    said.append(Message.text != "")  # forgotten
    # What looks like a command of Rasa must not become an example: Rasa would carry it out.
    said += [~Message.text.startswith(slash) for slash in ("/", INERT_SLASH)]
    settled = select(Review.message_id)
    return select(Message).where(*said, Message.id.not_in(settled)).order_by(Message.id.desc()).limit(LOOKED_AT)


def _once_each(session: Session, rows: Sequence[Message]) -> list[Message]:
    """The newest message of each wording that nobody has settled."""
    seen, kept = set(session.scalars(select(Review.text_hash))), list[Message]()
    for row in rows:
        identity = digest(row.text)
        if identity not in seen:
            seen.add(identity)
            kept.append(row)
    return kept


def _waiting(session: Session, row: Message) -> Waiting:
    utterance = utterance_of(row.text, row.understood.get("entities", ()))
    ranking = tuple((each["name"], each["confidence"]) for each in row.understood.get("ranking", ()))
    found = tuple((span.entity, _words(utterance, span), span.value) for span in utterance.spans)
    before = _said_before(session, row)
    return Waiting(row.id, hidden(utterance), before, row.at, row.intent, row.confidence or 0.0, ranking, found)


def _words(utterance: Utterance, span: Span) -> str:
    return PERSONAL.get(span.entity) or utterance.text[span.start : span.end]


def _said_before(session: Session, row: Message) -> str:
    """The last text that the person had before them when they wrote."""
    earlier = select(Message.text).where(Message.conversation_id == row.conversation_id, Message.id < row.id)
    spoken = earlier.where(Message.author != "user", Message.text != "")
    return session.scalar(spoken.order_by(Message.id.desc()).limit(1)) or ""


def _settled(session: Session) -> list[Settled]:
    query = select(Review, Message.text).join(Message, Message.id == Review.message_id)
    rows = session.execute(query.order_by(Review.id.desc()).limit(RECENT))
    return [
        Settled(row.message_id, hidden(utterance_of(text, row.entities)), row.intent, row.use, bool(row.exported_at))
        for row, text in rows
    ]


def _counts(session: Session) -> dict[str, int]:
    counted = {
        **{use.value: func.count(Review.id).filter(Review.use == use.value) for use in Use},
        "skipped": func.count(Review.id).filter(Review.use.is_(None)),
        "exported": func.count(Review.exported_at),
    }
    return dict(zip(counted, session.execute(select(*counted.values())).one(), strict=True))


def _message(session: Session, message_id: int) -> Message:
    row = session.get(Message, message_id)
    if row is None or row.author != "user" or row.choice_id is not None:
        raise NoSuchUtterance(message_id)
    return row


def _review(desk: Desk, row: Message, reading: Reading, reviewer_id: int) -> Review:
    told = utterance_of(row.text, row.understood.get("entities", ()))
    # Names stay marked whatever staff keep: they are what the export has to replace.
    kept = [span for at, span in enumerate(told.spans) if at in reading.kept or span.entity in PERSONAL]
    utterance = Utterance(row.text, (*kept, *_added(row.text, reading.added)))
    return Review(
        message_id=row.id,
        text_hash=digest(row.text),
        intent=reading.intent,
        entities=[asdict(span) for span in utterance.spans],
        use=use_of(utterance).value if reading.intent else None,
        reviewer_id=reviewer_id,
        at=desk.now(),
    )


def _added(text: str, added: tuple[str, str] | None) -> list[Span]:
    if added is None:
        return []
    entity, words = added
    start = text.find(words)
    if entity not in ADDED or start < 0:
        raise UnfitReview(entity)
    return [Span(entity, words, start, start + len(words))]
