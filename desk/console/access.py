"""Who may use the console, and that a form was really sent from it."""

import secrets
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from anyio.to_thread import run_sync as in_thread
from fastapi import Depends, Request

from desk.channels.request import desk_of
from desk.channels.touched import asked_of, subject_of
from desk.domain.audit import Doer, Kind
from desk.domain.roles import Permission, may
from desk.services.audit import record_now, record_once
from desk.services.console import watch_session
from desk.services.context import Desk
from desk.services.staff import Member, Stage, member_of, on_the_way

SESSION_COOKIE = "desk_session"
SAFE_METHODS = frozenset({"GET", "HEAD"})
#: where the steps of a login are taken
STEPS = {
    Stage.SECOND_FACTOR: "/console/login/code",
    Stage.PASSWORD: "/console/login/password",
    Stage.ENROLMENT: "/console/login/second-factor",
}


class NotSignedIn(Exception):
    """Nobody is logged in, or the login has run out."""


class NotAllowed(Exception):
    """Whoever is logged in has a role that does not include this."""


class GoTo(Exception):
    """Something else comes first, at another address of the console."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class Forged(Exception):
    """A form without its token, or sent from somewhere else."""


async def signed_in(request: Request, desk: Annotated[Desk, Depends(desk_of)]) -> Member:
    """Who is logged in; being here keeps the login alive. Whatever changes something must carry the form's token."""
    token = token_of(request)
    member = await in_thread(member_of, desk, token)
    if member is None:
        raise await in_thread(_what_is_left, desk, token)
    request.state.member = member
    if request.method not in SAFE_METHODS:
        await check_form(request, member.csrf_token)
    return member


SignedIn = Annotated[Member, Depends(signed_in)]


async def arriving(request: Request, desk: Annotated[Desk, Depends(desk_of)]) -> tuple[Member, Stage]:
    """Whose password was right, and which step comes next; only the pages of the login's steps open."""
    held = await in_thread(on_the_way, desk, token_of(request))
    if held is None:
        raise NotSignedIn
    if request.method not in SAFE_METHODS:
        await check_form(request, held[0].csrf_token)
    return held


@dataclass(frozen=True)
class At:
    """A guard beside `arriving`: a step is taken when it is its turn."""

    stage: Stage

    def __call__(self, arrival: Annotated[tuple[Member, Stage], Depends(arriving)]) -> Member:
        """Raises `GoTo` the step whose turn it is."""
        member, stage = arrival
        if stage != self.stage:
            raise GoTo(STEPS[stage])
        return member


def watching(request: Request, desk: Annotated[Desk, Depends(desk_of)]) -> Member:
    """Who is logged in, for requests that a page makes by itself: they keep no login alive."""
    watched = watch_session(desk, token_of(request))
    if watched is None:
        raise NotSignedIn
    member, request.state.session_left = watched
    request.state.member = member
    return member


@dataclass(frozen=True)
class Requires:
    """A guard beside `signed_in`: only members of staff whose role has this permission come in."""

    permission: Permission

    def __call__(self, member: Annotated[Member, Depends(signed_in)]) -> Member:
        """Raises `NotAllowed`."""
        return check_permission(member, self.permission)


@dataclass(frozen=True)
class RequiresWatching:
    """The same beside `watching`."""

    permission: Permission

    def __call__(self, member: Annotated[Member, Depends(watching)]) -> Member:
        """Raises `NotAllowed`."""
        return check_permission(member, self.permission)


@dataclass(frozen=True)
class Audited:
    """Beside `signed_in`, after what it requires: what is about to be read or changed goes into the record first."""

    kind: Kind

    def __call__(
        self, request: Request, desk: Annotated[Desk, Depends(desk_of)], member: Annotated[Member, Depends(signed_in)]
    ) -> None:
        """What cannot be recorded does not happen."""
        record_now(desk, Doer(member.login), self.kind, subject_of(request), _detail(request, desk))


@dataclass(frozen=True)
class AuditedWatching:
    """The same beside `watching`: a page that asks again and again is one reading in a quarter of an hour."""

    kind: Kind

    def __call__(
        self, request: Request, desk: Annotated[Desk, Depends(desk_of)], member: Annotated[Member, Depends(watching)]
    ) -> None:
        """What cannot be recorded does not happen."""
        record_once(desk, Doer(member.login), self.kind, subject_of(request), _detail(request, desk))


@dataclass(frozen=True)
class NotAudited:
    """Marks a route that neither shows nor changes personal data, and says why."""

    why: str

    def __call__(self) -> None:
        """Nothing to do."""


# in the words that routes are read by
requires, requires_watching = Requires, RequiresWatching
audited, audited_watching, not_audited = Audited, AuditedWatching, NotAudited


def check_permission(member: Member, permission: Permission) -> Member:
    """The member again. Raises `NotAllowed`."""
    if not may(member.role, permission):
        raise NotAllowed(permission)
    return member


def token_of(request: Request) -> str:
    """The token of the session, whatever it opens."""
    return request.cookies.get(SESSION_COOKIE, "")


async def check_form(request: Request, expected: str) -> None:
    """Raises `Forged` unless the form holds the token and comes from this very site."""
    given = (await request.form()).get("csrf")
    fits = isinstance(given, str) and bool(expected) and secrets.compare_digest(given.encode(), expected.encode())
    if not fits or not _from_here(request):
        raise Forged


def _what_is_left(desk: Desk, token: str) -> Exception:
    held = on_the_way(desk, token)
    return GoTo(STEPS[held[1]]) if held else NotSignedIn()


def _from_here(request: Request) -> bool:
    """By the Origin header, which browsers send with every form; programs without one have the token only."""
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def _detail(request: Request, desk: Desk) -> dict[str, Any]:
    """What was asked for; of what changes something, which action it was."""
    action = {} if request.method in SAFE_METHODS else {"action": request.scope["route"].name}
    return action | asked_of(request, desk)


#: whoever changes a case: logged in, allowed to, and on record
CASE_WORK = [Depends(signed_in), Depends(requires(Permission.WORK_CASES)), Depends(audited(Kind.CASE_CHANGED))]
