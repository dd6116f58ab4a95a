"""Japanese words for what the desk does so that no case is forgotten, and for what people answer afterwards."""

from collections.abc import Mapping
from typing import Any

from desk.domain.deadlines import Clock
from desk.domain.follow_up import ANSWERS
from desk.domain.reminders import Patience, Rung
from desk.domain.survey import SCORES

CLOCKS: Mapping[str, str] = {
    Clock.FIRST_REPLY: "最初の返事",
    Clock.ANSWER: "返事",
    Clock.CONTACT: "相談者とのお話し",
}
RUNGS: Mapping[str, str] = {
    Rung.SOON: "の期限が近いことを担当者に知らせました",
    Rung.DUE: "の期限になったことを担当者と責任者に知らせました",
    Rung.LATE: "の期限を1営業日過ぎたことを責任者に知らせました",
}
SILENCES: Mapping[str, str] = {
    Patience.ASK: "お返事がないため、相談者に様子をうかがいました",
    Patience.CLOSE: "お返事がないため、終わりにすることを相談者に伝えました",
}


def aftercare_event(kind: str, detail: Mapping[str, Any]) -> str | None:
    """An event as a sentence; None when it is of another kind."""
    match kind:
        case "reminded":
            return CLOCKS.get(detail["clock"], "対応") + RUNGS[detail["rung"]]
        case "silence":
            return SILENCES[detail["step"]]
        case "reached":
            return "相談者とお話ししました"
        case "survey_asked":
            return "満足度のアンケートをお願いしました"
        case "rated":
            return _rated(detail)
        case "follow_up":
            asked = "相談者にうかがいました" if detail.get("asked") else "担当者の確認待ちにしました"
            return f"{detail['after_days']}日後の様子を{asked}"
        case "followed_up":
            return f"{detail['after_days']}日後の様子：{ANSWERS.get(detail['answer'], detail['answer'])}"
    return None


def _rated(detail: Mapping[str, Any]) -> str:
    if "score" in detail:
        return f"満足度：{SCORES.get(detail['score'], detail['score'])}"
    if "solved" in detail:
        return f"困りごとは解決したか：{'はい' if detail['solved'] else 'いいえ'}"
    return "アンケートに感想を書きました"
