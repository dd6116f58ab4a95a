"""Reads collections of questions and answers for measuring: one JSON object a line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, Field, ValidationError

#: ids may be written as numbers; grades are 0 (not relevant) or more
Id = Annotated[str, BeforeValidator(lambda value: str(value) if isinstance(value, int) else value)]
Grade = Annotated[float, Field(ge=0)]


class Pair(BaseModel):
    """A line of the corpus: a question with its answer."""

    id: Id
    question: str
    answer: str


class Query(BaseModel):
    """A line of the queries: what is asked, and how well which pairs answer it."""

    query: str
    relevant: dict[str, Grade]


Line = TypeVar("Line", bound=BaseModel)


class BadLine(ValueError):
    """A line that is not what it should be, with its place."""


def read_corpus(path: Path) -> list[Pair]:
    """All pairs. Raises `BadLine`, also for an id that comes twice or a file without any."""
    pairs = list(_read(path, Pair))
    seen: set[str] = set()
    for number, pair in enumerate(pairs, 1):
        if pair.id in seen:
            raise BadLine(f"{path}: {number}件目の id「{pair.id}」は、前にも出てきます。")
        seen.add(pair.id)
    return pairs


def read_queries(path: Path) -> list[Query]:
    """All queries that have something relevant; the others can't be judged. Raises `BadLine`."""
    queries = [query for query in _read(path, Query) if any(query.relevant.values())]
    if not queries:
        raise BadLine(f"{path}: 正解のある問い合わせがありません。")
    return queries


def _read(path: Path, shape: type[Line]) -> Iterator[Line]:
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    filled = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not filled:
        raise BadLine(f"{path}: 空のファイルです。")
    for number, line in filled:
        try:
            yield shape.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            raise BadLine(f"{path} {number}行目: {'.'.join(map(str, first['loc']))} {first['msg']}") from error
