"""Writes what was published in the console back in the form of the seeds, for review and for the next release."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from desk.catalogue.overlay import Standing
from desk.catalogue.writing import as_yaml, record_as_yaml, rewritten
from desk.domain.editing import Kind
from desk.services.context import Desk
from desk.services.entries import KNOWLEDGE
from desk.services.published import published_rows

#: what the seeds do not hold yet, or hold otherwise
WORTH_WRITING = frozenset({Standing.SHOWN, Standing.CONFLICT})
#: the file for entries that no file of the seeds has
ADDED = "added.yaml"


def export_programs(desk: Desk, out: Path) -> list[Path]:
    """A file for each program whose published content the seeds do not hold yet; fields that agree stay as they are."""
    out.mkdir(parents=True, exist_ok=True)
    return [_written(out / f"{program}.yaml", text) for program, text in _programs(desk)]


def export_entries(desk: Desk, out: Path) -> list[Path]:
    """Every file of the knowledge in which an entry was published anew, and one for entries that are new."""
    out.mkdir(parents=True, exist_ok=True)
    worth, standings = dict(_published(desk, Kind.ENTRY)), desk.library.standings
    left = {entry: content for entry, content in worth.items() if standings.get(entry) in WORTH_WRITING}
    files = []
    for path in sorted(KNOWLEDGE.glob("*.yaml")):
        before = path.read_text(encoding="utf-8")
        text = _with_entries(before, left)
        if text != before:
            files.append(_written(out / path.name, text))
    new = "".join(_entry(content) for entry, content in left.items() if entry not in _ids_of_seeds())
    return [*files, *([_written(out / ADDED, new)] if new else [])]


def _programs(desk: Desk) -> Iterator[tuple[str, str]]:
    for program, content in _published(desk, Kind.PROGRAM):
        seed = desk.seeds.folder / f"{program}.yaml"
        if desk.standings.get(program) in WORTH_WRITING:
            yield program, rewritten(seed.read_text("utf-8"), content) if seed.exists() else record_as_yaml(content)


def _published(desk: Desk, kind: Kind) -> list[tuple[str, Mapping[str, Any]]]:
    with desk.database.reading() as session:
        return [(row.subject, row.content) for row in published_rows(session, kind)]


def _with_entries(text: str, contents: Mapping[str, Mapping[str, Any]]) -> str:
    """A file with the entries that are in it written anew, from the last to the first."""
    lines = text.splitlines(keepends=True)
    for entry, first, last in reversed(_places(text)):
        if entry in contents:
            lines[first:last] = [_entry(contents[entry])]
    return "".join(lines)


def _places(text: str) -> list[tuple[str, int, int]]:
    """Each entry of a file with its first line and the one after its last."""
    node = yaml.compose(text, yaml.CSafeLoader)
    assert isinstance(node, yaml.SequenceNode)
    ids = [item.value[0][1].value for item in node.value]
    starts = [item.start_mark.line for item in node.value]
    ends = [*starts[1:], len(text.splitlines())]
    return list(zip(ids, starts, ends, strict=True))


def _entry(content: Mapping[str, Any]) -> str:
    """An entry as an item of a list."""
    text = "".join(as_yaml(name, value) for name, value in content.items())
    return "".join(("- " if not at else "  ") + line for at, line in enumerate(text.splitlines(keepends=True)))


def _ids_of_seeds() -> set[str]:
    return {entry for path in KNOWLEDGE.glob("*.yaml") for entry, _, _ in _places(path.read_text(encoding="utf-8"))}


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path
