"""The second branch of the plan: technology developed with support, from vouchers to sales."""

from desk.domain.indicators.cohorts import RESULTS_OF_PERIOD, RESULTS_OF_YEARS, money, of_kind
from desk.domain.indicators.indicator import Figure, Group, Indicator, Level, Span, Target, Unit, Unmeasured, count
from desk.domain.indicators.log import Log
from desk.domain.results import ResultKind

#: an oku, in which sums of the plan are written
OKU = 100_000_000


def _sales(log: Log) -> Figure:
    return count(money(of_kind(log, ResultKind.SALES, period=log.period.reaching_back(SALES.years))))


def _patents(log: Log) -> Figure:
    return count(len(of_kind(log, ResultKind.FILED, ResultKind.REGISTERED)))


def _vouchers(log: Log) -> Figure:
    return count(len(of_kind(log, ResultKind.VOUCHER)))


def _grants(log: Log) -> Figure:
    return count(len(of_kind(log, ResultKind.GRANTED)))


SALES = Indicator(
    id="sales",
    name="支援した企業の新製品の売上",
    group=Group.TECHNOLOGY,
    level=Level.KGI,
    unit=Unit.YEN,
    cohort=RESULTS_OF_YEARS.format(years=3),
    numerator="「新製品の売上」の金額の合計",
    measure=_sales,
    target=Target(5 * OKU, Span.CUMULATIVE, "計画②KGI 新製品売上 3年累計5億円"),
    years=3,
    note="企業から届いた金額だけの合計です。届いていない売上は含みません。",
)

PATENTS = Indicator(
    id="patents",
    name="特許などの出願・取得",
    group=Group.TECHNOLOGY,
    level=Level.KSI,
    unit=Unit.CASES,
    cohort=RESULTS_OF_PERIOD,
    numerator="「特許などの出願」と「特許などの登録」の件数",
    measure=_patents,
    target=Target(15, Span.YEAR, "計画②KSI 特許出願・取得 年15件"),
    note="同じ発明の出願と登録は、それぞれ1件と数えます。",
)

VOUCHERS = Indicator(
    id="vouchers",
    name="バウチャーの交付",
    group=Group.TECHNOLOGY,
    level=Level.OUTPUT,
    unit=Unit.CASES,
    cohort=RESULTS_OF_PERIOD,
    numerator="「バウチャーの交付決定」の件数",
    measure=_vouchers,
    target=Target(200, Span.YEAR, "計画②KPIアウトプット バウチャー 年200件"),
)

GRANTS = Indicator(
    id="grants",
    name="助成金・補助金の採択",
    group=Group.TECHNOLOGY,
    level=Level.OUTPUT,
    unit=Unit.CASES,
    cohort=RESULTS_OF_PERIOD,
    numerator="「助成金・補助金の採択」の件数",
    measure=_grants,
    target=Target(10, Span.YEAR, "計画②KPIアウトプット 助成採択 年10件"),
    note="区・都・国のどの制度の採択も数えます。目標は区の共同研究助成についてのものです。",
)
PRODUCTIVITY = Unmeasured(
    "productivity",
    "支援した企業の労働生産性の向上",
    Group.TECHNOLOGY,
    Level.OUTCOME,
    Target(5, Span.ALWAYS, "計画②KPIアウトカム 労働生産性 平均5%向上"),
    "支援の前と後の決算の数値（付加価値額と従業員数）を、同意のうえで集める仕組みがまだありません。",
)

TECHNOLOGY = (SALES, PATENTS, VOUCHERS, GRANTS)
TECHNOLOGY_UNMEASURED = (PRODUCTIVITY,)
