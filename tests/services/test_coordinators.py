"""What coordinators take on, when they are there, and what they carry."""

from datetime import date, time

import pytest

from desk.domain.cases import Speciality
from desk.domain.staffing import Window
from desk.services.assignments import accept_need
from desk.services.case_rows import NoSuchStaff
from desk.services.context import Desk
from desk.services.coordinators import (
    USUAL_LOAD,
    UnfitProfile,
    add_absence,
    list_profiles,
    read_profile,
    remove_absence,
    roster,
    save_profile,
)
from tests.services.people import handed_over, person
from tests.services.staffing import member
from tests.services.team import coordinator, needs_of


def test_somebody_new_takes_on_nothing_by_themselves(desk: Desk) -> None:
    member(desk, "sato", "佐藤 花子")

    profile = read_profile(desk, "sato")

    assert (profile.specialities, profile.max_load, profile.active, profile.load) == ((), USUAL_LOAD, True, 0)
    with desk.database.reading() as session:
        assert roster(session) == []


def test_a_profile_comes_back_as_it_was_saved(desk: Desk) -> None:
    member(desk, "sato", "佐藤 花子")
    mornings = [Window(0, time(9), time(12)), Window(3, time(13, 30), time(17))]

    save_profile(desk, "sato", [Speciality.IP, Speciality.SUBSIDY, Speciality.IP], mornings, 4, active=False)

    profile = read_profile(desk, "sato")
    assert profile.specialities == ("ip", "subsidy")
    assert list(profile.windows) == mornings
    assert (profile.max_load, profile.active) == (4, False)


def test_hours_that_end_before_they_begin_are_refused(desk: Desk) -> None:
    member(desk, "sato", "佐藤 花子")

    with pytest.raises(UnfitProfile):
        save_profile(desk, "sato", [], [Window(0, time(12), time(9))], 4, active=True)


def test_absences_are_noted_and_taken_back(desk: Desk) -> None:
    coordinator(desk, "sato", "佐藤 花子", "subsidy")
    add_absence(desk, "sato", date(2026, 12, 1), date(2026, 12, 4))
    with pytest.raises(UnfitProfile):
        add_absence(desk, "sato", date(2026, 12, 4), date(2026, 12, 1))

    absence = read_profile(desk, "sato").absences[0]
    assert (absence.first_day, absence.last_day) == (date(2026, 12, 1), date(2026, 12, 4))
    remove_absence(desk, "sato", absence.id)
    remove_absence(desk, "sato", absence.id)
    assert read_profile(desk, "sato").absences == ()


def test_nobody_removes_the_absence_of_another(desk: Desk) -> None:
    coordinator(desk, "sato", "佐藤 花子", "subsidy")
    coordinator(desk, "suzuki", "鈴木 一郎", "subsidy")
    add_absence(desk, "sato", date(2026, 12, 1), date(2026, 12, 4))

    remove_absence(desk, "suzuki", read_profile(desk, "sato").absences[0].id)

    assert len(read_profile(desk, "sato").absences) == 1


def test_who_is_away_is_not_asked(desk: Desk) -> None:
    coordinator(desk, "sato", "佐藤 花子", "subsidy")
    coordinator(desk, "suzuki", "鈴木 一郎", "subsidy")
    add_absence(desk, "sato", date(2026, 11, 20), date(2026, 11, 30))

    assert needs_of(desk, handed_over(desk, person(desk)))[0].asked[0].to == "suzuki"


def test_what_somebody_carries_is_what_they_were_asked_for_and_what_they_took(desk: Desk) -> None:
    coordinator(desk, "sato", "佐藤 花子", "subsidy")
    taken = handed_over(desk, person(desk))
    accept_need(desk, taken, needs_of(desk, taken)[0].id, "sato")
    handed_over(desk, person(desk, "田中"))

    assert read_profile(desk, "sato").load == 2


def test_who_can_carry_no_more_is_left_alone(desk: Desk) -> None:
    coordinator(desk, "sato", "佐藤 花子", "subsidy", max_load=1)
    handed_over(desk, person(desk))

    assert needs_of(desk, handed_over(desk, person(desk, "田中")))[0].status == "open"


def test_only_who_may_work_on_cases_is_listed(desk: Desk) -> None:
    member(desk, "sato", "佐藤 花子")
    member(desk, "kansa", "監査 太郎", "auditor")
    member(desk, "mori", "森 光", "lead")

    assert [each.login for each in list_profiles(desk)] == ["sato", "mori"]
    with pytest.raises(NoSuchStaff):
        read_profile(desk, "kansa")
