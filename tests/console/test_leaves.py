"""Long lists come in leaves, and nothing falls between two of them."""

import re

import httpx
import pytest

from desk.console.leaves import SIZE, leaf_of
from desk.services.context import Desk
from tests.console.conftest import Console


def test_every_item_stands_on_one_leaf() -> None:
    items = list(range(2 * SIZE + 1))

    leaves = [leaf_of(items, number) for number in (1, 2, 3)]

    assert [item for leaf in leaves for item in leaf.items] == items
    assert [(leaf.number, leaf.count, leaf.total) for leaf in leaves] == [(n, 3, len(items)) for n in (1, 2, 3)]


def test_beyond_the_end_is_the_last_leaf_and_an_empty_list_has_one() -> None:
    assert leaf_of([1, 2], 9).items == [1, 2]
    assert (leaf_of([], 1).items, leaf_of([], 1).count) == ([], 1)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_all_programs_are_reached_by_leafing(ito: Console, desk: Desk) -> None:
    seen, path = set(), "/console/catalogue?q="
    while path:
        page = ito.get(path)
        assert page.status_code == httpx.codes.OK
        seen |= set(re.findall(r'class="wraps" href="/console/catalogue/([^"]+)"', page.text))
        following = re.search(r'href="([^"]+)">次のページ', page.text)
        path = following[1].replace("&amp;", "&") if following else ""

    assert seen == {program.id for program in desk.catalogue.programs}
