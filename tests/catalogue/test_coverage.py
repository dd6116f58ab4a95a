"""The coverage register: no eligibility line of a source is dropped silently."""

from pathlib import Path

import pytest

from desk.catalogue.coverage import coverage_of, gaps, totals
from desk.catalogue.loader import PROGRAMS, read_program, read_programs
from desk.domain.programs import Program, Role
from tests.catalogue.records import changed, write
from tests.domain.builders import AREAS


def record(folder: Path, before: str, after: str) -> Program:
    return read_program(write(folder, changed(before, after)), AREAS)


def test_each_clause_has_its_roles(tmp_path: Path) -> None:
    coverage = coverage_of(record(tmp_path, "clause: [2, 3]", "clause: [1, 2, 3]"))
    assert coverage.clauses == {
        0: (Role.CODED,),
        1: (Role.PERSON, Role.STEP),
        2: (Role.STEP,),
        3: (Role.STEP,),
        4: (Role.DETAIL,),
    }
    assert list(gaps(coverage)) == []


def test_a_clause_nobody_speaks_of_is_a_gap(tmp_path: Path) -> None:
    coverage = coverage_of(record(tmp_path, "clause: [2, 3]", "clause: 2"))
    assert coverage.missing == (3,)


def test_a_clause_that_does_not_exist_is_a_gap(tmp_path: Path) -> None:
    coverage = coverage_of(record(tmp_path, "clause: [2, 3]", "clause: [2, 3, 9]"))
    assert coverage.beyond == (9,)


def test_conditions_are_counted_by_role(tmp_path: Path) -> None:
    program = read_program(write(tmp_path), AREAS)
    assert totals([program, program]) == {Role.CODED: 2, Role.PERSON: 2, Role.STEP: 2, Role.DETAIL: 2}


@pytest.mark.parametrize("program", read_programs(PROGRAMS).programs, ids=lambda program: program.id)
def test_every_line_of_every_source_is_kept(program: Program) -> None:
    coverage = coverage_of(program)
    assert not coverage.missing
    assert not coverage.beyond
