"""The first branch of the plan: the desk itself, its consultations and the matches it makes."""

from desk.domain.indicators.cohorts import (
    ALL_RESULTS,
    CASES_OF_PERIOD,
    RESULTS_OF_PERIOD,
    of_kind,
)
from desk.domain.indicators.indicator import Figure, Group, Indicator, Level, Span, Target, Unit, count, share
from desk.domain.indicators.log import Log
from desk.domain.results import ResultKind

#: from this score on somebody was satisfied
SATISFIED = 4


def _consultations(log: Log) -> Figure:
    return count(len(log.consultations))


def _satisfied(log: Log) -> Figure:
    scores = [case.satisfaction for case in log.closed if case.satisfaction is not None]
    return share(sum(score >= SATISFIED for score in scores), len(scores))


def _matches(log: Log) -> Figure:
    return count(len(of_kind(log, ResultKind.MATCHED)))


def _started(log: Log) -> Figure:
    return count(len(of_kind(log, ResultKind.STARTED)))


def _enrolled(log: Log) -> Figure:
    return count(sum(row.kind == ResultKind.ENROLLED and row.on < log.period.end for row in log.results))


NEW_BUSINESS = Indicator(
    id="new_businesses",
    name="新事業の創出",
    group=Group.FOUNDATION,
    level=Level.KGI,
    unit=Unit.CASES,
    cohort=RESULTS_OF_PERIOD,
    numerator="「新事業の開始」の件数",
    measure=_started,
    target=Target(20, Span.YEAR, "計画①KGI 新事業創出 年20件"),
)

MATCHES = Indicator(
    id="matches",
    name="マッチングの成立",
    group=Group.FOUNDATION,
    level=Level.KSI,
    unit=Unit.CASES,
    cohort=RESULTS_OF_PERIOD,
    numerator="「マッチングの成立」の件数（相手ごとに1件）",
    measure=_matches,
    target=Target(100, Span.YEAR, "計画①KSI マッチング成立 年100件"),
    note="「成立」は、相談者と大学・企業などの相手が、次に行うことを決めた時点です。",
)

SATISFACTION = Indicator(
    id="satisfaction",
    name="相談者の満足度",
    group=Group.FOUNDATION,
    level=Level.OUTCOME,
    unit=Unit.PERCENT,
    cohort="期間中に完了した相談のうち、5段階の評価に答えがあったもの",
    numerator="4または5と答えた相談の数",
    denominator="評価に答えた相談の数",
    measure=_satisfied,
    target=Target(90, Span.ALWAYS, "計画①KPIアウトカム 相談者満足度 90%以上"),
    note="答えた方だけの割合です。「満足度への回答率」とあわせて読んでください。",
)

CONSULTATIONS = Indicator(
    id="consultations",
    name="相談件数",
    group=Group.FOUNDATION,
    level=Level.OUTPUT,
    unit=Unit.CASES,
    cohort=CASES_OF_PERIOD,
    numerator="相談の件数",
    measure=_consultations,
    target=Target(500, Span.YEAR, "計画①KPIアウトプット 相談 年500件"),
    note="自動応答だけで終わった会話は含みません（「自動応答の会話」に数えます）。",
)

REGISTRATIONS = Indicator(
    id="registrations",
    name="登録企業・研究者",
    group=Group.FOUNDATION,
    level=Level.OUTPUT,
    unit=Unit.COMPANIES,
    cohort=ALL_RESULTS,
    numerator="「企業・研究者・支援者の登録」の数",
    measure=_enrolled,
    target=Target(500, Span.CUMULATIVE, "計画①KPIアウトプット 登録企業・研究者 累計500者"),
    note="職員が相談に記録した登録の数です。退会は引いていません。",
)

FOUNDATION = (NEW_BUSINESS, MATCHES, SATISFACTION, CONSULTATIONS, REGISTRATIONS)
