"""What came of a case, asked 90 and 180 days after it was closed: by when, in which words, with which answers.

A person is asked only when the consent they gave says so; otherwise the question is a task for staff alone.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from desk.domain.desk_payloads import payload
from desk.domain.results import PARTNER_NEEDED, ResultKind
from desk.domain.words import JAPANESE, Words

#: days after closing
AFTER_DAYS = (90, 180)
#: so many days late a follow-up is still begun; older cases are left in peace
WINDOW_DAYS = 60
#: versions of the consent wording that name the follow-up
COVERED_BY = frozenset({"2026-11-22"})
NOTHING_YET, DECLINED = "nothing_yet", "declined"
ANSWERS: Mapping[str, str] = {
    ResultKind.APPLIED: "補助金などに申請した",
    ResultKind.GRANTED: "補助金などに採択された",
    ResultKind.CONTRACTED: "共同研究などの契約をした",
    ResultKind.FILED: "特許などを出願した",
    ResultKind.STARTED: "新しい事業を始めた",
    NOTHING_YET: "まだこれから",
    DECLINED: "答えない",
}
QUESTION = (
    "以前ご相談いただいた件（受付番号 {number}）は、その後いかがですか。"
    "いちばん近いものをひとつお選びください。お答えは任意です。"
)
ALREADY = "この質問には、もうお答えいただきました。ありがとうございます。"


def due_on(closed_at: datetime, after_days: int) -> date:
    """The day on which a case closed then is followed up."""
    return closed_at.date() + timedelta(days=after_days)


def covers(consent_wording: str | None) -> bool:
    """Whether the person agreed to be asked how things went."""
    return consent_wording in COVERED_BY


def question(row_id: int, number: str, words: Words = JAPANESE) -> dict[str, object]:
    """What the person is asked, in the shape in which the desk speaks."""
    buttons = [{"title": title, "payload": payload("follow_up", row_id, "came_of_it", answer)}
               for answer, title in ANSWERS.items()]  # fmt: skip
    return {"text": words.filled(QUESTION, number=number), "buttons": buttons}


def thanks(answer: str) -> str:
    """The reply to an answer."""
    if answer == DECLINED:
        return "承知しました。ありがとうございます。"
    if answer == NOTHING_YET:
        return "教えてくださり、ありがとうございます。お手伝いできることがあれば、いつでもここにお書きください。"
    return "教えてくださり、ありがとうございます。担当者に伝えます。つづきのご相談も、いつでもここにお書きください。"


def result_of(answer: str) -> ResultKind | None:
    """The result an answer stands for, when a press alone is enough to record it."""
    if answer in (NOTHING_YET, DECLINED):
        return None
    kind = ResultKind(answer)
    return None if kind in PARTNER_NEEDED else kind
