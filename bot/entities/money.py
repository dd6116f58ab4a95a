"""capital_yen and budget_yen, told apart from sales, salaries, loans and limits of programs."""

from __future__ import annotations

import re

from bot.entities.clauses import clause_of, last_cue
from bot.entities.corrections import taken_back
from bot.entities.found import Found
from bot.entities.numbers import Number, numbers

CAPITAL, BUDGET, OTHER = "capital_yen", "budget_yen", "other"
# Costs that no project consists of: 会費, 人件費, 消費税.
NO_COST = "".join(
    f"(?<!{word})" for word in ("会", "参加", "人件", "光熱", "生活", "交際", "運送", "交通", "旅", "食", "学", "消")
)
ABOUT = r"(?:くらい|ぐらい|ほど|程度|前後|以内|まで|以下|未満|弱|強|ちょい|ちょっと|ばかし|ぽっち|ぽっきり|内外)"
PROJECTS = (
    r"設備|試作|開発|研究|導入|工事|展示会|出願|機械|システム|改装|広告|省エネ|準備|改修|検証|づくり|作り|製作|購入|入れ替え|買い替え|更新|改良|刷新|"
    r"リニューアル|内装|移転|新設|増設|PoC|poc|実証|実験|調査|試験|装置|ロボット|プリンタ|サイト|ホームページ|アプリ|ソフト|撮影|塗り直し|張り替え|建て替え|修理|補修|移設|撤去|解体|塗装|交換|開店|立ち上げ"
)
CUES = {
    CAPITAL: re.compile(r"資本金|資本|出資金|出資総額|しほんきん"),
    BUDGET: re.compile(
        r"(?:予算|費用|総額|投資|経費|出せる|使える|払える|かけられる)(?:お金|額)?(?:の|は|が)?(?:上限|最大|最高|max|MAX|マックス|枠)(?:は|が|で|、|:)*|予算|よさん|ヨサン|(?:事業)?規模(?:は|が|で|、|:)|"
        rf"[一-龥]{{1,4}}{NO_COST}費(?:用)?|費用|コスト|代金|値段|総額|投資|見積|(?<!出)資金は|かけられ|用意|使える|使おう|使い|出せる|出せて|"
        r"手持ち|手元|(?:準備|確保|捻出)(?:でき|可能)|必要額|所要額|お金は|(?:見込み?|予定|よてい|想定)(?:額|は)|(?<!補助)(?<!助成)(?<!融資)(?<!契約)(?<!限度)金額|"
        r"(?:開業|創業|起業|設備|研究|開発|必要な?)資金|せいぜい|ぎりぎり|ギリギリ|精一杯|がんばって|頑張って|"
        r"(?:買い?替え|購入|導入|新調|設置|更新)(?:を|し)?(?:た(?:い|く)|する|予定|検討)|"
        rf"(?:{PROJECTS})(?:一式|全体|全部)?(?:に|で|は|なら|だったら|[ 、:])?(?:は|約|だいたい|大体|ざっと|全部で|年間|1年で)?$"
    ),
    OTHER: re.compile(
        r"売上|売り上げ|うりあげ|年商|月商|利益|粗利|年収|給料|給与|月給|時給|賃金|融資|借入|借り入れ|借り|上限|補助額|助成額|補助上限|もらえ|家賃|賃料|"
        r"会費|参加費|人件費|光熱費|報酬|調達|受給|負債|借金|貯金|預金|罰金|損害|損失|賠償|単価|所得|税金|当選|宝くじ|株価|補助金が|助成金が|補助金で|下り|"
        r"交付|採択|最大|特許料|出願料|受注|赤字|黒字|返済|電気代|運転資金|時価総額|売価|販売価格|補助金?は|助成金?は"
    ),
}
# 上限800万で考えています: a limit the person sets.
LIMIT = re.compile(r"(?:上限|最大|最高|マックス)[はでが、 ]*$")
MEANT_AFTER = re.compile(
    rf"^{ABOUT}*(?:で|を|まで)?(?:考え|見て|みて|収め|おさめ|抑え|出せ|かけ|使え|用意|やりたい|お願い)"
)
# The amount is the whole of the project, or only what the person has.
WHOLE = re.compile(
    r"(?:総額|総事業費|全部で|全体で|含めて|込みで|合わせて|あわせて|合計で?|トータルで?|しめて|計)[は、 約]*$"
)
OWN = re.compile(r"(?:自己資金|手持ち|手元)[^。、]{0,6}$")
# A price or a payment that comes again and again.
EACH = re.compile(
    r"(?:毎月|毎年|毎日|月々|月額|月(?:に|約)?|[1一](?:個|本|枚|時間|日|人)(?:あたり)?|あたり|につき)[ 約]*$"
)
# 研究費は年間200万円 is a budget; nothing but 年間 says of no amount what it is for.
BUDGET_AFTER = re.compile(rf"^{ABOUT}*の予算")
YEARLY = re.compile(r"(?:年間|[一1]年)(?:で|に|約)*$")
DIRECTLY = re.compile(
    r"(?:年間|[一1]年で|[一1](?:台|式|基)で?|は|が|で|の|に|を|額|高|として|約|およそ|だいたい|大体|ざっと|[、,: ])*"
)
AFTER_CAPITAL = re.compile(r"^(?:に増資|へ増資|の資本|が資本金|で(?:会社を?)?(?:設立|創業|起業|法人|登記)|出資)")
AFTER_OTHER = re.compile(
    rf"^{ABOUT}*(?:の(?:売上|年商|利益|融資|借入|補助|助成|給|損|借金|年収|仕事|注文|受注)|(?:を|で|の|は|が|まで)*(?:借り|融資|もらえ|もらっ|もらい|売り上げ|稼|調達|返済|赤字|黒字|受注|販売|売っ)|(?:で|を|かけて)[^。、0-9]{{0,6}}(?:買っ|購入し|導入し|入れ|作っ|建て|改装し|更新し)(?:た(?!い|く)|まし)|(?:以上)?(?:の投資)?が(?:条件|要件|下限|対象))"
)
AFTER_BUDGET = re.compile(
    rf"^{ABOUT}*(?:規模|の範囲|の枠)*(?:で$|の(?:予算|機械|設備|装置|投資(?!が条件|が要件)|分析|試験|検査|測定|調査|費用|見積|開発|試作|工事|研究|事業|旋盤|プリンタ|サーバ|システム|計画|プロジェクト)|"
    r"(?:で|を|は|が|と)?(?:あれば|あったら|必要|要る|要り|踏ん|かけ(?!て[^。、]{1,8}(?:した(?!い)|ました|った))|(?:以上)?かかる|(?:以上)?かかり|投資|投じ|見込|予定|検討|計上|想定|計画|考えて|用意|準備|確保|捻出|充て|投入|つぎ込|回せ|払え|出せ|使え|使う|使い|見て|みて|済ませ|やりたい|やりくり|収め|おさめ|抑え|考え)|で(?:設備|機械|試作|開発|作(?!っ[てた])|導入(?!し[たま])|買(?!っ[てた]|いました)|やり|でき|何か|お願い|足り|間に合|始め)|"
    r"(?:しか|なら|まで)[^。、0-9]{0,6}(?:出|用意|使|かけ|準備|払)|しかな(?!かった)|までなら|で[^。、0-9]{0,14}(?<!売り)(?<!借り)(?<!貸し)たい|の[一-龥ァ-ヶーa-z0-9]{1,8}(?:機|装置|設備|システム|ソフト|ロボット|カメラ|炉|器)|分の(?:設備|機械)|します|する(?=$|[。、ねよのそみとらかんわ])|を元手|を(?:上限|限度|目安|めど)に|のうち|(?:と|て|って)(?:言われ|いわれ|聞い)|"
    r"[^。、0-9]{0,14}を?(?:導入|購入|買|入れ|作|つく|試作|開発|始め|進め)(?:い|り|る|し)?(?:たい|ます|る予定|ようと|る計画)|の[^。、]{0,16}(?:が|を)(?:欲し|ほし|買|入れ|導入|購入|検討|考えて))|"
    r"^(?:くらい|ぐらい|ほど|程度)?(?:以内|まで|以下)(?:で|に|なら|が限度)"
)
YEN = re.compile(r"^ ?(?:円|えん|エン|yen|万円)")
# 予算は800くらい
TEN_THOUSAND = 10_000
UNITLESS_BEFORE = re.compile(
    r"(?:予算|よさん|ヨサン|資本金)(?:感|額|枠)?(?:として)?は?(?:[?、:= ]|まあ|だいたい|大体|ざっと|約|一応)*$"
)
UNITLESS_AFTER = re.compile(rf"^{ABOUT}*(?:$|[。、,!?… ]|です|で(?!す)|か[なも]|を|しか|だ|や|って)")
CURRENCY = re.compile(r"[¥￥\\] ?$")
NEAR, FAR = 16, 24
PROJECT = re.compile(
    r"(?:試作|開発|研究|実験|出願|機械|装置|設備|システム|ソフト|ロボット|サイト|改修|改装|工事|展示会|新製品|新商品)[^。]{0,12}(?:たい|予定|計画|検討|考えて)"
)
# オーブン、だいたい180万円らしい: something one buys, and nothing that says otherwise.
BOUGHT_BEFORE = re.compile(
    r"(?:機|装置|設備|金型|治具|ロボット|カメラ|サーバー?|炉|プリンター?|オーブン|冷[凍蔵]庫|フォークリフト|パソコン|ボイラー|コンプレッサー?|センサー?)[^。0-9]{0,8}$"
)
PRICED_AFTER = re.compile(rf"^{ABOUT}*(?:らしい|だそう|とのこと|です(?!か)|でした|、|。|$)")
AMOUNT = re.compile(r"[0-9一二三四五六七八九十][0-9,.一二三四五六七八九十百千万億]*(?:円)?")
OPEN_AFTER = re.compile(r" ?(?:円)?~(?:$|[。、 ])")
RANGE_AFTER = re.compile(rf" ?(?:円)?(?:~|-|から) ?{AMOUNT.pattern}")
RANGE_BEFORE = re.compile(rf"{AMOUNT.pattern} ?(?:~|-|から) ?$")
CHANGED_AFTER = re.compile(r"(?:円)?(?:に|へ)|(?:円)?(?:です)?(?:が|の)正し")


def find_money(text: str) -> list[Found]:
    """One capital and one budget at most: the amount that says so most clearly, or the one that replaces it."""
    best: dict[str, Found] = {}
    before: list[Found] = []
    for number in numbers(text):
        found = _judge(text, number)
        if found is None:
            continue
        sums_up = len(before) > 1 and found.value == sum(int(one.value) for one in before)
        if found.entity not in best or found.confidence > best[found.entity].confidence or sums_up:
            best[found.entity] = found
        before.append(found)
    return [_replaced(text, found) for found in best.values()]


def _replaced(text: str, found: Found) -> Found:
    """資本金は1000万じゃなくて2000万: the second amount needs no cue of its own."""
    resumed = taken_back(text, found.end)
    for number in numbers(text) if resumed is not None else ():
        yen = _yen(text, number, bool(YEN.match(text[number.end :]))) if number.start >= resumed else None
        if yen is not None and _kind(text, number.start, number.end)[0] in (found.entity, None):
            return Found(found.entity, yen, number.start, number.end, found.confidence)
    return found


def _judge(text: str, number: Number) -> Found | None:
    after = text[number.end :]
    unit = YEN.match(after)
    end = number.end + (unit.end() if unit else 0)
    yen = _yen(text, number, bool(unit))
    if number.vague or yen is None or _in_a_range(text, number.start, end):
        return None
    kind, nearness = _kind(text, number.start, end)
    if kind == OTHER or kind is None:
        return None
    return Found(kind, yen, number.start, end, _weighed(text[: number.start], nearness))


def kind_of(text: str, number: Number) -> str | None:
    """What an amount is for by the words around it: a fact, `other`, or None when nothing tells."""
    unit = YEN.match(text[number.end :])
    return _kind(text, number.start, number.end + (unit.end() if unit else 0))[0]


def _weighed(before: str, nearness: float) -> float:
    """The whole of a project counts more than a part of it, and what the person has saved counts least."""
    if WHOLE.search(before):
        return 0.97
    return 0.75 if OWN.search(before) else nearness


def _in_a_range(text: str, start: int, end: int) -> bool:
    """3~400万, 300万から500万; 1000万から2000万に増資 is a change and no range."""
    if OPEN_AFTER.match(text, end):
        return True
    second = RANGE_AFTER.match(text, end)
    if second:
        return not CHANGED_AFTER.match(text, second.end())
    return bool(RANGE_BEFORE.search(text[:start])) and not CHANGED_AFTER.match(text, end)


def _yen(text: str, number: Number, yen: bool) -> int | None:
    """With 円, with 万 or 億 and no other unit, or a small figure that 予算 or 資本金 counts in units of 10,000."""
    if yen or CURRENCY.search(text[max(0, number.start - 2) : number.start]):
        return number.whole
    after = text[number.end :]
    if re.match(r"^ ?(?:人|名|個|台|件|回|年|歳|社|本|枚|冊|坪|kg|m|%|ページ|時間|番)", after):
        return None
    written = text[number.start : number.end]
    if any(unit in written for unit in "万億千まマお") and number.value >= 1000:
        return number.whole
    small = 10 <= number.value < TEN_THOUSAND and UNITLESS_BEFORE.search(text[: number.start])
    return number.whole * TEN_THOUSAND if small and UNITLESS_AFTER.match(after) else None


def _kind(text: str, start: int, end: int) -> tuple[str | None, float]:
    """What the amount is for: the words that touch it, else the nearest in its clause, else those of the clause before."""
    left, right = clause_of(text, start, end)
    after, left = text[end:right].replace(" ", ""), max(left, start - NEAR)
    cue = _nearest(text, left, start)
    touching = cue is not None and DIRECTLY.fullmatch(text, cue[0], start) is not None
    if AFTER_CAPITAL.match(after):
        return CAPITAL, 0.9
    if EACH.search(text, left, start) or AFTER_OTHER.match(after):
        return OTHER, 0.9
    if cue is None and YEARLY.search(text, left, start) and not BUDGET_AFTER.match(after):
        return OTHER, 0.9
    if cue is not None and touching and not (LIMIT.search(text, left, start) and MEANT_AFTER.match(after)):
        return cue[1], 0.95
    if AFTER_BUDGET.match(after) or WHOLE.search(text, left, start):
        return BUDGET, 0.9
    if cue is not None:
        return cue[1], 0.94
    following = [
        (match.start(), kind)
        for kind, words in CUES.items()
        for match in words.finditer(text, end, min(right, end + 8))
    ]
    if following:
        return min(following)[1], 0.7
    if BOUGHT_BEFORE.search(text, max(0, start - FAR), start) and PRICED_AFTER.match(after):
        return BUDGET, 0.55
    return _kind_of_clause_before(text, left)


def _nearest(text: str, left: int, right: int) -> tuple[int, str] | None:
    """End and kind of the last word that says what an amount is for."""
    return max(
        ((match.end(), kind) for kind, words in CUES.items() for match in words.finditer(text, left, right)),
        default=None,
    )


def _kind_of_clause_before(text: str, left: int) -> tuple[str | None, float]:
    """資本金、ええと、500万: the cue may stand in the clause before; 機械を入れたい、500万くらい: so may the project."""
    first = max(0, left - FAR)
    cue = _nearest(text, first, left)
    if cue and not AMOUNT.search(text, cue[0], left):
        return cue[1], 0.6
    project = None if cue else last_cue(text, PROJECT, first, left)
    if project is not None and not AMOUNT.search(text, project, left):
        return BUDGET, 0.55
    return None, 0.0
