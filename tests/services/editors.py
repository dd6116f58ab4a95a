"""Two people who edit what the desk says, and what they do in tests."""

from typing import Any

from desk.domain.editing import Kind
from desk.services.catalogue_editing import base_of_draft, content_now, draft_program, publish_program
from desk.services.context import Desk
from desk.services.revisions import Draft, submit
from desk.services.staff import Member, create_staff, log_in, member_of

PASSWORD = "しっかり覚えた合言葉"
#: a program of the seeds whose call has closed
CHALLENGE = "itabashi-kaihatsu-challenge"


def editor(desk: Desk, login: str = "ito", name: str = "伊藤 恵") -> Member:
    """Somebody who may edit."""
    create_staff(desk, login, name, "editor", PASSWORD)
    member = member_of(desk, log_in(desk, login, PASSWORD))
    assert member is not None
    return member


def two_editors(desk: Desk) -> tuple[Member, Member]:
    """One who writes, and one who looks at it."""
    return editor(desk), editor(desk, "kato", "加藤 健")


def drafted(desk: Desk, author: Member, program: str = CHALLENGE, **changes: Any) -> int:
    """A draft that changes some fields; the id of the revision."""
    content = content_now(desk, program) | changes
    draft = Draft(Kind.PROGRAM, program, content, "公社の案内が新しくなったため", base_of_draft(desk, program))
    return draft_program(desk, draft, author)


def submitted(desk: Desk, author: Member, program: str = CHALLENGE, **changes: Any) -> int:
    """The same, submitted."""
    revision = drafted(desk, author, program, **changes)
    submit(desk, revision, author.id)
    return revision


def published(desk: Desk, author: Member, decider: Member, program: str = CHALLENGE, **changes: Any) -> int:
    """The same, published."""
    revision = submitted(desk, author, program, **changes)
    publish_program(desk, revision, decider)
    return revision
