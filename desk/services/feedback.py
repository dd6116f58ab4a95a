"""Use case: keep what a person says of the help, beside the reply that it is about."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desk.db.tables import Feedback, Message
from desk.domain.rating import Rating, read_rating
from desk.services.context import Desk


def keep_feedback(desk: Desk, conversation_id: str) -> Rating:
    """Store the rating in the newest message of the person; the same message counts once."""
    with desk.database.transaction() as session:
        message = session.scalars(_messages(conversation_id, "user")).first()
        if message is None:
            return Rating(None, None)
        rating = read_rating(message.text)
        if session.scalar(select(Feedback.id).where(Feedback.message_id == message.id)) is None:
            session.add(_row(session, desk, message, rating))
    return rating


def _row(session: Session, desk: Desk, message: Message, rating: Rating) -> Feedback:
    before = _messages(message.conversation_id, "bot", "staff").where(Message.id < message.id)
    about = session.scalars(before).first()
    return Feedback(
        conversation_id=message.conversation_id,
        message_id=message.id,
        about_id=about.id if about else None,
        score=rating.score,
        liked=rating.liked,
        at=desk.now(),
    )


def _messages(conversation_id: str, *authors: str) -> Select[Message]:
    """The newest first."""
    said = select(Message).where(Message.conversation_id == conversation_id, Message.author.in_(authors))
    return said.order_by(Message.id.desc()).limit(1)
