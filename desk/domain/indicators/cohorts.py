"""Whom and what indicators look at: the cohorts that several of them share."""

from desk.domain.indicators.log import Log, ResultRow
from desk.domain.indicators.period import Period
from desk.domain.results import ResultKind

CASES_OF_PERIOD = (
    "期間中に受け付けた相談（同じ方の同じ用件は、つないだ番号を合わせて1件。同意のない自動応答の故障は除く）"
)
RESULTS_OF_PERIOD = "期間中の日付で相談に記録され、取り消されていない結果"
RESULTS_OF_YEARS = "期間の末日までの{years}年間の日付で相談に記録され、取り消されていない結果"
ALL_RESULTS = "期間の末日までに相談に記録され、取り消されていない結果"


def of_kind(log: Log, *kinds: ResultKind, period: Period | None = None) -> list[ResultRow]:
    """Results of these kinds within the period."""
    return [row for row in log.results if row.kind in kinds and (period or log.period).holds(row.on)]


def money(rows: list[ResultRow]) -> int:
    """The sum of the amounts of results, in yen."""
    return sum(row.amount_yen or 0 for row in rows)
