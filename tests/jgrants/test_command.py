"""`desk programs import-jgrants` as an operator calls it."""

from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from desk.cli.jgrants import DRAFTS
from desk.cli.main import app
from desk.jgrants.gathering import KEYWORDS
from desk.settings import ROOT
from tests.fakes.jgrants import Failure, FakeJGrants
from tests.jgrants.samples import KAIHATSU, raw_grant


def import_jgrants(*arguments: str) -> Result:
    """Call the command."""
    return CliRunner().invoke(app, ["programs", "import-jgrants", *arguments])


@pytest.fixture
def folders(tmp_path: Path, portal: FakeJGrants) -> list[str]:
    """Arguments that keep the command within the test."""
    out, cache = str(tmp_path / "drafts"), str(tmp_path / "cache")
    return ["--base-url", portal.url, "--out", out, "--cache", cache]


def test_it_prints_a_table_counts_and_where_the_report_is(
    portal: FakeJGrants, folders: list[str], tmp_path: Path
) -> None:
    portal.add(
        raw_grant(title="ものづくり・商業・サービス生産性向上促進補助金（第99次締切）", target_area_search="全国")
    )

    result = import_jgrants("--keyword", "補助金", *folders)

    assert result.exit_code == 0, result.output
    assert (
        "変更  1,000万円  〜2026-12-18  ものづくり・商業・サービス生産性向上促進補助金（第99次締切）  → monodukuri"
        in result.stdout
    )
    assert "新規 0件・変更 1件・同じ 0件・なくなった 0件" in result.stdout
    assert str(tmp_path / "drafts" / "report.md") in result.stdout
    assert "詳細 1/1" in result.stderr


def test_an_incomplete_import_ends_with_failure_and_says_why(portal: FakeJGrants, folders: list[str]) -> None:
    portal.add(raw_grant())
    portal.fail(f"v2/{KAIHATSU}", Failure(403))

    result = import_jgrants("--keyword", "補助金", *folders)

    assert result.exit_code == 1
    assert f"補助金 {KAIHATSU}: Jグランツに利用を断られました（403）。" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--keyword", "補"], "検索語「補」は使えません。空白を入れずに2〜255文字で指定してください。"),
        (["--base-url", "ftp://example.org"], "--base-url は https:// から書いてください。"),
        (["--base-url", "https://["], "--base-url は https:// から書いてください。"),
        (["--out", str(ROOT / "seeds" / "programs")], "下書きは seeds/ の中には書けません。"),
        (["--out", str(ROOT / "var" / ".." / "seeds")], "下書きは seeds/ の中には書けません。"),
        (["--pause", "0.2"], "equal to 1"),
    ],
)
def test_what_cannot_work_is_refused_before_anything_is_asked(
    portal: FakeJGrants, arguments: list[str], sentence: str
) -> None:
    result = import_jgrants(*arguments)

    assert result.exit_code != 0
    assert sentence in result.output
    assert portal.asked == []


def test_a_portal_that_does_not_answer_is_a_sentence_not_a_traceback(portal: FakeJGrants, folders: list[str]) -> None:
    portal.fail("補助金", Failure(401))

    result = import_jgrants("--keyword", "補助金", *folders)

    assert result.exit_code == 1
    assert "Jグランツが認証を求めました（401）" in result.output
    assert "Traceback" not in result.output


def test_the_default_keywords_are_ones_that_the_api_accepts() -> None:
    assert len(set(KEYWORDS)) == len(KEYWORDS) >= 5
    assert all(2 <= len(keyword) <= 255 and not any(each.isspace() for each in keyword) for keyword in KEYWORDS)


def test_drafts_go_where_git_does_not_look() -> None:
    assert DRAFTS.is_relative_to(ROOT / "var")
    assert "var/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()
