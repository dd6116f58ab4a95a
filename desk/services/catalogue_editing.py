"""Editing programs: texts, calls, money and sources of a record; a second person looks before people see them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from desk.catalogue.coverage import Coverage, coverage_of
from desk.catalogue.diff import differences
from desk.catalogue.diff_words import Difference, in_words
from desk.catalogue.editing import check_among, editable, program_from, seed_records
from desk.catalogue.overlay import Standing, record_of, seed_digest
from desk.domain.calls import CallState, call_state, is_stale
from desk.domain.editing import Base, Kind
from desk.domain.programs import Program
from desk.services import revisions
from desk.services.changes import CASES
from desk.services.context import Desk
from desk.services.imported import Imported, find_imported, read_imported
from desk.services.rechecking import Changed, changed_by, record_changes
from desk.services.revisions import Draft, NoSuchRecord, Version, drafted_again, read_history, read_open, read_version
from desk.services.staff import Member


@dataclass(frozen=True)
class ProgramLine:
    """A program in the editors' list: the day its sources were read last, and how many days old its facts are.

    `stale` says that they are too old to lean on.
    """

    program: Program
    call: CallState
    checked_on: date | None
    days: int
    stale: bool
    standing: Standing | None
    open: tuple[Version, ...]


@dataclass(frozen=True)
class ProgramFile:
    """Everything editors see of a program: what people see now, its requirements, and every version.

    `program` is None while there is only a draft. `standing` tells how the published edit stands beside the seed.
    """

    id: str
    program: Program | None
    seed: Program | None
    coverage: Coverage | None
    standing: Standing | None
    #: what differs between seed and published edit when they are in conflict
    conflict: tuple[Difference, ...]
    versions: Sequence[Version]


@dataclass(frozen=True)
class Preview:
    """A version beside what people see now: what changes in words, and for whom."""

    version: Version
    program: Program
    before: Program | None
    differences: tuple[Difference, ...]
    cases: tuple[Changed, ...]
    outdated: bool


def list_programs(desk: Desk, words: str = "") -> list[ProgramLine]:
    """Programs whose names hold the words: those with open drafts first, then the stalest, then by age."""
    drafts: dict[str, list[Version]] = {}
    for version in read_open(desk, Kind.PROGRAM):
        drafts.setdefault(version.subject, []).append(version)
    found = [each for each in desk.catalogue.programs if words.casefold() in _words(each)]
    lines = [_line(desk, program, drafts.get(program.id, [])) for program in found]
    return sorted(lines, key=lambda line: (not line.open, not line.stale, -line.days, line.program.id))


def new_programs(desk: Desk) -> list[Version]:
    """Drafts of programs that nobody sees yet."""
    return [each for each in read_open(desk, Kind.PROGRAM) if desk.catalogue.program(each.subject) is None]


def imported_programs(desk: Desk) -> list[Imported]:
    """Imported drafts that nobody has taken up yet."""
    taken = {each.subject for each in read_open(desk, Kind.PROGRAM)} | set(desk.catalogue.index.position)
    return [each for each in read_imported(desk.now().date()) if each.id not in taken]


def read_program(desk: Desk, program_id: str) -> ProgramFile:
    """One program as editors see it. Raises `NoSuchRecord`."""
    program, seed = desk.catalogue.program(program_id), desk.seeds.program(program_id)
    versions = read_history(desk, Kind.PROGRAM, program_id)
    if program is None and not versions:
        raise NoSuchRecord(program_id)
    standing = desk.standings.get(program_id)
    conflict = _between(seed, program) if standing is Standing.CONFLICT else ()
    coverage = coverage_of(program) if program is not None else None
    return ProgramFile(program_id, program, seed, coverage, standing, conflict, versions)


def content_now(desk: Desk, program_id: str) -> dict[str, Any]:
    """What an editor starts from: what was published last, else the seed, else what was imported.

    Raises `NoSuchRecord`.
    """
    with desk.database.reading() as session:
        row = revisions.newest(session, Kind.PROGRAM, program_id)
    if row is not None and desk.standings.get(program_id) is not Standing.BROKEN:
        return dict(row.content)
    record = seed_records(desk.seeds.folder).get(program_id)
    if record is not None:
        return editable(record)
    imported = find_imported(program_id)
    if imported is None:
        raise NoSuchRecord(program_id)
    return dict(imported.record)


def base_now(desk: Desk, session: Session, program_id: str) -> Base:
    """What a draft begun now would be made from."""
    row = revisions.newest(session, Kind.PROGRAM, program_id)
    return Base(row.serial if row is not None else None, seed_digest(desk.seeds, program_id))


def draft_program(desk: Desk, draft: Draft, author: Member) -> int:
    """Begin a draft; the id of the revision. Raises `UnfitRecord` with every field that is wrong."""
    checked(desk, draft.subject, draft.content)
    with desk.database.transaction() as session:
        return revisions.begin(session, desk, draft, author.id).id


def redraft_program(desk: Desk, revision_id: int, content: Mapping[str, Any], reason: str, author: Member) -> None:
    """Write in one's own draft. Raises `UnfitRecord`, and what `rewrite` raises."""
    checked(desk, read_version(desk, revision_id).subject, content)
    with desk.database.transaction() as session:
        revisions.rewrite(session, desk, revision_id, content, reason, author.id)


def base_of_draft(desk: Desk, program_id: str) -> Base:
    """The same as `base_now`, in a transaction of its own."""
    with desk.database.reading() as session:
        return base_now(desk, session, program_id)


def preview_program(desk: Desk, revision_id: int) -> Preview:
    """A version as people would see it, and what it would change. Raises `NoSuchRevision` and `UnfitRecord`."""
    version = read_version(desk, revision_id)
    program, before = checked(desk, version.subject, version.content), desk.catalogue.program(version.subject)
    with desk.database.reading() as session:
        cases = changed_by(session, desk, before, program)
        outdated = version.open and version.base != base_now(desk, session, version.subject)
    return Preview(version, program, before, _between(before, program), tuple(cases), outdated)


def publish_program(desk: Desk, revision_id: int, decider: Member) -> list[Changed]:
    """Let a submitted version become what people see; every open case whose verdict changes gets an event.

    Raises `OwnWork`, `WrongState`, `Outdated` and `UnfitRecord`.
    """
    with desk.database.transaction() as session:
        row = revisions.locked(session, revision_id)
        program = checked(desk, row.subject, row.content)
        changes = changed_by(session, desk, desk.catalogue.program(row.subject), program)
        revisions.publish(session, desk, row, lambda: base_now(desk, session, row.subject), decider.id)
        record_changes(session, desk, changes, decider.login)
    desk.published.forget()
    desk.changes.report(CASES)
    return changes


def restore_program(desk: Desk, revision_id: int, author: Member) -> int:
    """A new draft that says what an earlier version said; the id of the revision."""
    old = read_version(desk, revision_id)
    return draft_program(desk, drafted_again(old, base_of_draft(desk, old.subject)), author)


def checked(desk: Desk, program_id: str, content: Mapping[str, Any]) -> Program:
    """The program that a content makes. Raises `UnfitRecord`."""
    program = program_from(record_of(desk.seeds, program_id, content), desk.seeds.areas)
    check_among(program, desk.catalogue.programs)
    return program


def _between(before: Program | None, after: Program | None) -> tuple[Difference, ...]:
    old, new = ([each] if each is not None else [] for each in (before, after))
    return tuple(in_words(change) for change in differences(old, new))


def _line(desk: Desk, program: Program, drafts: Sequence[Version]) -> ProgramLine:
    today = desk.now().date()
    call = call_state(program, today)
    checked_on = max((source.checked_on for source in program.sources), default=None)
    days, stale = (today - program.as_of).days, is_stale(program, call, today)
    return ProgramLine(program, call, checked_on, days, stale, desk.standings.get(program.id), tuple(drafts))


def _words(program: Program) -> str:
    return " ".join((program.id, program.name, *program.aliases, program.operator)).casefold()
