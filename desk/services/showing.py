"""A recommended program in the shape of the contract: for the API, the chat's cards and the case record."""

from typing import Any

from desk.domain.calls import CallState
from desk.domain.programs import Program
from desk.domain.verdict import Reason
from desk.services.recommendations import Item


def item_as_json(item: Item) -> dict[str, Any]:
    """One program with verdict, reasons, money, call and source."""
    program = item.program
    return {
        "id": program.id,
        "name": program.name,
        "operator": program.operator,
        "kind": program.kind,
        "summary": program.summary,
        "verdict": item.verdict.outcome.value,
        "reasons": [_reason(reason) for reason in item.verdict.reasons],
        "unknown_facts": list(item.verdict.unknown_facts),
        "notes": list(item.notes),
        "estimate_yen": item.estimate.pays,
        "max_amount_yen": program.amount.max_yen,
        "subsidy_rate": _rate(program),
        "amount_text": program.amount.text,
        "call": call_as_json(item.call),
        "url": program.url,
        "source": program.sources[0].title if program.sources else None,
        "as_of": program.as_of.isoformat(),
    } | ({"missing": list(item.missing)} if item.missing else {})


def call_as_json(call: CallState) -> dict[str, Any]:
    """State and dates of the call that counts."""
    return {
        "state": call.state.value,
        "opens_on": call.opens_on.isoformat() if call.opens_on else None,
        "closes_on": call.closes_on.isoformat() if call.closes_on else None,
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {"text": reason.text, "holds": reason.holds, "fact": reason.fact}


def _rate(program: Program) -> str | None:
    return f"{program.amount.rate.numerator}/{program.amount.rate.denominator}" if program.amount.rate else None
