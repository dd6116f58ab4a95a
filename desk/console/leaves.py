"""Long lists of content, leaf by leaf: a page that nobody scrolls for minutes on a telephone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from fastapi import Query

SIZE = 50

Item = TypeVar("Item")
Number = Annotated[int, Query(ge=1, le=10_000)]


@dataclass(frozen=True)
class Leaf(Generic[Item]):
    """So many of a list: the leaf's number from 1, how many leaves there are, and how many items in all."""

    items: Sequence[Item]
    number: int
    count: int
    total: int


def leaf_of(items: Sequence[Item], number: int) -> Leaf[Item]:
    """A leaf of a list; beyond the end it is the last one."""
    count = max(1, -(-len(items) // SIZE))
    number = min(number, count)
    return Leaf(items[(number - 1) * SIZE : number * SIZE], number, count, len(items))
