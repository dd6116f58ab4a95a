"""`desk demo`: try the desk out with invented visits."""

import sys
from contextlib import closing
from typing import Annotated

import typer

from desk import logs
from desk.app import make_desk
from desk.db.engine import Database
from desk.db.migrate import migrate
from desk.services.demo import NotEmpty, fill_with_demo
from desk.settings import settings

app = typer.Typer(no_args_is_help=True)


@app.callback()
def demo() -> None:
    """試しに使うための、架空の相談。"""


@app.command()
def fill(cases: Annotated[int, typer.Option(min=1, max=5_000, help="案件になる相談の数")] = 300) -> None:
    """空のデータベースに、約1年分の架空の相談を入れる（同じ数の、自動応答だけの会話も入ります）。"""
    chosen = settings()
    if chosen.environment == "production":
        sys.exit("本番の環境には架空の相談を入れられません。")
    logs.configure(chosen.log_format, "ERROR")
    with closing(Database(chosen.database_url)) as database:
        migrate(database)
    desk = make_desk(chosen)
    with closing(desk.database):
        try:
            fill_with_demo(desk, cases)
        except NotEmpty:
            sys.exit("すでに会話があるデータベースには入れられません。DESK_DATABASE_URL で空のものを指定してください。")
    typer.echo(f"架空の相談を{cases}件入れました。案件の名前に「見本」と付いています。")
