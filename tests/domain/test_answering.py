"""Answering, asking back, or saying that it is not known."""

from desk.domain.answering import LIKE, SURE, Choice, Finding, choose

TLO = "TLOとは"


def found(*ranks: float, likeness: float = 0.8) -> list[Finding]:
    """Findings in this order, none written for exactly the question."""
    return [Finding([f"別の質問{number}"], likeness, rank) for number, rank in enumerate(ranks)]


def test_the_very_question_is_answered_whatever_else_is_near() -> None:
    findings = [Finding(["産学連携本部とは"], 0.9, 20), Finding(["ＴＬＯとは？"], 0.9, 19)]

    assert choose(TLO, findings) == Choice(sure=1)


def test_one_far_ahead_of_the_next_is_the_answer() -> None:
    assert choose(TLO, found(20, 10)) == Choice(sure=0)


def test_the_only_one_found_is_the_answer_when_it_is_sure() -> None:
    assert choose(TLO, found(20)) == Choice(sure=0)


def test_two_that_are_near_are_offered_for_choice() -> None:
    assert choose(TLO, found(20, 19)) == Choice(perhaps=(0, 1))


def test_at_most_three_are_offered() -> None:
    assert choose(TLO, found(20, 20, 20, 20)).perhaps == (0, 1, 2)


def test_one_that_fell_behind_is_not_offered() -> None:
    assert choose(TLO, found(20, 19, 9)).perhaps == (0, 1)


def test_an_unsure_one_is_asked_back_instead_of_told() -> None:
    assert choose(TLO, found(20, 5, likeness=(LIKE + SURE) / 2)) == Choice(perhaps=(0,))


def test_what_has_too_little_to_do_with_the_question_is_not_known() -> None:
    assert choose(TLO, found(20, likeness=LIKE - 0.01)) == Choice()
    assert choose(TLO, []) == Choice()
