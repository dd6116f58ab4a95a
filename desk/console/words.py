"""Japanese words for what the record holds: states, people, channels, events, facts, due times."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from http import HTTPStatus
from typing import Any

from desk.domain.areas import Areas
from desk.domain.calendar import in_words
from desk.domain.cases import TRANSITIONS, Speciality, Status
from desk.domain.facts import FACTS
from desk.domain.intake import InvalidFacts, read_fact
from desk.domain.wording import value_of
from desk.services.cases import CaseLine, Happening
from desk.services.console import Basket, QueueLine

STATUSES: Mapping[str, str] = {
    Status.NEW: "新規",
    Status.ASSIGNED: "担当決定",
    Status.IN_PROGRESS: "対応中",
    Status.WAITING: "返事待ち",
    Status.CLOSED: "完了",
}
SPECIALITIES: Mapping[str, str] = {
    Speciality.TECHNOLOGY: "技術",
    Speciality.MANAGEMENT: "経営",
    Speciality.IP: "知的財産",
    Speciality.SUBSIDY: "補助金",
    Speciality.STARTUP: "創業",
    Speciality.GENERAL: "総合相談",
}
BASKETS: Mapping[str, str] = {
    Basket.NEW: "新規",
    Basket.MINE: "自分の担当",
    Basket.OPEN: "対応中",
    Basket.OVERDUE: "期限超過",
    Basket.CLOSED: "完了",
    Basket.ALL: "すべて",
}
CHANNELS: Mapping[str, str] = {"web": "チャット", "line": "LINE", "slack": "Slack", "rest": "API"}
AUTHORS: Mapping[str, str] = {"user": "相談者", "bot": "自動応答", "staff": "担当者"}
GATES: Mapping[str, str] = {
    "bot": "自動応答がお答えしています",
    "staff": "担当者がお答えしています（自動応答は止まっています）",
    "nobody": "受付を止めています",
}
VERDICTS: Mapping[str, str] = {"eligible": "対象の見込み", "possible": "要確認", "ineligible": "対象外"}
STANDINGS: Mapping[bool | None, tuple[str, str]] = {
    True: ("✓", "満たしています"),
    None: ("？", "確認が必要です"),
    False: ("✕", "満たしていません"),
}
CONTACT: Mapping[str, str] = {"name": "お名前", "company": "会社・団体", "email": "メール", "phone": "電話"}
REASONS: Mapping[str, str] = {
    "asked": "担当者を希望",
    "failure": "自動応答が答えられなかった",
    "complaint": "ご意見・苦情",
}
ACTORS: Mapping[str, str] = {"user": "相談者", "bot": "自動応答", "api": "外部システム"}
DONE: Mapping[str, str] = {
    "answered": "返事を送りました。",
    "assigned": "担当を変えました。",
    "status": "状態を変えました。",
    "outcome": "結果を記録しました。",
    "taken_over": "会話を引き取りました。自動応答は止まっています。",
    "handed_back": "会話を自動応答に戻しました。",
}
PROBLEMS: Mapping[int, str] = {
    HTTPStatus.UNAUTHORIZED: "ログインが必要です",
    HTTPStatus.FORBIDDEN: "受け付けませんでした",
    HTTPStatus.NOT_FOUND: "見つかりません",
    HTTPStatus.CONFLICT: "変えられませんでした",
    HTTPStatus.UNPROCESSABLE_ENTITY: "入力を確かめてください",
}
EVENTS: Mapping[str, str] = {
    "answered": "返事を送りました",
    "asked_again": "もう一度、担当者を希望しました",
    "taken_over": "会話を引き取りました",
    "handed_back": "会話を自動応答に戻しました",
}
#: what stands beside a message, by its type
DRAWN: Mapping[str, str] = {
    "recommendations": "制度の候補",
    "program": "制度の案内",
    "knowledge": "説明",
    "seeds": "研究シーズ",
    "cases": "事例",
    "events": "催し",
    "handoff": "受付票を表示",
    "slots": "予約できる日時を表示",
    "booking": "予約票を表示",
}
LATE = "期限超過"
ASKED_NOT_KNOWN = "わからない（質問済み）"


def moment(at: datetime) -> str:
    """11月24日（火）9時30分."""
    return in_words(at)


def due(line: QueueLine | CaseLine, answered: bool, now: datetime) -> str:
    """When the first reply is due, and how that stands."""
    until = f"{in_words(line.due_at)}まで"
    if line.status == Status.CLOSED:
        return "完了しています"
    if answered:
        return "返事をしました"
    return f"{LATE}：{until}" if line.due_at < now else f"{until}（{_left(line.due_at - now)}）"


def next_statuses(status: str) -> list[tuple[str, str]]:
    """Where a case can go from here: value and title, in the order of the work."""
    return [(each.value, STATUSES[each]) for each in Status if each in TRANSITIONS[Status(status)]]


def facts(raw: Mapping[str, Any], areas: Areas, today: date) -> list[tuple[str, str]]:
    """Label and answer of everything that was told or asked, in the order of the vocabulary."""
    return [(FACTS[name].label, _answer(name, raw[name], areas, today)) for name in FACTS if name in raw]


def actor(name: str, staff: Mapping[str, str]) -> str:
    """Who did something; `staff` maps logins to names."""
    return ACTORS.get(name) or staff.get(name, name)


def event(happened: Happening, staff: Mapping[str, str]) -> str:
    """One event of a case as a sentence."""
    detail = happened.detail
    match happened.kind:
        case "opened":
            reason = REASONS.get(detail.get("reason", ""), "その他")
            return f"受け付けました（{reason}、{SPECIALITIES.get(detail.get('speciality', ''), '総合相談')}）"
        case "consented":
            given = "・".join(title for field, title in CONTACT.items() if field in detail.get("fields", ()))
            return f"引き継ぎに同意しました（{given or '連絡先なし'}）"
        case "status":
            return f"状態を「{STATUSES.get(detail['from'])}」から「{STATUSES.get(detail['to'])}」に変えました"
        case "assigned":
            login = detail.get("assignee")
            return f"担当を{staff.get(login, login)}に決めました" if login else "担当を外しました"
        case "outcome":
            return f"結果を記録しました：{detail.get('outcome') or '（消去）'}"
    return EVENTS.get(happened.kind, happened.kind)


def drawn(content: Mapping[str, Any]) -> str:
    """What the person saw beside a text, in words; empty when there was nothing."""
    custom = content.get("custom") or {}
    count = len(custom.get("items") or ())
    kind = DRAWN.get(custom.get("type", ""), "")
    return f"{kind}{count}件を表示" if kind and count else kind


def _left(rest: timedelta) -> str:
    if rest < timedelta(hours=1):
        return f"あと{int(rest.total_seconds() // 60)}分"
    return f"あと{int(rest.total_seconds() // 3600)}時間" if rest < timedelta(days=2) else f"あと{rest.days}日"


def _answer(name: str, value: Any, areas: Areas, today: date) -> str:
    if value is None:
        return ASKED_NOT_KNOWN
    try:
        return value_of(FACTS[name], read_fact(name, value, areas, today))
    except InvalidFacts:  # told under an older vocabulary
        return str(value)
