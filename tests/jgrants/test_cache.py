"""Details on disk: used while the list says the same, and not for ever."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk.clock import JST
from desk.jgrants.cache import LONGEST_AGE, Cache, stamp_of
from tests.jgrants.samples import KAIHATSU

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=JST)
DETAIL = {"id": KAIHATSU, "title": "試作開発補助金"}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """A cache that holds one detail."""
    cache = Cache(tmp_path / "cache" / "jgrants")
    cache.keep(KAIHATSU, "stamp", NOW, DETAIL)
    return cache


def test_what_was_kept_is_found(cache: Cache) -> None:
    assert cache.find(KAIHATSU, "stamp", NOW + timedelta(days=6)) == DETAIL


def test_another_stamp_another_id_or_a_week_make_it_unknown(cache: Cache) -> None:
    assert cache.find(KAIHATSU, "other", NOW) is None
    assert cache.find("a0WJ200000CDWbXMAX", "stamp", NOW) is None
    assert cache.find(KAIHATSU, "stamp", NOW + LONGEST_AGE) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b'{"stamp":"stamp"}',
        b"\xff",
        b'{"stamp":"stamp","fetched_at":"x","detail":{}}',
    ],
)
def test_a_damaged_file_is_as_good_as_none(cache: Cache, content: bytes) -> None:
    (cache.folder / f"{KAIHATSU}.json").write_bytes(content)

    assert cache.find(KAIHATSU, "stamp", NOW) is None


def test_keeping_leaves_no_half_written_files(cache: Cache) -> None:
    cache.keep(KAIHATSU, "stamp", NOW, DETAIL | {"title": "新しい題名"})

    assert [path.name for path in cache.folder.iterdir()] == [f"{KAIHATSU}.json"]


def test_the_stamp_is_the_update_where_it_is_told_and_the_whole_entry_elsewhere() -> None:
    entry = {"id": KAIHATSU, "title": "補助金"}

    assert stamp_of(entry) == stamp_of(dict(reversed(entry.items())))
    assert stamp_of(entry) != stamp_of(entry | {"title": "助成金"})
    assert stamp_of({"update_datetime": "1", "title": "甲"}) == stamp_of({"update_datetime": "1", "title": "乙"})
