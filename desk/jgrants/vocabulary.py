"""The enumerations of Jグランツ and what they are in the vocabulary of the desk."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

NATIONWIDE = "全国"
ABROAD = "海外"

#: use of the grant → purposes of the desk; an empty tuple declares that the desk has no such purpose
PURPOSES_OF_USE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "新たな事業を行いたい": ("startup",),
        "販路拡大・海外展開をしたい": ("sales_channel", "overseas"),
        "イベント・事業運営支援がほしい": (),
        "事業を引き継ぎたい": ("succession",),
        "研究開発・実証事業を行いたい": ("joint_research", "prototype", "product_development"),
        "人材育成を行いたい": ("hiring_training",),
        "資金繰りを改善したい": ("finance",),
        "設備整備・IT導入をしたい": ("equipment", "digital"),
        "雇用・職場環境を改善したい": ("hiring_training",),
        "エコ・SDGs活動支援がほしい": ("energy",),
        "災害（自然災害、感染症等）支援がほしい": (),
        "教育・子育て・少子化支援がほしい": (),
        "スポーツ・文化支援がほしい": (),
        "安全・防災対策支援がほしい": (),
        "まちづくり・地域振興支援がほしい": (),
    }
)

#: division of industry → industries of the desk; those that the desk does not tell apart are `other`
INDUSTRIES_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "農業、林業": ("agriculture",),
        "漁業": ("agriculture",),
        "鉱業、採石業、砂利採取業": ("other",),
        "建設業": ("construction",),
        "製造業": ("manufacturing",),
        "電気・ガス・熱供給・水道業": ("other",),
        "情報通信業": ("information", "software"),
        "運輸業、郵便業": ("transport",),
        "卸売業、小売業": ("wholesale", "retail"),
        "金融業、保険業": ("finance",),
        "不動産業、物品賃貸業": ("real_estate", "service"),
        "学術研究、専門・技術サービス業": ("service",),
        "宿泊業、飲食サービス業": ("hotel", "retail"),
        "生活関連サービス業、娯楽業": ("service",),
        "教育、学習支援業": ("service",),
        "医療、福祉": ("medical",),
        "複合サービス事業": ("service",),
        "サービス業（他に分類されないもの）": ("service",),
        "公務（他に分類されるものを除く）": ("other",),
        "分類不能の産業": ("other",),
    }
)

NO_EMPLOYEE_LIMIT = "従業員数の制約なし"
#: a class that leaves open whether larger firms only, or larger firms too, are meant
UNCLEAR_EMPLOYEES = "901名以上"
#: class of employees → the most that are allowed
EMPLOYEE_LIMITS: Mapping[str, int] = MappingProxyType(
    {
        "5名以下": 5,
        "20名以下": 20,
        "50名以下": 50,
        "100名以下": 100,
        "300名以下": 300,
        "900名以下": 900,
    }
)

PREFECTURES_OF_REGION: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "北海道地方": ("北海道",),
        "東北地方": ("青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県"),
        "関東・甲信越地方": (
            "東京都", "茨城県", "栃木県", "群馬県", "埼玉県", "千葉県", "神奈川県", "新潟県", "山梨県", "長野県",
        ),
        "東海・北陸地方": ("富山県", "石川県", "福井県", "岐阜県", "静岡県", "愛知県", "三重県"),
        "近畿地方": ("滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県"),
        "中国地方": ("鳥取県", "島根県", "岡山県", "広島県", "山口県"),
        "四国地方": ("徳島県", "香川県", "愛媛県", "高知県"),
        "九州・沖縄地方": (
            "福岡県", "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県",
        ),
    }
)  # fmt: skip
PREFECTURES = frozenset(name for names in PREFECTURES_OF_REGION.values() for name in names)


def prefectures_of(words: Iterable[str]) -> tuple[str, ...]:
    """The prefectures that area words name or contain, each once, in their order."""
    named = (PREFECTURES_OF_REGION.get(word, (word,) if word in PREFECTURES else ()) for word in words)
    return tuple(dict.fromkeys(name for names in named for name in names))


def unknown_areas(words: Iterable[str]) -> tuple[str, ...]:
    """Area words that are neither the country, abroad, a region nor a prefecture."""
    known = {NATIONWIDE, ABROAD, *PREFECTURES_OF_REGION, *PREFECTURES}
    return tuple(word for word in words if word not in known)


def usable_in(words: tuple[str, ...], prefecture: str) -> bool:
    """Whether a grant of these areas may be of use in a prefecture; what is not said or not known may be."""
    open_to_all = not words or NATIONWIDE in words or unknown_areas(words)
    return bool(open_to_all) or prefecture in prefectures_of(words)
