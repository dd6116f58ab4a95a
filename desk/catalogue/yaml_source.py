"""Reads YAML so that every value can be traced to its line, and refuses keys written twice."""

from pathlib import Path

import yaml

from desk.catalogue.problems import InvalidCatalogue, Problem

Step = str | int


class _StrictLoader(yaml.CSafeLoader):
    """The safe loader, but a key given twice in one mapping is an error instead of a silent overwrite."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        seen: set[object] = set()
        for key_node, _ in node.value:
            if key_node.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key_node.value!r} is written twice", key_node.start_mark
                )
            seen.add(key_node.value)
        return dict(super().construct_mapping(node, deep))


def read_yaml(path: Path) -> object:
    """The content of a YAML file. Raises `InvalidCatalogue` with the line when it does not parse."""
    try:
        return yaml.load(path.read_bytes(), _StrictLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        mend = "Check the indentation there, put texts with ': ' or '#' in quotes, and write each key once."
        raise InvalidCatalogue([Problem(path.name, line, "YAML", f"{error.problem}.", mend)]) from error


def line_of(path: Path, steps: tuple[Step, ...]) -> int:
    """The line (from 1) of the value at `steps`; when a step is missing, that of the last one that exists."""
    node = yaml.compose(path.read_bytes(), yaml.CSafeLoader)
    line = 1
    for step in steps:
        found = _child(node, step)
        if found is None:
            break
        line, node = found
    return line


def _child(node: yaml.Node | None, step: Step) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line + 1, node.value[step]
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line + 1, value
    return None
