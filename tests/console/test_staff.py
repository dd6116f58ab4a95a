"""職員: administrators manage the logins of others at the console, and nobody else does."""

import re
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI

from desk.domain.roles import Role
from desk.services.context import Desk
from desk.services.staff import LoginRefused, create_staff, log_in
from desk.services.staff_management import read_staff
from tests.console.conftest import PASSWORD, Console, reached, text_of
from tests.services.logins import recorded

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

PAGE = "/console/staff"


@pytest.fixture
def admin(app: FastAPI, desk: Desk, staff: None) -> Iterator[Console]:
    """The administrator, logged in."""
    create_staff(desk, "admin", "管理者", Role.ADMINISTRATOR, PASSWORD)
    with reached(app) as client:
        console = Console(client)
        console.log_in("admin")
        yield console


def told_password(page: httpx.Response) -> str:
    """The start password that a page shows."""
    found = re.search(r"<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){3})</code>", page.text)
    assert found is not None
    return found[1]


def test_the_list_tells_who_may_do_what(admin: Console) -> None:
    page = text_of(admin.get(PAGE))

    assert "登録されている方 3人" in page
    assert "佐藤 花子 sato 相談員 使えます なし" in page
    assert "管理者 admin 管理者 使えます なし 1件" in page


def test_somebody_is_added_and_the_password_is_shown_once(admin: Console, desk: Desk) -> None:
    fields = {"login": " Tanaka ", "name": "田中 由美", "email": "tanaka@city.example.jp", "role": "lead"}
    told = admin.post(PAGE, **fields)

    password = told_password(told)
    assert told.headers["Cache-Control"] == "no-store"
    assert "7日のうちに一度だけ" in text_of(told)
    assert password not in admin.get(f"{PAGE}/tanaka").text
    assert log_in(desk, "tanaka", password)
    assert read_staff(desk, "tanaka").email == "tanaka@city.example.jp"


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({"login": "sato", "name": "佐藤", "role": "lead"}, 409, "すでに使われています"),
        ({"login": "田中", "name": "田中", "role": "lead"}, 422, "ログインIDは半角の小文字と数字"),
        ({"login": "tanaka", "name": " ", "role": "lead"}, 422, "お名前は空にせず"),
        ({"login": "tanaka", "name": "田中", "role": "king"}, 422, "入力を受け付けられませんでした"),
        ({"login": "tanaka", "name": "田中\x00", "role": "lead"}, 422, "読み取れない文字"),
    ],
)
def test_what_cannot_be_added_is_explained(admin: Console, fields: dict[str, str], status: int, told: str) -> None:
    refused = admin.post(PAGE, **fields)

    assert refused.status_code == status
    assert told in text_of(refused)


def test_name_and_role_are_changed(admin: Console, desk: Desk) -> None:
    changed = admin.post(f"{PAGE}/sato", name="佐藤 花", role="auditor", email="")

    assert changed.headers["location"] == f"{PAGE}/sato?done=changed"
    line = read_staff(desk, "sato")
    assert (line.name, line.role, line.email) == ("佐藤 花", "auditor", None)


def test_the_own_role_stays_and_the_page_offers_no_other(admin: Console, desk: Desk) -> None:
    page = admin.get(f"{PAGE}/admin")
    assert 'type="radio"' not in page.text
    assert "/console/staff/admin/deactivate" not in page.text

    for path, fields in ((f"{PAGE}/admin", {"name": "管理者", "role": "lead"}), (f"{PAGE}/admin/deactivate", {})):
        refused = admin.post(path, **fields)
        assert refused.status_code == httpx.codes.CONFLICT
        assert "ほかの管理者に頼んでください" in text_of(refused)
    assert read_staff(desk, "admin").role == Role.ADMINISTRATOR


def test_whoever_leaves_and_comes_back(admin: Console, desk: Desk) -> None:
    log_in(desk, "sato", PASSWORD)
    left = admin.post(f"{PAGE}/sato/deactivate")
    assert "開いていたログインも終了しました" in text_of(admin.get(left.headers["location"]))
    with pytest.raises(LoginRefused):
        log_in(desk, "sato", PASSWORD)

    back = told_password(admin.post(f"{PAGE}/sato/activate"))

    assert log_in(desk, "sato", back)


def test_an_administrator_helps_back_in(admin: Console, desk: Desk) -> None:
    log_in(desk, "sato", PASSWORD)
    assert admin.post(f"{PAGE}/sato/sessions/end").headers["location"] == f"{PAGE}/sato?done=ended"
    assert read_staff(desk, "sato").sessions == 0

    assert log_in(desk, "sato", told_password(admin.post(f"{PAGE}/sato/password")))
    assert admin.post(f"{PAGE}/sato/second-factor").headers["location"] == f"{PAGE}/sato?done=factor"
    assert admin.post(f"{PAGE}/sato/unlink").headers["location"] == f"{PAGE}/sato?done=unlinked"


def test_somebody_who_is_not_there_is_told_of(admin: Console) -> None:
    assert "登録されていません" in text_of(admin.get(f"{PAGE}/nobody"))


def test_each_change_stands_in_the_record_with_who_made_it(admin: Console, desk: Desk) -> None:
    admin.get(PAGE)
    admin.post(f"{PAGE}/sato/deactivate")

    assert ("admin", "staff_read", "", {}) in recorded(desk, "staff_read")
    assert recorded(desk, "staff_changed")[-1] == ("admin", "staff_changed", "sato", {"action": "deactivated"})
