"""How well the bot serves: what it reads, whom it helps alone, whom it hands over, and where people give up."""

from collections.abc import Callable
from datetime import timedelta

from desk.domain.indicators.indicator import Figure, Group, Indicator, Level, Unit, count, share
from desk.domain.indicators.log import Log, Talk

#: so long nobody has written before a conversation counts as ended
SILENCE = timedelta(hours=24)
TALKS = "期間中に相談者が自動応答へ一度でも書いた会話"
ENDED = f"{TALKS}のうち、最後の発言から24時間がたったもの"
REQUESTED = f"{ENDED}で、制度・連携・知財・創業・窓口などの用件を一つ以上読み取ったもの"
TYPED = "期間中に、担当者ではなく自動応答が受けた、文字で書かれた発言（選択肢を押したものは除く）"


def ended(log: Log) -> list[Talk]:
    """Conversations of which the end is known."""
    return [talk for talk in log.talks if talk.last_at <= log.as_of - SILENCE]


def _of(talks: list[Talk], has: Callable[[Talk], bool]) -> Figure:
    return share(sum(has(talk) for talk in talks), len(talks))


def _resolved_alone(talk: Talk) -> bool:
    """Nothing shows that help was missing. Nobody has said that it was enough, either."""
    trouble = talk.handed_over or talk.failed or talk.complaints or talk.left_hanging
    return talk.ended_well and talk.fitting is not False and not trouble


def _talks(log: Log) -> Figure:
    return count(len(log.talks))


def _understood(log: Log) -> Figure:
    read = sum(talk.read for talk in log.talks)
    return share(read - sum(talk.not_understood for talk in log.talks), read)


def _misread_talks(log: Log) -> Figure:
    return _of(list(log.talks), lambda talk: talk.not_understood > 0)


def _resolved(log: Log) -> Figure:
    return _of([talk for talk in ended(log) if talk.requests], _resolved_alone)


def _handed_over(log: Log) -> Figure:
    return _of(list(log.talks), lambda talk: talk.handed_over)


def _abandoned(log: Log) -> Figure:
    return _of(ended(log), lambda talk: talk.left_hanging and not talk.handed_over)


def _failed(log: Log) -> Figure:
    return share(sum(talk.failed for talk in log.talks), sum(talk.messages for talk in log.talks))


def _lists(log: Log) -> Figure:
    return count(sum(talk.lists for talk in log.talks))


def _praised(log: Log) -> Figure:
    liked, disliked = (sum(getattr(talk, name) for talk in log.talks) for name in ("liked", "disliked"))
    return share(liked, liked + disliked)


BOT_TALKS = Indicator(
    id="bot_conversations",
    name="自動応答の会話",
    group=Group.BOT,
    level=Level.WORK,
    unit=Unit.TIMES,
    cohort=TALKS,
    numerator="会話の数（同じ経路の同じ方は期間中1つ）",
    measure=_talks,
)
UNDERSTOOD = Indicator(
    id="understood",
    name="発言を読み取れた割合",
    group=Group.BOT,
    level=Level.WORK,
    unit=Unit.PERCENT,
    cohort=TYPED,
    numerator="用件や答えとして読み取れた発言の数",
    denominator="読み取ろうとした発言の数",
    measure=_understood,
    note="読み取りが正しかったかどうかまでは分かりません。「読み取りの確認」で確かめます。",
)
MISREAD = Indicator(
    id="misunderstandings",
    name="聞き返しのあった会話の割合",
    group=Group.BOT,
    level=Level.WORK,
    unit=Unit.PERCENT,
    cohort=TALKS,
    numerator="読み取れない発言が一つ以上あった会話の数",
    denominator="会話の数",
    measure=_misread_talks,
    lower_is_better=True,
)
RESOLVED = Indicator(
    id="resolved_without_person",
    name="自動応答だけで終わった割合",
    group=Group.BOT,
    level=Level.WORK,
    unit=Unit.PERCENT,
    cohort=REQUESTED,
    numerator="引き継ぎ・故障・苦情がなく、最後の発言が読み取れ、候補のない一覧や答えを待つ質問を残さずに終わった会話の数",
    denominator="用件を読み取った会話の数",
    measure=_resolved,
    note="「足りた」とご本人が答えた数ではありません。高ければよいものでもなく、目標は置きません。",
)
HANDED_OVER = Indicator(
    id="handover_rate",
    name="担当者に引き継いだ割合",
    group=Group.BOT,
    level=Level.WORK,
    unit=Unit.PERCENT,
    cohort=TALKS,
    numerator="期間中に相談として引き継いだ会話の数",
    denominator="会話の数",
    measure=_handed_over,
)
ABANDONED = Indicator(
    id="abandoned",
    name="質問の途中で終わった割合",
    group=Group.BOT,
    level=Level.WORK,
    unit=Unit.PERCENT,
    cohort=ENDED,
    numerator="引き継ぎの質問か、候補を示す前の質問に答えがないまま24時間がたち、引き継ぎもなかった会話の数",
    denominator="24時間続きのない会話の数",
    measure=_abandoned,
    lower_is_better=True,
)
FAILED = Indicator(
    id="bot_failures",
    name="自動応答が答えられなかった割合",
    group=Group.BOT,
    level=Level.WORK,
    unit=Unit.PERCENT,
    cohort="期間中に自動応答が受けた発言（選択肢を押したものも含む）",
    numerator="故障や時間切れで答えられなかった発言の数",
    denominator="発言の数",
    measure=_failed,
    lower_is_better=True,
)
LISTS = Indicator(
    id="verdicts_shown",
    name="制度の候補を示した回数",
    group=Group.BOT,
    level=Level.WORK,
    unit=Unit.TIMES,
    cohort=TALKS,
    numerator="制度の候補と見立ての一覧を示した回数",
    measure=_lists,
)
PRAISED = Indicator(
    id="bot_liked",
    name="自動応答への評価がよい割合",
    group=Group.BOT,
    level=Level.WORK,
    unit=Unit.PERCENT,
    cohort="期間中に会話の中で述べられた、良し悪しの分かる評価や感想のうち、自動応答の案内についてのもの",
    numerator="よい評価の数",
    denominator="良し悪しの分かる評価の数",
    measure=_praised,
    note="進んで感想を述べた方だけの割合です。担当者への満足度とは分けて数えます。",
)

BOT = (BOT_TALKS, UNDERSTOOD, MISREAD, RESOLVED, HANDED_OVER, ABANDONED, FAILED, LISTS, PRAISED)
