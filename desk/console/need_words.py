"""Japanese words for needs: how they stand, who was asked, why somebody declined, and what happened to them."""

from collections.abc import Mapping, Sequence
from typing import Any

from desk.domain.cases import SPECIALITY_TITLES
from desk.domain.needs import NEED_TRANSITIONS, AssignmentStatus, DeclineReason, NeedStatus
from desk.domain.programs import Program
from desk.services.needs import Asked, NeedLine

#: how the choice of a speciality begins among those to whom a need can be handed on
BY_SPECIALITY = "speciality:"

STATUSES: Mapping[str, str] = {
    NeedStatus.OPEN: "担当待ち",
    NeedStatus.OFFERED: "打診中",
    NeedStatus.TAKEN: "対応中",
    NeedStatus.DONE: "済み",
    NeedStatus.DROPPED: "取り下げ",
}
ANSWERS: Mapping[str, str] = {
    AssignmentStatus.OFFERED: "返事待ち",
    AssignmentStatus.ACCEPTED: "引き受けました",
    AssignmentStatus.DECLINED: "辞退しました",
    AssignmentStatus.DONE: "対応しました",
    AssignmentStatus.WITHDRAWN: "お願いを取り消しました",
}
REASONS: Mapping[str, str] = {
    DeclineReason.NO_TIME: "手いっぱいで期限に間に合わない",
    DeclineReason.OTHER_FIELD: "専門が違う",
    DeclineReason.ABSENT: "不在にする",
    DeclineReason.CONFLICT: "利害関係がある",
    DeclineReason.NOT_SERVED: "対象外の相談である",
    DeclineReason.OTHER: "その他（理由を書いてください）",
}
_EVENTS: Mapping[str, str] = {
    "need_added": "用件「{title}」を加えました",
    "need_renamed": "用件の名前を「{before}」から「{title}」に変えました",
    "need_offered": "「{title}」を{who}に打診しました",
    "need_referred": "「{title}」を{who}につなぎました",
    "need_accepted": "「{title}」を{who}が引き受けました",
    "need_declined": "「{title}」を{who}が辞退しました（{reason}）",
    "need_withdrawn": "「{title}」の{who}へのお願いを取り消しました",
    "need_requalified": "「{title}」の分野を「{before}」から「{after}」に変えました",
    "need_done": "「{title}」を済みにしました",
    "need_dropped": "「{title}」を取り下げました",
    "need_reopened": "「{title}」を再開しました",
    "nobody_free": "「{title}」を今お願いできる担当者がいないため、主任相談員に知らせました",
}


def need_event(kind: str, detail: Mapping[str, Any], staff: Mapping[str, str]) -> str:
    """An event of a need as a sentence; empty for any other. `staff` maps logins to names."""
    if kind not in _EVENTS:
        return ""
    to = str(detail.get("to", ""))
    words = {
        "title": detail.get("title", ""),
        "who": detail.get("name") or staff.get(to, to),
        "reason": REASONS.get(detail.get("reason", ""), "理由なし").partition("（")[0],
        "before": SPECIALITY_TITLES.get(detail.get("before", ""), detail.get("before", "")),
        "after": SPECIALITY_TITLES.get(detail.get("after", ""), ""),
    }
    return _EVENTS[kind].format(**words)


def names_of(programs: Sequence[Program]) -> dict[str, str]:
    """Names of outside bodies by their ids."""
    return {program.id: program.name for program in programs}


def may_become(need: NeedLine, status: str) -> bool:
    """Whether a need can go there from where it stands."""
    return NeedStatus(status) in NEED_TRANSITIONS[NeedStatus(need.status)]


def asked_of(need: NeedLine, login: str) -> Asked | None:
    """What somebody was asked and has not answered."""
    waiting = (each for each in need.asked if each.to == login and each.status == AssignmentStatus.OFFERED)
    return next(waiting, None)


def can_take(need: NeedLine, login: str, lead: str | None) -> bool:
    """Whether somebody can take a need: it is free, or they lead the case and nobody owns it."""
    free = need.status in (NeedStatus.OPEN, NeedStatus.OFFERED)
    return need.owner is None and (free or (need.status == NeedStatus.TAKEN and lead == login))
