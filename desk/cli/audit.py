"""`desk audit`: whether the record of who read and changed what is whole."""

import sys
from contextlib import closing
from typing import Annotated

import typer

from desk.app import make_desk
from desk.services.audit import check_record, has_head
from desk.settings import settings

app = typer.Typer(help="操作の記録", no_args_is_help=True)


@app.command("verify")
def verify(
    head: Annotated[str, typer.Option(help="前回書き留めたハッシュ。いまの記録に含まれていることも確かめる")] = "",
) -> None:
    """操作の記録が書き換えられたり抜けたりしていないことを確かめる。最後のハッシュを別の場所に書き留めておく。"""
    desk = make_desk(settings())
    with closing(desk.database):
        checked, kept = check_record(desk), not head or has_head(desk, head)
    if checked.broken is not None:
        sys.exit(
            f"{checked.broken}件目の記録が合いません。書き換えか欠落の疑いがあります。保全して管理者に知らせてください。"
        )
    if not kept:
        sys.exit(
            "書き留めたハッシュが記録にありません。末尾が削られた疑いがあります。保全して管理者に知らせてください。"
        )
    typer.echo(f"{checked.rows}件の記録はすべて合っています。最後のハッシュ: {checked.head}")


@app.callback()
def audit() -> None:
    """操作の記録"""
