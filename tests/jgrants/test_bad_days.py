"""An import on Jグランツ's bad days: what could be had is kept, what could not is told, and nobody is pestered."""

from pathlib import Path

import pytest

from desk.jgrants.diff import State
from desk.jgrants.errors import JGrantsError
from tests.fakes.jgrants import Failure, FakeJGrants
from tests.jgrants.conftest import Run
from tests.jgrants.samples import KAIHATSU, SHOENE, raw_grant, states


def test_entries_that_cannot_be_read_are_counted(portal: FakeJGrants, run: Run) -> None:
    portal.add(raw_grant(), raw_grant("../passwd", title="補助金"), raw_grant(SHOENE, title="", detail="補助金"))

    outcome = run()

    assert len(outcome.comparisons) == 1
    assert outcome.gathered.troubles == ["検索語「補助金」: 一覧の2件は、IDか題名がなく読めませんでした。"]


def test_a_list_that_was_cut_is_told(portal: FakeJGrants, run: Run) -> None:
    portal.add(raw_grant(), raw_grant(SHOENE, title="省エネ補助金"))
    portal.held_back = 1

    outcome = run()

    assert outcome.gathered.troubles == ["検索語「補助金」: 2件のはずが1件でした。一部が届いていません。"]
    assert not outcome.gathered.complete


def test_one_failing_detail_does_not_hide_the_others(portal: FakeJGrants, run: Run, tmp_path: Path) -> None:
    portal.add(raw_grant(), raw_grant(SHOENE, title="省エネ補助金"))
    portal.fail(f"v2/{KAIHATSU}", *[Failure(500)] * 4)

    outcome = run()

    assert states(outcome) == {"省エネ補助金": State.NEW}
    assert outcome.gathered.troubles == [f"補助金 {KAIHATSU}: Jグランツの側で障害が起きています（500）。"]
    assert "うまくいかなかったこと" in (tmp_path / "drafts" / "report.md").read_text("utf-8")


def test_one_failing_keyword_does_not_hide_what_the_others_find(portal: FakeJGrants, run: Run) -> None:
    portal.add(raw_grant())
    portal.fail("助成金", Failure(400))

    outcome = run(("助成金", "補助金"))

    assert len(outcome.comparisons) == 1
    assert not outcome.gathered.complete


def test_three_failures_in_a_row_end_the_asking(portal: FakeJGrants, run: Run) -> None:
    ids = [f"a0WJ200000CDW{number}" for number in range(5)]
    portal.add(*(raw_grant(each, title=f"補助金{each}") for each in ids))
    for each in ids:
        portal.fail(each, *[Failure(403)] * 4)

    outcome = run()

    assert [path for path in portal.paths() if path.startswith("v2")] == [f"v2/{each}" for each in ids[:3]]
    assert outcome.gathered.troubles[-1] == "Jグランツに負担をかけないよう、ここで打ち切りました。"


def test_a_portal_that_asks_for_a_long_rest_is_left_alone_at_once(portal: FakeJGrants, run: Run) -> None:
    portal.add(raw_grant(), raw_grant(SHOENE, title="省エネ補助金"))
    portal.fail(KAIHATSU, Failure(429, headers={"Retry-After": "3600"}))

    outcome = run()

    assert portal.paths() == ["補助金", f"v2/{KAIHATSU}"]
    assert "約60分後" in outcome.gathered.troubles[0]
    assert outcome.comparisons == []


def test_without_any_list_nothing_is_written(portal: FakeJGrants, run: Run, tmp_path: Path) -> None:
    portal.fail("補助金", *[Failure(503)] * 4)

    with pytest.raises(JGrantsError, match="一時的に止まっています（503）"):
        run()
    assert not (tmp_path / "drafts").exists()


def test_details_that_lose_their_title_keep_that_of_the_list(portal: FakeJGrants, run: Run) -> None:
    portal.add(raw_grant())
    portal.fail(f"v2/{KAIHATSU}", Failure(body=f'{{"result": [{{"id": "{KAIHATSU}", "title": ""}}]}}'))

    (found,) = run().comparisons

    assert found.title == "令和8年度 ものづくり試作開発補助金"
