"""Drafts beside the catalogue: new, changed and in what, same, vanished."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from desk.domain.programs import Call, Program
from desk.jgrants.diff import Difference, State, calls_in_words, compare
from desk.jgrants.drafts import Draft
from tests.jgrants.samples import draft


def known(made: Draft, **changes: object) -> Program:
    """A program of the catalogue that was once made of a draft, and then edited."""
    return replace(made.program, id="shisaku-hojo", **changes)


def test_a_grant_that_nobody_knows_is_new() -> None:
    (found,) = compare([draft()], [], [])

    assert (found.state, found.match, found.title) == (State.NEW, None, "令和8年度 ものづくり試作開発補助金")


def test_a_grant_that_says_what_the_catalogue_says_is_the_same() -> None:
    (found,) = compare([draft()], [], [known(draft())])

    assert found.state is State.SAME
    assert found.differences == ()


def test_each_field_that_differs_is_told_with_both_values() -> None:
    made = draft()
    amount = replace(made.program.amount, max_yen=5_000_000, rate=Fraction(1, 2))
    calls = (Call("令和7年度", date(2025, 11, 1), date(2025, 12, 19), False),)
    program = known(made, name="ものづくり試作補助", amount=amount, calls=calls, area="板橋区")

    (found,) = compare([made], [], [program])

    assert found.state is State.CHANGED
    assert found.differences == (
        Difference("上限額", "500万円", "1,000万円"),
        Difference("補助率", "1/2", "2/3"),
        Difference("地域", "板橋区", "東京都"),
        Difference("制度名", "ものづくり試作補助", "令和8年度 ものづくり試作開発補助金"),
        Difference("募集", "2025年11月1日〜2025年12月19日", "2026年11月1日〜2026年12月18日"),
    )


def test_what_the_draft_leaves_open_is_no_difference() -> None:
    program = known(draft())
    undated = {"acceptance_start_datetime": None, "acceptance_end_datetime": None}
    silent = draft(subsidy_max_limit=None, subsidy_rate="定額", target_area_search=None, **undated)

    (found,) = compare([silent], [], [program])

    assert found.state is State.SAME


def test_what_the_catalogue_leaves_open_is_a_difference() -> None:
    made = draft()
    program = known(made, amount=replace(made.program.amount, max_yen=None), calls=())

    (found,) = compare([made], [], [program])

    assert Difference("上限額", "記載なし", "1,000万円") in found.differences
    assert Difference("募集", "記載なし", "2026年11月1日〜2026年12月18日") in found.differences


def test_a_name_that_is_only_alike_is_no_difference_of_its_own() -> None:
    made = draft()
    program = known(made, name="ものづくり試作開発補助金", url=None, sources=())

    (found,) = compare([made], [], [program])

    assert found.state is State.SAME


def test_what_is_gone_stands_at_the_end_with_its_program() -> None:
    gone = known(draft())

    (found,) = compare([], [gone], [gone])

    assert (found.state, found.draft, found.title) == (State.VANISHED, None, gone.name)
    assert found.match is not None
    assert found.match.program is gone


def test_calls_in_words() -> None:
    calls = [
        Call("第2回", date(2026, 10, 1), None, False),
        Call("第1回", None, date(2026, 5, 29), False),
        Call("通年", None, None, True),
    ]

    assert calls_in_words(calls) == "2026年10月1日〜、〜2026年5月29日、随時"
