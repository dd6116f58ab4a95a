"""Open cases whose verdict changes with a program: found before publishing, told of after it."""

import pytest

from desk.domain.cases import Status
from desk.domain.verdict import Outcome
from desk.services import interview
from desk.services.cases import update_case
from desk.services.catalogue_editing import preview_program, publish_program
from desk.services.context import Desk
from desk.services.rechecking import Changed, recheck
from tests.services.editors import CHALLENGE, submitted, two_editors
from tests.services.people import events_of, handed_over, person, tell

ENDED = {"status": "ended", "status_reason": "令和7年度で終わりました。"}


@pytest.fixture
def case(desk: Desk) -> str:
    """An open case of somebody who was shown the program; gives its number."""
    conversation = person(desk)
    tell(desk, conversation, area="板橋区", purpose="product_development", applicant_type="company")
    found = interview.advise(desk, conversation, "now").found
    assert found is not None
    assert CHALLENGE in {item.program.id for item in found.items}
    return handed_over(desk, conversation)


def in_short(changes: list[Changed]) -> list[tuple[str, Outcome | None, Outcome | None, bool]]:
    return [(each.number, each.before, each.after, each.shown) for each in changes]


def test_before_publishing_the_preview_names_the_cases(desk: Desk, case: str) -> None:
    author, _ = two_editors(desk)

    preview = preview_program(desk, submitted(desk, author, **ENDED))

    assert in_short(list(preview.cases)) == [(case, Outcome.POSSIBLE, Outcome.INELIGIBLE, True)]
    assert recheck(desk) == []


def test_after_publishing_the_case_has_an_event_and_stands_in_the_list(desk: Desk, case: str) -> None:
    author, other = two_editors(desk)

    publish_program(desk, submitted(desk, author, **ENDED), other)

    assert events_of(desk, case)[-1] == ("kato", "verdict_changed")
    assert in_short(recheck(desk)) == [(case, Outcome.POSSIBLE, Outcome.INELIGIBLE, True)]


def test_an_edit_that_changes_no_verdict_touches_no_case(desk: Desk, case: str) -> None:
    author, other = two_editors(desk)

    assert publish_program(desk, submitted(desk, author, contact="経営支援係"), other) == []
    assert recheck(desk) == []
    assert "verdict_changed" not in {kind for _, kind in events_of(desk, case)}


def test_a_closed_case_is_left_alone(desk: Desk, case: str) -> None:
    author, _ = two_editors(desk)
    update_case(desk, case, "kato", {"status": Status.CLOSED})

    assert preview_program(desk, submitted(desk, author, **ENDED)).cases == ()


def test_somebody_who_looks_for_something_else_is_not_concerned(desk: Desk) -> None:
    conversation = person(desk)
    tell(desk, conversation, area="板橋区", purpose="overseas", applicant_type="company")
    interview.advise(desk, conversation, "now")
    handed_over(desk, conversation)
    author, _ = two_editors(desk)

    assert preview_program(desk, submitted(desk, author, **ENDED)).cases == ()
