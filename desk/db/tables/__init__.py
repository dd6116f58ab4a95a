"""All tables; importing this package fills the metadata."""

from desk.db.tables.aftercare import FollowUp, Reminder, Survey
from desk.db.tables.audit import AuditEntry
from desk.db.tables.cases import Case, CaseEvent, Counter
from desk.db.tables.conversations import Conversation, Fact, Message, Offer, Verdicts
from desk.db.tables.feedback import Feedback
from desk.db.tables.knowledge import UnansweredQuestion
from desk.db.tables.needs import Absence, Assignment, Coordinator, Need
from desk.db.tables.notifications import Delivery, Notification
from desk.db.tables.occasions import OccasionRow
from desk.db.tables.results import CaseResult
from desk.db.tables.reviews import Review
from desk.db.tables.revisions import ProfileEdit, Revision
from desk.db.tables.search import CaseText
from desk.db.tables.staff import RecoveryCode, Staff, StaffSession
from desk.db.tables.subscriptions import Lease, Subscription
from desk.db.tables.teamwork import CannedText, CaseNote, TranscriptMark

__all__ = [
    "Absence",
    "Assignment",
    "AuditEntry",
    "CannedText",
    "Case",
    "CaseEvent",
    "CaseNote",
    "CaseResult",
    "CaseText",
    "Conversation",
    "Coordinator",
    "Counter",
    "Delivery",
    "Fact",
    "Feedback",
    "FollowUp",
    "Lease",
    "Message",
    "Need",
    "Notification",
    "OccasionRow",
    "Offer",
    "ProfileEdit",
    "RecoveryCode",
    "Reminder",
    "Review",
    "Revision",
    "Staff",
    "StaffSession",
    "Subscription",
    "Survey",
    "TranscriptMark",
    "UnansweredQuestion",
    "Verdicts",
]
