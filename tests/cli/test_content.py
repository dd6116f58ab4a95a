"""`desk programs export` and `recheck`, `desk knowledge export`, as an operator calls them."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from desk.cli import content
from desk.cli.main import app
from desk.services.context import Desk
from tests.services.editors import CHALLENGE, published, two_editors

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture(autouse=True)
def _this_desk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "make_desk", lambda _settings: desk)


def run(*words: str) -> Result:
    """Call a command."""
    return CliRunner().invoke(app, words)


def test_published_programs_are_written_as_files(desk: Desk, tmp_path: Path) -> None:
    published(desk, *two_editors(desk), summary="開発の費用を補助します。")

    result = run("programs", "export", "--out", str(tmp_path))

    assert result.exit_code == 0
    assert "1件のファイルを書きました" in result.output
    assert "summary: 開発の費用を補助します。" in (tmp_path / f"{CHALLENGE}.yaml").read_text("utf-8")


def test_without_anything_published_nothing_is_written(tmp_path: Path) -> None:
    assert "0件のファイルを書きました" in run("knowledge", "export", "--out", str(tmp_path)).output


def test_open_cases_are_judged_again() -> None:
    assert "判定が変わったもの: 0件" in run("programs", "recheck").output
