"""All tables; importing this package fills the metadata."""

from desk.db.tables.cases import Case, CaseEvent, Counter
from desk.db.tables.conversations import Conversation, Fact, Message, Offer, Verdicts
from desk.db.tables.knowledge import UnansweredQuestion
from desk.db.tables.reviews import Review
from desk.db.tables.staff import Staff, StaffSession
from desk.db.tables.subscriptions import Lease, Subscription

__all__ = [
    "Case",
    "CaseEvent",
    "Conversation",
    "Counter",
    "Fact",
    "Lease",
    "Message",
    "Offer",
    "Review",
    "Staff",
    "StaffSession",
    "Subscription",
    "UnansweredQuestion",
    "Verdicts",
]
