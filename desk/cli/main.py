"""`desk`: the command line for operators."""

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager

import typer
import uvicorn

from desk import logs
from desk.app import make_desk
from desk.cli import audit, demo, knowledge, nlu, programs, staff
from desk.db.engine import Database
from desk.db.migrate import migrate
from desk.domain.roles import Role
from desk.first_login import write_down
from desk.services.canned import load_canned
from desk.services.context import Desk
from desk.services.staff import anybody_there, create_staff
from desk.settings import ROOT, settings

app = typer.Typer(
    help="ワンストップ相談窓口の運用コマンド",
    no_args_is_help=True,
    add_completion=False,
    # Typer's own tracebacks print local variables, and those may hold a person's words.
    pretty_exceptions_enable=False,
)
app.add_typer(programs.app, name="programs", help="支援制度のカタログ")
app.add_typer(knowledge.app, name="knowledge", help="質問に答える知識")
app.add_typer(nlu.app, name="nlu", help="言語理解の学習データ")
app.add_typer(demo.app, name="demo", help="試しに使うための架空の相談")
app.add_typer(staff.app, name="staff", help="職員のログイン")
app.add_typer(audit.app, name="audit", help="操作の記録")

FIRST_LOGIN = ROOT / "var" / "first-login.txt"


@app.command()
def serve() -> None:
    """アプリケーションを起動する（通常は make run が行います）。"""
    chosen = settings()
    uvicorn.run(
        "desk.app:application",
        factory=True,
        host=chosen.host,
        port=chosen.port,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=5,
    )


@app.command()
def prepare() -> None:
    """データベースを最新の形にし、最初の起動なら職員のログインを一つ作る。"""
    chosen = settings()
    logs.configure(chosen.log_format, "WARNING")
    with closing(Database(chosen.database_url)) as database:
        migrate(database)
    with opened_desk() as desk:
        load_canned(desk)
        if chosen.environment == "development" and not anybody_there(desk):
            make_first_login(desk)


def make_first_login(desk: Desk) -> None:
    """An administrator whose password nobody knows yet, written down where only the operator can read it."""
    password = secrets.token_urlsafe(9)
    create_staff(desk, "admin", "管理者", Role.ADMINISTRATOR, password)
    write_down(FIRST_LOGIN, settings().database_url, f"admin / {password}")


@contextmanager
def opened_desk() -> Iterator[Desk]:
    """The desk that the environment describes, for one command."""
    desk = make_desk(settings())
    with closing(desk.database):
        yield desk
