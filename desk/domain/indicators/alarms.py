"""Limits beyond which a desk, or one speciality of it, needs attention: a hint to look closer, no verdict on people."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk.domain.indicators.bot import FAILED, UNDERSTOOD
from desk.domain.indicators.breakdown import Dimension
from desk.domain.indicators.foundation import SATISFACTION
from desk.domain.indicators.indicator import Figure, Indicator
from desk.domain.indicators.log import Log
from desk.domain.indicators.service import (
    OVERDUE_CASES,
    REACHED_IN_TIME,
    REFUSALS,
    REPLIED_IN_TIME,
    REQUALIFIED,
    SOLVED,
)
from desk.domain.indicators.unmet import NO_EXPERT


@dataclass(frozen=True)
class Alarm:
    """A limit. Figures over fewer than `fewest` say too little to be held against it."""

    indicator: Indicator
    limit: float
    fewest: int
    #: what may be behind it, and where to look
    advice: str
    #: whether each speciality is held against it, too
    by_speciality: bool = True


@dataclass(frozen=True)
class Raised:
    """An alarm that went off, for the desk (None) or for one speciality."""

    alarm: Alarm
    figure: Figure
    speciality: str | None = None


ALARMS = (
    Alarm(REPLIED_IN_TIME, 80, 20, "担当者の数と不在、受け付けの時間帯を見てください。"),
    Alarm(OVERDUE_CASES, 0, 0, "「期限超過」の一覧から、今日中に最初の返事をしてください。", by_speciality=False),
    Alarm(REACHED_IN_TIME, 80, 20, "連絡先と連絡のとれる時間帯を、受け付けのときに聞けているかを見てください。"),
    Alarm(REFUSALS, 30, 20, "断った理由の内訳と、担当者の専門分野・件数の上限を見てください。"),
    Alarm(REQUALIFIED, 30, 20, "分野の振り分けの決まりと、よく変わる分野の組み合わせを見てください。"),
    Alarm(NO_EXPERT, 10, 20, "引き受け手のいない分野に、担当者や外部の機関を加えられるかを検討してください。"),
    Alarm(SATISFACTION, 45, 20, "低い評価の相談を読み直し、続けて起きている不満を探してください。"),
    Alarm(SOLVED, 25, 20, "結果の記録と、追跡調査で聞いた理由を見てください。"),
    Alarm(UNDERSTOOD, 80, 50, "「読み取りの確認」で、読み取れなかった発言を確かめてください。", by_speciality=False),
    Alarm(FAILED, 1, 50, "自動応答の記録（ログ）と、動いている時間を確かめてください。", by_speciality=False),
)


def raised(log: Log) -> list[Raised]:
    """Alarms that go off, for the desk as a whole before those of its specialities."""
    whole = [found for alarm in ALARMS if (found := _check(alarm, log))]
    return whole + list(_of_specialities(log))


def _of_specialities(log: Log) -> Iterable[Raised]:
    parts = log.parts(Dimension.SPECIALITY)
    for speciality in sorted(filter(None, parts)):
        checked = (_check(alarm, parts[speciality], speciality) for alarm in ALARMS if alarm.by_speciality)
        yield from filter(None, checked)


def _check(alarm: Alarm, log: Log, speciality: str | None = None) -> Raised | None:
    figure = alarm.indicator.measure(log)
    if figure.value is None or (figure.denominator or 0) < alarm.fewest:
        return None
    beyond = figure.value > alarm.limit if alarm.indicator.lower_is_better else figure.value < alarm.limit
    return Raised(alarm, figure, speciality) if beyond else None
