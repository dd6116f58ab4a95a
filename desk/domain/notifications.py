"""What members of staff are told of, in words that name no person: a kind, a case number, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Kind(StrEnum):
    """Why somebody is told of a case."""

    #: a case, or a part of it, waits for a yes or no
    OFFERED = "offered"
    ASSIGNED = "assigned"
    TRANSFERRED = "transferred"
    #: somebody declined what was offered
    DECLINED = "declined"
    #: the person wrote while a member of staff holds the conversation
    WRITTEN = "written"
    MENTIONED = "mentioned"
    URGENT = "urgent"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    #: overdue for so long that the lead is told
    ESCALATED = "escalated"
    #: nobody is named for something that waits
    UNOWNED = "unowned"
    FOLLOW_UP = "follow_up"


TITLES: Mapping[Kind, str] = {
    Kind.OFFERED: "相談の担当を打診されています",
    Kind.ASSIGNED: "相談の担当になりました",
    Kind.TRANSFERRED: "相談を引き継がれました",
    Kind.DECLINED: "打診した担当が辞退されました",
    Kind.WRITTEN: "相談者から返信がありました",
    Kind.MENTIONED: "メモであなたの名前が挙がりました",
    Kind.URGENT: "急ぎの相談が届きました",
    Kind.DUE_SOON: "返事の期限が近づいています",
    Kind.OVERDUE: "返事の期限を過ぎています",
    Kind.ESCALATED: "期限を過ぎたままの相談があります",
    Kind.UNOWNED: "担当の決まっていない相談があります",
    Kind.FOLLOW_UP: "その後をうかがう時期です",
}

#: pauses before a delivery that failed is tried again; after the last it is given up
PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
    timedelta(hours=12),
)


@dataclass(frozen=True)
class Notice:
    """What leaves the desk: no name, no word of anybody, only what kind of thing happened to which case."""

    kind: Kind
    #: number of the case; None when it is about several
    case: str | None
    #: the page of the console to open
    url: str

    @property
    def title(self) -> str:
        """One line: 「相談者から返信がありました（I-2026-000123）」."""
        return TITLES[self.kind] + (f"（{self.case}）" if self.case else "")


def pause_after(failures: int) -> timedelta | None:
    """How long to wait after so many failures (1, 2, …); None when it is time to give up."""
    return PAUSES[failures - 1] if failures <= len(PAUSES) else None
