"""What happened to conversations in stretches of time, such as the months of a year, read once for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, Label, Select, case, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from desk.db.tables import Case, Feedback, Message, Verdicts

#: moments, the earliest first: a stretch lies between each two
Stretches = Sequence[datetime]
STRETCH = "stretch"
#: lists of programs, and whether the last one held any; None without a list
Lists = tuple[int, bool | None]
NO_LIST: Lists = (0, None)
Ratings = tuple[int, int]
NO_RATING: Ratings = (0, 0)


@dataclass
class Happened:
    """What else happened to conversations in a stretch: cases that were opened, lists of programs, praise and blame."""

    #: speciality of the case
    opened: dict[str, str] = field(default_factory=dict)
    #: lists of programs, and whether the last one held any
    shown: dict[str, Lists] = field(default_factory=dict)
    #: how often praised, how often blamed
    rated: dict[str, Ratings] = field(default_factory=dict)

    def of(self, conversation: str) -> tuple[str | None, Lists, Ratings]:
        """All of it for one conversation."""
        shown, rated = self.shown.get(conversation, NO_LIST), self.rated.get(conversation, NO_RATING)
        return self.opened.get(conversation), shown, rated


def read_happened(session: Session, stretches: Stretches) -> list[Happened]:
    """For each stretch, and at the end for all of them together."""
    found = [Happened() for _ in stretches]
    for conversation, speciality, stretch in session.execute(_opened(stretches)):
        for each in (found[stretch], found[-1]):
            each.opened[conversation] = speciality
    for conversation, fitting, stretch in session.execute(_shown(stretches)):
        for each in (found[stretch], found[-1]):
            each.shown[conversation] = each.shown.get(conversation, NO_LIST)[0] + 1, bool(fitting)
    for conversation, liked, number, stretch in session.execute(_rated(stretches)):
        for each in (found[stretch], found[-1]):
            praise, blame = each.rated.get(conversation, NO_RATING)
            each.rated[conversation] = (praise + number, blame) if liked else (praise, blame + number)
    return found


def _opened(stretches: Stretches) -> Select[str, str, int]:
    """Conversations that became a consultation, and its speciality."""
    query = select(Case.conversation_id, Case.speciality, stretch_of(Case.created_at, stretches))
    return query.where(Case.consent_at.is_not(None), *within(Case.created_at, stretches)).order_by(Case.id)


def _shown(stretches: Stretches) -> Select[str, bool, int]:
    """Lists of programs by conversation; what is ruled out is never on one, so that a first line is something."""
    fitting = Verdicts.items[0]["id"].as_string().is_not(None)
    query = select(Verdicts.conversation_id, fitting, stretch_of(Verdicts.at, stretches))
    return query.where(*within(Verdicts.at, stretches)).order_by(Verdicts.id)


def _rated(stretches: Stretches) -> Select[str, bool | None, int, int]:
    """Praise (true) and blame (false) for what the bot said, or for the help as a whole."""
    stretch = stretch_of(Feedback.at, stretches)
    query = select(Feedback.conversation_id, Feedback.liked, func.count(Feedback.id), stretch).outerjoin(
        Message, Message.id == Feedback.about_id
    )
    about_bot = func.coalesce(Message.author, "bot") == "bot"
    query = query.where(Feedback.liked.is_not(None), about_bot, *within(Feedback.at, stretches))
    return query.group_by(Feedback.conversation_id, Feedback.liked, STRETCH)


def within(
    column: InstrumentedAttribute[datetime], stretches: Stretches
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Whether a moment lies in any of them."""
    return column >= stretches[0], column < stretches[-1]


def stretch_of(column: InstrumentedAttribute[datetime], stretches: Stretches) -> Label[int]:
    """In which stretch a moment lies."""
    return _halved(column, stretches[:-1], 0).label(STRETCH)


def _halved(column: InstrumentedAttribute[datetime], starts: Stretches, first: int) -> ColumnElement[int]:
    """By halves: among a hundred months in seven comparisons."""
    middle = len(starts) // 2
    if not middle:
        return literal(first)
    earlier, later = _halved(column, starts[:middle], first), _halved(column, starts[middle:], first + middle)
    return case((column < starts[middle], earlier), else_=later)
