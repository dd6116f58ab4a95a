"""The third branch of the plan: start-ups from research, and the money they raise."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from desk.domain.indicators.cohorts import RESULTS_OF_YEARS, money, of_kind
from desk.domain.indicators.indicator import (
    Figure,
    Group,
    Indicator,
    Level,
    Span,
    Target,
    Unit,
    Unmeasured,
    count,
    share,
)
from desk.domain.indicators.log import Log, ResultRow
from desk.domain.indicators.technology import OKU
from desk.domain.results import ResultKind

#: the plan follows up a pitch half a year later
AFTER_PITCH = timedelta(days=183)


def _founded(log: Log) -> Figure:
    return count(len(of_kind(log, ResultKind.FOUNDED, period=log.period.reaching_back(STARTUPS.years))))


def _funding(log: Log) -> Figure:
    return count(money(of_kind(log, ResultKind.FUNDED, period=log.period.reaching_back(FUNDING.years))))


def _pitches(log: Log) -> Figure:
    """Each pitch is looked at once, in the period in which its half-year ends."""
    due = [row for row in log.results if row.kind == ResultKind.PITCHED and log.period.holds(row.on + AFTER_PITCH)]
    funded = defaultdict(list)
    for row in log.results:
        if row.kind == ResultKind.FUNDED:
            funded[row.case_id].append(row.on)
    return share(sum(_funded_after(pitch, funded[pitch.case_id]) for pitch in due), len(due))


def _funded_after(pitch: ResultRow, funded_on: Iterable[date]) -> bool:
    return any(pitch.on <= day <= pitch.on + AFTER_PITCH for day in funded_on)


STARTUPS = Indicator(
    id="startups",
    name="研究開発型スタートアップの創出",
    group=Group.ECOSYSTEM,
    level=Level.KGI,
    unit=Unit.COMPANIES,
    cohort=RESULTS_OF_YEARS.format(years=5),
    numerator="「スタートアップの設立」の件数",
    measure=_founded,
    target=Target(30, Span.CUMULATIVE, "計画③KGI 研究開発型スタートアップ 5年で30社"),
    years=5,
)

FUNDING = Indicator(
    id="funding",
    name="スタートアップなどの資金調達の総額",
    group=Group.ECOSYSTEM,
    level=Level.KSI,
    unit=Unit.YEN,
    cohort=RESULTS_OF_YEARS.format(years=5),
    numerator="「資金調達」の金額の合計",
    measure=_funding,
    target=Target(30 * OKU, Span.CUMULATIVE, "計画③KSI 資金調達総額 5年累計30億円"),
    years=5,
    note="申告と公開情報で分かった金額だけの合計です。",
)

PITCH_SUCCESS = Indicator(
    id="pitch_success",
    name="ピッチをきっかけとした資金調達の成功率",
    group=Group.ECOSYSTEM,
    level=Level.OUTCOME,
    unit=Unit.PERCENT,
    cohort="登壇から半年（183日）の節目が期間中に来た「ピッチへの登壇」",
    numerator="登壇から半年以内に、同じ相談に「資金調達」が記録された登壇の数",
    denominator="登壇の数",
    measure=_pitches,
    target=Target(20, Span.ALWAYS, "計画③KPIアウトカム ピッチ契機の調達成功率 20%"),
    note="ピッチが調達の理由かどうかまでは分かりません。",
)
OCCUPANCY = Unmeasured(
    "occupancy",
    "インキュベーション施設の入居率",
    Group.ECOSYSTEM,
    Level.OUTPUT,
    Target(90, Span.ALWAYS, "計画③KPIアウトプット 施設入居率 常時90%以上"),
    "施設の部屋と入居の台帳は、施設を運営するところにあり、この窓口にはありません。",
)
COURSES = Unmeasured(
    "courses",
    "起業家育成講座の受講者",
    Group.ECOSYSTEM,
    Level.OUTPUT,
    Target(100, Span.YEAR, "計画③KPIアウトプット 育成講座 年100名"),
    "講座の申込みと出席の名簿は、この窓口にはありません。",
)

ECOSYSTEM = (STARTUPS, FUNDING, PITCH_SUCCESS)
ECOSYSTEM_UNMEASURED = (OCCUPANCY, COURSES)
