"""What the bot has asked and waits for: a fact, consent, or a contact field."""

from typing import Literal

from desk.domain.contact import FIELDS

CONSENT = "consent"
CONTACT_PREFIX = "contact_"
Kind = Literal["fact", "consent", "contact"]


def contact_question(field: str) -> str:
    """The name under which a contact field is pending: `contact_email`."""
    return CONTACT_PREFIX + field


def contact_field(pending: str) -> str | None:
    """The contact field behind a pending question, if it is one."""
    field = pending.removeprefix(CONTACT_PREFIX)
    return field if pending.startswith(CONTACT_PREFIX) and field in FIELDS else None


def kind_of(pending: str | None) -> Kind | None:
    """What kind of answer is awaited; rules of the dialogue hang on it."""
    if pending is None:
        return None
    if pending == CONSENT:
        return "consent"
    return "contact" if contact_field(pending) else "fact"


def hands_over(pending: str | None) -> bool:
    """Whether a handover is under way."""
    return kind_of(pending) in ("consent", "contact")


def asked_of(pending: str | None) -> str | None:
    """What the language understanding is told was asked: the fact, the contact field, or consent."""
    return None if pending is None else contact_field(pending) or pending
