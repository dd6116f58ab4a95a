"""`desk programs`: what operators see."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from desk.cli.programs import app
from tests.catalogue.records import changed, write


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """A folder with one sound record."""
    write(tmp_path)
    return str(tmp_path)


def test_list_shows_a_line_a_program(folder: str) -> None:
    assert run("list", "--dir", folder).output == "itabashi-shisaku\tpublished\tsubsidy\t試作品製作助成金\n"


def test_show_tells_what_the_record_says(folder: str) -> None:
    output = run("show", "itabashi-shisaku", "--dir", folder).output
    for words in (
        "試作品製作助成金",
        "上限150万円",
        "[person] 税金の滞納がないこと",
        "確認日 2026-11-22",
        "2026-06-05",
    ):
        assert words in output


def test_check_of_sound_records_succeeds_and_counts(folder: str) -> None:
    result = run("check", "--dir", folder)
    assert result.exit_code == 0
    assert "conditions: coded 1, person 1, step 1, detail 1" in result.output
    assert "clauses not covered: 0" in result.output


def test_check_fails_and_says_where_and_how_to_mend(tmp_path: Path) -> None:
    write(tmp_path, changed("kind: subsidy", "kind: grant"))
    result = run("check", "--dir", str(tmp_path))
    assert result.exit_code == 1
    assert "itabashi-shisaku.yaml:8: kind: " in result.output
    assert "Use one of the words listed." in result.output


def test_the_register_has_a_line_a_clause(folder: str) -> None:
    lines = run("check", "--register", "--dir", folder).output.splitlines()
    assert lines[:3] == ["itabashi-shisaku\t0\tcoded", "itabashi-shisaku\t1\tperson", "itabashi-shisaku\t2\tstep"]


def test_explain_shows_each_requirement_with_its_state(folder: str) -> None:
    facts = {"area": "板橋区", "industry": "manufacturing", "employees": 420, "capital_yen": 500_000_000}
    output = run("explain", "itabashi-shisaku", "--dir", folder, "--facts", json.dumps(facts)).output
    assert output.startswith("判定: ineligible\n× 中小企業（中小企業基本法）に当たる")
    assert "○ 本店か事業所が板橋区にある（回答: 板橋区）" in output
    assert "？ 税金の滞納がないこと（納税証明書で確認します） [person_only]" in output


def test_explain_names_what_is_not_known_yet(folder: str) -> None:
    output = run("explain", "itabashi-shisaku", "--dir", folder).output
    assert "まだ分からないこと: area, applicant_type, industry, employees, capital_yen" in output


@pytest.mark.parametrize(
    ("facts", "words"),
    [("{", "JSON で書いてください"), ('{"employees": -1}', "employees: "), ('{"size": 1}', "size: ")],
)
def test_explain_refuses_what_it_cannot_read(folder: str, facts: str, words: str) -> None:
    result = run("explain", "itabashi-shisaku", "--dir", folder, "--facts", facts)
    assert result.exit_code == 1
    assert words in result.output


def test_an_unknown_id_is_told_kindly(folder: str) -> None:
    result = run("show", "itabashi", "--dir", folder)
    assert result.exit_code == 1
    assert "desk programs list" in result.output


def test_diff_marks_what_can_change_a_verdict(folder: str, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    write(tmp_path / "new", changed("purposes: [prototype]", "purposes: [testing]").replace("区内の", "板橋区内の"))
    output = run("diff", folder, str(tmp_path / "new")).output
    assert "* itabashi-shisaku: 目的\n    前: 試作\n    後: 試験・分析" in output
    assert "  itabashi-shisaku: 概要" in output
