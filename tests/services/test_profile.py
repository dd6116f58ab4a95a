"""Who and where the desk is."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from desk.services.context import Desk
from desk.services.health import database_answers
from desk.services.profile import Profile, load_profile
from desk.settings import ROOT

SEED = ROOT / "seeds" / "desk.yaml"
KITA = """
ward: 北区
name: 北とぴあ相談室
place: 北とぴあ 10階
phone: 03-0000-0000
fee: 無料
hours: {weekdays: [1, 2, 3, 4, 5], opens: "10:30", closes: "19:00", closures: [2026-12-29]}
checked_on: 2026-11-01
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "desk.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_seeded_desk_is_read() -> None:
    profile = load_profile(SEED, "板橋区")

    assert profile.name == "産学官金連携ワンストップ相談窓口"
    assert profile.hours_text == "月・火・水・木・金 9:00〜17:00"
    assert profile.phone is None, "the ward has fixed no telephone yet"


def test_the_ward_of_the_settings_wins_over_the_file(tmp_path: Path) -> None:
    assert load_profile(write(tmp_path, KITA), "板橋区").ward == "板橋区"


def test_another_desk_has_its_own_hours(tmp_path: Path) -> None:
    profile = load_profile(write(tmp_path, KITA), "北区")

    assert profile.hours_text == "火・水・木・金・土 10:30〜19:00"
    assert not profile.calendar.is_business_day(min(profile.hours.closures))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (KITA.replace("fee: 無料\n", ""), "fee"),
        (KITA.replace('opens: "10:30"', 'opens: "十時半"'), "hours.opens"),
        (KITA + "fax: 03-0000-0001\n", "fax"),
    ],
    ids=["a field is missing", "a time that is none", "a field that nobody reads"],
)
def test_a_faulty_profile_is_refused_by_the_name_of_its_field(tmp_path: Path, wrong: str, field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        load_profile(write(tmp_path, wrong), "北区")

    assert ".".join(map(str, refused.value.errors()[0]["loc"])) == field


def test_a_profile_does_not_change_under_way() -> None:
    profile: Profile = load_profile(SEED, "板橋区")

    with pytest.raises(ValidationError):
        profile.name = "別の窓口"


def test_a_desk_with_its_database_answers(desk: Desk) -> None:
    assert database_answers(desk)
