"""What came of a case: recorded and taken back on the page of the case."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from desk.channels.request import TheDesk
from desk.console.access import CASE_WORK, SignedIn
from desk.console.answers import ConsoleRoute, go
from desk.domain.results import Evidence, Result, ResultKind, UnfitResult, read_yen
from desk.services.context import Desk
from desk.services.results import record_result, withdraw_result

router = APIRouter(
    prefix="/console/cases/{number}/results",
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=CASE_WORK,
)
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]


class Written(BaseModel):
    """The form as it was sent; what is left empty is the empty text."""

    model_config = ConfigDict(frozen=True)

    kind: ResultKind
    happened_on: date
    amount: Line = ""
    program: Line = ""
    partner: Line = ""
    reference: Line = ""
    evidence: Evidence = Evidence.REPORTED
    note: Annotated[str, StringConstraints(strip_whitespace=True), Field(max_length=1000)] = ""

    def result(self, desk: Desk) -> Result:
        """The same for the record. Raises `UnfitResult`."""
        return Result(
            kind=self.kind,
            happened_on=self.happened_on,
            amount_yen=read_yen(self.amount),
            program_id=_program(desk, self.program),
            partner=self.partner or None,
            reference=self.reference or None,
            evidence=self.evidence,
            note=self.note or None,
        )


@router.post("")
def record(number: str, desk: TheDesk, member: SignedIn, written: Annotated[Written, Form()]) -> RedirectResponse:
    """Note something that came of the case."""
    record_result(desk, number, member.login, written.result(desk))
    return go(f"/console/cases/{number}?done=result")


@router.post("/{result_id}/withdraw")
def withdraw(number: str, result_id: int, desk: TheDesk, member: SignedIn) -> RedirectResponse:
    """Take back what was noted wrongly."""
    withdraw_result(desk, number, result_id, member.login)
    return go(f"/console/cases/{number}?done=withdrawn")


def _program(desk: Desk, name: str) -> str | None:
    """The id behind a name, chosen from the list or typed."""
    if not name:
        return None
    found = desk.catalogue.find(name)
    if len(found) != 1:
        raise UnfitResult("program_id")
    return found[0].id
