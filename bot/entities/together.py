"""People who are told one by one and counted together: 私のほか7人, 4人と私, 俺と弟, 職人5人と親方の私."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.entities.numbers import parse

ME = r"私|僕|俺|自分|わたし|わたくし|あたし|わし|ワシ|ぼく|ボク|オレ|おれ|社長|代表|親方|店主|事業主|シェフ|オーナー"
KIN = (
    r"妻|嫁|夫(?!婦)|旦那|主人|家内|女房|奥さん|かみさん|母|父|親父|おやじ|オヤジ|兄|弟(?!子)|姉|妹|息子|娘|[長次]男|[長次]女|孫|姑|甥|姪|"
    r"あね|おとうと|いもうと|むすこ|むすめ|じいちゃん|ばあちゃん|祖父|祖母|見習い?|弟子|相方|相棒|友人|友達|共同創業者|専務"
)
HEADS = r"(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})"
COUNTED_HEADS = rf"(?:{HEADS}(?:人|名)|ひとり|ふたり)"
ONE = rf"(?:(?:(?:{ME}|{KIN})の)?(?:{ME})|{KIN})(?:さん)?"
# not 7人、うち3人は女性 or 2人と4人、合わせて6人
SOME = rf"(?!うち|合わせ|あわせ|計|合計|全|来|お伝|書|言|申)[^0-9、。はも一二三四五六七八九十と]{{1,10}}(?<!の){COUNTED_HEADS}"
BESIDES = rf"(?:のほか|の他|以外|プラス|\+)(?:に(?:も|は)?)?、?[^0-9、。は一二三四五六七八九十]{{0,8}}{COUNTED_HEADS}"
CHAIN = re.compile(
    rf"{ONE}(?P<more>(?:{BESIDES}|と[、 ]?{ONE}|(?:と、?|、?それに|、?あと){SOME})+)|"
    rf"{HEADS}(?:人|名)(?P<rest>(?:と、?(?:{ONE}|{SOME}))+|、{SOME})"
)
PERSON = re.compile(rf"{HEADS}(?=人|名|$)|ひとり|ふたり|{ONE}")
FIGURES = "0123456789一二三四五六七八九十"
FEW = {"ひとり": 1, "ふたり": 2}


def together(text: str) -> Iterator[tuple[int, int, int]]:
    """How many they are, and the span from behind the first of them."""
    for match in CHAIN.finditer(text):
        counted = sum(_heads(person.group()) for person in PERSON.finditer(match.group()))
        begin = match.start("more") if match.group("more") else match.start("rest")
        yield counted, begin, match.end()


def _heads(person: str) -> int:
    """私 and 弟 are one each."""
    return FEW.get(person) or int((parse(person) if person[0] in FIGURES else 1) or 0)
