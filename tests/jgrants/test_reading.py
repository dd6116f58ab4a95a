"""The models: documented names, sample names, and everything that may be missing or odd."""

from datetime import datetime

import pytest
from pydantic import ValidationError

from desk.clock import JST
from desk.jgrants.reading import Envelope, Grant
from tests.jgrants.samples import grant, raw_grant


def at(*parts: int) -> datetime:
    """A time in Japan."""
    return datetime(*parts, tzinfo=JST)


def test_the_documented_example_of_a_list_is_read() -> None:
    found = Grant.model_validate(
        {
            "id": "S0J0w00wer0wUgr77E",
            "name": "S-01100011",
            "title": "小規模事業者補助金",
            "target_area_search": "東京都 / 大阪府",
            "subsidy_max_limit": 10000000,
            "acceptance_start_datetime": "2020-02-28T16:41:41.090Z",
            "acceptance_end_datetime": "2021-02-28 16:41:41.090000+00:00",
            "target_number_of_employees": "20名以下",
        }
    )

    assert found.target_area_search == ("東京都", "大阪府")
    assert found.subsidy_max_limit == 10_000_000
    assert found.acceptance_start_datetime == at(2020, 2, 29, 1, 41, 41, 90000)
    assert found.acceptance_end_datetime == at(2021, 3, 1, 1, 41, 41, 90000)
    assert found.use_purpose == found.industry == found.workflow == found.files == ()
    assert found.subsidy_rate is None


def test_id_and_title_are_enough() -> None:
    assert Grant.model_validate({"id": "a0W1", "title": "補助金"}).detail == ""


@pytest.mark.parametrize(
    "raw",
    [{}, {"id": "a0W1"}, {"title": "補助金"}, {"id": "../../etc", "title": "補助金"}, {"id": "a" * 19, "title": "補"}],
)
def test_without_a_sound_id_and_a_title_there_is_no_grant(raw: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Grant.model_validate(raw)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2026-04-30T08:00:00.000Z", at(2026, 4, 30, 17)),
        ("2026-04-30T14:59:59.999Z", at(2026, 4, 30, 23, 59, 59, 999000)),
        ("2026-04-30T15:00:00.000Z", at(2026, 5, 1)),
        ("2025-10-01T15:00Z", at(2025, 10, 2)),
        ("2026-12-31T15:00:00Z", at(2027, 1, 1)),
        ("2028-02-28T15:00:00Z", at(2028, 2, 29)),
        ("2026-04-30T17:00:00+09:00", at(2026, 4, 30, 17)),
        ("2026-04-30T08:00:00", at(2026, 4, 30, 17)),
        ("2026-04-30", at(2026, 4, 30)),
        ("9999-12-31T23:00:00Z", None),
        ("令和8年4月30日", None),
        ("", None),
        (None, None),
        (20260430, None),
    ],
)
def test_times_become_japans(told: object, expected: datetime | None) -> None:
    assert grant(acceptance_end_datetime=told).acceptance_end_datetime == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (10000000, 10_000_000),
        (1.0e7, 10_000_000),
        ("500000", 500_000),
        (0, None),
        (-1, None),
        (None, None),
        ("1,000万円", None),
        ("²", None),
        (True, None),
        (float("nan"), None),
        (float("inf"), None),
        (10**13, None),
        ("9" * 5000, None),
    ],
)
def test_amounts_are_whole_yen_or_not_told(told: object, expected: int | None) -> None:
    assert grant(subsidy_max_limit=told).subsidy_max_limit == expected


def test_several_values_come_as_text_or_as_a_list() -> None:
    assert grant(use_purpose="人材育成を行いたい / 資金繰りを改善したい").use_purpose == (
        "人材育成を行いたい",
        "資金繰りを改善したい",
    )
    assert grant(use_purpose=["人材育成を行いたい", None, "人材育成を行いたい"]).use_purpose == ("人材育成を行いたい",)
    assert grant(use_purpose=None).use_purpose == ()


def test_names_that_samples_use_fill_documented_fields_that_are_empty() -> None:
    raw = raw_grant(industry="", front_subsidy_detail_page_url=None)
    found = Grant.model_validate(
        raw | {"target_industry": "建設業", "inquiry_url": "https://www.example.lg.jp/", "updated_date": "2026-11-02"}
    )

    assert found.industry == ("建設業",)
    assert found.front_subsidy_detail_page_url == "https://www.example.lg.jp/"
    assert found.update_datetime == at(2026, 11, 2)


def test_documented_names_win_over_those_of_samples() -> None:
    found = Grant.model_validate(raw_grant(industry="製造業") | {"target_industry": "建設業"})

    assert found.industry == ("製造業",)


def test_only_the_names_of_attachments_are_read() -> None:
    odd = [{"name": "公募要領.pdf", "data": ""}, {"data": ""}, "x", None]

    assert grant(application_guidelines=odd, outline_of_grant=None, application_form="なし").files == ("公募要領.pdf",)


def test_calls_that_are_no_calls_are_passed_over() -> None:
    rounds = [{"fiscal_year_round": "第1回", "acceptance_end_datetime": "2026-12-18T08:00:00Z"}, None, "第2回"]

    assert [each.fiscal_year_round for each in grant(workflow=rounds).workflow] == ["第1回"]
    assert grant(workflow=None).workflow == ()


def test_odd_types_are_read_as_nothing() -> None:
    odd = grant(subsidy_rate=["1/2"], detail=5, target_area_detail={"a": 1}, request_reception_presence=True)

    assert (odd.subsidy_rate, odd.detail, odd.target_area_detail, odd.request_reception_presence) == (
        None,
        "",
        None,
        None,
    )


def test_the_count_is_taken_from_wherever_it_is() -> None:
    assert Envelope.model_validate({"metadata": {"resultset": {"count": 3}}, "result": []}).count == 3
    assert Envelope.model_validate({"metadata": {"resultset": "3"}, "result": []}).count is None
