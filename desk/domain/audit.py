"""The record of who read and changed what: its vocabulary, and the chain that shows whether a row was touched.

Each row carries a hash over its content and the hash of the row before it. Whoever changes or removes a row of the
past breaks every hash after it; whoever cuts rows off the end no longer has the last hash that was noted elsewhere.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any


class Kind(StrEnum):
    """What somebody did or tried to do."""

    LOGIN = "login"
    LOGIN_FAILED = "login_failed"
    LOGOUT = "logout"
    #: a page or an action that the role does not include
    REFUSED = "refused"
    CASES_LISTED = "cases_listed"
    CASE_READ = "case_read"
    CASE_CHANGED = "case_changed"
    CASE_EXPORTED = "case_exported"
    MESSAGE_SENT = "message_sent"
    #: messages of persons outside a case, such as those that wait for a review
    MESSAGES_READ = "messages_read"
    MESSAGE_REVIEWED = "message_reviewed"
    INDICATORS_READ = "indicators_read"
    CONTENT_READ = "content_read"
    CONTENT_CHANGED = "content_changed"
    SETTINGS_CHANGED = "settings_changed"
    STAFF_READ = "staff_read"
    STAFF_CHANGED = "staff_changed"
    ACCOUNT_READ = "account_read"
    PASSWORD_CHANGED = "password_changed"
    SECOND_FACTOR_CHANGED = "second_factor_changed"
    SESSIONS_ENDED = "sessions_ended"
    AUDIT_READ = "audit_read"
    AUDIT_EXPORTED = "audit_exported"
    #: the time for which a conversation is kept was over
    FORGOTTEN = "forgotten"


class Via(StrEnum):
    """The door through which somebody came."""

    CONSOLE = "console"
    API = "api"
    CLI = "cli"
    JOB = "job"


@dataclass(frozen=True)
class Doer:
    """Who did something: a login, or the name of what acts without one; and through which door."""

    name: str
    via: Via = Via.CONSOLE


@dataclass(frozen=True)
class Entry:
    """A row of the record. Identifiers and kinds only, never the words of a person."""

    number: int
    at: datetime
    actor: str
    via: str
    kind: str
    #: the case number, login or message that it is about
    subject: str
    detail: Mapping[str, Any]
    previous: str
    hash: str


@dataclass(frozen=True)
class Checked:
    """What a walk along the chain found: how many rows fit, the last hash among them, and the first that does not."""

    rows: int
    head: str
    broken: int | None = None


#: stands before the first row
BEGINNING = "0" * 64


def seal(number: int, at: datetime, words: tuple[str, str, str, str], detail: Mapping[str, Any], previous: str) -> str:
    """The hash of a row; `words` are actor, via, kind and subject. The same on every database, whatever it reorders."""
    content = [number, at.astimezone(UTC).isoformat(timespec="microseconds"), *words, detail, previous]
    text = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def walk(entries: Iterable[Entry]) -> Checked:
    """Follow the chain from its beginning; numbers must be without a gap, hashes must fit."""
    head, count = BEGINNING, 0
    for entry in entries:
        words = (entry.actor, entry.via, entry.kind, entry.subject)
        right = seal(count + 1, entry.at, words, entry.detail, head)
        if (entry.number, entry.previous, entry.hash) != (count + 1, head, right):
            return Checked(count, head, count + 1)
        head, count = entry.hash, count + 1
    return Checked(count, head)
