"""Figures by speciality, channel, place and industry, without telling of so few that somebody could be recognised."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk.domain.indicators.foundation import CONSULTATIONS, MATCHES, SATISFACTION
from desk.domain.indicators.indicator import Figure, Indicator
from desk.domain.indicators.log import Log
from desk.domain.indicators.service import REPLIED_IN_TIME
from desk.domain.indicators.technology import GRANTS

#: fewer than so many are not told apart
FEWEST = 5
#: what is looked at by its parts
BROKEN_DOWN: tuple[Indicator, ...] = (CONSULTATIONS, MATCHES, GRANTS, SATISFACTION, REPLIED_IN_TIME)


class Dimension(StrEnum):
    """By what figures are told apart; the names of `Traits`."""

    SPECIALITY = "speciality"
    CHANNEL = "channel"
    AREA = "area"
    INDUSTRY = "industry"


@dataclass(frozen=True)
class Cell:
    """A figure of a part. `hidden`: too few to be shown; the value is gone then."""

    figure: Figure
    hidden: bool = False


HIDDEN = Cell(Figure(None, None), hidden=True)


@dataclass(frozen=True)
class Line:
    """One part: its value (None: not known) and a cell for each indicator."""

    value: str | None
    cells: tuple[Cell, ...]


def break_down(log: Log, dimension: Dimension, indicators: Sequence[Indicator] = BROKEN_DOWN) -> list[Line]:
    """Parts with something in them, the largest first; what is not known comes last."""
    found = {value: [each.measure(part) for each in indicators] for value, part in log.parts(dimension).items()}
    found = {value: figures for value, figures in found.items() if any(map(_holds_something, figures))}
    order = sorted(found, key=lambda value: (value is None, -(found[value][0].value or 0), value or ""))
    columns = [suppressed([found[value][place] for value in order]) for place in range(len(indicators))]
    return [Line(value, tuple(column[row] for column in columns)) for row, value in enumerate(order)]


def suppressed(figures: Sequence[Figure]) -> list[Cell]:
    """Figures of the parts of one whole, with those of too few people hidden.

    A single hidden count could be told from the total: then the next smallest is hidden, too.
    """
    cells = [_cell(figure) for figure in figures]
    if sum(cell.hidden for cell in cells) == 1 and all(figure.denominator is None for figure in figures):
        shown = [place for place, cell in enumerate(cells) if not cell.hidden and cell.figure.value]
        if shown:
            smallest = min(shown, key=lambda place: figures[place].value or 0)
            cells[smallest] = HIDDEN
    return cells


def hide_few(counts: Mapping[str, int]) -> dict[str, int | None]:
    """Counts of the parts of one whole by name, the largest first; None for what is hidden."""
    order = sorted(counts, key=lambda name: (-counts[name], name))
    cells = suppressed([Figure(counts[name], counts[name]) for name in order])
    return {
        name: None if cell.hidden else counts[name] for name, cell in zip(order, cells, strict=True) if counts[name]
    }


def _holds_something(figure: Figure) -> bool:
    return bool(figure.value or figure.denominator)


def _cell(figure: Figure) -> Cell:
    people = figure.value if figure.denominator is None else figure.denominator
    return HIDDEN if people and people < FEWEST else Cell(figure)
