"""What a request touches is told in identifiers; whatever else was sent leaves no trace."""

from urllib.parse import urlencode

import pytest
from starlette.requests import Request

from desk.channels.touched import UNFIT, asked_of, subject_of
from desk.services.context import Desk
from tests.channels.reach import on_sqlite


def asking(path_params: dict[str, object] | None = None, **query: str) -> Request:
    """A request for an address."""
    scope = {"type": "http", "headers": [], "path_params": path_params or {}, "query_string": urlencode(query).encode()}
    return Request(scope)


@pytest.mark.parametrize(
    ("params", "subject"),
    [
        ({"number": "I-2026-000001"}, "I-2026-000001"),
        ({"number": "I-2026-000001", "need_id": 3}, "I-2026-000001"),
        ({"message_id": 12}, "12"),
        ({"login": "hanako.sato"}, "hanako.sato"),
        ({}, ""),
        ({"number": "田中太郎"}, UNFIT),
        ({"number": "tanaka@example.jp"}, UNFIT),
        ({"number": "x" * 65}, UNFIT),
    ],
)
def test_the_subject_is_the_identifier_in_the_path(params: dict[str, object], subject: str) -> None:
    assert subject_of(asking(params)) == subject


@on_sqlite
def test_choices_are_kept_and_words_become_digests(desk: Desk) -> None:
    asked = asked_of(asking(basket="all", status="", page="2", done="saved", q=" 田中 ﾒｯｷ "), desk)

    assert asked == {
        "basket": "all",
        "page": "2",
        "words": [desk.safeguards.digest("田中"), desk.safeguards.digest("メッキ")],
    }


@on_sqlite
def test_a_person_under_another_name_is_not_kept(desk: Desk) -> None:
    assert asked_of(asking(company="田中製作所", q="　"), desk) == {"company": UNFIT}
