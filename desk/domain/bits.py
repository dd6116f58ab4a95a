"""Sets of programs as the bits of one integer, so that ten thousand of them are joined in a microsecond."""

from collections.abc import Iterable, Iterator


def bits_of(positions: Iterable[int]) -> int:
    """The set of the positions."""
    mask = 0
    for position in positions:
        mask |= 1 << position
    return mask


def positions_of(mask: int) -> Iterator[int]:
    """The members in ascending order."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def by_count(masks: Iterable[int], highest: int) -> list[int]:
    """Sets by how many of the masks hold a member: index n holds those in exactly n, the last those in n or more.

    Index 0 is left empty: who is in no mask depends on the whole, which is not known here.
    """
    at_least = [0] * (highest + 2)
    for mask in masks:
        for count in range(highest, 0, -1):
            at_least[count] |= mask if count == 1 else at_least[count - 1] & mask
    return [0] + [at_least[count] & ~at_least[count + 1] for count in range(1, highest + 1)]
