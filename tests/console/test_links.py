"""Linking cases of the same person on the case page."""

import httpx
import pytest

from desk.services.context import Desk
from desk.services.linking import links_of
from tests.console.conftest import Console, open_case, text_of

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_who_may_be_the_same_is_suggested_linked_and_taken_apart(console: Console, desk: Desk) -> None:
    first, second = open_case(desk, "a"), open_case(desk, "b")
    assert f"同じ方かもしれない相談 {first}" in text_of(console.get(f"/console/cases/{second}"))

    linked = console.post(f"/console/cases/{second}/links", other=first)
    page = text_of(console.get(linked.headers["location"]))
    assert "同じ相談としてつなぎました。" in page
    assert f"この相談は {first}" in page
    assert f"この相談につながる記録： {second}" in text_of(console.get(f"/console/cases/{first}"))

    apart = console.post(f"/console/cases/{second}/links/remove")
    assert "つながりを外しました。" in text_of(console.get(apart.headers["location"]))
    assert links_of(desk, second).main is None


def test_what_cannot_be_linked_is_explained(console: Console, desk: Desk) -> None:
    number = open_case(desk, "a")

    refused = console.post(f"/console/cases/{number}/links", other=number)
    assert refused.status_code == httpx.codes.CONFLICT
    assert "その相談とはつなげません" in text_of(refused)
    assert console.post(f"/console/cases/{number}/links", other="I-2026-999").status_code == httpx.codes.NOT_FOUND
