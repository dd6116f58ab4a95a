"""Every value of a YAML file can be traced to its line."""

from datetime import date
from pathlib import Path

import pytest

from desk.catalogue.problems import InvalidCatalogue
from desk.catalogue.yaml_source import line_of, read_yaml

TEXT = """\
# a remark
name: 試作品製作助成金
amount:
  rate: "2/3"
  tracks:
    - name: 小規模
      rate: "4/5"
    - {name: 賃上げ,
       rate: "3/4"}
calls: [{opens_on: 2026-05-08}]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with nested values."""
    path = tmp_path / "record.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        ((), 1),
        (("name",), 2),
        (("amount",), 3),
        (("amount", "rate"), 4),
        (("amount", "tracks", 0), 6),
        (("amount", "tracks", 0, "rate"), 7),
        (("amount", "tracks", 1), 8),
        (("amount", "tracks", 1, "rate"), 9),
        (("calls", 0, "opens_on"), 10),
    ],
)
def test_the_line_of_a_value(path: Path, steps: tuple[str | int, ...], line: int) -> None:
    assert line_of(path, steps) == line


@pytest.mark.parametrize(
    ("steps", "line"),
    [(("amount", "max_yen"), 3), (("amount", "tracks", 7), 5), (("name", "length"), 2), (("gone",), 1)],
)
def test_what_is_missing_is_looked_for_where_it_should_be(path: Path, steps: tuple[str | int, ...], line: int) -> None:
    assert line_of(path, steps) == line


def test_values_keep_their_types(path: Path) -> None:
    assert read_yaml(path) == {
        "name": "試作品製作助成金",
        "amount": {"rate": "2/3", "tracks": [{"name": "小規模", "rate": "4/5"}, {"name": "賃上げ", "rate": "3/4"}]},
        "calls": [{"opens_on": date(2026, 5, 8)}],
    }


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("name: a\nname: b\n", 2),
        ("amount: {rate: 1, rate: 2}\n", 1),
        ("name: [a\nkind: b\n", 2),
        ("name: a\n\tkind: b\n", 2),
        ("name: !!python/object:os.system x\n", 1),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidCatalogue) as invalid:
        read_yaml(path)
    (problem,) = invalid.value.problems
    assert (problem.file, problem.line, problem.field) == ("bad.yaml", line, "YAML")
