"""How people of the desk serve: how soon they answer, whom they reach, what they leave open."""

from collections.abc import Sequence
from datetime import datetime
from math import ceil
from statistics import median

from desk.domain.indicators.cohorts import CASES_OF_PERIOD
from desk.domain.indicators.indicator import Figure, Group, Indicator, Level, Span, Target, Unit, count, share
from desk.domain.indicators.log import Log, OfferRow

#: shares of ten: the time within which nine of ten people had an answer
NINE_OF_TEN = 0.9
SECONDS_OF_A_DAY = 86_400
OUR_RULE = "窓口の運用目安（計画には定めがありません）"
WORK_OF_DESK = "期間中に受け付けた案件（同意の前に止まった自動応答の故障も含み、つないだ番号は除く）"


def _kept(cases: Sequence[tuple[datetime | None, datetime]], now: datetime) -> Figure:
    """Promises kept, among those that were kept or whose time is up; the others may still be kept."""
    settled = [(done, due) for done, due in cases if done is not None or due <= now]
    return share(sum(done is not None and done <= due for done, due in settled), len(settled))


def _replied_in_time(log: Log) -> Figure:
    return _kept([(case.replied_at, case.reply_due_at) for case in log.received], log.as_of)


def _reached_in_time(log: Log) -> Figure:
    return _kept([(case.reached_at, case.contact_due_at) for case in log.consultations], log.as_of)


def _middle(values: Sequence[float]) -> Figure:
    return Figure(round(median(values), 1) if values else None, None, len(values))


def _reply_hours(log: Log) -> list[float]:
    return sorted(case.reply_hours for case in log.received if case.reply_hours is not None)


def _usual_reply(log: Log) -> Figure:
    return _middle(_reply_hours(log))


def _slow_reply(log: Log) -> Figure:
    hours = _reply_hours(log)
    return Figure(round(hours[ceil(NINE_OF_TEN * len(hours)) - 1], 1) if hours else None, None, len(hours))


def _days_to_close(log: Log) -> Figure:
    times = [(case.closed_at - case.received_at).total_seconds() for case in log.closed if case.closed_at]
    return _middle([seconds / SECONDS_OF_A_DAY for seconds in times])


def _open_cases(log: Log) -> Figure:
    return count(len(log.open))


def _overdue_cases(log: Log) -> Figure:
    late = [case for case in log.open if case.reply_due_at < log.as_of]
    return count(sum(case.replied_at is None or case.replied_at >= log.as_of for case in late))


def _answered_surveys(log: Log) -> Figure:
    asked = [case for case in log.closed if case.surveyed_at is not None]
    return share(sum(case.satisfaction is not None for case in asked), len(asked))


def _solved(log: Log) -> Figure:
    told = [case.solved for case in log.closed if case.solved is not None]
    return share(sum(told), len(told))


def _answered_offers(log: Log) -> list[OfferRow]:
    return [offer for offer in log.offers if offer.accepted is not None and log.period.holds(offer.offered_at)]


def _refusals(log: Log) -> Figure:
    answered = _answered_offers(log)
    return share(sum(not offer.accepted for offer in answered), len(answered))


def _requalified(log: Log) -> Figure:
    known = [case for case in log.consultations if case.first_speciality is not None]
    return share(sum(case.first_speciality != case.traits.speciality for case in known), len(known))


REPLIED_IN_TIME = Indicator(
    id="first_reply_in_time",
    name="期限までに返事をした割合",
    group=Group.SERVICE,
    level=Level.WORK,
    unit=Unit.PERCENT,
    cohort=f"{WORK_OF_DESK}のうち、返事をしたか、返事の期限（通常は1営業日）が過ぎたもの",
    numerator="期限までに職員が最初の返事をした案件の数",
    denominator="返事をしたか、返事の期限が過ぎた案件の数",
    measure=_replied_in_time,
    target=Target(95, Span.ALWAYS, OUR_RULE),
    note="まだ期限の来ていない、返事待ちの案件は分母に入れません。",
)
USUAL_REPLY = Indicator(
    id="first_reply_median",
    name="最初の返事までの時間（中央値）",
    group=Group.SERVICE,
    level=Level.WORK,
    unit=Unit.HOURS,
    cohort=f"{WORK_OF_DESK}のうち、返事をしたもの",
    numerator="受け付けから最初の返事までの、窓口が開いていた時間の中央値",
    measure=_usual_reply,
    lower_is_better=True,
    note="まだ返事をしていない案件は含みません。「期限を過ぎた案件」とあわせて読んでください。",
)
SLOW_REPLY = Indicator(
    id="first_reply_nine_of_ten",
    name="10件のうち9件が返事を受けるまでの時間",
    group=Group.SERVICE,
    level=Level.WORK,
    unit=Unit.HOURS,
    cohort=f"{WORK_OF_DESK}のうち、返事をしたもの",
    numerator="受け付けから最初の返事までの、窓口が開いていた時間の90パーセンタイル（順位法）",
    measure=_slow_reply,
    lower_is_better=True,
    note="まだ返事をしていない案件は含みません。",
)
REACHED_IN_TIME = Indicator(
    id="contact_in_time",
    name="期限までに相談者と連絡がついた割合",
    group=Group.SERVICE,
    level=Level.WORK,
    unit=Unit.PERCENT,
    cohort="期間中に受け付けた相談のうち、連絡がついたか、連絡の期限（通常は3営業日）が過ぎたもの",
    numerator="期限までに連絡がついた（返事のあとに相談者から発言があったか、職員が連絡を記録した）相談の数",
    denominator="連絡がついたか、連絡の期限が過ぎた相談の数",
    measure=_reached_in_time,
    target=Target(95, Span.ALWAYS, OUR_RULE),
)
DAYS_TO_CLOSE = Indicator(
    id="days_to_close",
    name="完了までの日数（中央値）",
    group=Group.SERVICE,
    level=Level.WORK,
    unit=Unit.DAYS,
    cohort="期間中に完了した相談（受け付けは期間の前でもよい）",
    numerator="受け付けから完了までの日数（暦日）の中央値",
    measure=_days_to_close,
    lower_is_better=True,
    note="短いほどよいとは限りません。長く伴走する相談もあります。",
)
OPEN_CASES = Indicator(
    id="open_cases",
    name="対応中の案件",
    group=Group.SERVICE,
    level=Level.WORK,
    unit=Unit.CASES,
    cohort="期間の終わり（途中の期間では今）に完了していない案件。受け付けた時期を問わない",
    numerator="案件の数",
    measure=_open_cases,
    note="いちど完了して再開した案件は、再開する前の時期にも対応中と数えます。",
)
OVERDUE_CASES = Indicator(
    id="overdue_cases",
    name="期限を過ぎて返事のない案件",
    group=Group.SERVICE,
    level=Level.WORK,
    unit=Unit.CASES,
    cohort="期間の終わり（途中の期間では今）に完了していない案件",
    numerator="返事の期限を過ぎ、職員がまだ一度も返事をしていない案件の数",
    measure=_overdue_cases,
    target=Target(0, Span.ALWAYS, OUR_RULE),
    lower_is_better=True,
)
SURVEY_ANSWERS = Indicator(
    id="survey_response",
    name="満足度への回答率",
    group=Group.SERVICE,
    level=Level.WORK,
    unit=Unit.PERCENT,
    cohort="期間中に完了した相談のうち、評価をお願いしたもの",
    numerator="5段階の評価に答えがあった相談の数",
    denominator="評価をお願いした相談の数",
    measure=_answered_surveys,
)
SOLVED = Indicator(
    id="solved",
    name="解決したと答えた割合",
    group=Group.SERVICE,
    level=Level.WORK,
    unit=Unit.PERCENT,
    cohort="期間中に完了した相談のうち、解決したかどうかに答えがあったもの",
    numerator="「解決した」と答えた相談の数",
    denominator="解決したかどうかに答えた相談の数",
    measure=_solved,
)
REFUSALS = Indicator(
    id="refusals",
    name="担当の依頼が断られた割合",
    group=Group.SERVICE,
    level=Level.WORK,
    unit=Unit.PERCENT,
    cohort="期間中に担当者や外部の機関へ依頼し、引き受けるか断るかの答えがあったもの",
    numerator="断られた依頼の数",
    denominator="答えのあった依頼の数",
    measure=_refusals,
    lower_is_better=True,
)
REQUALIFIED = Indicator(
    id="requalified",
    name="分野を職員が変えた割合",
    group=Group.SERVICE,
    level=Level.WORK,
    unit=Unit.PERCENT,
    cohort=CASES_OF_PERIOD,
    numerator="受け付けたときの分野と、いまの分野が違う相談の数",
    denominator="受け付けたときの分野が記録されている相談の数",
    measure=_requalified,
    lower_is_better=True,
)

SERVICE = (
    REPLIED_IN_TIME,
    USUAL_REPLY,
    SLOW_REPLY,
    REACHED_IN_TIME,
    DAYS_TO_CLOSE,
    OPEN_CASES,
    OVERDUE_CASES,
    SURVEY_ANSWERS,
    SOLVED,
    REFUSALS,
    REQUALIFIED,
)
