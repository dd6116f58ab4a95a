"""The fact vocabulary of the desk as data: type, label, unit and allowed values of everything that may be known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """How a fact is written down."""

    PLACE = "place"
    PLACES = "places"
    WHOLE = "whole"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    FLAG = "flag"
    TEXT = "text"
    DATE = "date"


@dataclass(frozen=True)
class FactSpec:
    """One fact. `values` maps an allowed value to its Japanese title; `yes`/`no` and `*_answer` word a flag.

    `highest` bounds numbers from above: what lies beyond is a slip of the keyboard, not an answer.
    """

    name: str
    kind: Kind
    label: str
    unit: str = ""
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    yes: str = ""
    no: str = ""
    yes_answer: str = "はい"
    no_answer: str = "いいえ"
    highest: int = 0

    @property
    def numeric(self) -> bool:
        """Whether limits (at least, at most …) can be set on it."""
        return self.kind in (Kind.WHOLE, Kind.NUMBER)


APPLICANT_TYPES = MappingProxyType(
    {
        "company": "会社",
        "sole_proprietor": "個人事業主",
        "pre_founding": "創業前",
        "university": "大学・研究機関",
        "npo": "NPO法人",
        "association": "組合・団体",
        "large_company": "大企業",
    }
)
INDUSTRIES = MappingProxyType(
    {
        "manufacturing": "製造業",
        "construction": "建設業",
        "transport": "運輸業",
        "wholesale": "卸売業",
        "retail": "小売業・飲食店",
        "service": "サービス業",
        "software": "ソフトウェア業",
        "information": "情報通信業",
        "hotel": "旅館・ホテル業",
        "medical": "医療・福祉",
        "agriculture": "農林漁業",
        "finance": "金融・保険業",
        "real_estate": "不動産業",
        "other": "その他の業種",
    }
)
PURPOSES = MappingProxyType(
    {
        "joint_research": "大学などとの共同研究",
        "prototype": "試作",
        "product_development": "新製品・新技術の開発",
        "equipment": "設備の導入",
        "digital": "デジタル化・AI",
        "testing": "試験・分析",
        "ip_filing": "特許・商標などの出願",
        "ip_strategy": "知的財産の活用",
        "overseas": "海外展開",
        "hiring_training": "採用・人材育成",
        "sales_channel": "販路開拓",
        "startup": "創業",
        "finance": "資金調達・融資",
        "energy": "省エネ・脱炭素",
        "succession": "事業承継",
        "matching": "連携先探し",
        "other": "その他",
    }
)
PARTNER_STATUSES = MappingProxyType({"none": "予定なし", "searching": "探している", "agreed": "決まっている"})

_TRILLION = 10**12
_SPECS = (
    FactSpec("area", Kind.PLACE, "本店の所在地"),
    FactSpec("site_areas", Kind.PLACES, "本店以外の事業所"),
    FactSpec("years_in_area", Kind.NUMBER, "本店所在地での事業年数", "年", highest=1500),
    FactSpec("applicant_type", Kind.CHOICE, "申請者の区分", values=APPLICANT_TYPES),
    FactSpec("industry", Kind.CHOICE, "業種", values=INDUSTRIES),
    FactSpec("employees", Kind.WHOLE, "従業員数", "人", highest=10_000_000),
    FactSpec("capital_yen", Kind.WHOLE, "資本金", "円", highest=100 * _TRILLION),
    FactSpec(
        "parent_is_large",
        Kind.FLAG,
        "大企業との資本関係",
        yes="大企業の支配を受けている",
        no="大企業の支配を受けていない",
        yes_answer="受けている",
        no_answer="受けていない",
    ),
    FactSpec("founded_year", Kind.WHOLE, "設立・開業の年", "年", highest=9999),
    FactSpec("age_years", Kind.NUMBER, "設立・開業からの年数", "年", highest=1500),
    FactSpec("purposes", Kind.CHOICES, "支援を受けたい目的", values=PURPOSES),
    FactSpec("tech_theme", Kind.TEXT, "技術の分野・課題"),
    FactSpec("partner_status", Kind.CHOICE, "大学・公的研究機関の連携先", values=PARTNER_STATUSES),
    FactSpec("budget_yen", Kind.WHOLE, "事業費の予定額", "円", highest=100 * _TRILLION),
    FactSpec("start_by", Kind.DATE, "開始したい日"),
    FactSpec(
        "started",
        Kind.FLAG,
        "発注・契約・着手の有無",
        yes="すでに発注・契約・着手している",
        no="まだ発注・契約・着手していない",
        yes_answer="着手済み",
        no_answer="着手前",
    ),
    FactSpec(
        "wage_raise_plan",
        Kind.FLAG,
        "賃上げの計画",
        yes="賃上げの計画がある",
        no="賃上げの計画がない",
        yes_answer="あり",
        no_answer="なし",
    ),
    FactSpec(
        "disclosed",
        Kind.FLAG,
        "発明の公表",
        yes="発明をすでに公表・展示・販売している",
        no="発明をまだ公表していない",
        yes_answer="公表済み",
        no_answer="未公表",
    ),
    FactSpec(
        "filed",
        Kind.FLAG,
        "出願の有無",
        yes="特許などを出願している",
        no="特許などをまだ出願していない",
        yes_answer="出願済み",
        no_answer="未出願",
    ),
)
FACTS: Mapping[str, FactSpec] = MappingProxyType({spec.name: spec for spec in _SPECS})
