"""What staff take away: the record of a case as PDF, the list of the queue as CSV."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from desk.channels.request import TheDesk
from desk.console import queue_words, words
from desk.console.access import SignedIn, audited, requires, signed_in
from desk.console.answers import ConsoleRoute
from desk.console.queue_address import Asked
from desk.console.record_pdf import TITLE, record_pdf
from desk.console.sheets import Value, sheet
from desk.domain.audit import Kind
from desk.domain.roles import Permission
from desk.services.exports import export_case, export_queue
from desk.services.queue import QueueLine

router = APIRouter(
    prefix="/console",
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=[
        Depends(signed_in),
        Depends(requires(Permission.READ_CASES)),
        Depends(audited(Kind.CASE_EXPORTED)),
    ],
)
HEADS = (
    *("受付番号", "状態", "急ぎ", "期限", "分野", "経路", "受付日時", "完了日時"),
    *("お名前", "会社・団体", "担当", "概要"),
)


@router.get("/cases.csv")
def queue_csv(desk: TheDesk, member: SignedIn, asked: Annotated[Asked, Query()]) -> Response:
    """The list that the same address shows, without pages."""
    lines = export_queue(desk, member.id, asked.wanted)
    return sheet(f"相談一覧_{queue_words.BASKETS[asked.basket]}_{desk.now():%Y%m%d}", HEADS, map(_cells, lines))


@router.get("/cases/{number}/record.pdf")
def case_pdf(number: str, desk: TheDesk, member: SignedIn) -> Response:
    """The record of a case, to be printed or filed."""
    now = desk.now()
    content = record_pdf(export_case(desk, number), desk.catalogue, member.name, now)
    disposition = f"attachment; filename*=UTF-8''{quote(f'{TITLE}_{number}_{now:%Y%m%d}.pdf')}"
    headers = {"Content-Disposition": disposition, "Cache-Control": "no-store"}
    return Response(content, media_type="application/pdf", headers=headers)


def _cells(line: QueueLine) -> list[Value]:
    return [
        line.number,
        words.STATUSES[line.status],
        queue_words.PRIORITIES.get(line.priority),
        f"{line.due_at:%Y-%m-%d %H:%M}" if line.due_at else None,
        words.SPECIALITIES[line.speciality],
        words.CHANNELS.get(line.channel, line.channel),
        f"{line.created_at:%Y-%m-%d %H:%M}",
        f"{line.closed_at:%Y-%m-%d %H:%M}" if line.closed_at else None,
        line.contact.get("name"),
        line.contact.get("company"),
        line.assignee,
        line.summary,
    ]
