"""`desk`: the command line for operators."""

import secrets
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Annotated

import typer
import uvicorn

from desk import logs
from desk.app import make_desk
from desk.cli import knowledge, nlu, programs
from desk.db.engine import Database
from desk.db.migrate import migrate
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
staff = typer.Typer(help="職員のログイン", no_args_is_help=True)
app.add_typer(programs.app, name="programs", help="支援制度のカタログ")
app.add_typer(knowledge.app, name="knowledge", help="質問に答える知識")
app.add_typer(nlu.app, name="nlu", help="言語理解の学習データ")
app.add_typer(staff, name="staff")

ROLES = ("coordinator", "lead", "editor", "administrator", "auditor")
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
        if chosen.environment == "development" and not anybody_there(desk):
            make_first_login(desk)


def make_first_login(desk: Desk) -> None:
    """An administrator whose password nobody knows yet, written down where only the operator can read it."""
    password = secrets.token_urlsafe(9)
    create_staff(desk, "admin", "管理者", "administrator", password)
    FIRST_LOGIN.parent.mkdir(parents=True, exist_ok=True)
    FIRST_LOGIN.touch(mode=0o600)
    FIRST_LOGIN.write_text(f"admin / {password}\n", encoding="utf-8")


@contextmanager
def opened_desk() -> Iterator[Desk]:
    """The desk that the environment describes, for one command."""
    desk = make_desk(settings())
    with closing(desk.database):
        yield desk


@staff.command("add")
def add_staff(
    login: str,
    name: str,
    role: Annotated[str, typer.Option(help=" / ".join(ROLES))] = "coordinator",
) -> None:
    """職員を加える（すでにいれば、名前・役割・パスワードを改める）。"""
    if role not in ROLES:
        sys.exit(f"役割は {' / '.join(ROLES)} のどれかで指定してください。")
    password: str = typer.prompt("パスワード", hide_input=True, confirmation_prompt=True)
    with opened_desk() as desk:
        create_staff(desk, login, name, role, password)
    typer.echo(f"{login} を登録しました。")
