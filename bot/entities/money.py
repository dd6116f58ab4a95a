"""capital_yen and budget_yen, told apart from sales, salaries, loans and limits of programs."""

from __future__ import annotations

import re

from bot.entities.clauses import clause_of
from bot.entities.corrections import taken_back
from bot.entities.found import Found
from bot.entities.numbers import Number, numbers

CAPITAL, BUDGET, OTHER = "capital_yen", "budget_yen", "other"
CUES = {
    CAPITAL: re.compile(r"資本金|資本|出資金|出資総額|しほんきん"),
    BUDGET: re.compile(
        r"予算|費用|総額|総事業費|事業費|投資|見積|資金は|かけられ|用意|経費|開発費|研究費|設備費|使える|使おう|使い|出せる|出せて|自己資金|コスト|値段|代金|よさん|手持ち|お金は|見込み額|(?:設備|試作|開発|研究|導入|工事|展示会|出願|機械|システム|改装|広告|省エネ|準備|改修|検証)(?:に|で|は)(?:は|約|だいたい|大体|ざっと|全部で)?$"
    ),
    OTHER: re.compile(
        r"売上|売り上げ|売上高|年商|月商|うりあげ|利益|粗利|年収|給料|給与|月給|時給|賃金|融資|借入|借り入れ|借り|上限|補助額|助成額|補助上限|もらえ|家賃|賃料|"
        r"会費|参加費|報酬|調達|受給|負債|借金|貯金|罰金|損害|賠償|単価|年間|所得|税金|当選|宝くじ|株価|補助金が|助成金が|補助金で|下り|交付|採択|最大|特許料|出願料"
    ),
}
AFTER = (
    (CAPITAL, re.compile(r"^(?:に増資|へ増資|の資本|が資本金|で(?:会社を?)?(?:設立|創業|起業|法人|登記)|出資)")),
    (
        OTHER,
        re.compile(
            r"^(?:の(?:売上|年商|利益|融資|借入|補助|助成|給|損|借金|年収)|(?:くらい|ぐらい|ほど)?(?:借り|融資|もらえ|もらった|売り上げ|稼|調達))"
        ),
    ),
    (
        BUDGET,
        re.compile(
            r"^(?:くらい|ぐらい|ほど|程度|前後|以内|まで|以下|規模|の範囲|の枠)*(?:で$|の(?:予算|機械|設備|装置|投資|費用|見積|開発|試作|工事|研究|事業|旋盤|プリンタ|サーバ|システム)|"
            r"(?:で|を|は|が)?(?:かけ|かかる|かかり|投資|投じ|見込|予定|考えて|用意|出せ|使え|使い|見て|みて|済ませ|やりたい|収め|おさめ|抑え|考え)|で(?:設備|機械|試作|開発|作|導入|買|やり|でき|何か|お願い|足り|間に合)|くらいまでなら|までなら|分の(?:設備|機械)|[^。、0-9]{0,14}を?(?:導入|購入|買|入れ|作|つく|試作|開発|始め|進め)(?:い|り|る|し)?(?:たい|ます|る予定|ようと|る計画))"
        ),
    ),
)
YEN = re.compile(r"^ ?(?:円|えん|yen|万円)")
CURRENCY = re.compile(r"[¥￥\\] ?$")
NEAR = 16


def find_money(text: str) -> list[Found]:
    """One capital and one budget at most: the amount that says so most clearly, or the one that replaces it."""
    best: dict[str, Found] = {}
    for number in numbers(text):
        found = _judge(text, number)
        if found and (found.entity not in best or found.confidence > best[found.entity].confidence):
            best[found.entity] = found
    return [_replaced(text, found) for found in best.values()]


def _replaced(text: str, found: Found) -> Found:
    """資本金は1000万じゃなくて2000万: the second amount needs no cue of its own."""
    resumed = taken_back(text, found.end)
    for number in numbers(text) if resumed is not None else ():
        paid = number.start >= resumed and _is_money(text, number, bool(YEN.match(text[number.end :])))
        if paid and _kind(text, number.start, number.end)[0] in (found.entity, None):
            return Found(found.entity, number.whole, number.start, number.end, found.confidence)
    return found


def _judge(text: str, number: Number) -> Found | None:
    after = text[number.end :]
    unit = YEN.match(after)
    end = number.end + (unit.end() if unit else 0)
    if number.vague or not _is_money(text, number, bool(unit)):
        return None
    kind, nearness = _kind(text, number.start, end)
    if kind == OTHER or kind is None:
        return None
    return Found(kind, number.whole, number.start, end, nearness)


def _is_money(text: str, number: Number, yen: bool) -> bool:
    """With 円, with 万 or 億 and no other unit, or with nothing but a cue before it."""
    if yen or CURRENCY.search(text[max(0, number.start - 2) : number.start]):
        return True
    if re.match(r"^ ?(?:人|名|個|台|件|回|年|歳|社|本|枚|冊|坪|kg|m|%|ページ|時間|番)", text[number.end :]):
        return False
    written = text[number.start : number.end]
    return any(unit in written for unit in "万億千まお") and number.value >= 1000


def _kind(text: str, start: int, end: int) -> tuple[str | None, float]:
    """What the amount is for: the word right after it, else the nearest word before it in its clause."""
    left, right = clause_of(text, start, end)
    for kind, pattern in AFTER:
        if pattern.match(text[end:right]):
            return kind, 0.9
    left = max(left, start - NEAR)
    nearest = [(match.end(), kind) for kind, cue in CUES.items() for match in cue.finditer(text, left, start)]
    if nearest:
        return max(nearest)[1], 0.95
    following = [
        (match.start(), kind) for kind, cue in CUES.items() for match in cue.finditer(text, end, min(right, end + 8))
    ]
    if following:
        return min(following)[1], 0.7
    return _kind_of_clause_before(text, left)


def _kind_of_clause_before(text: str, left: int) -> tuple[str | None, float]:
    """資本金、ええと、500万: the cue may stand in the clause before."""
    window = text[max(0, left - 12) : left]
    nearest = [(match.end(), kind) for kind, cue in CUES.items() for match in cue.finditer(window)]
    if nearest and not re.search(r"[0-9一二三四五六七八九十百千万億]", window[max(nearest)[0] :]):
        return max(nearest)[1], 0.6
    return None, 0.0
