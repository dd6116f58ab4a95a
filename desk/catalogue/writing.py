"""Writes published content back into a record file: only the fields that differ, everything else byte for byte."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml

from desk.catalogue.editing import EDITABLE, editable, plain

#: no line is broken: the files are made for reading side by side
WIDTH = 4096
_DAYS = frozenset({"opens_on", "closes_on", "checked_on"})


class _Dumper(yaml.SafeDumper):
    """Lists are indented as in the files, and nothing is written as a reference to something above."""

    def ignore_aliases(self, data: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)


def rewritten(text: str, content: Mapping[str, Any]) -> str:
    """A record file with a published content in it."""
    now = editable(yaml.load(text, yaml.CSafeLoader))
    changed = [name for name in EDITABLE if name in content and plain(content[name]) != now.get(name)]
    lines, places = text.splitlines(keepends=True), _places(text)
    for name in sorted(changed, key=lambda each: places[each], reverse=True):
        first, last = places[name]
        lines[first:last] = [as_yaml(name, content[name])]
    return "".join(lines)


def record_as_yaml(record: Mapping[str, Any]) -> str:
    """A whole record in the style of the files."""
    return "".join(as_yaml(name, value) for name, value in record.items())


def as_yaml(name: str, value: object) -> str:
    """A field in the style of the record files: the innermost lists and mappings in one line, days as days."""
    style = None if isinstance(value, list | dict) else False
    return yaml.dump(
        {name: _with_days(value)},
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=WIDTH,
        default_flow_style=style,
    )


def _with_days(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _day(each) if key in _DAYS else _with_days(each) for key, each in value.items()}
    return [_with_days(each) for each in value] if isinstance(value, list) else value


def _day(value: object) -> object:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _places(text: str) -> dict[str, tuple[int, int]]:
    """The lines of each field of a record: the first, and the one after its last."""
    node = yaml.compose(text, yaml.CSafeLoader)
    assert isinstance(node, yaml.MappingNode)
    starts = [(key.value, key.start_mark.line) for key, _ in node.value]
    ends = [start for _, start in starts[1:]] + [len(text.splitlines())]
    return {name: (start, end) for (name, start), end in zip(starts, ends, strict=True)}
