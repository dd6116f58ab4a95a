"""A draft passes the catalogue's own checks, is unpublished, and says what it does not know."""

from datetime import date
from fractions import Fraction

import pytest

from desk.catalogue.schema import LONGEST_CAUTION, LONGEST_SUMMARY
from desk.jgrants.drafts import NO_OPERATOR, page_of
from tests.jgrants.samples import KAIHATSU, TODAY, draft, grant


def test_the_draft_of_an_ordinary_grant() -> None:
    record = draft().record

    assert record["id"] == "jgrants-a0wj200000cdwawmax"
    assert record["name"] == "令和8年度 ものづくり試作開発補助金"
    assert (record["level"], record["area"], record["kind"], record["audience"]) == (
        "prefecture",
        "東京都",
        "subsidy",
        "direct",
    )
    assert record["purposes"] == ["joint_research", "prototype", "product_development", "equipment", "digital"]
    assert record["amount"]["max_yen"] == 10_000_000
    assert record["amount"]["rate"] == "2/3"
    assert record["amount"]["text"] == "上限1,000万円・補助率 2/3以内"
    assert record["calls"] == [
        {"name": "Jグランツ掲載の募集", "opens_on": date(2026, 11, 1), "closes_on": date(2026, 12, 18)}
    ]
    assert [step["kind"] for step in record["prior_steps"]] == ["gbizid"]


NOTHING_TOLD = dict.fromkeys(
    [
        "detail",
        "use_purpose",
        "industry",
        "target_area_search",
        "target_number_of_employees",
        "subsidy_rate",
        "subsidy_max_limit",
        "acceptance_start_datetime",
        "acceptance_end_datetime",
        "request_reception_presence",
        "front_subsidy_detail_page_url",
        "workflow",
    ]
)
ENDLESS = {
    "title": "補" * 300,
    "subsidy_rate": "率" * 300,
    "target_area_detail": "詳" * 300,
    "use_purpose": "用" * 300,
}


@pytest.mark.parametrize(
    "changes", [{}, NOTHING_TOLD, ENDLESS, {"title": "null", "subsidy_rate": "~", "target_area_search": "火星 / 金星"}]
)
def test_every_draft_is_unpublished_of_low_confidence_and_attributed(changes: dict[str, object]) -> None:
    made = draft(**changes)

    assert made.record["status"] == "unpublished"
    assert made.record["status_reason"]
    assert made.record["confidence"] == "low"
    assert not made.program.published
    assert made.record["cautions"][0].startswith("Jグランツから自動で作った下書きです")
    assert all(len(caution) <= LONGEST_CAUTION for caution in made.record["cautions"])
    assert len(made.record["summary"]) <= LONGEST_SUMMARY
    (source,) = made.program.sources
    assert source.title.startswith("Jグランツ（jGrants）からの出典")
    assert source.checked_on == TODAY


def test_the_text_of_a_draft_is_its_own_not_that_of_the_portal() -> None:
    made = draft()

    assert "試作に挑む" not in str(made.record)
    assert "機械装置費" not in str(made.record)
    assert "・機械装置費" in made.text
    assert made.record["summary"].startswith("東京都の事業者を対象に、")


def test_a_clear_rate_is_a_fraction_and_an_unclear_one_a_caution() -> None:
    assert draft(subsidy_rate="20%").program.amount.rate == Fraction(1, 5)

    unclear = draft(subsidy_rate="2/3以内又は1/2以内")
    assert unclear.program.amount.rate is None
    assert unclear.program.amount.text == "上限1,000万円・補助率 2/3以内又は1/2以内"
    assert "補助率「2/3以内又は1/2以内」は一つの割合に読めません" in unclear.program.cautions


def test_money_that_is_not_told_is_no_money_in_the_record() -> None:
    untold = draft(subsidy_max_limit=0, subsidy_rate=None).program

    assert (untold.amount.max_yen, untold.amount.text) == (None, None)
    assert {"上限額を読み取れませんでした", "補助率の記載がありません"} <= set(untold.cautions)


def test_a_long_rate_is_not_shown_as_it_is() -> None:
    assert draft(subsidy_rate="率" * 41).record["amount"]["text"] == "上限1,000万円・補助率は条件により異なる"


def test_the_office_is_taken_from_the_title_with_a_caution_or_left_open() -> None:
    named = draft(title="【東京都中小企業振興公社】試作支援")

    assert named.program.operator == "東京都中小企業振興公社"
    assert "実施機関は題名から読み取りました。確認が必要です" in named.program.cautions
    assert draft().program.operator == NO_OPERATOR


VIEW = f"https://www.jgrants-portal.go.jp/grants/view/{KAIHATSU}"


def test_the_page_that_the_portal_names_is_linked() -> None:
    assert page_of(grant(front_subsidy_detail_page_url=VIEW)) == VIEW


@pytest.mark.parametrize(
    "told",
    [
        None,
        "https://example.org/phishing",
        "https://www.jgrants-portal.go.jp.example.org/",
        "http://www.jgrants-portal.go.jp/subsidy/x",
        "javascript:alert(1)",
        "https://[",
    ],
)
def test_an_address_that_leads_elsewhere_is_replaced_by_the_portals(told: str | None) -> None:
    page = page_of(grant(front_subsidy_detail_page_url=told))

    assert page == f"https://www.jgrants-portal.go.jp/subsidy/{KAIHATSU}"


def test_the_record_vouches_for_the_day_of_its_update_or_else_of_its_reading() -> None:
    assert draft().program.as_of == TODAY
    assert draft(update_datetime="2026-11-09T16:00:00Z").program.as_of == date(2026, 11, 10)


def test_a_grant_that_is_not_applied_for_on_the_portal_needs_no_account_there() -> None:
    elsewhere = draft(request_reception_presence="無").program

    assert elsewhere.prior_steps == ()
    assert "Jグランツでは申請を受け付けていません。申請先の確認が必要です" in elsewhere.cautions
