"""Charts as numbers: bars stand on the ground and within the picture; where nothing was measured is a gap."""

from hypothesis import given
from hypothesis import strategies as some

from desk.console.charts import HEIGHT, LEAST, WIDTH, chart

VALUES = some.lists(some.none() | some.floats(0, 1e10), min_size=1, max_size=24)


@given(VALUES, some.none() | some.floats(0, 1e10))
def test_every_bar_lies_within_the_picture_and_stands_on_the_ground(
    values: list[float | None], target: float | None
) -> None:
    drawn = chart(values, target)

    if drawn is None:
        assert all(value is None for value in values)
        return
    assert len(drawn.bars) == len(values)
    for bar in drawn.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= WIDTH + 0.01
        assert 0 <= bar.y <= HEIGHT
        assert abs(bar.y + bar.height - HEIGHT) < 0.02
    assert drawn.target_y is None or 0 <= drawn.target_y <= HEIGHT


def test_the_highest_fills_the_picture_and_half_of_it_fills_half() -> None:
    drawn = chart([10, 5])

    assert drawn is not None
    assert [bar.height for bar in drawn.bars] == [HEIGHT, HEIGHT / 2]


def test_a_month_without_data_is_a_gap_and_a_month_with_zero_is_none() -> None:
    drawn = chart([None, 0, 100], full=100)

    assert drawn is not None
    assert [(bar.missing, bar.height) for bar in drawn.bars] == [(True, 0), (False, 0), (False, HEIGHT)]


def test_little_can_still_be_seen() -> None:
    drawn = chart([0.001], full=100)

    assert drawn is not None
    assert drawn.bars[0].height == LEAST


def test_the_target_lies_where_its_value_is() -> None:
    drawn = chart([50], target=75, full=100)

    assert drawn is not None
    assert drawn.target_y == HEIGHT / 4
