"""Checked messages leave the desk as training data and test cases, without the names of those who wrote them."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import select, update

from desk.db.tables import Message, Review
from desk.domain.training import Example, annotated, of_the_day, without_markup
from desk.domain.utterances import Leak, Use, Utterance, digest, invented, leak, personal
from desk.services.context import Desk
from desk.services.reviews import utterance_of


class Known(StrEnum):
    """Why a message is left out although nobody can be recognised by it."""

    REPEATED = "repeated"
    OF_THE_DAY = "of_the_day"


Reason = Leak | Known


@dataclass
class Export:
    """What can be written, what was invented on the way, and why the rest is left out."""

    training: list[Example] = field(default_factory=list)
    tests: list[Example] = field(default_factory=list)
    review_ids: list[int] = field(default_factory=list)
    #: messages in which names or numbers were replaced
    replaced: int = 0
    left_out: Counter[Reason] = field(default_factory=Counter)


def collect_export(desk: Desk, known: Collection[str] = ()) -> Export:
    """Everything that was checked and not exported yet, oldest first.

    `known` are digests of sentences that the project has already, be it to learn from or to test with. Nothing that is
    there, or that was exported before, is written again: one sentence is never in both.
    """
    export, seen = Export(), set(known)
    for row, text in _checked(desk):
        utterance = utterance_of(text, row.entities)
        reason = leak(utterance)
        if reason is None:
            _take(export, row, utterance, seen)
        elif row.exported_at is None:
            export.left_out[reason] += 1
    return export


def mark_exported(desk: Desk, review_ids: Sequence[int]) -> None:
    """Note that these were written, once the files are safe."""
    with desk.database.transaction() as session:
        session.execute(update(Review).where(Review.id.in_(review_ids)).values(exported_at=desk.now()))


def _checked(desk: Desk) -> list[tuple[Review, str]]:
    query = select(Review, Message.text).join(Message, Message.id == Review.message_id)
    with desk.database.reading() as session:
        # Exported ones first: what is out already wins over the same sentence with another name.
        rows = session.execute(query.where(Review.use.is_not(None)).order_by(Review.exported_at.is_(None), Review.id))
        return [(row, text) for row, text in rows]


def _take(export: Export, row: Review, told: Utterance, seen: set[str]) -> None:
    shown = invented(told)
    reason = _refusal(row, shown, seen)
    seen.add(_identity(shown))
    if row.exported_at is not None or row.intent is None:
        return
    if reason is not None:
        export.left_out[reason] += 1
        return
    target = export.tests if row.use == Use.TEST else export.training
    target.append(Example(row.intent, shown))
    export.review_ids.append(row.id)
    export.replaced += bool(personal(told))


def _refusal(row: Review, shown: Utterance, seen: Collection[str]) -> Reason | None:
    if _identity(shown) in seen:
        return Known.REPEATED
    return Known.OF_THE_DAY if row.use == Use.TEST and of_the_day(shown) else None


def _identity(shown: Utterance) -> str:
    """As it will stand in the file."""
    return digest(without_markup(annotated(shown)))
