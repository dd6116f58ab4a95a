"""Use case: say where the desk is, when it is open, and how to reach it. What the ward has not fixed is not said."""

from dataclasses import dataclass
from datetime import datetime

from desk.services.context import Desk


@dataclass(frozen=True)
class DeskInfo:
    """Lines about the desk; `next_opening` is None while it is open."""

    lines: tuple[str, ...]
    next_opening: datetime | None


def describe_desk(desk: Desk) -> DeskInfo:
    """The desk as it stands now."""
    profile, now = desk.profile, desk.now()
    told = {
        "場所": profile.place,
        "受付時間": f"{profile.hours_text}（祝日と年末年始は休み）",
        "電話": profile.phone,
        "メール": profile.email,
        "相談料": profile.fee,
        "対象": "事業者、創業をめざす方、研究者など。区外の方も、まずはお尋ねください",
    }
    lines = (f"{profile.ward} {profile.name}", *(f"{label}：{text}" for label, text in told.items() if text))
    return DeskInfo(lines, None if desk.calendar.is_open(now) else desk.calendar.next_opening(now))
