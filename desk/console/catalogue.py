"""Programs: the list by what needs looking at, one program with its versions, the form of a draft, and its preview."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from desk.catalogue.diff_words import CONFIDENCES, FIELDS, RECURRENCES, STATUSES, condition_words
from desk.catalogue.editing import UnfitRecord
from desk.channels.request import TheDesk
from desk.channels.web.pages import draw_program
from desk.console.access import SignedIn, audited, requires, signed_in
from desk.console.answers import ConsoleRoute, go, show
from desk.console.content_words import DONE, PRIOR_STEPS, STANDINGS, STATES
from desk.console.faults import FaultLine, fault_lines
from desk.console.leaves import Number, leaf_of
from desk.console.program_form import content_from, rows_of
from desk.console.versions import CHANGE, READ, Done, FromForm, Reason, TypedIn, add_steps, router_of_editors
from desk.domain.audit import Kind as Deed
from desk.domain.editing import Base, Kind
from desk.domain.program_words import call_words
from desk.domain.roles import Permission, may
from desk.services import catalogue_editing as editing
from desk.services.imported import find_imported
from desk.services.rechecking import recheck
from desk.services.revisions import Draft, Version, read_version
from desk.services.staff import Member

HOME = "/console/catalogue"

router = router_of_editors(HOME)
cases_router = APIRouter(
    prefix="/console/rechecked",
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=[Depends(signed_in), Depends(requires(Permission.READ_CASES))],
)


@router.get("", dependencies=READ)
def programs(
    desk: TheDesk, member: SignedIn, q: Annotated[str, Query(max_length=100)] = "", page: Number = 1, done: Done = ""
) -> Response:
    """Programs by what needs looking at."""
    lines, new = editing.list_programs(desk, q.strip()), editing.new_programs(desk)
    return _show(
        "catalogue/list.html",
        member,
        leaf=leaf_of(lines, page),
        new=new,
        imported=editing.imported_programs(desk),
        q=q,
        done=DONE.get(done, ""),
        statuses=STATUSES,
        confidences=CONFIDENCES,
        call_words=call_words,
    )


@router.get("/versions/{revision_id}", dependencies=READ)
def version(revision_id: int, desk: TheDesk, member: SignedIn, done: Done = "") -> Response:
    """What a version changes, for whom, and what can be done with it."""
    try:
        preview = editing.preview_program(desk, revision_id)
    except UnfitRecord as unfit:
        return _unsound(member, read_version(desk, revision_id), unfit)
    return _show(
        "catalogue/version.html",
        member,
        preview=preview,
        sees_cases=may(member.role, Permission.READ_CASES),
        done=DONE.get(done, ""),
    )


@router.get("/versions/{revision_id}/page", dependencies=READ)
def public_page(revision_id: int, desk: TheDesk) -> Response:
    """The public page as it would be."""
    preview = editing.preview_program(desk, revision_id)
    return draw_program(desk, preview.program, "preview.html", back=f"{HOME}/versions/{revision_id}")


@router.get("/versions/{revision_id}/edit", dependencies=READ)
def mend(revision_id: int, desk: TheDesk, member: SignedIn) -> Response:
    """The form of one's own draft."""
    found = read_version(desk, revision_id)
    return draft_form(member, found.subject, found.content, found.reason, found.base, revision=found)


@router.post("/versions/{revision_id}/edit", dependencies=CHANGE)
def rewrite(revision_id: int, desk: TheDesk, member: SignedIn, typed: TypedIn, reason: Reason) -> Response:
    """Keep what was written; a draft that no program can be made of comes back with what is wrong."""
    found = read_version(desk, revision_id)
    content = content_from(typed, found.content)
    try:
        editing.redraft_program(desk, revision_id, content, reason.strip(), member)
    except UnfitRecord as unfit:
        return draft_form(member, found.subject, content, reason, found.base, found, fault_lines(unfit.faults))
    return go(f"{HOME}/versions/{revision_id}?done=saved")


add_steps(router, HOME, editing.restore_program)


@router.post("/versions/{revision_id}/publish", dependencies=CHANGE)
def publish(revision_id: int, desk: TheDesk, member: SignedIn) -> RedirectResponse:
    """Let people see it."""
    changed = editing.publish_program(desk, revision_id, member)
    return go(f"{HOME}/versions/{revision_id}?done={'published_cases' if changed else 'published'}")


@router.get("/{program_id}", dependencies=READ)
def program(program_id: str, desk: TheDesk, member: SignedIn) -> Response:
    """One program: what people see now, its requirements, and every version."""
    file = editing.read_program(desk, program_id)
    return _show("catalogue/program.html", member, file=file, condition_words=condition_words)


@router.get("/{program_id}/edit", dependencies=READ)
def begin(program_id: str, desk: TheDesk, member: SignedIn) -> Response:
    """The form of a new draft, filled with what people see now."""
    content = editing.content_now(desk, program_id)
    return draft_form(member, program_id, content, "", editing.base_of_draft(desk, program_id))


@router.post("/{program_id}/edit", dependencies=CHANGE)
def draft(
    program_id: str,
    desk: TheDesk,
    member: SignedIn,
    typed: TypedIn,
    reason: Reason,
    base: FromForm,
) -> Response:
    """Keep a new draft, made from what its author had before them."""
    content = content_from(typed, editing.content_now(desk, program_id))
    try:
        made = editing.draft_program(desk, Draft(Kind.PROGRAM, program_id, content, reason.strip(), base), member)
    except UnfitRecord as unfit:
        return draft_form(member, program_id, content, reason, base, None, fault_lines(unfit.faults))
    return go(f"{HOME}/versions/{made}?done=saved")


@cases_router.get("", dependencies=[Depends(audited(Deed.CASES_LISTED))])
def rechecked(desk: TheDesk, member: SignedIn) -> Response:
    """Open cases whose verdicts are others by the catalogue of today."""
    return show("catalogue/rechecked.html", member=member, changes=recheck(desk))


def draft_form(
    member: Member,
    program_id: str,
    content: Mapping[str, Any],
    reason: str,
    base: Base,
    revision: Version | None = None,
    faults: list[FaultLine] | None = None,
) -> Response:
    """The form of a draft; with faults, what was typed and what is wrong with it."""
    status = HTTPStatus.UNPROCESSABLE_ENTITY if faults else HTTPStatus.OK
    return _show(
        "catalogue/form.html",
        member,
        status,
        program_id=program_id,
        content=content,
        reason=reason,
        base=base,
        revision=revision,
        faults=faults or [],
        rows_of=rows_of,
        imported=find_imported(program_id),
        fields=FIELDS,
        statuses=STATUSES,
        recurrences=RECURRENCES,
        confidences=CONFIDENCES,
        steps=PRIOR_STEPS,
    )


def _unsound(member: Member, found: Version, unfit: UnfitRecord) -> Response:
    """A version that fits no longer: the form says why."""
    return draft_form(member, found.subject, found.content, found.reason, found.base, found, fault_lines(unfit.faults))


def _show(name: str, member: Member, status: int = HTTPStatus.OK, **context: Any) -> Response:
    return show(name, status, member=member, states=STATES, standings=STANDINGS, **context)
