"""Small charts as numbers for an SVG: bars of months with a line for the target. No colours, no words."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 240, 72
#: share of a month's place that its bar takes
FULLNESS = 0.7
#: the least height at which a value above zero can be seen
LEAST = 1.5


@dataclass(frozen=True)
class Bar:
    """A month: its bar, or the place where there was no data."""

    x: float
    y: float
    width: float
    height: float
    missing: bool = False


@dataclass(frozen=True)
class Chart:
    """Bars from left to right; `target_y` is where the target's line lies."""

    bars: tuple[Bar, ...]
    highest: float
    target_y: float | None
    width: int = WIDTH
    height: int = HEIGHT


def chart(values: Sequence[float | None], target: float | None = None, full: float | None = None) -> Chart | None:
    """Bars from zero up; `full` is the value of the full height, such as 100 for shares. None without any data."""
    known = [value for value in values if value is not None]
    if not known:
        return None
    highest = full or max(*known, target or 0, 1)
    step = WIDTH / len(values)
    bars = tuple(_bar(place * step, step, value, highest) for place, value in enumerate(values))
    return Chart(bars, highest, None if target is None else _y(target, highest))


def _bar(x: float, step: float, value: float | None, highest: float) -> Bar:
    left, width = round(x + step * (1 - FULLNESS) / 2, 2), round(step * FULLNESS, 2)
    if value is None:
        return Bar(left, HEIGHT, width, 0, missing=True)
    y = min(_y(value, highest), HEIGHT - LEAST) if value else HEIGHT
    return Bar(left, y, width, round(HEIGHT - y, 2))


def _y(value: float, highest: float) -> float:
    return round(HEIGHT * (1 - min(value / highest, 1)), 2)
