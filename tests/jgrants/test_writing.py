"""Drafts as files: the catalogue's checker reads them, and the portal's text stays in comments."""

from pathlib import Path

import pytest

from desk.catalogue.areas import load_areas
from desk.catalogue.loader import read_program, read_programs
from desk.jgrants.writing import as_yaml, write_drafts
from tests.jgrants.samples import KAIGAI, draft


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"title": "【東京都】試作: #1 'の' \"補助金\" - {a: b}", "subsidy_rate": "1/2 # 以内: 要領"},
        {"title": "null", "subsidy_rate": "2026-11-24"},
        {"detail": "<p>一行目\u2028二行目\x85三行目\r\n四行目\ud800</p><pre>id: 乗っ取り\nname: 別名</pre>"},
        {"title": "補助金🚀", "subsidy_catch_phrase": "改行\nid: 乗っ取り", "name": "S-1\x85id: 乗っ取り"},
        {"target_area_search": "関東・甲信越地方", "subsidy_max_limit": None},
    ],
)
def test_what_is_read_back_is_what_was_made(tmp_path: Path, changes: dict[str, object]) -> None:
    made = draft(**changes)

    write_drafts([made], tmp_path)

    assert read_program(tmp_path / f"{made.id}.yaml", load_areas()) == made.program


def test_a_folder_of_drafts_has_no_faults_and_keeps_other_files(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("自分用のメモ", encoding="utf-8")

    write_drafts([draft(), draft(grant_id=KAIGAI, title="海外展開補助金")], tmp_path)

    assert read_programs(tmp_path).problems == ()
    assert len(list(tmp_path.glob("*.yaml"))) == 2
    assert (tmp_path / "notes.txt").exists()


def test_a_file_tells_what_to_do_and_what_to_check_against() -> None:
    text = as_yaml(draft(target_area_detail="島しょを除く", granttype="一般型", institution_name="試作支援事業"))

    assert text.startswith("# Jグランツから自動で作った下書き。公開する前に、公募要領で確かめてください。\n")
    for line in ("管理番号: S-00007689", "制度名: 試作支援事業", "類型: 一般型", "地域の詳細: 島しょを除く"):
        assert f"\n# {line}\n" in text
    assert "\n# 添付ファイル: 公募要領.pdf、申請様式.docx\n" in text
    assert "\n# ・機械装置費\n" in text
    assert "JVBERi0" not in text
    assert "&id" not in text
