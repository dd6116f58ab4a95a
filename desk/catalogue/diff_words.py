"""A difference between two states of a program in words, line by line, for people who decide on it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from desk.catalogue.diff import Change
from desk.domain.facts import PURPOSES
from desk.domain.program_words import COMBINATIONS, KINDS, period, rate_words
from desk.domain.programs import Amount, Audience, Call, Combination, Condition, Role, Source, Status, Step, Track
from desk.domain.situation import Facts
from desk.domain.wording import day, statement, yen

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "name": "名前",
        "aliases": "通称・旧称",
        "family": "総称",
        "operator": "実施機関",
        "level": "実施主体の段階",
        "area": "地域",
        "kind": "種類",
        "audience": "利用できる人",
        "status": "公開の状態",
        "status_reason": "状態の説明",
        "successor": "後継の制度",
        "summary": "概要",
        "purposes": "目的",
        "fields": "分野",
        "amount": "金額",
        "calls": "募集",
        "recurs": "募集の周期",
        "prior_steps": "申請の前にすること",
        "documents": "必要書類",
        "conditions": "要件",
        "combinations": "併用",
        "url": "公式の案内",
        "contact": "問い合わせ先",
        "sources": "出典",
        "as_of": "情報の時点",
        "confidence": "確度",
        "cautions": "確かめておきたいこと",
        "facts_conditions": "出典の要件の数",
    }
)
STATUSES: Mapping[Status, str] = MappingProxyType(
    {
        Status.PUBLISHED: "公開",
        Status.UNPUBLISHED: "未公開",
        Status.ENDED: "終了",
        Status.PLANNED: "計画中",
    }
)
AUDIENCES: Mapping[Audience, str] = MappingProxyType(
    {
        Audience.DIRECT: "事業者・創業者",
        Audience.UNIVERSITY: "大学・研究機関",
        Audience.OPERATOR: "施設などの運営者",
        Audience.INTERMEDIARY: "金融機関・支援機関を通じて",
        Audience.REFERENCE: "どなたでも（情報源）",
    }
)
RECURRENCES: Mapping[str, str] = MappingProxyType(
    {"yearly": "毎年", "several_a_year": "年に数回", "once": "一度だけ", "rolling": "随時", "unknown": "不明"}
)
CONFIDENCES: Mapping[str, str] = MappingProxyType({"high": "高い", "medium": "ふつう", "low": "低い（公開できません）"})
ROLES: Mapping[Role, str] = MappingProxyType(
    {Role.CODED: "判定", Role.PERSON: "人が確認", Role.STEP: "手続き", Role.DETAIL: "内容"}
)
_CODES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"kind": KINDS, "purposes": PURPOSES, "recurs": RECURRENCES, "confidence": CONFIDENCES}
)
_NOBODY = Facts({}, date.min)


@dataclass(frozen=True)
class Difference:
    """What changed in one field: the lines that only one of the two states has."""

    field: str | None
    title: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def in_words(change: Change) -> Difference:
    """A change in words; one of a whole program has the title of what happened to it."""
    if change.field is None:
        title = "制度の追加" if change.before is None else "制度の削除"
        return Difference(None, title, tuple(_texts(change.before)), tuple(_texts(change.after)))
    before, after = (list(_lines(change.field, each)) for each in (change.before, change.after))
    return Difference(
        change.field,
        FIELDS[change.field],
        tuple(line for line in before if line not in after),
        tuple(line for line in after if line not in before),
    )


def condition_words(condition: Condition) -> str:
    """A requirement with what becomes of it: its rule in words, or who looks at it."""
    rule = statement(condition.criterion, _NOBODY) if condition.criterion is not None else ""
    how = "：".join(part for part in (ROLES[condition.role], rule) if part)
    return f"{condition.text}（{how}{'' if condition.hard else '、任意'}）"


def _texts(name: object) -> Iterator[str]:
    if name is not None:
        yield str(name)


def _lines(field: str, value: object) -> Iterator[str]:
    """A value line by line; nothing for what is empty."""
    if isinstance(value, frozenset):
        yield "・".join(_CODES[field][each] for each in PURPOSES if each in value)
    elif isinstance(value, tuple):
        yield from (_one(field, each) for each in value)
    elif isinstance(value, Amount):
        yield from _amount(value)
    elif value is not None:
        yield _one(field, value)


def _one(field: str, value: object) -> str:
    match value:
        case Status():
            return STATUSES[value]
        case Audience():
            return AUDIENCES[value]
        case date():
            return day(value)
        case Call():
            return f"{value.name}：{'随時' if value.rolling and not value.closes_on else period(value)}"
        case Step():
            return f"{value.text}（{'必須' if value.mandatory else '任意'}）"
        case Source():
            return f"{value.title}（{day(value.checked_on)}に確認）{value.url or ''}"
        case Combination():
            return f"{COMBINATIONS[value.kind]}：{value.text}"
        case Condition():
            return condition_words(value)
    return _CODES.get(field, {}).get(str(value), str(value))


def _amount(amount: Amount) -> Iterator[str]:
    """Each part of the money that is known, with its name."""
    yield from _texts(amount.text)
    yield from _parts(("最大", _yen(amount.max_yen)), ("通常の上限", _yen(amount.base_yen)))
    yield from _parts(("下限", _yen(amount.min_yen)), ("率", rate_words(amount.rate)))
    yield from (_track(track) for track in amount.tracks)


def _track(track: Track) -> str:
    terms = "・".join(_parts(("上限", _yen(track.max_yen)), ("率", rate_words(track.rate))))
    condition = statement(track.criterion, _NOBODY) if track.criterion is not None else ""
    return "、".join(part for part in (f"枠「{track.name}」", terms, condition) if part)


def _parts(*named: tuple[str, str]) -> Iterable[str]:
    return (f"{name} {value}" for name, value in named if value)


def _yen(amount: int | None) -> str:
    return "" if amount is None else yen(amount)
