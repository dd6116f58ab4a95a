"""What was published in the console, for operators: written back as seeds, and held against open cases."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from desk.app import make_desk
from desk.services.content_export import export_entries, export_programs
from desk.services.rechecking import Changed, recheck
from desk.settings import ROOT, settings

EXPORT = ROOT / "var" / "export"
_OUTCOMES = {"eligible": "対象の見込み", "possible": "要確認", "ineligible": "対象外", None: "なし"}


def programs_to_files(
    out: Annotated[Path, typer.Option(help="書き出すフォルダー")] = EXPORT / "programs",
) -> None:
    """画面で公開した制度を、seeds/programs/ の形で書き出す。確かめてから seeds/ に写す。"""
    desk = make_desk(settings())
    with closing(desk.database):
        _print(export_programs(desk, out))


def entries_to_files(
    out: Annotated[Path, typer.Option(help="書き出すフォルダー")] = EXPORT / "knowledge",
) -> None:
    """画面で公開した知識を、seeds/knowledge/ の形で書き出す。確かめてから seeds/ に写す。"""
    desk = make_desk(settings())
    with closing(desk.database):
        _print(export_entries(desk, out))


def recheck_cases() -> None:
    """対応中の相談を、案内したときの答えのまま、いまの制度の内容で判定し直す。変わったものを一行ずつ出す。"""
    desk = make_desk(settings())
    with closing(desk.database):
        changes = recheck(desk)
    for change in changes:
        print(_line(change))
    print(f"判定が変わったもの: {len(changes)}件")


def _print(paths: list[Path]) -> None:
    for path in paths:
        print(path)
    print(f"{len(paths)}件のファイルを書きました。")


def _line(change: Changed) -> str:
    return f"{change.number}\t{change.program}\t{_OUTCOMES[change.before]} → {_OUTCOMES[change.after]}"
