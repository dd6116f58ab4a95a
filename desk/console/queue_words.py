"""Japanese words for the queue: its baskets, its figures, what is due."""

from collections.abc import Mapping
from datetime import datetime

from desk.console.words import LATE, dated, left
from desk.domain.baskets import Basket
from desk.domain.calendar import in_words
from desk.domain.cases import Status
from desk.domain.deadlines import HIGH, URGENT
from desk.services.leafing import Count
from desk.services.queue import QueueLine

BASKETS: Mapping[str, str] = {
    Basket.NEW: "新規",
    Basket.MINE: "自分の担当",
    Basket.URGENT: "急ぎ",
    Basket.OVERDUE: "期限超過",
    Basket.UNANSWERED: "未返信",
    Basket.OPEN: "対応中",
    Basket.WAITING: "返事待ち",
    Basket.FOLLOW_UP: "その後の確認",
    Basket.CLOSED: "完了",
    Basket.ALL: "すべて",
}
#: a normal case bears no mark
PRIORITIES: Mapping[str, str] = {URGENT: "至急", HIGH: "急ぎ"}
TALK = "お話しの期限 "


def figure(count: Count) -> str:
    """A number of cases: 12, or 1,000以上 when nobody counted on."""
    return f"{count.shown:,}以上" if count.more else f"{count.shown:,}"


def due(line: QueueLine, now: datetime) -> str:
    """What is due next, and how that stands."""
    if line.status == Status.CLOSED:
        return "完了しています"
    if line.due_at is None:
        return "返事をしました"
    until = f"{TALK if line.talk_due else ''}{_dated(line.due_at, now)}まで"
    return f"{LATE}：{until}" if line.due_at < now else f"{until}（{left(line.due_at - now)}）"


def _dated(at: datetime, now: datetime) -> str:
    return in_words(at) if at.year == now.year else dated(at)


def marks(line: QueueLine) -> list[str]:
    """What stands out about a case."""
    found = [PRIORITIES[line.priority]] if line.priority in PRIORITIES and line.status != Status.CLOSED else []
    if line.unanswered:
        found.append("未返信")
    return [*found, "責任者に連絡済み"] if line.escalated else found
