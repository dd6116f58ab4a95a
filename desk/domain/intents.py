"""The intents as staff see them: grouped, with a title and what the person wants, in one line each."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Intent:
    """What a message can want. `name` is that of the training data; each message has exactly one."""

    name: str
    title: str
    description: str


#: title of the group → its intents, in the order in which they are offered
GROUPS: Mapping[str, tuple[Intent, ...]] = {
    "支援制度・申請": (
        Intent("find_support", "制度を探す", "制度名は出さず、使える補助金や支援を知りたい"),
        Intent("ask_program", "制度の中身", "名前の出た制度、または「それ」の金額・期限・対象などを知りたい"),
        Intent("compare_programs", "制度の比較", "二つ以上の制度の違いや、どちらが向くかを知りたい"),
        Intent("subscribe_deadline", "募集のお知らせ", "募集の開始や締切が近いことを知らせてほしい"),
        Intent("application_help", "申請の手伝い", "書類、計画書、GビズID、日程など、申請の準備を助けてほしい"),
        Intent("ask_finance", "融資・出資", "借りたい、保証や出資を受けたい（補助金は「制度を探す」）"),
    ),
    "連携・技術": (
        Intent("find_partner", "相手探し", "大学、研究者、研究シーズ、組む企業を見つけたい"),
        Intent("post_need", "課題の掲載", "困りごとを匿名でも公開し、研究者からの提案を待ちたい"),
        Intent("tech_consult", "技術相談", "自社の技術の問題を見てほしい、技術者に会いたい"),
        Intent("use_facility", "設備・試験の利用", "機器、試験、分析、実験室を使いたい（起業者の部屋は「起業」）"),
        Intent("collab_process", "連携の進め方", "共同研究などの手順、期間、費用、役割を知りたい"),
        Intent("ask_contract", "契約", "契約書やひな形、秘密保持、成果の持ち分について知りたい"),
        Intent("ask_cases", "事例", "うまくいった例を見たい"),
    ),
    "知的財産": (
        Intent("ip_consult", "知財の相談", "特許・意匠・商標・ノウハウ・侵害・先行調査について聞きたい"),
        Intent("ip_cost", "知財の費用", "国内の、または場所を言わない出願の減免や補助を知りたい"),
        Intent("ip_overseas", "海外の知財", "海外での権利の取り方や費用を知りたい"),
        Intent("book_clinic", "専門家の予約", "弁理士などの無料相談を予約したい"),
        Intent("change_booking", "予約の変更", "予約を移す、確かめる、取り消す"),
    ),
    "起業・人材・学び": (
        Intent("startup_support", "起業", "起業したい、育てたい。施設、育成事業、ピッチ、大学発の会社"),
        Intent("hire_train", "採用・育成", "インターン、学生、社員研修とその補助について知りたい"),
        Intent("ask_events", "催し", "セミナー、展示会、講座を知りたい、出たい"),
        Intent("ask_knowledge", "言葉・基礎知識", "用語や考え方、利点を説明してほしい"),
    ),
    "窓口・手続き": (
        Intent("request_human", "人と話す", "担当者につないでほしい"),
        Intent("ask_desk", "窓口の案内", "場所、時間、電話、料金、誰が使えるかを知りたい"),
        Intent("check_case", "相談の状況", "出した相談や受付番号の件がどうなったか知りたい"),
        Intent("register", "登録", "企業、研究者、支援者として登録・掲載したい"),
        Intent("privacy", "個人情報", "情報の扱いを知りたい、消してほしい"),
        Intent("complaint", "苦情", "案内や窓口に不満がある"),
        Intent("feedback", "評価・感想", "点数をつける、良かったと伝える（怒りは「苦情」）"),
    ),
    "事実を伝える": (
        Intent("inform", "事実を伝える", "会社、計画、連絡先のことを述べるだけで、頼みごとはない"),
        Intent("correct", "訂正", "前に伝えたことを直したい"),
        Intent("dont_know", "わからない", "答えがわからない、決まっていない、飛ばしたい"),
    ),
    "やりとり": (
        Intent("affirm", "はい", "同意する、確かめに応じる"),
        Intent("deny", "いいえ", "一つのことを断る（全部やめるのは「やめる」）"),
        Intent("cancel", "やめる", "いま進めていることを止めたい"),
        Intent("go_back", "戻る", "一つ前の質問に戻りたい"),
        Intent("restart", "最初から", "全部やり直したい"),
        Intent("clarify", "聞き返し", "いま言われた質問や言葉の意味を知りたい、もう一度聞きたい"),
        Intent("help", "使い方", "ここで何ができるか、どう使うかを知りたい"),
    ),
    "あいさつ・雑談": (
        Intent("greet", "あいさつ", "話し始めるだけで、用件はまだない"),
        Intent("goodbye", "別れ", "会話を終える"),
        Intent("thank", "お礼", "感謝を伝える"),
        Intent("bot_challenge", "人か機械か", "答えているのが人か自動応答かを知りたい"),
        Intent("chitchat", "雑談", "用件のないおしゃべり"),
        Intent("out_of_scope", "よその用件", "住民票や家庭のことなど、ほかの窓口の用件"),
    ),
}

INTENTS: Mapping[str, Intent] = {intent.name: intent for group in GROUPS.values() for intent in group}

#: groups of intents in which a person wants something of substance
_SUBSTANCE = ("支援制度・申請", "連携・技術", "知的財産", "起業・人材・学び", "窓口・手続き")
#: wishes for a person, and words about the help itself, are no requests that could be answered
_ABOUT_THE_HELP = frozenset({"request_human", "complaint", "feedback"})
REQUESTS = frozenset(each.name for group in _SUBSTANCE for each in GROUPS[group]) - _ABOUT_THE_HELP
