"""A figure without a name, and what it may stand for."""

import pytest

from desk.domain.figures import figure_beside, unnamed_figure


@pytest.mark.parametrize(
    ("text", "written", "value", "facts"),
    [
        ("3000万円です", "3,000万円", 30_000_000, ("capital_yen", "budget_yen")),
        ("３０００万", "3,000万円", 30_000_000, ("capital_yen", "budget_yen")),
        ("だいたい1億5000万円くらい", "1億5,000万円", 150_000_000, ("capital_yen", "budget_yen")),
        ("1.5億円", "1億5,000万円", 150_000_000, ("capital_yen", "budget_yen")),
        ("1,200,000円", "120万円", 1_200_000, ("capital_yen", "budget_yen")),
        ("12人です。", "12人", 12, ("employees",)),
        ("5年くらい", "5年", 5, ("age_years", "years_in_area")),
    ],
)
def test_a_figure_alone_is_read_with_what_it_may_be(
    text: str, written: str, value: int, facts: tuple[str, ...]
) -> None:
    figure = unnamed_figure(text)

    assert figure is not None
    assert (figure.written, figure.value, tuple(figure.facts)) == (written, value, facts)


@pytest.mark.parametrize(
    "text", ["12", "資本金3000万円", "3000万円の機械を買いたい", "2019年", "板橋区", "", "03-1234-5678"]
)
def test_a_figure_with_a_name_or_without_a_unit_is_none(text: str) -> None:
    assert unnamed_figure(text) is None


def test_a_sum_of_its_own_beside_an_answer_is_found_unless_it_is_named() -> None:
    found = figure_beside("2500万くらい。まだ頼んでない", ["started"])

    assert found is not None
    assert (found.value, found.facts) == (25_000_000, ("capital_yen", "budget_yen"))
    assert figure_beside("2500万くらい。まだ頼んでない", ["started", "budget_yen"]) is None
    assert figure_beside("2500万くらい", []) is None
    assert figure_beside("従業員は12人。まだ頼んでない", ["started"]) is None
