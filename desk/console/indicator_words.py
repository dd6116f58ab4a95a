"""Japanese words for indicators: where they hang in the tree, how values are written, how they stand."""

from collections.abc import Mapping, Sequence

from desk.console.charts import Chart, chart
from desk.console.words import CHANNELS, SPECIALITIES
from desk.domain.facts import FACTS
from desk.domain.indicators.breakdown import FEWEST, Cell, Dimension
from desk.domain.indicators.indicator import Figure, Group, Indicator, Level, Span, Standing, Unit
from desk.domain.indicators.measuring import Measured
from desk.domain.indicators.period import Period
from desk.domain.needs import DeclineReason
from desk.domain.wording import yen

GROUPS: Mapping[Group, str] = {
    Group.FOUNDATION: "① 連携の基盤とマッチング",
    Group.TECHNOLOGY: "② 技術開発",
    Group.ECOSYSTEM: "③ 創業のエコシステム",
    Group.SERVICE: "窓口の対応",
    Group.BOT: "自動応答",
    Group.UNMET: "満たされていない要望",
}
LEVELS: Mapping[Level, str] = {
    Level.KGI: "KGI",
    Level.KSI: "KSI",
    Level.OUTCOME: "KPI（アウトカム）",
    Level.OUTPUT: "KPI（アウトプット）",
    Level.WORK: "運用",
}
#: what stands behind a number
UNITS: Mapping[Unit, str] = {
    Unit.CASES: "件",
    Unit.TIMES: "回",
    Unit.COMPANIES: "者",
    Unit.YEN: "円",
    Unit.PERCENT: "%",
    Unit.HOURS: "時間",
    Unit.DAYS: "日",
}
STANDINGS: Mapping[Standing, tuple[str, str]] = {
    Standing.REACHED: ("✓", "目標に達しています"),
    Standing.ON_TRACK: ("→", "目標へ順調です"),
    Standing.BEHIND: ("▲", "目標に届いていません"),
    Standing.UNDER_WAY: ("…", "累計の途中です"),
    Standing.NO_TARGET: ("", ""),
    Standing.NO_DATA: ("", ""),
}
BEHIND_PACE = "目標のペースに届いていません"
DIMENSIONS: Mapping[Dimension, str] = {
    Dimension.SPECIALITY: "分野",
    Dimension.CHANNEL: "経路",
    Dimension.AREA: "所在地",
    Dimension.INDUSTRY: "業種",
}
PURPOSES = FACTS["purposes"].values
INDUSTRIES = FACTS["industry"].values
REFUSALS: Mapping[str, str] = {
    DeclineReason.NO_TIME: "時間がとれない",
    DeclineReason.OTHER_FIELD: "専門が違う",
    DeclineReason.ABSENT: "不在",
    DeclineReason.CONFLICT: "利害関係がある",
    DeclineReason.NOT_SERVED: "対象外の相談",
    DeclineReason.OTHER: "その他",
}
NO_DATA = "データなし"
FEW = f"{FEWEST}未満"
UNKNOWN = "わからない・聞いていない"
#: percentages are drawn to the same height
FULL = 100.0


def standing(each: Measured, running: bool) -> tuple[str, str]:
    """Sign and words of how a figure stands; in a year that still runs, a figure of the year is behind its pace."""
    sign, said = STANDINGS[each.standing]
    target = each.indicator.target
    yearly = target is not None and target.span is Span.YEAR
    return sign, BEHIND_PACE if running and yearly and each.standing is Standing.BEHIND else said


def value_of(indicator: Indicator, value: float | None) -> str:
    """A value with its unit; in words when there is none."""
    if value is None:
        return NO_DATA
    return yen(int(value)) if indicator.unit is Unit.YEN else f"{number(value)}{UNITS[indicator.unit]}"


def number(value: float) -> str:
    """1,234 or 33.3; no decimals that say nothing."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def fraction(indicator: Indicator, figure: Figure) -> str:
    """What a share was made of: 18 / 20; of a middle value how many it rests on; empty for plain counts."""
    if figure.denominator is None:
        return ""
    if figure.numerator is None:
        return f"{number(figure.denominator)}件から"
    return f"{number(figure.numerator)} / {number(figure.denominator)}"


def target_of(indicator: Indicator, target: float | None) -> str:
    """The target of a period, with the direction in which it is good."""
    if indicator.target is None or target is None:
        return ""
    words = value_of(indicator, target)
    if indicator.target.span is Span.CUMULATIVE:
        words = f"{f'{indicator.years}年' if indicator.years else ''}累計 {words}"
    return f"{words}以下" if indicator.lower_is_better and target else words


def cell(indicator: Indicator, found: Cell) -> str:
    """A figure of a part, unless it would tell of too few people."""
    return FEW if found.hidden else value_of(indicator, found.figure.value)


def part(dimension: Dimension, value: str | None) -> str:
    """The name of a part."""
    if value is None:
        return UNKNOWN
    titles = {
        Dimension.SPECIALITY: SPECIALITIES,
        Dimension.CHANNEL: CHANNELS,
        Dimension.INDUSTRY: INDUSTRIES,
    }
    return titles.get(dimension, {}).get(value, value)


def month(period: Period) -> str:
    """2026年4月."""
    return f"{period.start.year}年{period.start.month}月"


def drawn(indicator: Indicator, months: Sequence[tuple[Period, Figure]]) -> Chart | None:
    """The chart of an indicator; shares are drawn up to 100 %, with their target."""
    always = indicator.target is not None and indicator.target.span is Span.ALWAYS
    target = indicator.target.amount if indicator.target and always and indicator.unit is Unit.PERCENT else None
    full = FULL if indicator.unit is Unit.PERCENT else None
    return chart([figure.value for _, figure in months], target, full)
