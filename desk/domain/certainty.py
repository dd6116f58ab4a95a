"""Who asks how sure it is that they will get something: nobody can promise that, and nothing else answers it."""

import re

from desk.domain.choosing import fold

#: what a command for the bot calls it, beside the sides of a program
CHANCE = "chance"
#: as `fold` leaves them: katakana as hiragana, no spaces, marks and long vowels
_GOT = (
    "もらえ|貰え|いただけ|受け取れ|受けられ|出(?:る|ます|してくれ)|でる|さいたく|採択|通(?:る|り|れ|ります)|とおる"
    "|受か|うか[るり]|おり[るま]"
)
_SURE = "必ず|かならず|絶対|ぜったい|確実|かくじつ|100(?:ぱせんと)?|間違いなく|まちがいなく|本当に|ほんとうに|ほんとに"
_HOW_SURE = re.compile(
    rf"(?:{_SURE}).{{0,8}}(?:{_GOT})|(?:{_GOT}).{{0,6}}(?:保証|確約|確実です|確実な)"
    r"|(?:採択|通過|合格|当選|成功)(?:確)?率|(?:審査|公募|補助金)の?倍率|何(?:割|わり|ぱせんと)(?:くらい|ぐらい)?が?(?:通|受か|採択)"
    rf"|(?:{_GOT})(?:される|れる|る|そうな)?(?:確率|可能性|見込み?|ちゃんす)"
    r"|(?:申請|応募|出)(?:し(?:たら|さえすれ)|すれば?)ば?(?:誰でも|だれでも|全員|みんな)?(?:通|とお|もらえ|受か|採択)"
    r"|(?:誰でも|だれでも|全員|みんな)(?:が)?(?:もらえ|受か|通|採択)"
    r"|^(?:前に|以前|一度|去年)?(?:審査|選考|申請|補助金|助成金|応募)?(?:に|で|は|って|も)*落ち(?:ること|る場合|る人|たら|たこと|るか)"
    r"|(?:通り|受かり|採択され|選ばれ)(?:やす|易)|(?:通る|受かる|採択される|選ばれる)(?:こつ|秘訣|には|ため)"
    r"|guarantee|acceptancerate|successrate|chances|forsure"
)
#: rights and loans are decided by others, and told of elsewhere
_ELSEWHERE = re.compile(r"特許|商標|意匠|権利|登録|融資|借り|ろん|patent|trademark|loan")
#: what tells a fact besides, such as a place or a number
_FACT = re.compile(r"[0-9区市町村県]")
#: so many characters may stand before it, and in all, in a text that asks for nothing else
_BEFORE, _ALONE = 12, 40


def asks_how_sure(text: str) -> bool:
    """Whether a text asks if a grant is sure, how many get it, or how to be among them: 「必ずもらえますか」."""
    folded = fold(text)
    return bool(_HOW_SURE.search(folded)) and not _ELSEWHERE.search(folded)


def asks_only_that(text: str) -> bool:
    """Whether nothing else is in the text, such as a fact."""
    folded = fold(text)
    found = _HOW_SURE.search(folded)
    if found is None or found.start() > _BEFORE or len(folded) > _ALONE:
        return False
    return asks_how_sure(text) and not _FACT.search(folded[: found.start()] + folded[found.end() :])
