"""Who is in despair, worn out or in a rage is told from those who speak of work, of others, or of a matter."""

import pytest

from desk.domain.despair import Sign, sign_in

DESPAIR = """
死にたい
もう会社をたたんで消えたい
借金が返せない。死ぬしかないのかな
しにたい です
生きているのがつらい
自殺を考えています
このごろ死ぬことを考えてしまう
私なんか死ねばいいんだ
夜も眠れず、死んだほうがましだと思う
もう死んでしまいたい
俺が死ねば保険金で返せる
研究費が切れてしまい、もう生きる意味が見つかりません
資金繰りがだめで、首を吊ろうかと思っている
I want to die
"""
WEARY = """
夜も眠れない
もう限界です。従業員にも給料が払えない
心が折れました
わたしは とても つかれました。ねむれないです
親に反対されててちょっとしんどい
銀行に断られて、精神的に追い詰められています
"""
THREATS = """
死ね
死ねよクソボット
殺すぞ
ぶっ殺す
役所ごと燃やしてやる
今から殴りに行くからな
"""
OTHERS = """
忙しくて死にそうです
死にたくないので健康経営に取り組みたい
「死にたい」という投稿を検知するAIを開発しています
自殺予防のアプリに補助金は使えますか
若者の消えたいという声を集めるサービスです
話にしにたいして
社長だった父が死んでしまいまして、会社を継ぐことになりました
パソコンが死んでしまって困っています
私が死ねば息子が継ぎます。事業承継の相談をしたい
自分が死ぬことを考えると、いまのうちに承継したい
来年こそ会社を起こすぞ
雑菌を殺すフィルターを開発した
板の表面の傷を消したい
予算はもう限界なので補助金を探しています
いい加減にしろ、もう限界だ、責任者を出せ
機械の騒音で眠れないと近所から言われたので防音の助成を知りたい
ばか、あほ、役立たず
死ねと言われて傷ついたという社員がいるのですが、研修に使える助成金はありますか
板橋区で金属加工をしています
"""


def lines(text: str) -> list[str]:
    return text.strip().split("\n")


@pytest.mark.parametrize("text", lines(DESPAIR))
def test_who_writes_of_their_own_death_is_in_despair(text: str) -> None:
    assert sign_in(text) is Sign.DESPAIR


@pytest.mark.parametrize("text", lines(WEARY))
def test_who_is_at_the_end_of_their_strength_is_weary(text: str) -> None:
    assert sign_in(text) is Sign.WEARY


@pytest.mark.parametrize("text", lines(THREATS))
def test_hate_alone_is_a_threat(text: str) -> None:
    assert sign_in(text) is Sign.THREAT


@pytest.mark.parametrize("text", lines(OTHERS))
def test_work_and_matters_are_left_to_the_bot(text: str) -> None:
    assert sign_in(text) is None
