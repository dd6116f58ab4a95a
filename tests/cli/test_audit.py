"""`desk audit verify`: whether the record is whole, and whether its end was cut off."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text
from typer.testing import CliRunner, Result

from desk.cli import main
from desk.domain.audit import Doer, Kind
from desk.services.audit import check_record, record_now
from desk.services.context import Desk
from desk.settings import settings

RUNNER = CliRunner()


@pytest.fixture(autouse=True)
def three_entries(monkeypatch: pytest.MonkeyPatch, database_url: str, desk: Desk) -> Iterator[None]:
    """A short record, and settings of these tests alone."""
    monkeypatch.setenv("DESK_DATABASE_URL", database_url)
    settings.cache_clear()
    for number in range(3):
        record_now(desk, Doer("sato"), Kind.CASE_READ, f"I-2026-00000{number}")
    yield
    settings.cache_clear()


def verify(*arguments: str) -> Result:
    """The command."""
    return RUNNER.invoke(main.app, ["audit", "verify", *arguments])


def unprotected(desk: Desk, statement: str, event: str) -> None:
    """Somebody with all rights on the database changes the record."""
    sqlite = desk.database.url.get_backend_name() == "sqlite"
    with desk.database.transaction() as session:
        session.execute(text(f"DROP TRIGGER audit_is_append_only_{event}{'' if sqlite else ' ON audit'}"))
        session.execute(text(statement))


def test_a_whole_record_is_told_with_its_last_hash(desk: Desk) -> None:
    result = verify()

    assert result.exit_code == 0
    assert "3件の記録はすべて合っています" in result.output
    assert check_record(desk).head in result.output


def test_a_changed_entry_is_named(desk: Desk) -> None:
    unprotected(desk, "UPDATE audit SET actor = 'suzuki' WHERE id = 2", "update")

    result = verify()

    assert result.exit_code == 1
    assert "2件目の記録が合いません" in result.output + str(result.exception)


def test_a_cut_end_shows_by_the_hash_that_was_noted_down(desk: Desk) -> None:
    noted = check_record(desk).head
    assert verify("--head", noted).exit_code == 0
    unprotected(desk, "DELETE FROM audit WHERE id = 3", "delete")

    assert verify().exit_code == 0
    result = verify("--head", noted)
    assert result.exit_code == 1
    assert "末尾が削られた疑い" in result.output + str(result.exception)
