"""Events and clinics in the record: told until they are over or called off."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.domain.occasions import Backwards, OccasionKind
from desk.services.context import Desk
from desk.services.occasions import NoSuchOccasion, call_off, coming, past, save_occasion, told_of
from tests.conftest import SettableClock
from tests.services.occasions import occasion
from tests.services.staffing import member


def test_people_are_told_of_the_next_one_first_and_of_none_that_is_over(desk: Desk, clock: SettableClock) -> None:
    tanaka = member(desk, "tanaka", role="editor")
    for title, days in (("あとの回", 9), ("つぎの回", 2)):
        save_occasion(desk, None, occasion(desk, title, days), tanaka)
    save_occasion(desk, None, occasion(desk, "展示会", 1, OccasionKind.EVENT), tanaka)

    assert [card["title"] for card in told_of(desk, OccasionKind.CLINIC)] == ["つぎの回", "あとの回"]

    clock.at += timedelta(days=3)
    assert [card["title"] for card in told_of(desk, OccasionKind.CLINIC)] == ["あとの回"]
    assert [each.occasion.title for each in past(desk)] == ["つぎの回", "展示会"]


def test_another_time_is_told_at_once(desk: Desk) -> None:
    tanaka = member(desk, "tanaka", role="editor")
    save_occasion(desk, None, occasion(desk), tanaka)
    (entered,) = coming(desk)
    moved = replace(entered.occasion, place="オンライン")

    save_occasion(desk, entered.id, moved, tanaka)

    assert [each.occasion for each in coming(desk)] == [moved]
    assert "場所：オンライン" in told_of(desk, OccasionKind.CLINIC)[0]["text"]


def test_nothing_impossible_is_kept(desk: Desk) -> None:
    fair = occasion(desk)

    with pytest.raises(Backwards):
        save_occasion(desk, None, replace(fair, ends_at=fair.starts_at), member(desk, "tanaka", role="editor"))

    assert coming(desk) == []


def test_what_was_called_off_is_told_and_changed_no_more(desk: Desk) -> None:
    tanaka = member(desk, "tanaka", role="editor")
    save_occasion(desk, None, occasion(desk), tanaka)
    (entered,) = coming(desk)

    call_off(desk, entered.id, tanaka)

    assert told_of(desk, OccasionKind.CLINIC) == []
    with pytest.raises(NoSuchOccasion):
        save_occasion(desk, entered.id, entered.occasion, tanaka)
    with pytest.raises(NoSuchOccasion):
        call_off(desk, entered.id, tanaka)
