"""Use case: keep texts ready for replies, and fill one for a case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import yaml
from sqlalchemy import select

from desk.db.tables import CannedText
from desk.domain.calendar import in_words
from desk.domain.canned import check_canned, fill
from desk.services.cases import CaseFile
from desk.services.context import Desk
from desk.settings import ROOT

SEEDS = ROOT / "seeds" / "canned.yaml"
#: how a draft names the canned text it was made from
SOURCE = "canned"


class NoSuchCanned(LookupError):
    """There is no canned text of this id, or it was retired."""


@dataclass(frozen=True)
class Canned:
    """A text kept ready; in `fill_for` with the variables filled."""

    id: int
    title: str
    text: str
    at: datetime


def list_canned(desk: Desk) -> Sequence[Canned]:
    """All that are in use, by title."""
    query = select(CannedText).where(CannedText.retired_at.is_(None)).order_by(CannedText.title, CannedText.id)
    with desk.database.reading() as session:
        return [Canned(row.id, row.title, row.text, row.at) for row in session.scalars(query)]


def fill_for(desk: Desk, file: CaseFile, member_name: str, texts: Sequence[Canned]) -> list[Canned]:
    """The texts as they would be sent for this case by this member of staff, with gaps where nothing is known."""
    values = _values(desk, file, member_name)
    return [Canned(each.id, each.title, fill(each.text, values), each.at) for each in texts]


def save_canned(desk: Desk, canned_id: int | None, title: str, text: str, staff_id: int) -> None:
    """Keep a new text, or change one. Raises `NoSuchCanned`, `UnknownVariable` and `LooseBrace`."""
    checked = check_canned(text)
    with desk.database.transaction() as session:
        row = CannedText() if canned_id is None else session.get(CannedText, canned_id)
        if row is None or row.retired_at is not None:
            raise NoSuchCanned(canned_id)
        row.title, row.text, row.staff_id, row.at = title, checked, staff_id, desk.now()
        session.add(row)


def retire_canned(desk: Desk, canned_id: int, staff_id: int) -> None:
    """Offer a text no longer. Raises `NoSuchCanned`."""
    with desk.database.transaction() as session:
        row = session.get(CannedText, canned_id)
        if row is None or row.retired_at is not None:
            raise NoSuchCanned(canned_id)
        row.retired_at, row.staff_id = desk.now(), staff_id


def load_canned(desk: Desk, path: Path = SEEDS) -> int:
    """Take in seeds that the record does not know yet; what staff have changed or retired stays so. Gives how many."""
    seeds = yaml.safe_load(path.read_text(encoding="utf-8"))
    with desk.database.transaction() as session:
        known = set(session.scalars(select(CannedText.seed)))
        fresh = [each for each in seeds if each["id"] not in known]
        for each in fresh:
            text = check_canned(each["text"])
            session.add(CannedText(seed=each["id"], title=each["title"], text=text, at=desk.now()))
    return len(fresh)


def _values(desk: Desk, file: CaseFile, member_name: str) -> Mapping[str, str | None]:
    contact, profile = file.contact or {}, desk.profile
    return {
        "お名前": contact.get("name"),
        "会社名": contact.get("company"),
        "受付番号": file.line.number,
        "返事の期限": in_words(file.line.due_at),
        "担当者名": member_name,
        "窓口名": profile.name,
        "場所": profile.place,
        "受付時間": profile.hours_text,
        "電話": profile.phone,
    }
