"""操作の記録: who read and changed what, for auditors."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from desk.channels.request import TheDesk
from desk.channels.web.html import HEADERS
from desk.console import account_words
from desk.console.access import audited, requires, signed_in
from desk.console.answers import ConsoleRoute, show
from desk.console.audit_words import detail_words
from desk.domain.audit import Entry, Kind
from desk.domain.roles import Permission
from desk.services.audit_reading import Sought, actors, export_record, read_record
from desk.services.staff import Member

HOME = "/console/audit"
COLUMNS = ("番号", "日時", "だれが", "どこから", "何を", "対象", "くわしく", "ハッシュ")
#: a spreadsheet takes a cell that begins so for a formula
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

router = APIRouter(
    prefix=HOME,
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=[Depends(signed_in), Depends(requires(Permission.READ_AUDIT))],
)
Text = Annotated[str, Field(max_length=100)]


class Asked(BaseModel):
    """What the address asks for; a form sends the empty text for "any"."""

    model_config = ConfigDict(frozen=True)

    actor: Text = ""
    subject: Text = ""
    kind: Kind | Literal[""] = ""
    since: date | Literal[""] = ""
    until: date | Literal[""] = ""
    #: a word that was searched for
    q: Text = ""
    before: Annotated[int, Field(ge=1)] | None = None

    @property
    def sought(self) -> Sought:
        """The same for the service."""
        return Sought(
            self.actor.strip(),
            self.subject.strip(),
            self.kind,
            self.since or None,
            self.until or None,
            self.q.strip(),
            self.before,
        )

    def address(self, before: int | None = None) -> str:
        """The same filters as an address, from an entry on."""
        asked = {name: value for name, value in self.model_dump(mode="json").items() if value}
        return urlencode(asked | ({"before": before} if before else {}))


@router.get("", dependencies=[Depends(audited(Kind.AUDIT_READ))])
def record(desk: TheDesk, member: Annotated[Member, Depends(signed_in)], asked: Annotated[Asked, Query()]) -> Response:
    """The record, the latest first."""
    return show(
        "audit/record.html",
        member=member,
        asked=asked,
        found=read_record(desk, asked.sought),
        names=account_words.OTHERS | actors(desk),
        detail_words=detail_words,
    )


@router.get("/export.csv", dependencies=[Depends(audited(Kind.AUDIT_EXPORTED))])
def export(desk: TheDesk, asked: Annotated[Asked, Query()]) -> StreamingResponse:
    """The same as a file for a spreadsheet."""
    name = f"audit-{desk.now():%Y%m%d-%H%M}.csv"
    headers = {**HEADERS, "Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{name}"'}
    lines = _lines(export_record(desk, asked.sought))
    return StreamingResponse(lines, media_type="text/csv; charset=utf-8", headers=headers)


def _lines(entries: Iterator[Entry]) -> Iterator[str]:
    """With a mark at the beginning by which spreadsheets know the encoding."""
    yield "\ufeff" + _line(COLUMNS)
    for entry in entries:
        told = (account_words.VIAS.get(entry.via, entry.via), account_words.KINDS.get(entry.kind, entry.kind))
        at = entry.at.isoformat(timespec="seconds")
        yield _line((entry.number, at, entry.actor, *told, entry.subject, detail_words(entry.detail), entry.hash))


def _line(cells: tuple[object, ...]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow([f"'{cell}" if str(cell).startswith(_FORMULA) else cell for cell in cells])
    return buffer.getvalue()
