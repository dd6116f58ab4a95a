"""Who asks how sure a grant is, and who only uses the same words."""

import pytest

from desk.domain.certainty import asks_how_sure, asks_only_that

ALONE = [
    "必ずもらえますか",
    "絶対採択される？",
    "採択率は？",
    "ものづくり補助金の採択率ってどれくらい",
    "補助金って確実にもらえるんですか",
    "申請すれば通りますか",
    "申請したら誰でももらえるの？",
    "落ちることもありますか",
    "審査に落ちることってあるの",
    "受かる確率は",
    "採択される見込みはありますか",
    "通りやすくするコツは？",
    "採択されるには何が要る",
    "１００％もらえますか",
    "かならず もらえますか",
    "Is it guaranteed?",
    "What are the chances?",
]


@pytest.mark.parametrize("text", ALONE)
def test_it_is_heard_however_it_is_asked(text: str) -> None:
    assert asks_only_that(text)


@pytest.mark.parametrize("text", ["板橋区の町工場ですが必ずもらえますか", "従業員12人です。採択率は？"])
def test_beside_a_fact_it_is_not_all(text: str) -> None:
    assert asks_how_sure(text)
    assert not asks_only_that(text)


@pytest.mark.parametrize(
    "text",
    [
        "GビズIDは必ず要りますか",
        "必ず行かないといけませんか",
        "絶対に秘密にしてください",
        "確実に届きましたか",
        "必ず特許は取れますか",
        "融資は必ず受けられますか",
        "採択とは",
        "補助金はいつもらえますか",
        "機械から油が落ちることがある",
        "うちは補助金もらえますか",
        "使える補助金を教えて",
        "必ず返さないといけない？",
        "不採択になったらどうなる",
        "展示会に通るルートは",
        "申請すればいつ頃お金が出ますか",
    ],
)
def test_other_questions_in_such_words_are_left_alone(text: str) -> None:
    assert not asks_how_sure(text)
