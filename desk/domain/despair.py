"""Words that call for care before anything else: a life in danger, somebody at the end of their strength, a threat.

The rule. `DESPAIR`: somebody writes of their own death, or that they do not want to live. Who develops or researches
against it is no such person, nor is who says of work that it kills them (忙しくて死にそう), who tells of a death
(父が死んでしまい) or provides for their own (私が死ねば息子が継ぎます). `WEARY`: at the end of their strength, in a
short message that asks for nothing. `THREAT`: a short message of hate alone; what is said beside it would be heard by
the bot.
"""

import re
import unicodedata
from enum import StrEnum

from desk.domain.asking_back import asks_back

#: whoever writes more tells of a matter, too
SHORT, SHORTEST = 60, 25


class Sign(StrEnum):
    """What a message tells of whoever wrote it."""

    DESPAIR = "despair"
    WEARY = "weary"
    THREAT = "threat"


_DESPAIR = re.compile(
    r"死に(?:たい|たかっ|たく(?!な[いか]))|死んで(?:しまいたい|しまおう|しまえ(?:たら|ば)|やる$)"
    r"|死んだ(?:方|ほう)が(?:まし|マシ|いい|よい|楽)|死のう(?:と|か)|死ぬ(?:しかな|つもり|ことばかり|ことを考えて)"
    r"|(?:自分|私|僕|俺|わたし|ぼく|おれ)(?:なん[かて]|が|は|も)?死ねば"
    r"(?:い[いー]|よ[いかく]|楽|済|すむ|保険|借金|みんな)"
    r"|(?:^|[\s、。はがも])(?:もう\s*)?しにたい(?![しす])"
    r"|(?:消え|きえ|いなくなり)たい|消えて(?:しまい|なくなり|いなくなり)たい"
    r"|生きて(?:い|)たくな|生きて(?:い|)る(?:意味|価値|の(?:が|も|に)(?:つら|辛|疲れ|いや|嫌|苦し|しんど))"
    r"|生きる(?:の|こと)(?:が|も|に)(?:つら|辛|疲れ|いや|嫌|苦し|しんど)|生きる(?:気力|意味|希望)(?:が|も)"
    r"|首を(?:吊|つ[りっろ])|飛び降り(?:たい|よう|るしか)|命を[絶断][つちとっ]|人生を?(?:終わら?せ|終わりにし)"
    r"|自殺(?:し(?:たい|たく|よう|か)|するしか|[をも]?考え|$)|(?:一家|無理)心中|遺書を書"
    r"|\b(?:want to die|wanna die|kill myself|end my life|suicidal|don't want to live)\b",
    re.IGNORECASE,
)
#: work for others who are in despair
_FOR_OTHERS = re.compile(r"検知|検出|予防|防止|対策|若者|プロジェクト|prevent", re.IGNORECASE)
_WEARY = re.compile(
    r"眠れな|ねむれな|寝られな|もう(?:限界|だめ|ダメ|駄目|無理|疲れ)|心が折れ|(?:ちょっと|もう|正直)しんど|(?:精神的に|気持ちが)(?:しんど|つら|辛|きつ|沈|落ち)|疲れ(?:果て|切っ|きっ)|追い(?:詰|つ)められ|生きた心地"
    r"|(?:つら|辛)くて(?:たまら|しかたな|仕方な|どうしよう)|\bcan't (?:sleep|go on)\b",
    re.IGNORECASE,
)
_ASKS_FOR_SOMETHING = re.compile(
    r"補助|助成|融資|支援|制度|相談|教えて|知りたい|探し|使え|担当|責任者|人を|出せ|話にならな|対応|説明|いい加減"
)
_THREAT = re.compile(
    r"死ね(?!る|な|ば)|くたばれ|(?:殺|ころ)(?:すぞ|してやる|しに行く|しにいく|されたい)|(?:ぶっ|ぶち|ブッ)(?:殺|ころ)"
    r"|火(?:を|)つけ(?:て?や|るぞ)|燃やし(?:て?や|に行)|爆破(?:し|する)|刺(?:すぞ|してやる|しに行)|殴(?:るぞ|ってやる|りに)"
    r"|\b(?:go to hell|drop dead|(?:i'll|i will) kill you)\b",
    re.IGNORECASE,
)


def sign_in(text: str) -> Sign | None:
    """The gravest sign in a message; None when there is none."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if _DESPAIR.search(plain) and not _FOR_OTHERS.search(plain):
        return Sign.DESPAIR
    if len(plain) <= SHORTEST and _THREAT.search(plain):
        return Sign.THREAT
    return Sign.WEARY if _is_weary(plain) else None


def _is_weary(plain: str) -> bool:
    asks = asks_back(plain) or _ASKS_FOR_SOMETHING.search(plain)
    return len(plain) <= SHORT and not asks and _WEARY.search(plain) is not None
