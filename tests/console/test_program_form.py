"""The form of a program: every record goes through it unchanged, and what people type is read as they mean it."""

from collections import Counter
from html.parser import HTMLParser

import httpx
import pytest

from desk.catalogue.editing import RecordFault, editable, seed_records
from desk.console.answers import TEMPLATES
from desk.console.catalogue import draft_form
from desk.console.faults import fault_lines
from desk.console.program_form import content_from, read_rate, read_yen
from desk.domain.editing import Base
from desk.services.staff import Member
from tests.console.editing import form_of

ITO = Member(1, "ito", "伊藤 恵", "editor", "token")


@pytest.mark.parametrize("program", sorted(seed_records()))
def test_a_form_that_is_sent_as_it_came_changes_nothing(program: str) -> None:
    content = editable(seed_records()[program])
    page = draft_form(ITO, program, content, "", Base(None, None))

    shown = form_of(httpx.Response(200, content=bytes(page.body)))

    assert content_from(shown, content) == content


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("150万円", 1_500_000),
        ("1,500,000", 1_500_000),
        ("１５０万", 1_500_000),
        ("1億2,000万円", 120_000_000),
        ("2.5億", 250_000_000),
        ("0", 0),
        ("", None),
        ("たくさん", "たくさん"),
        ("円", "円"),
    ],
)
def test_yen_are_read_as_people_write_them(typed: str, read: int | str | None) -> None:
    assert read_yen(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"), [("2/3", "2/3"), ("3分の2", "2/3"), ("２／３以内", "2/3"), ("", None), ("半分", "半分")]
)
def test_a_rate_is_read_as_people_write_it(typed: str, read: str | None) -> None:
    assert read_rate(typed) == read


def test_the_templates_of_the_console_are_whole() -> None:
    for name in TEMPLATES.list_templates():
        TEMPLATES.get_template(name)


class Fields(HTMLParser):
    """The ids of a page, what its labels are for, and the fields that somebody fills in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids, self.labelled, self.fields = Counter[str](), set[str](), list[str]()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the id, the label's aim, or the field."""
        given = dict(attrs)
        self.ids[given.get("id") or ""] += 1
        self.labelled.add(given.get("for") or "" if tag == "label" else "")
        if tag in ("input", "select", "textarea") and given.get("type") not in ("hidden", "checkbox"):
            self.fields.append(given.get("id") or "")


@pytest.mark.parametrize("program", ["go-tech-tsujo", "itabashi-kaihatsu-challenge"])
def test_every_field_has_a_label_and_every_id_stands_once(program: str) -> None:
    content = editable(seed_records()[program])

    page = Fields(bytes(draft_form(ITO, program, content, "", Base(None, None)).body).decode())

    assert [each for each, count in page.ids.items() if each and count > 1] == []
    assert [each for each in page.fields if each not in page.labelled] == []


def test_a_fault_leads_to_a_field_that_is_on_the_page() -> None:
    content = editable(seed_records()["go-tech-tsujo"])
    paths = [("calls", 0, "opens_on"), ("amount", "max_yen"), ("sources", 1, "url"), ("sources",), ("aliases", 3), ()]
    faults = fault_lines(RecordFault(path, "other") for path in paths)

    page = Fields(bytes(draft_form(ITO, "go-tech-tsujo", content, "", Base(None, None), None, faults).body).decode())

    assert {fault.anchor for fault in faults} <= set(page.ids)
