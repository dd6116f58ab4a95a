"""A showing that is told is heard; a question about the rule is not taken for one."""

import pytest

from desk.domain.disclosure import Showing, about_invention, has_filed, told_showings

SOON = """
来年1月の展示会に出展が決まりました
新製品発表会は12月1日です
クラウドファンディング、明日スタートです
学会のポスター、来週の金曜です
学会発表まであと10日です
特許がまだなのに部長が展示会に申し込んだ
客先でデモを見せるのは来週です
来週学会で発表する
今度の学会で発表します
来月の展示会に新しい発明を出します
展示会に出します 来月
展示会が来週です
発売は今月末を予定しています
発表は3日後です
来月 学会 あります
来週学会で発表しても特許は取れますか
学会の抄録が来週公開されるのですが間に合いますか
学会で発表する前に特許を取るべきですか
今度の展示会に新しい機構を出そうと思ってて特許まだなんです
春の学会で発表することになりました
論文を投稿して査読中です
商標は出願しました。来月、新しい機構を展示会に出します
"""
LATELY = """
9月に展示会で公開しました、意匠は大丈夫?
新しい容器の形をSNSに載せたのが先週
試作機を去年のコンテストで発表
試作品を先月イベントで配りました
今朝の新聞に新技術の記事が載りました
先月展示会に出した
昨日プレスリリース出しちゃった
先月論文で発表した技術は特許になりますか
先月の学会で学生が発表してしまったのですが特許は無理でしょうか
去年クラウドファンディングに出した試作品で特許は取れる?
3か月前に学会で発表済みです
クラファンで公開したばかりです
"""
BEFORE = """
うち、もうネットで売ってるんですけど意匠って間に合う?
サンプルをお客さんに配った後に特許のことを知りました
動画をYouTubeに上げてしまいました
試作品を展示中です
発明した部品はもう販売しています
学会でも発表しました
もう公開してしまったのですが、駄目な国はありますか
展示会に出したのですが出願したら間に合いますか
弊社で公開した技術は特許になりますか
発表してしまいました。まだ間に合いますか?
"""
RULE = """
動画を公開したら特許はだめになりますか
自社サイトに載せただけでも公開になりますか
見せた相手が一人でも新規性はなくなるのでしょうか
海外だと公開後1年は猶予があると聞きました
秘密保持契約があれば見せても大丈夫ですか
新聞に載った技術は特許にできますか
公開済みだと駄目な国はありますか
既に公開済みだと海外では駄目ですか
発表したら特許は取れなくなりますか
公開したら駄目な国を教えてください
公開していても大丈夫な国はありますか
公開した発明でも特許になる国はどこですか
先に発表されていると特許は取れないのですか
論文で発表した後に出願できますか
発表済みの技術で特許を取れる国は?
学会で発表した場合の例外を知りたい
なぜ発表する前に出願が必要なのですか
展示会に出すと新規性がなくなるのはなぜ
学会の発表は公知にあたりますか
特許出願したら18か月で公開されるって本当?
"""
NOTHING = """
公開された特許を調べたい
展示会で見かけた他社の製品がうちの特許に似ています
まだ社内だけで外には見せていません
まだ発表していません
発表する予定はまだありません
展示会を見に行った時に聞いた話ですが
新製品を販売したいので特許を調べたい
販売している会社に特許を使わせたい
数年後に発表する予定です
"""


@pytest.mark.parametrize(
    ("sentences", "told"),
    [(SOON, {Showing.SOON}), (LATELY, {Showing.LATELY}), (BEFORE, {Showing.BEFORE}), (RULE, set()), (NOTHING, set())],
    ids=["soon", "lately", "some time ago", "a question about the rule", "nothing shown"],
)
def test_what_a_sentence_tells_of_a_showing(sentences: str, told: set[Showing]) -> None:
    heard = {sentence: told_showings([sentence]) for sentence in sentences.split("\n") if sentence}
    assert {sentence: found for sentence, found in heard.items() if found != told} == {}


def test_what_science_publishes_is_taken_for_an_invention() -> None:
    assert about_invention(["来週学会で発表する"])
    assert not about_invention(["来月からお弁当の販売を始めます"])


def test_a_filed_trade_mark_protects_no_invention() -> None:
    assert has_filed(["特許は出願しました"])
    assert not has_filed(["商標は出願しました"])
