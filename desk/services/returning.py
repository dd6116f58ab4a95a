"""Whether somebody comes back to what they left."""

from datetime import timedelta

from sqlalchemy import select

from desk.db.tables import Conversation, Message
from desk.services.context import Desk
from desk.services.facts import raw_facts

#: after so long a greeting opens a new visit
AWAY = timedelta(hours=8)


def comes_back(desk: Desk, conversation_id: str) -> bool:
    """Whether the person was away for long, and left facts or an open question behind."""
    query = select(Message.at).where(Message.conversation_id == conversation_id, Message.author == "user")
    with desk.database.reading() as session:
        last = list(session.scalars(query.order_by(Message.id.desc()).limit(2)))
        left = session.get_one(Conversation, conversation_id).pending or raw_facts(session, conversation_id)
    return len(last) == 2 and last[0] - last[1] > AWAY and bool(left)
