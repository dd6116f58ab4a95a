"""`desk demo fill`: into an empty database of a development machine, and nowhere else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from desk.cli.main import app
from desk.settings import settings


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A database of its own, and settings read anew."""
    monkeypatch.setenv("DESK_DATABASE_URL", f"sqlite:///{tmp_path}/desk.sqlite3")
    monkeypatch.setenv("DESK_CLOCK", "2026-11-24T10:00:00+09:00")
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_an_empty_desk_is_filled_once() -> None:
    first = CliRunner().invoke(app, ["demo", "fill", "--cases", "2"])
    second = CliRunner().invoke(app, ["demo", "fill", "--cases", "2"])

    assert (first.exit_code, "2件" in first.output) == (0, True), first.output
    assert second.exit_code == 1
    assert "空のもの" in second.output


def test_production_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DESK_ENVIRONMENT", "production")
    monkeypatch.setenv("DESK_API_TOKEN", "token")
    monkeypatch.setenv("DESK_SECURE_COOKIES", "true")
    monkeypatch.setenv("DESK_SECRET_KEY", "00000000000000000000000000000000000000000000")

    refused = CliRunner().invoke(app, ["demo", "fill"])

    assert refused.exit_code == 1
    assert "本番の環境" in refused.output
    assert not list(tmp_path.iterdir())
