"""Commands of operators that change something: preparing the database, and logins of staff."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from desk.cli import main
from desk.db.engine import Database
from desk.db.migrate import current_revision, newest_revision
from desk.first_login import find
from desk.services.context import Desk
from desk.services.staff import LoginRefused, anybody_there, log_in, member_of
from desk.settings import settings

RUNNER = CliRunner()
PASSWORD = "東武練馬の金曜日は雨でした"
NEWER = "板橋駅の本屋で待ち合わせ"


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, database_url: str, tmp_path: Path) -> Iterator[None]:
    """Settings of these tests alone, and a place of their own for the first login."""
    monkeypatch.setenv("DESK_DATABASE_URL", database_url)
    monkeypatch.setenv("DESK_ENVIRONMENT", "development")
    monkeypatch.setattr(main, "FIRST_LOGIN", tmp_path / "var" / "first-login.txt")
    monkeypatch.setattr("desk.logs.configure", lambda form, level: None)
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.fixture
def first_login(tmp_path: Path) -> Path:
    """Where the first login is written down."""
    return tmp_path / "var" / "first-login.txt"


def run(*arguments: str, typed: str = "") -> str:
    """What a command writes; it must end well."""
    result = RUNNER.invoke(main.app, arguments, input=typed)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_empty_database_is_brought_up_and_a_first_login_is_made(
    monkeypatch: pytest.MonkeyPatch, empty_database_url: str, first_login: Path
) -> None:
    monkeypatch.setenv("DESK_DATABASE_URL", empty_database_url)
    settings.cache_clear()

    run("prepare")

    database = Database(empty_database_url)
    assert current_revision(database) == newest_revision()
    database.close()
    assert stat.S_IMODE(first_login.stat().st_mode) == 0o600


def test_the_first_login_opens_the_console(desk: Desk, first_login: Path) -> None:
    run("prepare")
    login, _, password = first_login.read_text(encoding="utf-8").strip().partition(" / ")

    member = member_of(desk, log_in(desk, login, password))

    assert member is not None
    assert member.role == "administrator"


def test_the_login_of_a_second_database_leaves_that_of_the_first_alone(
    first_login: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run("prepare")
    before, another = first_login.read_text(encoding="utf-8"), f"sqlite:///{tmp_path}/another.sqlite3"
    monkeypatch.setenv("DESK_DATABASE_URL", another)
    settings.cache_clear()

    run("prepare")

    assert first_login.read_text(encoding="utf-8") == before
    (beside,) = first_login.parent.glob("first-login-another-*.txt")
    assert stat.S_IMODE(beside.stat().st_mode) == 0o600
    assert find(first_login, another) == beside.read_text(encoding="utf-8").strip()


def test_a_second_start_makes_no_second_login(first_login: Path) -> None:
    run("prepare")
    before = first_login.read_text(encoding="utf-8")

    run("prepare")

    assert first_login.read_text(encoding="utf-8") == before


def test_in_production_nobody_is_made_up(monkeypatch: pytest.MonkeyPatch, desk: Desk, first_login: Path) -> None:
    monkeypatch.setenv("DESK_ENVIRONMENT", "production")
    for secret in ("DESK_API_TOKEN", "RASA_GATEWAY_SECRET"):
        monkeypatch.setenv(secret, "a secret that the ward has chosen itself")
    monkeypatch.setenv("DESK_SECURE_COOKIES", "true")

    run("prepare")

    assert not first_login.exists()
    assert not anybody_there(desk)


def test_a_coordinator_is_added_with_a_password_typed_twice(desk: Desk) -> None:
    said = run("staff", "add", "suzuki", "鈴木 健", typed=f"{PASSWORD}\n{PASSWORD}\n")

    assert "suzuki を登録しました。" in said
    assert PASSWORD not in said
    member = member_of(desk, log_in(desk, "suzuki", PASSWORD))
    assert member is not None
    assert (member.name, member.role) == ("鈴木 健", "coordinator")


def test_adding_somebody_again_changes_role_and_password(desk: Desk) -> None:
    run("staff", "add", "suzuki", "鈴木 健", typed=f"{PASSWORD}\n{PASSWORD}\n")

    run("staff", "add", "suzuki", "鈴木 健", "--role", "lead", typed=f"{NEWER}\n{NEWER}\n")

    with pytest.raises(LoginRefused):
        log_in(desk, "suzuki", PASSWORD)
    member = member_of(desk, log_in(desk, "suzuki", NEWER))
    assert member is not None
    assert member.role == "lead"


def test_a_role_that_does_not_exist_is_refused_with_those_that_do(desk: Desk) -> None:
    result = RUNNER.invoke(main.app, ["staff", "add", "suzuki", "鈴木 健", "--role", "king"])

    assert result.exit_code == 2
    assert not anybody_there(desk)


@pytest.mark.parametrize("command", [[], ["staff"], ["programs"]])
def test_a_command_without_more_shows_its_help(command: list[str]) -> None:
    assert "Usage" in RUNNER.invoke(main.app, command).output
