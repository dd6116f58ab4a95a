"""Answers that choose: trade, kind of applicant, purposes, partner, places, start."""

from __future__ import annotations

import re
from datetime import date
from typing import List, Optional, Pattern, Sequence, Tuple

from bot.answers.plain import bare
from bot.entities.dates import find_dates, find_month
from bot.entities.places import Places
from bot.entities.words import COMPILED_INDUSTRIES, find_applicant, find_industries, find_partner_status, find_purposes
from bot.text.reader import Reading

Choices = Sequence[Tuple[str, Pattern[str]]]
OTHER = re.compile(r"^(?:その他|そのほか|ほか|他|どれでもない|当てはまらない|該当なし|どれにも)")
NOWHERE = re.compile(r"(?:^(?:い(?:いえ|や)|ううん|特に|とくに)?[、。 ]*(?:他|ほか)?(?:に|には)?(?:は|も)?(?:ない|なし|無い|無し|ありません|ございません|ゼロ|あらへん)|(?:本社|本店|ここ|1か所|一か所|1箇所|一箇所|この場所|自宅)(?:だけ|のみ)|^(?:いいえ|いえ|ううん)$|(?:支店|工場|拠点|他|ほか)(?:は|も|には?)?(?:ない|なし|ありません|あらへん))")
SHORT_WHEN_ASKED = {"北": "北区", "港": "港区", "中央": "中央区", "千代田": "千代田区", "多摩": "多摩市", "国立": "国立市", "日の出": "日の出町", "瑞穂": "瑞穂町", "新島": "新島村", "大島": "大島町"}
MORE_TRADES: Choices = (
    ("manufacturing", re.compile(r"製造|ものづくり|もの作り|つくって|工業|削|機械|電気|電子|化学|食品|縫|木工")),
    ("construction", re.compile(r"建設|建築|土木|工事")),
    ("transport", re.compile(r"運輸|運送|運び|配達")),
    ("retail", re.compile(r"小売|販売|食べ物|食堂|料理|お?店")),
    ("software", re.compile(r"ソフト|システム|アプリ|プログラ|ai|saas")),
    ("information", re.compile(r"情報|通信|it|web|ウェブ|ネット")),
    ("medical", re.compile(r"医療|医|歯科|薬")),
    ("agriculture", re.compile(r"農|漁|林")),
    ("finance", re.compile(r"金融|保険")),
    ("real_estate", re.compile(r"不動産|賃貸")),
    ("service", re.compile(r"サービス|デザイン|コンサル|教育|介護|美容")),
    ("other", re.compile(r"その他|ほか|他")),
)
MORE_APPLICANTS: Choices = (
    ("pre_founding", re.compile(r"これから|まだ|起業前|創業前|設立前|準備中|予定|法人化前|登記前|個人.*(?:準備|予定)")),
    ("npo", re.compile(r"npo|エヌピーオー|非営利")),
    ("association", re.compile(r"組合|協会|社団|財団|団体")),
    ("university", re.compile(r"大学|高専|研究(?:者|機関|所|室)|教授|教員|院生|学校")),
    ("large_company", re.compile(r"大企業|上場|大手|大きい会社")),
    ("sole_proprietor", re.compile(r"個人|フリー|自営|一人親方|事業主")),
    ("company", re.compile(r"会社|法人|株式|有限|合同|中小企業|企業|カブ")),
)
MORE_PURPOSES: Choices = (
    ("joint_research", re.compile(r"共同|産学|大学と|研究(?!費)")),
    ("prototype", re.compile(r"試作")),
    ("product_development", re.compile(r"開発|新製品|新商品")),
    ("equipment", re.compile(r"設備|機械|装置|機器(?!利用)")),
    ("digital", re.compile(r"デジタル|dx|it|システム|ai|電子")),
    ("testing", re.compile(r"試験|評価|分析|検査|測定")),
    ("ip_filing", re.compile(r"特許|商標|意匠|出願|知財")),
    ("overseas", re.compile(r"海外|輸出|外国|越境")),
    ("hiring_training", re.compile(r"採用|人材|人手|研修|教育|育成|賃上げ|雇")),
    ("sales_channel", re.compile(r"販路|販売|営業|売り|展示会|集客|広告|宣伝|pr")),
    ("startup", re.compile(r"起業|創業|開業|独立")),
    ("finance", re.compile(r"融資|資金|借|お金")),
    ("energy", re.compile(r"省エネ|脱炭素|太陽光|環境|電気代|co2|エネルギー")),
    ("succession", re.compile(r"承継|継承|後継|m&a|引き継")),
    ("matching", re.compile(r"マッチング|紹介|連携|出会い|パートナー")),
    ("other", re.compile(r"その他|ほか$|他$")),
)
MORE_PARTNERS: Choices = (
    ("none", re.compile(r"必要(?:は)?な|予定(?:は|も)?な|考えて(?:い)?(?:な|ませ)|(?:特に|とくに|誰も|だれも)(?:い|な|お)|^(?:い(?:ない|ません)|おらん|おりません|ない|なし|無し|いいえ|いえ|ううん|ありません)|自社(?:だけ|のみ|で)|単独|組む気|不要|いらな")),
    ("searching", re.compile(r"探|さが|募集|見つか|みつか|これから|まだ|紹介|相談中|検討|交渉|声をかけ|決まって(?:い)?(?:な|ませ|へん)|ほしい|欲しい")),
    ("agreed", re.compile(r"決ま|決めて|組んで|あり(?:ます|$)|ある|います|いる|おる|話(?:が|は)(?:つ|ま)|合意|内諾|ok|済|一緒に|大学(?:の|と|です|$)|大$|教授|先生|研究所|研究室|産総研|理研|産技研|はい|うん|もう", re.I)),
)


def trade(lower: str) -> Optional[str]:
    """The person's trade; any word of a trade will do here."""
    found = find_industries(lower)
    if found:
        return str(found[0].value)
    hits = [(m.end() - m.start(), value) for value, p in COMPILED_INDUSTRIES for m in p.finditer(lower)]
    return max(hits)[1] if hits else _first(bare(lower), MORE_TRADES)


def applicant(lower: str) -> Optional[str]:
    """What kind of applicant."""
    found = find_applicant(lower)
    return str(found[0].value) if found else _first(bare(lower), MORE_APPLICANTS)


def purposes(lower: str) -> List[str]:
    """All purposes named; the looser words only where the plain ones find nothing."""
    found = [str(one.value) for one in find_purposes(lower)]
    return found or [value for value, pattern in MORE_PURPOSES if pattern.search(lower)]


def partner(lower: str) -> Optional[str]:
    """Whether a partner is agreed, sought or not wanted."""
    found = find_partner_status(lower)
    return str(found[0].value) if found else _first(bare(lower), MORE_PARTNERS)


def areas(places: Places, reading: Reading) -> List[str]:
    """Municipalities; short forms that are ambiguous elsewhere count here."""
    found = [str(one.value) for one in places.find(reading.normal.text, reading.words)]
    plain = bare(reading.normal.text)
    plain = re.sub(r"(?:に(?:あります|ある)|の(?:ほう|方)|都|内)$", "", plain)
    short = SHORT_WHEN_ASKED.get(plain) or places.short.get(plain)
    return found or ([short] if short else [])


def has_no_other_site(lower: str) -> bool:
    """No site beside the head office."""
    return bool(NOWHERE.search(bare(lower)))


def start(text: str, today: date) -> Optional[str]:
    """When the project should start, as an ISO date; a month means its first day."""
    found = find_dates(text, today)
    day = date.fromisoformat(str(found[0].value)) if found else find_month(text, today)
    return day.isoformat() if day else None


def _first(lower: str, choices: Choices) -> Optional[str]:
    return next((value for value, pattern in choices if pattern.search(lower)), None)
