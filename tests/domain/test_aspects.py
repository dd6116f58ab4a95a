"""Which side of a program a question is after, and who wants to hear no more."""

import pytest

from desk.domain.aspects import Aspect, about_it, aspect_alone, aspect_of, compares, wants_own_amount, wants_silence


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("なぜ？", Aspect.WHY),
        ("それはどうして要確認なんですか", Aspect.WHY),
        ("対象外の理由を教えて", Aspect.WHY),
        ("Go-Techの上限額は?", Aspect.AMOUNT),
        ("それっていくらもらえるの", Aspect.AMOUNT),
        ("補助率は何割", Aspect.AMOUNT),
        ("その補助金の締切いつ", Aspect.DEADLINE),
        ("次回の公募はいつから", Aspect.DEADLINE),
        ("省力化投資補助金の必要書類を教えてください", Aspect.DOCUMENTS),
        ("何を出せばいいですか", Aspect.DOCUMENTS),
        ("似た制度との違いは？", Aspect.SIMILAR),
        ("これの代わりになるものは", Aspect.SIMILAR),
        ("ものづくり補助金", None),
        ("Go-Techについて詳しく", None),
        ("上限と締切を教えて", None),
        ("うちは対象になりますか", None),
        ('/ask_program{"program": "go-tech-tsujo"}', None),
    ],
)
def test_one_side_is_told_at_length_and_the_whole_in_short(question: str, aspect: Aspect | None) -> None:
    assert aspect_of(question) is aspect


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("いくら？", Aspect.AMOUNT),
        ("上限額はいくらですか", Aspect.AMOUNT),
        ("いくらもらえますか？", Aspect.AMOUNT),
        ("いつまで", Aspect.DEADLINE),
        ("締切はいつですか", Aspect.DEADLINE),
        ("必要書類は？", Aspect.DOCUMENTS),
        ("必要な書類は何ですか", Aspect.DOCUMENTS),
        ("似た制度との違いは?", Aspect.SIMILAR),
        ("窓口はいつまで？", None),
        ("相談はいくらですか", None),
        ("ものづくり補助金はいくら", None),
        ("なぜ？", None),
    ],
)
def test_a_side_alone_names_nothing_else(text: str, aspect: Aspect | None) -> None:
    assert aspect_alone(text) is aspect


@pytest.mark.parametrize(
    ("question", "about"),
    [("なぜ対象外なの", True), ("似た制度は？", True), ("書類は", True), ("ウルトラ補助金の締切", False)],
)
def test_a_question_with_a_name_nobody_knows_is_not_about_it(question: str, about: bool) -> None:
    assert about_it(question) is about


@pytest.mark.parametrize(
    ("question", "own"),
    [
        ("いくら？", True),
        ("いくらもらえますか", True),
        ("それはいくら", True),
        ("うちの自己負担はどのくらい", True),
        ("目安を計算して", True),
        ("上限はいくらまで", False),
        ("補助率は？", False),
    ],
)
def test_the_budget_is_worth_asking_for_only_where_ones_own_amount_is_wanted(question: str, own: bool) -> None:
    assert wants_own_amount(question) is own


@pytest.mark.parametrize(
    ("text", "silence"),
    [
        ("お知らせを止めて", True),
        ("締切の通知はもう要らないです", True),
        ("通知はもう要りません", True),
        ("リマインドを解除したい", True),
        ("締切を知らせて", False),
        ("公募が始まったら連絡ください", False),
        ("入力をやめたい", False),
        ("締切を止めることはできますか", False),
    ],
)
def test_who_wants_no_alerts_says_both_what_and_that_it_should_stop(text: str, silence: bool) -> None:
    assert wants_silence(text) is silence


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("どっちが得？", True),
        ("一番目と三番目を比較して", True),
        ("違いは", True),
        ("2つ目を詳しく", False),
        ("締切は", False),
    ],
)
def test_a_comparison_says_so(question: str, several: bool) -> None:
    assert compares(question) is several
