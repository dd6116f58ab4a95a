"""Japanese words for the deadlines of a case: until when, how much time is left, and what follows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from desk.domain.calendar import Calendar, in_words
from desk.domain.cases import Status
from desk.domain.deadlines import Clock
from desk.domain.outlook import Outlook
from desk.domain.reminders import Rung

LATE = "期限超過"
TITLES: Mapping[Clock, str] = {
    Clock.FIRST_REPLY: "返事の期限",
    Clock.ANSWER: "次の返事の期限",
    Clock.CONTACT: "お話しする期限",
}
NEXT: Mapping[Rung, str] = {
    Rung.SOON: "担当者に知らせます",
    Rung.DUE: "担当者と責任者に知らせます",
    Rung.LATE: "責任者に知らせます",
}
HIGHEST = "責任者に知らせました"
NONE, CLOSED = "いま待たせている返事はありません", "完了しています"


@dataclass(frozen=True)
class DeadlineLine:
    """One deadline on the page of a case; `late` is told in the text, too."""

    title: str
    text: str
    late: bool = False
    #: who is told of it next, and when
    note: str = ""


def deadline_lines(outlooks: Sequence[Outlook], status: str, calendar: Calendar) -> list[DeadlineLine]:
    """The deadlines that run, the next to end first; or a line that says why there is none."""
    if not outlooks:
        return [DeadlineLine(TITLES[Clock.FIRST_REPLY], CLOSED if status == Status.CLOSED else NONE)]
    return [_line(each, calendar) for each in outlooks]


def open_time(length: timedelta, calendar: Calendar) -> str:
    """Time during which the desk is open, as people count it: 2営業日と3時間, 5時間, 40分."""
    a_day = timedelta(hours=calendar.closes.hour - calendar.opens.hour)
    a_day += timedelta(minutes=calendar.closes.minute - calendar.opens.minute)
    days, rest = divmod(length, a_day)
    hours = rest // timedelta(hours=1)
    if days:
        return f"{days}営業日と{hours}時間" if hours else f"{days}営業日"
    return f"{hours}時間" if hours else f"{rest // timedelta(minutes=1)}分"


def _line(outlook: Outlook, calendar: Calendar) -> DeadlineLine:
    until = f"{in_words(outlook.due_at)}まで"
    if outlook.overdue:
        text = f"{LATE}：{until}（営業時間で{open_time(outlook.over, calendar)}過ぎています）"
    else:
        text = f"{until}（営業時間であと{open_time(outlook.left, calendar)}）"
    return DeadlineLine(TITLES[outlook.clock], text, outlook.overdue, _note(outlook))


def _note(outlook: Outlook) -> str:
    if outlook.next_rung is None:
        return HIGHEST
    return f"{in_words(outlook.next_at)}に{NEXT[outlook.next_rung]}" if outlook.next_at else ""
