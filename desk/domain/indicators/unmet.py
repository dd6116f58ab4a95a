"""What people needed and the desk did not have: no program, no answer, nobody who takes it."""

from datetime import datetime

from desk.domain.indicators.indicator import Figure, Group, Indicator, Level, Unit, count, share
from desk.domain.indicators.log import Log, NeedRow


def without_program(log: Log) -> Figure:
    """Conversations whose last list held nothing, among those that saw one."""
    shown = [talk.fitting for talk in log.talks if talk.fitting is not None]
    return share(sum(not fitting for fitting in shown), len(shown))


def without_answer(log: Log) -> Figure:
    """Questions first asked within the period that still have no entry."""
    return count(sum(log.period.holds(each.first_at) and not each.answered for each in log.questions))


def without_taker(log: Log) -> Figure:
    """Needs that nobody took in time, among those whose time is up or that somebody took."""
    settled = _settled(log)
    return share(sum(_was_left(need) for need in settled), len(settled))


def left_needs(log: Log) -> list[NeedRow]:
    """Needs of the period that nobody took in time."""
    return [need for need in _settled(log) if _was_left(need)]


def _settled(log: Log) -> list[NeedRow]:
    needs = [need for need in log.needs if log.period.holds(need.opened_at)]
    return [need for need in needs if need.taken_at is not None or _waited_in_vain(need, log.as_of)]


def _waited_in_vain(need: NeedRow, now: datetime) -> bool:
    """Its time is up; a need that was over before needed nobody."""
    return need.wait_until <= now and (need.closed_at is None or need.closed_at > need.wait_until)


def _was_left(need: NeedRow) -> bool:
    return need.taken_at is None or need.taken_at > need.wait_until


NO_PROGRAM = Indicator(
    id="no_program",
    name="合う制度が見つからなかった割合",
    group=Group.UNMET,
    level=Level.WORK,
    unit=Unit.PERCENT,
    cohort="期間中に制度の候補を示した会話",
    numerator="最後に示した一覧に、対象の見込みの制度も要確認の制度もなかった会話の数",
    denominator="制度の候補を示した会話の数",
    measure=without_program,
    lower_is_better=True,
)
NO_ANSWER = Indicator(
    id="no_answer",
    name="答えのない質問",
    group=Group.UNMET,
    level=Level.WORK,
    unit=Unit.CASES,
    cohort="期間中に初めて寄せられ、知識のどの項目も答えられなかった質問（表記だけ違う同じ質問は1件）",
    numerator="いまも答える項目がない質問の数",
    measure=without_answer,
    lower_is_better=True,
)
NO_EXPERT = Indicator(
    id="no_expert",
    name="引き受け手が期限までに見つからなかった割合",
    group=Group.UNMET,
    level=Level.WORK,
    unit=Unit.PERCENT,
    cohort="期間中にできた用件のうち、引き受け手が決まったか、終わらないまま3営業日が過ぎたもの",
    numerator="3営業日以内に誰も引き受けなかった用件の数",
    denominator="引き受け手が決まったか、3営業日が過ぎた用件の数",
    measure=without_taker,
    lower_is_better=True,
)

UNMET = (NO_PROGRAM, NO_ANSWER, NO_EXPERT)
