"""Use case: say where the desk is, when it is open, how to reach it; of what is not fixed, only that it is not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desk.domain.words import Words
from desk.services.context import Desk

ASKS_FOR_PHONE = re.compile(r"電話|でんわ|\b(?:phone|call)\b", re.IGNORECASE)
NO_PHONE = "まだご案内できる番号がありません。担当者に引き継ぐときに、電話での返事を頼めます"


@dataclass(frozen=True)
class DeskInfo:
    """What is known of the desk, label by label; `next_opening` is None while it is open."""

    name: str
    told: Mapping[str, str]
    next_opening: datetime | None

    def lines_in(self, words: Words) -> list[str]:
        """A line for the name and one for each label, in the person's language."""
        return [self.name, *(words.labelled(label, words.hours(words.of(text))) for label, text in self.told.items())]


def describe_desk(desk: Desk, question: str = "") -> DeskInfo:
    """The desk as it stands now. Whoever asks for a number that there is none of is told so, and how to be called."""
    profile, now = desk.profile, desk.now()
    told = {
        "場所": profile.place,
        "受付時間": profile.hours_text,
        "休み": "祝日と年末年始",
        "電話": profile.phone,
        "メール": profile.email,
        "相談料": profile.fee,
        "対象": "事業者、創業をめざす方、研究者など。区外の方も、まずはお尋ねください",
    }
    if profile.phone is None and ASKS_FOR_PHONE.search(question):
        told["電話"] = NO_PHONE
    known = {label: text for label, text in told.items() if text}
    next_opening = None if desk.calendar.is_open(now) else desk.calendar.next_opening(now)
    return DeskInfo(f"{profile.ward} {profile.name}", known, next_opening)
