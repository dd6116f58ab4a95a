"""Who wants to see something, and who leaves, is told from who asks or answers."""

import pytest

from desk.domain.impatience import takes_leave, wants_results


@pytest.mark.parametrize(
    "text",
    [
        "では一覧を見せていただけますか",
        "で、結局いくらもらえんの",
        "いくらくらい戻ってきますか",
        "めんどくさいな、あと何聞くの",
        "まだ聞くんですか",
        "早く教えてよ",
        "候補だけ知りたい",
    ],
)
def test_who_has_answered_enough_wants_to_see_something(text: str) -> None:
    assert wants_results(text)


@pytest.mark.parametrize(
    "text",
    [
        "めんどくさい。電話でくれ",
        "面倒なのでやめます",
        "資本金はいくら出ると有利ですか",
        "それはどういう意味ですか",
        "機械はいくらかかるか見積もり中です",
        "12人です",
        "一覧表を作る会社です",
        "面倒な手続きはありますか",
    ],
)
def test_who_asks_answers_or_stops_does_not(text: str) -> None:
    assert not wants_results(text)


@pytest.mark.parametrize(
    "text", ["ありがとうございます。一度持ち帰ります。", "助かりました、また相談します", "社長に確認してみます、どうも"]
)
def test_thanks_may_be_a_farewell(text: str) -> None:
    assert takes_leave(text)


@pytest.mark.parametrize("text", ["ありがとうございます、助かりました", "サンキュー", "ありがとう、次の質問をどうぞ"])
def test_thanks_may_be_thanks_alone(text: str) -> None:
    assert not takes_leave(text)
