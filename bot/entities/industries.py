"""industry: the person's own trade, from the words for trades and from what they make, sell, carry, grow or lend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.entities.doings import BESIDE, ENTITY, find_doings
from bot.entities.found import Found, overlaps
from bot.entities.lexicon import Choices, choices
from bot.entities.words import replaced

THINGS = "industry_things"
# The word names the person's own trade: by its ending, by what follows it, or by a label before it.
TRADE_AFTER = re.compile(
    r"^(?:業|制作|製作|開発|業界|屋|会社|企業|店|系|関係|関連|分野|所|工場|メーカー|事業|ベンチャー|スタートアップ|専門|全般|など|等|一筋|専業)*(?:さん)?"
    r"(?:て(?:い|お|る|ま)|(?:を|の仕事を|の事業を|の(?:受託|請負|下請け?|製造|販売)を?|で|も|と(?:[一-龥ァ-ヶー]{1,6})?|やら|とか|、|など|等|[0-9一二三四五]+(?:店舗?|軒|か所|社|園|部屋))*"
    r"(?:営|経営|やっ|やら|やる(?!気)|開いて|構えて|主宰|携わ|従事|請け負|して(?:い|お|る|ま|き|。|$)|してま|しとる|しとり|やり|生業|手がけ|手掛け|展開|運営|作って|つくって|作る|つくる|作り|開発|製造|販売|売って|出して|食べて|継い|継ぎ)|"
    r"(?:です|でございます|でして|である|だ(?:よ|ね|けど|が)?(?:。|、|$)|や(?:けど|ねん|で|、|。|$)|なんです|なのです|なので|ですが|"
    r"の(?:会社|企業|スタジオ|事業|業者|ベンチャー|スタートアップ|経営|中小|社長|代表|院長|担当者?(?:です|の)|職員|支店|営業(?:です|担当)|者|零細|法人|個人|工房|職人|専門)|の?(?:小さな|小さい)|勤務|を(?:始め|開業|起業|創業|[^。、を]{1,6}[でに](?:営|経営|やっ|開い|出して|構え))|が(?:専門|主|本業|メイン|得意))|"
    r"(?:と|&|・)[一-龥ァ-ヶー]{1,8}(?:です|で(?:、|。)|。|$)|"
    r"(?:、|。| |・|/|[0-9一二三四五六七八九十]|従業|社員|資本|創業|設立|歴|で(?:、|。|$|[0-9一二三四五六七八九十]|従業|社員|創業|資本|設立|独立|起業|開業|雇)|"
    r"の(?:[二三四23４]代目|オーナー|おやじ|親父|跡取り|切り盛り|仕事|事務長)|$))"
)
TRADE_BEFORE = re.compile(
    r"(?:業種は?|業界は?|事業は|本業は|仕事は|主に|メインは|うちは|弊社は|当社は|わたしは|私は|(?:区|市|町|村|内)(?:で|の|にある)(?:小さな|小さい)?|人の|名の|年の|の小さな)[:：、 ]*$"
)
# 製造もやるが卸が本業: what the person calls the main trade. ITでシステム開発: the umbrella says less than the trade.
MAIN_AFTER = re.compile(r"^(?:業|事業|屋|店|の方|のほう)*(?:が|の方が|のほうが)(?:主|本業|メイン|中心)")
MAIN_BEFORE = re.compile(r"(?:業種は|本業は|メインは|主に|中心は)[:： ]*$")
GENERIC = re.compile(
    r"工場|製作所|it(?:企業|会社|系|業|関係|関連|サービス|屋|ベンチャー|の会社)?|ict|サービス業|ものづくり|モノづくり|もの作り|物作り|士業"
)
# 豆腐を作ってスーパーに卸しています: what is made goes before.
SOLD_ON = re.compile(r"卸し?")
STRONG_ENDING = re.compile(r"(?:業|屋|店|会社|企業|工場|所|メーカー|農家|農園|旅館|クリニック|工務店|問屋|商社)$")
# The trade is that of a customer, an adviser, a bank: it is talked about, not carried on.
NOT_OURS_AFTER = re.compile(
    r"^(?:[やと・][一-龥ァ-ヶー]{1,6}|業|業者|業界|公庫|会社|企業|施設|屋|店|など|等|さん|の?(?:方|人|担当者?|お客(?:さん|様)?))*(?:向け|用の|用に|さま|様|"
    r"と(?:連携|組|共同|一緒|協力|提携|の連携|取引|話|相談)|を(?:外注|委託|依頼|お願い|任せ|採用|雇|募集|増やし|紹介|探|予約|教え|取り(?!扱)|借り|使い|見学|導入|買|知り|入れ|新調|更新|起こ|呼|頼)|"
    r"に(?:は|も)?(?:約|だいたい|ざっと)?[0-9一二三四五六七八九十百千]|まで(?:含|入)|に(?:営業|売り込|採用さ|使わ|導入さ|評価さ|出し|頼|依頼|発注|外注|委託|行|興味|転職|就職|聞|相談|紹介|納|卸|売|提供|供給|[^。、]{0,8}を(?:取っ|取り|納|卸|売|販売|提供|供給|頼|依頼|お願い|出し|もら|届け|提案)|届け|運|勧|勤(?!務)|すすめ|断|入(?:っ|り|る)|支払|払)|"
    r"から(?:の|も|は|、)?(?:[^。、]{0,6}(?:紹介|もら|受け|請け)|来|もら|届|出て|依頼|受注|注文|紹介|聞|言|勧|融資|借|[0-9一二三四五六七八九十])|で(?:実証|実験|聞|知|会|打|見|紹介|相談|借|行(?!って)|開(?:催|き|く|か)|働)|"
    r"はあり|はどこ|の職人を(?:採|募|探|雇)|の(?:医師|医者|教授)(?:と|に|を|へ)|のお?客|(?:と[一-龥]{2,6})?、?(?:どちら|どっち)|の(?:税|法律|相場|値段|価格|契約|導入|費用|予約|使い方|友人|知人|友達|品質|不良|方法|原因|展示会|研究者|博士|先生(?!です|を(?:し|や)|として)|専門家|求人|勉強|資格|紹介|改修|修繕|更新|見積|入れ替え|買い替え|融資|借入|口座|人)|が(?:1台|必要|[0-9]+台|壊れ|古)|費|代(?!行|理|表|目)|料(?!理|亭)|機(?![器関能会]|械(?:製造|メーカー|屋|工具|加工|設計|$))|ロボット|ライン)|"
    r"^(?:約|で)?[0-9,.一二三四五六七八九十百千]+(?:万|億|千?円)|"
    r"^を(?:(?:作|つく)り|(?:開発|導入|構築|制作)し)たい|"
    r"^を?(?:し|やっ|作っ|開発し)てくれ|^(?:の|を?(?:やって|して|作って)(?:い)?る|ができる|に強い|に詳しい|が得意な)(?:会社|企業|業者|ところ|所|人|方|先生|専門家)(?:さん)?(?:を(?:紹介|探|知|教)|に(?:頼|依頼|聞|相談|お願い)|は(?:い|あり|どこ)|と(?:知り合|つなが|組))|"
    r"^(?:屋|店|会社)?(?:さん|の先生)(?:に(?!な)|から|へ|が(?:言|来|作|出))"
)
# The customers, a thing pointed at, an earlier job: お客さんは主に製薬会社です, この部品.
NOT_OURS_BEFORE = re.compile(
    r"(?:(?:お客|顧客|取引先|納品先|納入先|納め先|お?得意(?:先|様|さん)|売り先|ユーザー|親会社|勤め先|前職|前の仕事)(?:さん|さま|様)?(?:は|が|も|には)[^。]{0,8}|"
    r"(?:息子|娘|妻|夫|父|母|兄|弟|姉|妹|親|嫁|旦那|主人|友人|友達|知人|知り合い)(?:さん)?(?:が|は|も)|(?:近所|隣|となり|向かい|裏|知り合い|知人|友人|友達|出入り|いつも)の|この|その|あの|(?<![にで])ある)$"
)
ENDING = "(?:業界?|業者|屋|店|系)?"
# 病院のロボットの共同研究: a word that says what kind of thing is meant.
TOPIC_AFTER = re.compile(r"^の[^。、のをがは]{1,10}(?:の共同研究|に(?:興味|関心))")
# A word of a trade without a sign that it is the person's own: only telling where facts are told.
WEAK, NEVER = 0.3, 0.0
SHORT_KATAKANA = re.compile(r"[ァ-ヶー]{1,2}")
IN_KATAKANA = re.compile(r"[ァ-ヶー]")


def trades() -> Choices:
    """Trades with the words for them, and with the things that only name one with a sign."""
    return choices(ENTITY, ENDING) + choices(THINGS, ENDING)


def find_industries(lower: str, names: Sequence[Found] = ()) -> list[Found]:
    """The person's own trade, once; of overlapping words the longest, of several the one said most like a trade.

    What stands in a company's name says nothing.
    """
    done = list(find_doings(lower))
    named = [hit for hit in _named(lower) if not any(_told_within(hit, one) for one in done)]
    hits = [hit for hit in named + done if hit.confidence > NEVER]
    hits = [hit for hit in hits if not any(overlaps(hit, name) for name in names)]
    return [replaced(lower, max(hits, key=lambda hit: (hit.confidence, -hit.start)), hits)] if hits else []


def _named(lower: str) -> list[Found]:
    hits = [*_said(lower, ENTITY, WEAK), *_said(lower, THINGS, NEVER)]
    return [hit for hit in hits if not any(_covers(other, hit) for other in hits)]


def _said(lower: str, lexicon: str, alone: float) -> Iterator[Found]:
    """Words of a list; `alone` is what a word without any sign is worth."""
    for value, pattern in choices(lexicon, ENDING):
        for match in pattern.finditer(lower):
            if not _inside_a_word(lower, match):
                yield Found(ENTITY, value, match.start(), match.end(), _trade(lower, match, alone))


def _told_within(hit: Found, done: Found) -> bool:
    """中古車 in 中古車を輸出しています: what is done to a thing says more than the thing."""
    return done.confidence > BESIDE and _covers(done, hit)


def _covers(other: Found, hit: Found) -> bool:
    return other is not hit and overlaps(other, hit) and (other.end - other.start) > (hit.end - hit.start)


def _trade(lower: str, match: re.Match[str], alone: float) -> float:
    """How clearly the word names the person's own trade."""
    before, after = lower[: match.start()][-14:], lower[match.end() :][:24]
    if NOT_OURS_AFTER.match(after) or NOT_OURS_BEFORE.search(before):
        return NEVER
    if MAIN_AFTER.match(after) or MAIN_BEFORE.search(before):
        return 0.95
    if GENERIC.fullmatch(match.group()) and TRADE_AFTER.match(after):
        return 0.75
    if SOLD_ON.fullmatch(match.group()) and after.startswith("て"):
        return 0.55
    if TRADE_AFTER.match(after):
        return 0.9 if STRONG_ENDING.search(match.group()) or after else 0.8
    if TRADE_BEFORE.search(before):
        return 0.7
    return NEVER if TOPIC_AFTER.match(after) else alone


def _inside_a_word(lower: str, match: re.Match[str]) -> bool:
    """`it` is a word of its own only outside of other Latin letters, バー only outside of other katakana."""
    word = match.group()
    before, after = lower[match.start() - 1 : match.start()], lower[match.end() : match.end() + 1]
    if SHORT_KATAKANA.fullmatch(word):
        return bool(IN_KATAKANA.match(before) or IN_KATAKANA.match(after))
    return (word[0].isascii() and before.isascii() and before.isalnum()) or (
        word[-1].isascii() and after.isascii() and after.isalnum()
    )
