"""Knowledge: the list of entries, questions that nobody could answer, the form of a draft, and its preview."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import Depends, Form, Query
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from desk.catalogue.editing import UnfitRecord
from desk.channels.request import TheDesk
from desk.console.access import SignedIn, audited
from desk.console.answers import go, show
from desk.console.content_words import DONE, STANDINGS, STATES, TOPICS, VERIFIED
from desk.console.faults import FaultLine, fault_lines
from desk.console.leaves import Number, leaf_of
from desk.console.program_form import Typed, clean, lines
from desk.console.versions import CHANGE, READ, Done, FromForm, Reason, TypedIn, add_steps, router_of_editors
from desk.domain.audit import Kind as Deed
from desk.domain.editing import Base, Kind
from desk.services import knowledge_editing as editing
from desk.services.context import Desk
from desk.services.revisions import Draft, Version, read_version
from desk.services.staff import Member
from desk.services.unanswered import gather_unanswered

HOME = "/console/knowledge"
#: in the place of an id: an entry that does not exist yet
NEW = "new"

router = router_of_editors(HOME)
Asked = Annotated[list[int], Query(max_length=100)]


@router.get("", dependencies=READ)
def entries(
    desk: TheDesk,
    member: SignedIn,
    q: Annotated[str, Query(max_length=100)] = "",
    verified: Annotated[str, Query(max_length=20)] = "",
    page: Number = 1,
    done: Done = "",
) -> Response:
    """Entries, those that wait to be checked first."""
    return _show(
        "knowledge/list.html",
        member,
        leaf=leaf_of(editing.list_entries(desk, q.strip(), verified), page),
        open=editing.open_entries(desk),
        q=q,
        chosen=verified,
        done=DONE.get(done, ""),
    )


@router.get("/unanswered", dependencies=[Depends(audited(Deed.MESSAGES_READ))])
def unanswered(desk: TheDesk, member: SignedIn) -> Response:
    """What nobody could answer, put together where the words are the same."""
    return _show("knowledge/unanswered.html", member, clusters=gather_unanswered(desk))


@router.get("/versions/{revision_id}", dependencies=READ)
def version(revision_id: int, desk: TheDesk, member: SignedIn, done: Done = "") -> Response:
    """What a version changes, and what can be done with it."""
    try:
        preview = editing.preview_entry(desk, revision_id)
    except UnfitRecord as unfit:
        return entry_form(member, read_version(desk, revision_id), fault_lines(unfit.faults))
    return _show("knowledge/version.html", member, preview=preview, done=DONE.get(done, ""))


@router.get("/versions/{revision_id}/edit", dependencies=READ)
def mend(revision_id: int, desk: TheDesk, member: SignedIn) -> Response:
    """The form of one's own draft."""
    return entry_form(member, read_version(desk, revision_id))


@router.post("/versions/{revision_id}/edit", dependencies=CHANGE)
def rewrite(revision_id: int, desk: TheDesk, member: SignedIn, typed: TypedIn, reason: Reason) -> Response:
    """Keep what was written; a draft that is no entry comes back with what is wrong."""
    found = read_version(desk, revision_id)
    content = content_from(typed, found.content)
    try:
        editing.redraft_entry(desk, revision_id, content, reason.strip(), member)
    except UnfitRecord as unfit:
        return entry_form(member, found, fault_lines(unfit.faults), content, reason)
    return go(f"{HOME}/versions/{revision_id}?done=saved")


add_steps(router, HOME, editing.restore_entry)


@router.post("/versions/{revision_id}/publish", dependencies=CHANGE)
def publish(revision_id: int, desk: TheDesk, member: SignedIn) -> RedirectResponse:
    """Let people be told it."""
    editing.publish_entry(desk, revision_id, member)
    return go(f"{HOME}/versions/{revision_id}?done=published")


@router.get("/{entry_id}", dependencies=READ)
def entry(entry_id: str, desk: TheDesk, member: SignedIn) -> Response:
    """One entry with its versions."""
    return _show("knowledge/entry.html", member, file=editing.read_entry(desk, entry_id))


@router.get("/{entry_id}/edit", dependencies=READ)
def begin(entry_id: str, desk: TheDesk, member: SignedIn, asked: Asked = []) -> Response:  # noqa: B006 - FastAPI copies it
    """The form of a new draft: of what people are told now, or of a new entry, with the questions it would answer."""
    return draft_form(member, entry_id, _start(desk, entry_id, asked), "", _base(desk, entry_id), asked)


@router.post("/{entry_id}/edit", dependencies=CHANGE)
def draft(
    entry_id: str,
    desk: TheDesk,
    member: SignedIn,
    typed: TypedIn,
    reason: Reason,
    base: FromForm,
    asked: Annotated[list[int], Form(max_length=100)] = [],  # noqa: B006 - FastAPI copies it
) -> Response:
    """Keep a new draft, made from what its author had before them."""
    content = content_from(typed, _start(desk, entry_id, asked))
    origin = {"unanswered": asked} if asked else {}
    subject = "" if entry_id == NEW else entry_id
    try:
        made = editing.draft_entry(desk, Draft(Kind.ENTRY, subject, content, reason.strip(), base, origin), member)
    except UnfitRecord as unfit:
        return draft_form(member, entry_id, content, reason, base, asked, fault_lines(unfit.faults))
    return go(f"{HOME}/versions/{made}?done=saved")


def content_from(typed: Typed, before: Mapping[str, Any]) -> dict[str, Any]:
    """The content that a form describes."""
    told = {name: clean(typed.get(name)) for name in ("title", "topic", "answer", "as_of", "verified")}
    source = {"title": clean(typed.get("source-title")), "url": clean(typed.get("source-url")) or None}
    return {**before, **told, "questions": lines(typed.get("questions")), "source": source}


def entry_form(
    member: Member,
    found: Version,
    faults: list[FaultLine] | None = None,
    content: Mapping[str, Any] | None = None,
    reason: str | None = None,
) -> Response:
    """The form of a draft that exists."""
    shown, why = found.content if content is None else content, found.reason if reason is None else reason
    return _form(member, f"{HOME}/versions/{found.id}/edit", shown, why, found.base, [], faults)


def draft_form(
    member: Member,
    entry_id: str,
    content: Mapping[str, Any],
    reason: str,
    base: Base,
    asked: list[int],
    faults: list[FaultLine] | None = None,
) -> Response:
    """The form of a draft that does not exist yet."""
    return _form(member, f"{HOME}/{entry_id}/edit", content, reason, base, asked, faults)


def _form(
    member: Member,
    action: str,
    content: Mapping[str, Any],
    reason: str,
    base: Base,
    asked: list[int],
    faults: list[FaultLine] | None,
) -> Response:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if faults else HTTPStatus.OK
    told = {"action": action, "content": content, "reason": reason, "base": base, "asked": asked}
    return _show("knowledge/form.html", member, status, faults=faults or [], topics=TOPICS, **told)


def _start(desk: Desk, entry_id: str, asked: list[int]) -> dict[str, Any]:
    if entry_id != NEW:
        return editing.entry_now(desk, entry_id)
    return editing.empty_entry(desk, editing.wordings_of(desk, asked) if asked else ())


def _base(desk: Desk, entry_id: str) -> Base:
    return Base(None, None) if entry_id == NEW else editing.entry_base(desk, entry_id)


def _show(name: str, member: Member, status: int = HTTPStatus.OK, **context: Any) -> Response:
    return show(name, status, member=member, states=STATES, standings=STANDINGS, verified=VERIFIED, **context)
