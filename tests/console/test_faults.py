"""What is wrong with a draft, in sentences that name the field and lead to it."""

import pytest

from desk.catalogue.editing import RecordFault
from desk.console.faults import FaultLine, fault_lines


@pytest.mark.parametrize(
    ("fault", "anchor", "text"),
    [
        (RecordFault(("summary",), "string_too_short"), "summary", "概要を書いてください。"),
        (RecordFault(("summary",), "string_too_long", 120), "summary", "概要は120字までで書いてください。"),
        (
            RecordFault(("calls", 1, "opens_on"), "date_from_datetime_parsing"),
            "calls-1-opens_on",
            "募集の2つ目の始まる日は「2026-12-25」のように書いてください。",
        ),
        (
            RecordFault(("amount", "max_yen"), "int_type"),
            "amount-max_yen",
            "金額の最大の額は「1,500,000」か「150万円」のように書いてください。",
        ),
        (RecordFault(("aliases", 0), "shared_name"), "aliases", "通称・旧称の1つ目が、ほかの制度の名前と同じです。"),
        (RecordFault(("conditions", 2, "step"), "step_missing"), "prior_steps", "要件にある手続きが"),
        (RecordFault((), "no_reason"), "status", "公開以外の状態には"),
        (RecordFault(("hours", "closures", 0), "date_from_datetime_parsing"), "hours-closures", "受付時間の休みの日"),
    ],
)
def test_a_fault_names_its_field_and_leads_to_it(fault: RecordFault, anchor: str, text: str) -> None:
    (line,) = fault_lines([fault])

    assert line.anchor == anchor
    assert line.text.startswith(text)


def test_the_same_sentence_is_said_once() -> None:
    fault = RecordFault(("summary",), "string_too_short")

    assert fault_lines([fault, fault]) == [FaultLine("summary", "概要を書いてください。")]


def test_what_nobody_foresaw_still_names_its_field() -> None:
    assert fault_lines([RecordFault(("operator",), "something_new")])[0].text.startswith("実施機関を確かめてください")
