"""`desk knowledge`, as an operator calls it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from desk.cli.knowledge import app

CORPUS = [
    {"id": "hoikuen", "question": "保育園の申し込みはいつからですか", "answer": "十月から受け付けます。"},
    {"id": "gomi", "question": "粗大ごみはどう出しますか", "answer": "電話で予約し、券を貼ります。"},
    {"id": 3, "question": "図書館は何時まで開いていますか", "answer": "平日は夜八時までです。"},
]
QUERIES = [
    {"query": "大きなごみを捨てたい", "relevant": {"gomi": 1}},
    {"query": "図書館の閉まる時間", "relevant": {"3": 2, "hoikuen": 0}},
    {"query": "答えのない質問", "relevant": {}},
]


def lines(path: Path, rows: list[dict[str, Any]]) -> Path:
    """A file with one object a line."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def evaluate(tmp_path: Path, corpus: list[dict[str, Any]], queries: list[dict[str, Any]]) -> Result:
    """What the command says of these collections."""
    files = lines(tmp_path / "c.jsonl", corpus), lines(tmp_path / "q.jsonl", queries)
    return CliRunner().invoke(app, ["eval", "--corpus", str(files[0]), "--queries", str(files[1])])


def test_every_measure_is_printed_beside_that_of_bm25(tmp_path: Path) -> None:
    result = evaluate(tmp_path, CORPUS, QUERIES)

    assert result.exit_code == 0
    assert "項目 3件、問い合わせ 2件" in result.output
    figures = dict(re.findall(r"^(\S+(?: a query)?) +([\d.]+)", result.output, re.MULTILINE))
    assert figures.keys() >= {"P@1", "P@5", "MAP", "MRR", "NDCG@10", "ms a query"}
    assert float(figures["P@1"]) == float(figures["MRR"]) == 1
    assert result.output.count("BM25のみ") == 5


@pytest.mark.parametrize(
    ("corpus", "queries", "said"),
    [
        ([{"id": "a", "question": "何"}], QUERIES, "1行目: answer"),
        ([CORPUS[0], CORPUS[0]], QUERIES, "id「hoikuen」"),
        ([], QUERIES, "空のファイル"),
        (CORPUS, [{"query": "何", "relevant": {"gomi": -1}}], "1行目: relevant.gomi"),
        (CORPUS, [{"query": "何", "relevant": {}}], "正解のある問い合わせがありません"),
    ],
)
def test_files_that_do_not_fit_are_named_with_the_line(
    tmp_path: Path, corpus: list[dict[str, Any]], queries: list[dict[str, Any]], said: str
) -> None:
    result = evaluate(tmp_path, corpus, queries)

    assert result.exit_code == 1
    assert said in result.output


ENTRY = """- id: tlo
  title: TLO
  topic: collaboration
  questions: [TLOとは, 技術移転機関, 大学の特許を売る組織]
  answer: 大学の発明を企業につなぐ組織です。
  source: {title: この窓口の用語説明, url: null}
  as_of: 2026-11-22
  verified: general
"""


def run(*arguments: str) -> Result:
    """The command with these arguments."""
    return CliRunner().invoke(app, list(arguments))


def test_entries_are_listed_a_line_each(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(ENTRY, encoding="utf-8")

    assert run("list", "--dir", str(tmp_path)).output == "tlo\tcollaboration\t2026-11-22\tTLO\n"


def test_the_entries_of_the_desk_are_in_order() -> None:
    result = run("check")

    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (ENTRY, "id「tlo」が2回"),
        (ENTRY.replace("id: tlo", "id: honbu"), "質問「TLOとは」が2回"),
        (ENTRY.replace("id: tlo", "id: Honbu"), "b.yaml: Honbu: id"),
        (ENTRY.replace("as_of: 2026-11-22", "as_of: いつか"), "b.yaml: tlo: as_of"),
        ("- 文だけ\n", "b.yaml: 文だけ"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, second: str, said: str) -> None:
    (tmp_path / "a.yaml").write_text(ENTRY, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(second, encoding="utf-8")

    result = run("check", "--dir", str(tmp_path))

    assert result.exit_code == 1
    assert said in result.output
