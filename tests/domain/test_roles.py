"""Every role has its work, and nobody is allowed what the role does not name."""

import pytest

from desk.domain.roles import (
    CASEWORKERS,
    PERMISSIONS,
    LastAdministrator,
    NoCaseworker,
    OwnAccount,
    Permission,
    Role,
    check_caseworker,
    check_change,
    may,
)


@pytest.mark.parametrize("permission", Permission)
def test_somebody_may_do_each_thing(permission: Permission) -> None:
    assert any(may(role, permission) for role in Role)


@pytest.mark.parametrize("role", Role)
def test_each_role_has_something_to_do(role: Role) -> None:
    assert PERMISSIONS[role]


def test_an_editor_reads_no_case() -> None:
    assert not may(Role.EDITOR, Permission.READ_CASES)


def test_an_auditor_changes_nothing() -> None:
    changing = {Permission.WORK_CASES, Permission.EDIT_CONTENT, Permission.MANAGE_DESK, Permission.MANAGE_STAFF}
    assert not changing & PERMISSIONS[Role.AUDITOR]


def test_cases_go_to_those_who_work_on_them_and_to_nobody_else() -> None:
    assert {Role.COORDINATOR, Role.LEAD, Role.ADMINISTRATOR} == CASEWORKERS
    check_caseworker(Role.LEAD, "森 光")
    with pytest.raises(NoCaseworker) as refusal:
        check_caseworker(Role.EDITOR, "阿部 涼")
    assert refusal.value.name == "阿部 涼"


def test_a_role_that_does_not_exist_may_nothing() -> None:
    assert not any(may("caretaker", permission) for permission in Permission)


@pytest.mark.parametrize(
    ("before", "after", "own", "others", "refusal"),
    [
        (Role.COORDINATOR, Role.LEAD, False, 1, None),
        (Role.COORDINATOR, None, False, 1, None),
        (Role.ADMINISTRATOR, Role.LEAD, False, 1, None),
        (Role.ADMINISTRATOR, Role.LEAD, False, 0, LastAdministrator),
        (Role.ADMINISTRATOR, None, False, 0, LastAdministrator),
        (Role.ADMINISTRATOR, Role.LEAD, True, 3, OwnAccount),
        (Role.ADMINISTRATOR, None, True, 3, OwnAccount),
        (Role.ADMINISTRATOR, Role.ADMINISTRATOR, True, 0, None),
    ],
)
def test_nobody_is_locked_out_and_nobody_promotes_themselves(
    before: Role, after: Role | None, own: bool, others: int, refusal: type[Exception] | None
) -> None:
    if refusal is None:
        check_change(before, after, own, others)
    else:
        with pytest.raises(refusal):
            check_change(before, after, own, others)
