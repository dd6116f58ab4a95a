"""Sets of programs as integers."""

from hypothesis import given
from hypothesis import strategies as st

from desk.domain.bits import bits_of, by_count, positions_of

positions = st.sets(st.integers(0, 200))


@given(positions)
def test_a_set_comes_back_in_order(members: set[int]) -> None:
    assert list(positions_of(bits_of(members))) == sorted(members)


@given(st.lists(positions, max_size=6))
def test_members_are_told_by_how_many_sets_hold_them(sets: list[set[int]]) -> None:
    counted = by_count([bits_of(each) for each in sets], 3)
    for member in set().union(*sets):
        times = sum(member in each for each in sets)
        assert [at for at, mask in enumerate(counted) if mask >> member & 1] == [min(times, 3)]
