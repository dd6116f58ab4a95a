"""industry, applicant_type, purpose and partner_status from everyday words."""

from __future__ import annotations

import re
from typing import Dict, List, Pattern, Sequence, Tuple

from bot.entities.corrections import taken_back
from bot.entities.found import Found, overlaps

Rules = Sequence[Tuple[str, Pattern[str]]]
INDUSTRIES: Dict[str, str] = {
    "manufacturing": r"製造業?|製造販売|町工場|工場|加工|板金|プレス|旋盤|切削|研磨|溶接|めっき|メッキ|鍍金|鋳造|鍛造|鋳物|金型|樹脂成形|射出成形|成形|印刷|製本|縫製|"
    r"メーカー|製作所|製菓|食品製造|精密機器|部品|鉄工所?|木工|塗装業|熱処理|ねじ|ネジ|ばね|バネ|光学機器|医療機器(?:の)?(?:製造|メーカー)|染色|染物|家具(?:製作|づくり|作り)|"
    r"ものづくり|モノづくり|ガラス工芸|紙器|製紙|製靴|酒蔵|醸造|パン(?:製造|工場)|電子部品|電機|機械(?:製造|メーカー|屋)|化粧品(?:製造|メーカー)|製薬|鉄鋼|削り",
    "construction": r"建設業?|建築|工務店|土木|リフォーム|大工|内装|電気工事|設備工事|水道工事|管工事|塗装(?:屋|工事|会社)|解体|左官|とび|鳶|造園|外構|屋根|配管|足場|防水工事|ゼネコン|建設",
    "transport": r"運送業?|運輸業?|物流|配送|運搬|宅配|トラック|倉庫業?|タクシー|バス会社|引っ?越し|軽貨物|陸運|海運|ドライバー",
    "wholesale": r"卸売業?|卸し?業?|問屋|商社|仲卸|輸入販売|卸",
    # The Small and Medium-sized Enterprise Basic Act counts eating places as retail.
    "retail": r"飲食業?|飲食店|居酒屋|食堂|レストラン|カフェ|喫茶店?|ラーメン(?:屋|店)?|うどん(?:屋|店)|そば屋|蕎麦屋|寿司屋|焼肉(?:屋|店)|焼き鳥屋|定食屋|弁当(?:屋|店)|バー|スナック|ケータリング|キッチンカー|小売業?|雑貨屋|雑貨店|雑貨|ネットショップ|通販|ecサイト|花屋|本屋|書店|八百屋|魚屋|肉屋|酒屋|薬局|ドラッグストア|コンビニ|スーパー|洋服屋|服屋|アパレル(?:店|ショップ)|"
    r"文房具(?:屋|店)|文具店|商店|パン屋|ベーカリー|ケーキ屋|和菓子屋|洋菓子店|菓子屋|自転車屋|電器屋|電気屋|時計店|眼鏡店|メガネ屋|古着屋|物販|おもちゃ屋|米屋|茶屋|豆腐屋|ショップ|ブティック|リサイクルショップ|ペットショップ|販売店",
    "service": r"サービス業?|美容室|美容院|美容業|理容室?|床屋|"
    r"エステ|サロン|整骨院|接骨院|整体院?|鍼灸院?|クリーニング|清掃業?|ビルメンテナンス|警備業?|人材派遣|派遣業|学習塾|塾|教室|スクール|英会話|コンサル(?:ティング|タント)?|"
    r"デザイン(?:事務所|会社|業)?|広告代理店|広告業?|写真館|写真スタジオ|結婚式場|葬儀|士業|税理士事務所|会計事務所|行政書士|社労士|設計事務所|イベント(?:会社|企画)|旅行業?|旅行代理店|"
    r"介護|デイサービス|訪問看護|保育園|保育所|福祉|ジム|フィットネス|自動車整備|車の整備|整備工場|修理業?|修理屋|銭湯|ネイル|ペットホテル|トリミング",
    "software": r"ソフトウェア|ソフト開発|ソフト(?:屋|会社|ハウス)|システム開発|システム会社|アプリ開発|アプリ(?:会社|制作|屋|を?作)|プログラム開発|プログラミング|saas|ゲーム開発|ゲーム会社|受託開発|ai開発|aiの?(?:開発|ベンチャー|スタートアップ)|web(?:アプリ|サービス|開発)|パッケージソフト|アプリ",
    "information": r"it(?:企業|会社|系|業|関係|関連|サービス|屋|ベンチャー|の会社)?|情報通信業?|情報サービス|情報処理|web制作|ウェブ制作|ホームページ制作|web(?:会社|デザイン)?|データ(?:分析|センター|処理)|通信業?|映像制作|動画制作|出版|メディア|クラウド|sier|インターネット",
    "hotel": r"ホテル|旅館|民泊|ゲストハウス|宿泊業?|宿屋?|ペンション",
    "medical": r"医療(?:機関|法人|業)?|病院|クリニック|歯科(?:医院)?|医院|診療所|歯医者|薬剤|動物病院|開業医",
    "agriculture": r"農業|農家|農園|農場|農業法人|畜産|酪農|漁業|林業|水産業?|野菜(?:作り|づくり|を作)|果樹園|養鶏|園芸農",
    "finance": r"金融業?|銀行|信用金庫|信金|保険(?:代理店|業)|証券|リース業|フィンテック|ファンド",
    "real_estate": r"不動産(?:業|屋|会社|仲介|賃貸|管理)?|賃貸管理|マンション管理|大家業?|ビル管理業",
}
# The word names the person's own trade: by its ending, by what follows it, or by a label before it.
TRADE_AFTER = re.compile(
    r"^(?:業|制作|製作|開発|業界|屋|会社|企業|店|系|関係|関連|分野|所|工場|メーカー|事業|ベンチャー|スタートアップ|専門|全般|など|等)*(?:さん)?"
    r"(?:(?:を|の仕事を|の事業を|で|も|と|やら|とか|、|など|等)*(?:営|経営|やっ|やら|して(?:い|お|る|ま|き|。|$)|してま|しとる|しとり|やり|生業|手がけ|手掛け|展開|運営|作って|つくって|作る|つくる|作り|開発|製造|販売|売って|出して)|"
    r"(?:です|でございます|である|だ(?:よ|ね|けど|が)?(?:。|、|$)|や(?:けど|ねん|で|、|。|$)|なんです|なのです|なので|ですが|の(?:会社|企業|ベンチャー|スタートアップ|経営|中小|社長|代表|者|零細|法人|個人)|の?(?:小さな|小さい)|勤務|を(?:始め|開業|起業|創業))|"
    r"(?:、|。| |・|/|で(?:、|。|$|[0-9]|従業|社員|創業|資本|設立)|$))"
)
TRADE_BEFORE = re.compile(r"(?:業種は?|業界は?|事業は|本業は|仕事は|主に|メインは|うちは|弊社は|当社は|わたしは|私は|(?:区|市|町|村|内)(?:で|の|にある)(?:小さな|小さい)?|人の|名の|年の|の小さな)[:：、 ]*$")
STRONG_ENDING = re.compile(r"(?:業|屋|店|会社|企業|工場|所|メーカー|農家|農園|旅館|クリニック|工務店|問屋|商社)$")
NOT_OURS_AFTER = re.compile(r"^(?:と(?:連携|組|共同|一緒|協力|提携|の連携)|を(?:紹介|探|予約|教え|取り|借り|使い|見学|導入|買|知り)|に(?:頼|依頼|発注|外注|委託|行|興味|転職|就職|聞)|はあり|はどこ|の(?:予約|品質|不良|方法|原因|先生|専門家|求人|勉強|資格))")

APPLICANTS: Rules = (
    ("pre_founding", re.compile(
        r"これから(?:会社を)?(?:起業|創業|開業|独立|設立|法人|会社を)|(?:起業|創業|開業|独立|会社設立|法人化|法人成り|設立|登記)(?:は|を|の)?(?:する|したい|しよう|の?予定|準備|前|検討|を考え|を目指|を計画|志望|希望|まだ|したいと)|"
        r"(?:まだ|今は)(?:会社|法人)(?:は|が|も|では|じゃ|に)?(?:な|あり|作っ|つくっ|して|立ち上)|会社は(?:まだ|これから)|これから(?:始め|立ち上げ|店を|お店を)|会社を(?:作り|つくり|立ち上げ|設立し|興し)(?:たい|ます予定|よう)|(?:来年|来春|年明け|来月|今度|近々|そのうち|いずれ|(?:春|夏|秋|冬|[0-9]月)(?=[^。]{0,14}(?:予定|つもり|します|したい|する)))(?:の[^。、]{0,4})?(?:に|から|には)?(?:会社を)?(?:起業|創業|開業|独立|設立|法人(?:化|を))(?!し(?:た|まし|て))|"
        r"まだ(?:法人(?:化)?|登記|開業|起業|創業|設立|独立|会社に)(?:を|は|も)?(?:して(?:い)?(?:ない|ません|なく)|前)|(?:起業|創業|開業|独立)(?:を)?(?:準備中|計画中|検討中|志望|予定)|脱サラ|起業家(?:志望|の卵)|会社員(?:を)?(?:し|やり)?(?:です|だ|ながら|なの|の傍)[^。]{0,12}(?:起業|独立|開業)")),
    ("sole_proprietor", re.compile(r"個人事業(?:主|者)?|フリーランス|自営業?|個人(?:で|経営|商店|営業)(?!情報)(?:や|営|仕事|活動|事業|開発|です|の店)?|一人親方|ひとり親方|フリー(?:で|の(?:エンジニア|デザイナー|プログラマ|ライター|カメラマン))|屋号")),
    ("npo", re.compile(r"(?:npo|エヌピーオー|特定非営利活動)(?:法人)?", re.I)),
    ("association", re.compile(r"(?:一般|公益)?(?:社団|財団)法人|(?:事業)?協同組合|商店街振興組合|商店会|(?<!労働)組合|業界団体|(?<!信用保証)協会(?=です|の(?:者|事務局|職員)|として|、|でも|なの)|社団|財団(?=です|の者|、)")),
    ("university", re.compile(
        r"(?:大学|[一-龥]大|高専)(?:の|で)[^。、]{0,10}(?:研究室|ラボ)(?:です|で|から|として|の(?:者|学生|院生|教員)|に(?:いる|所属|います))|(?:大学|高専|研究所|研究機関)(?:の)?(?:教員|研究者|教授|准教授|助教|講師|研究員|院生|ポスドク|職員|研究室|産学連携(?:部|本部|室|課|担当)|者)(?:です|をして|で(?:、|す|研究|働|も|$)|に所属|に勤|として|なの|やって|の者|ですが|$|、)|大学に(?:勤|所属|在籍)|大学(?:で(?:研究|教え|働)|発の研究者|所属|の者)|研究室(?:です|で(?:、|す|研究|開発)|の者|を(?:主宰|運営|やって|持って))|(?:准教授|助教|ポスドク)(?:です|をして|の|、)")),
    ("large_company", re.compile(r"(?<!みなし)(?:(?:うち|弊社|当社|我々|自社|私ども)は(?:、)?(?:いわゆる)?(?:大企業|大手|上場)|(?:大企業|上場企業|東証(?:プライム|スタンダード|グロース)(?:上場)?)(?:です|の(?:者|社員|研究所|開発部|新規事業)|に(?:勤|所属)|なんです|ですが|だけど|でも(?:使|申|応|対)))")),
    ("company", re.compile(r"(?:株式|有限|合同|合資|合名)会社(?!に(?:しよう|し(?:たい|ま)|する|なる|頼|発注|外注|依頼)|を(?:作|つく|設立|探|紹介|立ち上げ)|と(?:取引|の違い|合同|は|個人)|って|か(?:個人|合同|株式|、|$|ら(?:断|営業))|の(?:作り|設立|違い))|\((?:株|有|同)\)|(?<![個])法人(?:です|で(?:す|や|営|、|やって)|なの|になって|に(?:しま|なりま)|成りし(?:た|まし)|化(?:し(?:た|て(?:い|ま)|まし)|済)|として)|(?:中小|零細|小規模)企業(?:です|の(?:者|社長|経営)|を(?:経営|営)|なの|で、|をやって)|会社を(?:経営|やって|やっと|営んで|持って)|会社経営(?:者|して)?|kk(?=です)")),
)
PURPOSES: Rules = (
    ("joint_research", re.compile(r"共同研究|産学連携(?:で|を|の研究)|受託研究|委託研究|共同開発|(?:大学|研究機関|研究室|先生)と(?:の)?(?:一緒に)?(?:研究|開発|組んで開発)")),
    ("prototype", re.compile(r"試作|プロトタイプ|しさく|サンプル作り")),
    ("product_development", re.compile(r"新(?:商品|製品|技術|サービス|しい(?:商品|製品|サービス|技術))(?:の|を)?(?:開発|作|つく|企画|研究)?|(?:製品|商品|技術|サービス|研究)開発|開発費|r&d", re.I)),
    ("equipment", re.compile(r"設備(?:投資|導入|更新|の(?:購入|導入|更新|入れ替え|買い替え))|設備を(?:買|入れ|導入|更新|新し)|機械(?:を|の)(?:買|入れ|導入|購入|更新|新し|入れ替え)|省力化|自動化|ロボット(?:の|を)?導入|設備資金|(?:旋盤|マシニング|プレス機|3dプリンタ)[^。、]{0,6}(?:買|入れ|導入|購入)")),
    ("digital", re.compile(r"(?:dx|it化|デジタル化|ai導入|it導入|デジタル|電子化|iot化|システム(?:の|を)?導入|ai(?:を|の)(?:導入|活用)|ペーパーレス|業務効率化)", re.I)),
    ("testing", re.compile(r"(?:性能|強度|耐久|評価|依頼|環境|品質|信頼性|安全性)(?:試験|評価)|試験(?:を|費|の費用|したい)|分析(?:を|費|したい|の費用)|測定|検査(?:を|費)|認証(?:を)?取得")),
    ("ip_filing", re.compile(r"(?:特許|商標|意匠|実用新案|知財|知的財産)(?:権)?(?:の|を|が)?(?:出願|取得|取り|取る|取ろ|とり|登録|申請)|出願(?:費用?|したい|の)")),
    ("ip_strategy", re.compile(r"(?:知財|特許|知的財産)(?:の)?(?:戦略|活用|マネジメント|調査|相談)|先行技術調査|ipランドスケープ", re.I)),
    ("overseas", re.compile(r"海外(?:展開|進出|販路|出願|市場|向け|輸出|へ(?:の)?(?:展開|進出|輸出))|輸出|海外(?:に|で)(?:売|出|展開|進出|販)|外国出願|グローバル展開|越境ec", re.I)),
    ("hiring_training", re.compile(r"(?:社員|従業員|社内|人材)(?:の)?(?:研修|教育|育成|採用|確保|訓練)|人材(?:育成|採用|確保|不足)|リスキリング|採用(?:したい|の|を|で|活動|難)|人手不足|インターン(?:シップ)?|賃上げ|正社員化|研修")),
    ("sales_channel", re.compile(r"販路(?:開拓|拡大|を|の)?|展示会(?:への?)?(?:出展|に出)|販売(?:促進|先)|売り先|営業強化|広告宣伝|プロモーション|集客|マーケティング|取引先(?:を)?(?:開拓|広げ|増)|ホームページ(?:を|の)(?:作|刷新|制作)")),
    ("startup", re.compile(r"(?:起業|創業|開業|独立|会社設立|法人化)(?:を)?(?:したい|したく|する(?!前)|しよう|の?予定|の?準備|の?ため|を?考え|を?目指|を?計画|を?検討|資金|支援|助成|補助|の相談|希望|志望|前)|これから(?:会社を)?(?:起業|創業|開業|独立|設立)|スタートアップ(?:支援|を)|会社を(?:作り|つくり|立ち上げ|設立し)(?:たい|たく)|会社設立")),
    ("finance", re.compile(r"融資|資金(?:調達|繰り)|借入|借り入れ|運転資金|お金を借り|つなぎ資金|出資(?:を|して)(?:受け|募|もら|ほし)|vc", re.I)),
    ("energy", re.compile(r"省エネ|脱炭素|カーボンニュートラル|太陽光|再エネ|電気代(?:を|の)?(?:削減|下げ|減ら|節約)|co2削減|ゼロエミ|環境対策|led化", re.I)),
    ("succession", re.compile(r"事業承継|事業継承|後継者|m&a|会社を(?:譲|継)|跡継ぎ|跡取り|代替わり|引き継ぎ(?:先|たい)", re.I)),
    ("matching", re.compile(r"(?:ビジネス)?マッチング|(?:大学|研究者|先生|連携先|提携先|パートナー|協力会社|相手)(?:を|の|企業を)?(?:紹介|探し|見つけ|マッチング)|連携先")),
)
PARTNERS: Rules = (
    ("agreed", re.compile(
        r"(?:大学|研究室|先生|教授|共同研究(?:先|の相手)?|連携先|相手|パートナー|研究機関)[^。]{0,14}?(?:(?:もう|すでに|既に|は)?決ま(?:って|り)(?:い|ま|る|お|し|$)|決めて(?:い|あ|る)|話(?:は|が)(?:つい|まとま|でき|進)|(?:合意|内諾|了承|承諾)(?:を|も|は|済|し|が)|組んで(?:いる|います|る)|と(?:もう|すでに|既に)?(?:一緒に|共同で)?(?:やって|進めて|研究して|契約|覚書)|ok(?:を|も|もら)|協力(?:して)?(?:もら|いただ)(?:え|い|う)ことに)", re.I)),
    ("searching", re.compile(r"(?:大学|研究室|先生|研究者|共同研究(?:先|の相手)?|連携先|相手|パートナー|研究機関|組む相手|専門家)[^。]{0,10}?(?:(?:を|は|も|が)?(?:まだ|今|これから|絶賛)?(?:探して|さがして|探し(?:中|たい|ています)|募集中|見つけたい|見つかって(?:い)?な|見つかってい?ません|見つからな|見つからへん|決まって(?:い)?な|決まってい?ません))")),
    ("none", re.compile(r"(?:大学|研究室|先生|共同研究(?:先)?|連携先|相手|パートナー|研究機関)(?:と(?:の)?(?:連携|共同研究|組む))?(?:の|は|と|も|なんて|とは|する)*(?:予定|あて|当て|つて|ツテ|つながり|考え|つもり|付き合い)?(?:は|も|が)?(?:な(?:い|し)(?!か)|ありません|ないです|いない(?:です)?(?!か)|いません(?!か)|組(?:まな|みませ|む予定はな)|考えて(?:い)?(?:な|ませ))|(?:自社|単独|うち)だけで(?:や|開発|進め|研究)")),
)


def _compiled() -> List[Tuple[str, Pattern[str]]]:
    return [(value, re.compile(f"(?:{pattern})(?:業界?|屋|系)?")) for value, pattern in INDUSTRIES.items()]


COMPILED_INDUSTRIES = _compiled()
# A word of a trade without a sign that it is the person's own: only telling where facts are told.
WEAK, NEVER = 0.3, 0.0


def find_industries(lower: str) -> List[Found]:
    """The person's own trade, once; of overlapping words the longest, of several the one said most like a trade."""
    hits = [
        Found("industry", value, match.start(), match.end(), _trade(lower, match))
        for value, pattern in COMPILED_INDUSTRIES
        for match in pattern.finditer(lower)
        if not _latin_inside(lower, match)
    ]
    longest = [hit for hit in hits if not any(_covers(other, hit) for other in hits)]
    own = [hit for hit in longest if hit.confidence > NEVER]
    return [_replaced(lower, max(own, key=lambda hit: (hit.confidence, -hit.start)), own)] if own else []


def _covers(other: Found, hit: Found) -> bool:
    return other is not hit and overlaps(other, hit) and (other.end - other.start) > (hit.end - hit.start)


def _trade(lower: str, match: "re.Match[str]") -> float:
    """How clearly the word names the person's own trade."""
    before, after = lower[:match.start()][-14:], lower[match.end():][:24]
    if NOT_OURS_AFTER.match(after):
        return NEVER
    if TRADE_AFTER.match(after):
        return 0.9 if STRONG_ENDING.search(match.group()) or after else 0.8
    return 0.7 if TRADE_BEFORE.search(before) else WEAK


def _latin_inside(lower: str, match: "re.Match[str]") -> bool:
    """`it` is a word of its own only outside of other Latin letters."""
    first, last = match.group()[0], match.group()[-1]
    before, after = lower[match.start() - 1:match.start()], lower[match.end():match.end() + 1]
    return (first.isascii() and before.isascii() and before.isalnum()) or (last.isascii() and after.isascii() and after.isalnum())


def find_applicant(lower: str) -> List[Found]:
    """What kind of applicant the person is; the first rule that fits, the more special ones stand first."""
    return _first(lower, "applicant_type", APPLICANTS)


def find_partner_status(lower: str) -> List[Found]:
    """Whether a university or another partner is agreed, sought or not wanted."""
    return _first(lower, "partner_status", PARTNERS)


def find_purposes(lower: str) -> List[Found]:
    """Every purpose that is said plainly, each once."""
    found: List[Found] = []
    for value, pattern in PURPOSES:
        match = pattern.search(lower)
        if match:
            found.append(Found("purpose", value, match.start(), match.end(), 0.8))
    return sorted(found, key=lambda each: each.start)


def _replaced(lower: str, best: Found, hits: Sequence[Found]) -> Found:
    """印刷じゃなくてソフト開発です: what stands behind a mark of correction wins."""
    first = min(hits, key=lambda hit: hit.start)
    resumed = taken_back(lower, first.end)
    return next((hit for hit in sorted(hits, key=lambda h: h.start) if resumed is not None and hit.start >= resumed), best)


def _first(lower: str, entity: str, rules: Rules) -> List[Found]:
    hits = [
        Found(entity, value, match.start(), match.end(), 0.9) for value, pattern in rules for match in pattern.finditer(lower)
    ]
    return [_replaced(lower, hits[0], hits)] if hits else []
