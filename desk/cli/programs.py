"""`desk programs`: look into the catalogue of support programs, check it, compare two states, explain a verdict."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from desk.catalogue.areas import load_areas
from desk.catalogue.coverage import coverage_of, totals
from desk.catalogue.diff import Change, decisive, differences
from desk.catalogue.diff_words import in_words
from desk.catalogue.loader import PROGRAMS, Reading, read_programs, version_of
from desk.cli.content import programs_to_files, recheck_cases
from desk.cli.jgrants import import_jgrants
from desk.clock import clock_of
from desk.domain.calls import call_state
from desk.domain.intake import InvalidFacts, read_facts
from desk.domain.programs import Program, Role
from desk.domain.situation import Facts
from desk.domain.verdict import judge
from desk.settings import settings

app = typer.Typer(no_args_is_help=True)
app.command("import-jgrants")(import_jgrants)
app.command("export")(programs_to_files)
app.command("recheck")(recheck_cases)

Folder = Annotated[Path, typer.Option("--dir", help="制度の記録があるフォルダー")]
_MARKS = {True: "○", False: "×", None: "？"}


@app.command("list")
def list_programs(folder: Folder = PROGRAMS) -> None:
    """制度を一行ずつ並べる（ID、状態、種類、名前）。"""
    for program in _read(folder).programs:
        print(f"{program.id}\t{program.status}\t{program.kind}\t{program.name}")


@app.command()
def show(program_id: str, folder: Folder = PROGRAMS) -> None:
    """一つの制度の内容を見る。"""
    program = _one(program_id, folder)
    print(f"{program.name}（{program.operator}）\n{program.summary}")
    print(f"状態: {program.status} {program.status_reason or ''}".rstrip())
    print(f"金額: {program.amount.text or '—'}")
    state = call_state(program, _today())
    print(f"募集: {state.state} {state.opens_on or ''}〜{state.closes_on or ''}")
    for condition in program.conditions:
        print(f"- [{condition.role}{'' if condition.hard else '・任意'}] {condition.text}")
    for source in program.sources:
        print(f"出典: {source.title} {source.url or ''}（確認日 {source.checked_on}）")
    print(f"情報の時点: {program.as_of}、確度: {program.confidence}")


@app.command()
def check(
    folder: Folder = PROGRAMS, register: Annotated[bool, typer.Option(help="要件の台帳を一行ずつ出す")] = False
) -> None:
    """記録の誤りをファイルと行で示し、要件がすべて拾われているかを数える。誤りがあれば失敗で終わる。"""
    reading = _read(folder)
    for problem in reading.problems:
        print(problem)
    if register:
        _print_register(reading)
    _print_summary(reading, folder)
    if reading.problems:
        raise typer.Exit(1)


@app.command()
def diff(old: Path, new: Path) -> None:
    """二つのフォルダーの違いを示す。判定に響きうる違いには * を付ける。"""
    for change in differences(_read(old).programs, _read(new).programs):
        print(_change(change))


@app.command()
def explain(
    program_id: str,
    facts: Annotated[str, typer.Option(help='分かっていること（JSON）、例 {"employees": 12}')] = "{}",
    folder: Folder = PROGRAMS,
) -> None:
    """一つの制度について、要件ごとの判定と理由を示す。"""
    verdict = judge(_one(program_id, folder), _facts(facts))
    print(f"判定: {verdict.outcome}")
    for reason in verdict.reasons:
        why = f" [{reason.why}]" if reason.why else ""
        print(f"{_MARKS[reason.holds]} {reason.text}{why}\n    要件: {reason.condition}")
    if verdict.unknown_facts:
        print(f"まだ分からないこと: {', '.join(verdict.unknown_facts)}")


def _read(folder: Path) -> Reading:
    return read_programs(folder, load_areas(ward=settings().ward))


def _one(program_id: str, folder: Path) -> Program:
    for program in _read(folder).programs:
        if program.id == program_id:
            return program
    sys.exit(f"「{program_id}」という制度はありません。desk programs list で ID を確かめてください。")


def _facts(text: str) -> Facts:
    try:
        return read_facts(json.loads(text), load_areas(), _today())
    except json.JSONDecodeError as error:
        sys.exit(f"--facts は JSON で書いてください（{error.lineno}行{error.colno}文字目）。")
    except InvalidFacts as invalid:
        sys.exit("\n".join(f"{error.fact}: {error.message}" for error in invalid.errors))


def _today() -> date:
    return clock_of(settings().clock)().date()


def _change(change: Change) -> str:
    mark = "*" if decisive(change) else " "
    words = in_words(change)
    lines = [*(f"    前: {line}" for line in words.before), *(f"    後: {line}" for line in words.after)]
    return "\n".join([f"{mark} {change.program}: {words.title}", *lines])


def _print_register(reading: Reading) -> None:
    for program in reading.programs:
        for clause, roles in sorted(coverage_of(program).clauses.items()):
            print(f"{program.id}\t{clause}\t{'+'.join(sorted(set(roles)))}")


def _print_summary(reading: Reading, folder: Path) -> None:
    counted = totals(reading.programs)
    print("conditions: " + ", ".join(f"{role} {counted[role]}" for role in Role))
    uncovered = sum(len(coverage_of(program).missing) for program in reading.programs)
    print(f"clauses not covered: {uncovered}")
    print(f"programs: {len(reading.programs)}, problems: {len(reading.problems)}, version: {version_of(folder)}")
