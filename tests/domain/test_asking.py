"""What a question about a program is after."""

import pytest

from desk.domain.asking import Facet, facets, points_back


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("ものづくり補助金の上限額は?", {Facet.MONEY}),
        ("Go-Techの締切いつ", {Facet.WHEN}),
        ("うちもGo-Techの対象になる?", {Facet.WHO}),
        ("どうやって申請するの", {Facet.HOW}),
        ("いくらもらえて、いつまでに出すの", {Facet.MONEY, Facet.WHEN}),
        ("Go-Techについて教えて", set()),
        ('/ask_program{"program": "go-tech-tsujo"}', set()),
    ],
)
def test_a_question_tells_what_it_wants_to_know(question: str, wanted: set[Facet]) -> None:
    assert facets(question) == wanted


@pytest.mark.parametrize("question", ["その補助金の締切は?", "それ、うちでも使える?", "上限は?", "いつまで"])
def test_a_pointing_or_bare_question_is_about_what_was_shown(question: str) -> None:
    assert points_back(question)


@pytest.mark.parametrize("question", ["ウルトラ補助金の締切は?", "どこかの助成金の上限"])
def test_the_name_of_something_else_points_nowhere(question: str) -> None:
    assert not points_back(question)
