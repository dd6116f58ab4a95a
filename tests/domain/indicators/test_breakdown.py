"""Figures by their parts, and nobody who could be recognised in them."""

from hypothesis import given
from hypothesis import strategies as some

from desk.domain.indicators.breakdown import FEWEST, Dimension, break_down, hide_few, suppressed
from desk.domain.indicators.foundation import CONSULTATIONS, SATISFACTION
from desk.domain.indicators.indicator import Figure
from tests.domain.indicators.building import JUNE, case, log


def shown(record: object, dimension: Dimension = Dimension.AREA) -> list[tuple[str | None, float | str | None]]:
    """The first figure of each part; `few` where it is hidden."""
    lines = break_down(record, dimension, (CONSULTATIONS,))  # type: ignore[arg-type]
    return [(line.value, "few" if line.cells[0].hidden else line.cells[0].figure.value) for line in lines]


def test_the_largest_part_comes_first_and_the_unknown_last() -> None:
    record = log(cases=[case(area="板橋区")] * 7 + [case(area="北区")] * 9 + [case()] * 20)

    assert shown(record) == [("北区", 9), ("板橋区", 7), (None, 20)]


def test_so_few_that_they_could_be_recognised_are_not_told() -> None:
    record = log(cases=[case(area="板橋区")] * 9 + [case(area="北区")] * 4 + [case(area="大島町")])

    assert shown(record) == [("板橋区", 9), ("北区", "few"), ("大島町", "few")]


def test_one_hidden_part_hides_the_next_so_that_the_total_does_not_tell_it() -> None:
    record = log(cases=[case(area="板橋区")] * 30 + [case(area="北区")] * 8 + [case(area="大島町")])

    assert shown(record) == [("板橋区", 30), ("北区", "few"), ("大島町", "few")]


def test_a_share_of_few_people_is_not_told() -> None:
    cases = [case(area="板橋区", satisfaction=5, closed_at=JUNE)] * FEWEST + [
        case(area="北区", satisfaction=1, closed_at=JUNE)
    ]

    lines = break_down(log(cases=cases), Dimension.AREA, (SATISFACTION,))

    assert [(line.value, line.cells[0].hidden, line.cells[0].figure.value) for line in lines] == [
        ("板橋区", False, 100.0),
        ("北区", True, None),
    ]


def test_parts_are_told_by_each_trait() -> None:
    record = log(cases=[case(speciality="ip", channel="phone")] * 6)

    assert shown(record, Dimension.SPECIALITY) == [("ip", 6)]
    assert shown(record, Dimension.CHANNEL) == [("phone", 6)]
    assert shown(record, Dimension.INDUSTRY) == [(None, 6)]


@given(some.lists(some.integers(0, 30), max_size=8))
def test_no_hidden_count_can_be_told_from_the_total_and_the_others(counts: list[int]) -> None:
    cells = suppressed([Figure(each, each) for each in counts])

    hidden = [count for count, cell in zip(counts, cells, strict=True) if cell.hidden]

    assert all(cell.figure.value is None for cell in cells if cell.hidden)
    assert not any(0 < count < FEWEST for count, cell in zip(counts, cells, strict=True) if not cell.hidden)
    others = [count for count, cell in zip(counts, cells, strict=True) if count and not cell.hidden]
    assert len(hidden) != 1 or not others


def test_counts_by_name_are_ordered_and_hidden_alike() -> None:
    assert hide_few({"試作": 12, "創業": 2, "設備の導入": 3, "その他": 0}) == {
        "試作": 12,
        "設備の導入": None,
        "創業": None,
    }
