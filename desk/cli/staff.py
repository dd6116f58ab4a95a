"""`desk staff`: logins of staff, for operators; the same rules as on the console's page."""

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Annotated, TypeVar

import typer

from desk.app import make_desk
from desk.console.account_words import FAULTS, MEANINGS, ROLES, state
from desk.domain.passwords import fault_of
from desk.domain.roles import LastAdministrator, Role
from desk.services import staff_management as management
from desk.services.case_rows import NoSuchStaff
from desk.services.context import Desk
from desk.services.staff import OPERATOR, create_staff
from desk.settings import settings

Outcome = TypeVar("Outcome")
app = typer.Typer(help="職員のログイン", no_args_is_help=True)


@app.command("add")
def add(login: str, name: str, role: Annotated[Role, typer.Option()] = Role.COORDINATOR) -> None:
    """職員を加える（すでにいれば、名前・役割・パスワードを改める）。"""
    password: str = typer.prompt("パスワード", hide_input=True, confirmation_prompt=True)
    if fault := fault_of(password, login, name):
        sys.exit(FAULTS[fault])
    _act(lambda desk: create_staff(desk, login, name, role, password))
    typer.echo(f"{login} を登録しました。")


@app.command("list")
def everybody() -> None:
    """職員を一覧にする。"""
    with _desk() as desk:
        for line in management.list_staff(desk):
            factor = "二要素あり" if line.second_factor else "二要素なし"
            typer.echo(f"{line.login}\t{line.name}\t{ROLES[line.role]}\t{state(line)}\t{factor}")


@app.command("deactivate")
def deactivate(login: str) -> None:
    """離任した職員のログインを使えなくする。"""
    _act(lambda desk: management.deactivate_staff(desk, login, OPERATOR))
    typer.echo(f"{login} を使えないようにしました。")


@app.command("reset-password")
def reset_password(login: str) -> None:
    """最初のパスワードを作り直す（一度だけ使え、本人が最初のログインで変える）。"""
    password = _act(lambda desk: management.reset_password(desk, login, OPERATOR))
    typer.echo(f"{login} の最初のパスワード: {password}")


@app.command("reset-second-factor")
def reset_second_factor(login: str) -> None:
    """スマートフォンをなくした職員の二要素認証を解除する。"""
    _act(lambda desk: management.reset_second_factor(desk, login, OPERATOR))
    typer.echo(f"{login} の二要素認証を解除しました。")


def _act(act: Callable[[Desk], Outcome]) -> Outcome:
    with _desk() as desk:
        try:
            return act(desk)
        except NoSuchStaff:
            sys.exit("そのログインIDの職員は登録されていません。desk staff list で確かめてください。")
        except LastAdministrator:
            sys.exit(MEANINGS[LastAdministrator][1])


@contextmanager
def _desk() -> Iterator[Desk]:
    desk = make_desk(settings())
    with closing(desk.database):
        yield desk
