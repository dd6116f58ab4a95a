"""How much whoever is logged in has not read yet: stands in the head of every page."""

from contextvars import ContextVar

from desk.services.context import Desk
from desk.services.notifications import count_unread
from desk.services.staff import Member

#: the desk that the request under way is about
_serving: ContextVar[Desk | None] = ContextVar("serving", default=None)


def serving(desk: Desk) -> None:
    """From here on, pages of this request count on this desk."""
    _serving.set(desk)


def unread(member: Member) -> int:
    """How many notices of a member of staff are unread; 0 outside of a request."""
    desk = _serving.get()
    return count_unread(desk, member.id) if desk is not None else 0
