"""Who at the desk may do what: each role has its permissions, and nothing else decides."""

from enum import StrEnum


class Permission(StrEnum):
    """Something that not everybody may do."""

    #: read cases with contact data and transcripts
    READ_CASES = "read_cases"
    #: answer, assign, move on and close cases
    WORK_CASES = "work_cases"
    #: say what a message meant
    REVIEW = "review"
    #: draft and publish programs and knowledge; never one's own draft
    EDIT_CONTENT = "edit_content"
    READ_INDICATORS = "read_indicators"
    #: opening hours, canned texts, skills and absences
    MANAGE_DESK = "manage_desk"
    #: logins and roles
    MANAGE_STAFF = "manage_staff"
    READ_AUDIT = "read_audit"


class Role(StrEnum):
    """What a member of staff is at the desk."""

    COORDINATOR = "coordinator"
    LEAD = "lead"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


_COORDINATOR = frozenset({Permission.READ_CASES, Permission.WORK_CASES, Permission.REVIEW, Permission.READ_INDICATORS})
PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.COORDINATOR: _COORDINATOR,
    Role.LEAD: _COORDINATOR | {Permission.EDIT_CONTENT, Permission.MANAGE_DESK},
    Role.EDITOR: frozenset({Permission.REVIEW, Permission.EDIT_CONTENT, Permission.READ_INDICATORS}),
    Role.ADMINISTRATOR: frozenset(Permission),
    Role.AUDITOR: frozenset({Permission.READ_CASES, Permission.READ_INDICATORS, Permission.READ_AUDIT}),
}


def may(role: str, permission: Permission) -> bool:
    """Whether somebody of this role is allowed; an unknown role is allowed nothing."""
    return permission in PERMISSIONS.get(role, frozenset())  # type: ignore[call-overload]


#: cases and needs are given to these
CASEWORKERS = frozenset(role for role in Role if may(role, Permission.WORK_CASES))


class NoCaseworker(PermissionError):
    """Nothing of a case can be given to somebody whose role does not work on cases; `name` says who."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def check_caseworker(role: str, name: str) -> None:
    """Whether a case or a need can be given to somebody of this role. Raises `NoCaseworker`."""
    if role not in CASEWORKERS:
        raise NoCaseworker(name)


class LastAdministrator(PermissionError):
    """Without this administrator nobody could manage logins any more."""


class OwnAccount(PermissionError):
    """Nobody changes their own role or takes themselves out of use: somebody else does it."""


def check_change(before: Role, after: Role | None, own: bool, other_administrators: int) -> None:
    """Whether a role may become another; `after` is None for somebody who leaves. Raises what stands against it."""
    if after == before:
        return
    if own:
        raise OwnAccount
    if before == Role.ADMINISTRATOR and not other_administrators:
        raise LastAdministrator
