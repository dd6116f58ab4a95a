"""All tables; importing this package fills the metadata."""

from desk.db.tables.cases import Case, CaseEvent, Counter
from desk.db.tables.conversations import Conversation, Fact, Message, Offer, Verdicts
from desk.db.tables.staff import Staff, StaffSession

__all__ = [
    "Case",
    "CaseEvent",
    "Conversation",
    "Counter",
    "Fact",
    "Message",
    "Offer",
    "Staff",
    "StaffSession",
    "Verdicts",
]
