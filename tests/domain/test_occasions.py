"""Times of events and clinics: possible ones only, in the words of Japanese readers."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desk.clock import JST
from desk.domain.occasions import Backwards, Occasion, OccasionKind, Over, check_occasion, when

STARTS = datetime(2026, 12, 3, 10, 0, tzinfo=JST)
FAIR = Occasion(OccasionKind.EVENT, "技術交流会", "", "板橋区", "区民ホール", STARTS, STARTS + timedelta(hours=2), None)


def test_what_is_to_come_or_under_way_may_be_entered() -> None:
    check_occasion(FAIR, STARTS - timedelta(days=3))
    check_occasion(FAIR, STARTS + timedelta(hours=1))


def test_what_ends_as_it_begins_may_not() -> None:
    with pytest.raises(Backwards):
        check_occasion(replace(FAIR, ends_at=STARTS), STARTS - timedelta(days=3))


def test_what_is_over_may_not() -> None:
    with pytest.raises(Over):
        check_occasion(FAIR, FAIR.ends_at)


def test_the_day_is_said_once_unless_it_ends_on_another() -> None:
    assert when(FAIR) == "12月3日（木）10時〜12時"
    assert when(replace(FAIR, ends_at=STARTS + timedelta(days=1))) == "12月3日（木）10時〜12月4日（金）10時"
