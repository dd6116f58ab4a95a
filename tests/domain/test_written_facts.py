"""What staff write into a form becomes what the vocabulary asks for."""

import pytest

from desk.domain.facts import FACTS
from desk.domain.written_facts import raw_of


@pytest.mark.parametrize(
    ("name", "written", "raw"),
    [
        ("employees", ["１２"], 12),
        ("capital_yen", ["10,000,000"], 10_000_000),
        ("age_years", ["2.5"], 2.5),
        ("employees", ["十二人くらい"], "十二人くらい"),
        ("started", ["yes"], True),
        ("started", ["no"], False),
        ("purposes", ["prototype", "ip_filing"], ["prototype", "ip_filing"]),
        ("site_areas", ["板橋区、北区"], ["板橋区", "北区"]),
        ("area", [" 板橋区 "], "板橋区"),
        ("start_by", ["2027-04-01"], "2027-04-01"),
        ("employees", [" "], None),
        ("purposes", [], None),
    ],
)
def test_a_form_is_read_as_the_vocabulary_writes_it(name: str, written: list[str], raw: object) -> None:
    assert raw_of(FACTS[name], written) == raw
