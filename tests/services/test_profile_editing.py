"""Hours, closing days, place and phone set by staff: what is said and promised follows at once."""

from datetime import datetime
from typing import Any

import pytest

from desk.catalogue.editing import UnfitRecord
from desk.clock import JST
from desk.domain.editing import Outdated
from desk.services.context import Desk
from desk.services.profile_editing import profile_history, profile_now, set_profile
from tests.services.editors import editor


def changed(desk: Desk, seen: int | None = None, **changes: Any) -> None:
    """Somebody sets some fields."""
    hours = profile_now(desk)["hours"] | changes.pop("hours", {})
    set_profile(desk, profile_now(desk) | {"hours": hours} | changes, "年末の休みを加えます", editor(desk), seen)


def test_a_new_closing_day_moves_promises_at_once(desk: Desk) -> None:
    now = desk.now()
    assert desk.calendar.due_after(now, 1) == datetime(2026, 11, 25, 10, 0, tzinfo=JST)

    changed(desk, hours={"closures": ["2026-11-25"]})

    assert desk.calendar.due_after(now, 1) == datetime(2026, 11, 26, 10, 0, tzinfo=JST)


def test_a_phone_is_told_as_soon_as_it_is_set(desk: Desk) -> None:
    changed(desk, phone="03-1234-5678", hours={"opens": "10:00"})

    assert desk.profile.phone == "03-1234-5678"
    assert desk.profile.hours_text == "月・火・水・木・金 10:00〜17:00"
    assert desk.profile.ward == "板橋区"


def test_the_history_tells_who_when_and_why(desk: Desk) -> None:
    changed(desk, place="区役所3階")

    (version,) = profile_history(desk)
    assert (version.author, version.reason, version.at) == ("伊藤 恵", "年末の休みを加えます", desk.now())
    assert version.content["place"] == "区役所3階"


def test_whoever_did_not_see_the_newest_does_not_overwrite_it(desk: Desk) -> None:
    changed(desk, place="区役所3階")

    with pytest.raises(Outdated):
        changed(desk, seen=None, place="区役所5階")
    assert desk.profile.place == "区役所3階"


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"place": ""}, ("place",)),
        ({"phone": "でんわ"}, ("phone",)),
        ({"email": "madoguchi"}, ("email",)),
        ({"hours": {"opens": "18:00"}}, ("hours",)),
        ({"hours": {"weekdays": []}}, ("hours", "weekdays")),
        ({"hours": {"closures": ["来年の正月"]}}, ("hours", "closures", 0)),
    ],
)
def test_what_cannot_be_is_named(desk: Desk, changes: dict[str, Any], path: tuple[str | int, ...]) -> None:
    with pytest.raises(UnfitRecord) as unfit:
        changed(desk, **changes)

    assert [fault.path for fault in unfit.value.faults] == [path]
