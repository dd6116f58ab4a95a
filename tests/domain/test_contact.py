"""What is asked for a handover, in which order, and how a name is read."""

import pytest

from desk.domain.contact import FIELDS, bare_answer, next_field, whole_name


@pytest.mark.parametrize(
    ("given", "skipped", "asked"),
    [
        ({}, [], "name"),
        ({"name": "佐々木 花"}, [], "company"),
        ({"name": "佐々木 花"}, ["company"], "email"),
        ({"name": "佐々木 花", "company": "板橋めっき工業"}, ["email"], "phone"),
        ({"email": "sasaki@example.jp"}, [], "name"),
    ],
)
def test_fields_are_asked_one_after_the_other(given: dict[str, str], skipped: list[str], asked: str) -> None:
    assert next_field(given, skipped) == asked


def test_one_way_to_be_reached_is_enough() -> None:
    assert next_field({"name": "佐々木 花", "company": "板橋めっき工業", "email": "sasaki@example.jp"}, []) is None
    assert next_field({"phone": "03-1234-5678"}, ["name", "company"]) is None


def test_whoever_wants_a_call_is_asked_for_the_number_first_and_for_no_address() -> None:
    told = {"name": "佐々木 花", "company": "板橋めっき工業"}

    assert next_field(told, [], "午後に電話ください") == "phone"
    assert next_field(told | {"phone": "03-1234-5678"}, [], "午後に電話ください") is None
    assert next_field(told, ["phone"], "午後に電話ください") == "email"
    assert next_field(told, [], "電話は困るのでメールで") == "email"


def test_whoever_skips_everything_is_asked_no_more() -> None:
    assert next_field({}, FIELDS) is None


def test_whoever_gives_everything_at_once_is_asked_nothing() -> None:
    given = {"name": "佐々木", "company": "板橋めっき", "email": "s@example.jp", "phone": "03-1234-5678"}

    assert next_field(given, []) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("山田太郎です", "山田太郎"),
        ("山田と申します。", "山田"),
        ("私は山田です！", "山田"),
        ("会社名は板橋精密です。", "板橋精密"),
        ("株式会社 板橋めっき工業", "株式会社 板橋めっき工業"),
        ("  髙橋　", "髙橋"),
        ("出須 健", "出須 健"),
        ("デスク合同会社", "デスク合同会社"),
    ],
)
def test_the_politeness_around_a_name_is_left_out(text: str, name: str) -> None:
    assert bare_answer(text) == name


def test_a_very_long_answer_is_cut() -> None:
    assert bare_answer("あ" * 500) == "あ" * 100


@pytest.mark.parametrize(
    ("recognised", "text", "name"),
    [
        ("田中", "田中一郎", "田中一郎"),
        ("田中", "田中　一郎でございます。", "田中　一郎"),
        ("田中", "営業の田中です", "営業の田中"),
        ("田中", "田中です、よろしくお願いします", "田中"),
        ("田中", "田中です 03-1234-5678", "田中"),
        ("タナカ", "ﾀﾅｶ", "タナカ"),
    ],
)
def test_a_name_recognised_in_part_is_kept_whole(recognised: str, text: str, name: str) -> None:
    assert whole_name(recognised, text) == name
