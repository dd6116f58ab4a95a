"""Answers to yes-or-no facts: plain yes and no, and the words that mean yes or no to this very question."""

from __future__ import annotations

import re
from functools import lru_cache
from re import Pattern

from bot.answers.plain import bare
from bot.entities.lexicon import compiled, read

YES = re.compile(
    r"^(?:はい|うん|ええ|そう|そや|せや|あり(?:ます|$)|ある|あります|いる|います|おります|おる|yes|イエス|もちろん|ok|オーケー|オッケー|済み?|終わ|やりました|した|しました|いい(?:です|よ|$)|大丈夫|お願い|了解|承知|同意|構いません|かまい?ません|かまへん|yep|ye?s|y$|○|〇$|まる$|当てはま|該当し(?:ます|て)|その通り|その予定|予定して|考えて(?:い)?(?:ます|る)|検討)",
    re.I,
)
NO = re.compile(
    r"^(?:いいえ|いえ|いや|ううん|ちが|違|ノー|no|n$|まだ|ない|無い|なし|無し|ありません|ないです|いない|いません|おりません|特に|とくに|してない|していません|してません|しない|しません|未|これから|やめ|嫌|だめ|ダメ|結構|"
    r"せえへん|してへん|あらへん|ゼロ|×|ばつ$|該当し(?:ない|ません)|当てはまら|予定(?:は|も)?(?:ない|なし|ありません|無し)|考えて(?:い)?(?:ない|ません|へん)|受けて(?:い)?(?:ない|ません|へん)|nope)",
    re.I,
)
NEGATIVE = re.compile(
    r"(?:て(?:い)?(?:ない|ません|へん|なく|ねえ|ねー)|ません|ない(?:です|よ|ね|と|状態|の|んです|っす|予定|$|。)|なく$|まだ|未[^来]|へん(?:で|$|わ|ねん)|ず(?:$|に)|これから|前(?:です|$|の段階|なので)|予定(?:です|$))"
)

AFFIRMED_BY_NEGATION = re.compile(
    r"問題(?:は|も)?(?:ない|ありません)|構いません|かまいません|かまへん|異議(?:は|も)?(?:なし|な)|差し支え(?:な|あ)"
)


@lru_cache
def words(fact: str) -> tuple[Pattern[str], Pattern[str]]:
    """What means true and what means false to this question when it stands alone."""
    lists = read("yes_no")[fact]
    return compiled(lists["means_true"]), compiled(lists["means_false"])


def plain_yes_no(text: str) -> bool | None:
    """True for はい and its like, False for いいえ, まだ, ない and theirs, None for anything else."""
    if AFFIRMED_BY_NEGATION.search(text):
        return True
    if NO.match(text):
        return False
    return True if YES.match(text) else None


def answer(fact: str, text: str) -> bool | None:
    """What a text says to a yes-or-no fact, None when it says neither."""
    true_words, false_words = words(fact)
    if AFFIRMED_BY_NEGATION.search(text):
        return True
    if false_words.search(text):
        return False
    if true_words.search(text):
        return not (NO.match(text) or NEGATIVE.search(text))
    plain = plain_yes_no(bare(text))
    return plain_yes_no(text) if plain is None else plain
