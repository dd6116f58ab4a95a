"""Who takes on what, on its pages."""

import httpx
import pytest

from desk.domain.staffing import Window
from desk.services.context import Desk
from desk.services.coordinators import read_profile
from desk.services.staff import create_staff
from tests.console.conftest import PASSWORD, Console, text_of

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

OWN = "/console/coordinators/sato"


def test_a_coordinator_says_what_they_take_on(console: Console, desk: Desk) -> None:
    saved = console.client.post(
        OWN,
        data={"csrf": console.token(), "speciality": ["ip", "startup"], "max_load": "3", "active": "yes"}
        | {"opens": ["09:00", "", "", "", "13:00"], "closes": ["12:00", "", "", "", "17:00"]},
        headers={"Origin": str(console.client.base_url).rstrip("/")},
    )

    page = text_of(console.get(saved.headers["location"]))
    assert "保存しました。" in page
    profile = read_profile(desk, "sato")
    assert (profile.specialities, profile.max_load, profile.active) == (("ip", "startup"), 3, True)
    assert [each.weekday for each in profile.windows] == [0, 4]
    assert isinstance(profile.windows[0], Window)
    assert "知的財産・創業 0件（上限3件） 曜日ごとに設定" in text_of(console.get("/console/coordinators"))


def test_the_hours_of_the_desk_are_the_usual_ones(console: Console, desk: Desk) -> None:
    console.post(OWN, max_load="5", desk_hours="yes")

    profile = read_profile(desk, "sato")
    assert (profile.windows, profile.active) == ((), False)
    assert "窓口の時間と同じ（09:00〜17:00）" in text_of(console.get(OWN))


@pytest.mark.parametrize(
    "hours",
    [{}, {"opens": "12:00", "closes": "09:00"}, {"opens": "09:00", "closes": ""}, {"opens": "x", "closes": "y"}],
)
def test_hours_that_make_no_sense_are_explained(console: Console, hours: dict[str, str]) -> None:
    refused = console.post(OWN, max_load="5", **hours)

    assert refused.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert "終わりは、始まりより後にしてください" in text_of(refused)


def test_an_absence_is_noted_and_taken_back(console: Console, desk: Desk) -> None:
    page = text_of(
        console.get(console.post(f"{OWN}/absences", first_day="2026-12-01", last_day="2026-12-04").headers["location"])
    )
    assert "2026年12月1日〜2026年12月4日" in page

    absence = read_profile(desk, "sato").absences[0].id
    console.post(f"{OWN}/absences/{absence}/remove")
    assert "予定はありません" in text_of(console.get(OWN))


def test_others_are_the_business_of_who_manages_the_desk(console: Console, desk: Desk) -> None:
    other = "/console/coordinators/suzuki"
    assert console.get(other).status_code == httpx.codes.FORBIDDEN
    assert console.post(other, max_load="5", desk_hours="yes").status_code == httpx.codes.FORBIDDEN
    assert 'href="/console/coordinators/suzuki"' not in console.get("/console/coordinators").text

    create_staff(desk, "mori", "森 光", "lead", PASSWORD)
    console.log_in("mori")
    assert console.post(other, max_load="5", desk_hours="yes").status_code == httpx.codes.SEE_OTHER


def test_a_stranger_has_no_profile(console: Console, desk: Desk) -> None:
    create_staff(desk, "mori", "森 光", "lead", PASSWORD)
    console.log_in("mori")

    assert console.get("/console/coordinators/nobody").status_code == httpx.codes.UNPROCESSABLE_ENTITY
