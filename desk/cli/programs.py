"""`desk programs`: look into the catalogue of support programs, check it, compare two states, explain a verdict."""

from pathlib import Path
from typing import Annotated

import typer

from desk.catalogue.coverage import coverage_of, totals
from desk.catalogue.loader import PROGRAMS, Reading, read_programs, version_of
from desk.domain.programs import Role

app = typer.Typer(help="Support programs: list, show, check, diff, explain.", no_args_is_help=True)

Folder = Annotated[Path, typer.Option("--dir", help="folder of the program records")]


@app.command("list")
def list_programs(folder: Folder = PROGRAMS) -> None:
    """One line a program: id, status, kind, name."""
    for program in read_programs(folder).programs:
        print(f"{program.id}\t{program.status}\t{program.kind}\t{program.name}")


@app.command()
def check(folder: Folder = PROGRAMS, register: Annotated[bool, typer.Option(help="one line a clause")] = False) -> None:
    """Every fault with file and line, and the coverage register; fails when there is a fault."""
    reading = read_programs(folder)
    for problem in reading.problems:
        print(problem)
    if register:
        _print_register(reading)
    _print_summary(reading, folder)
    if reading.problems:
        raise typer.Exit(1)


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


if __name__ == "__main__":
    app()
