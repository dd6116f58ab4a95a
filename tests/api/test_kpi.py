"""The indicators over HTTP: each with its definition and target, over half-open local days."""

from datetime import date

import httpx
import pytest

from desk.domain.indicators.registry import BY_ID, UNMEASURED
from desk.domain.results import Result, ResultKind
from desk.services.context import Desk
from desk.services.results import record_result
from tests.channels.reach import on_sqlite
from tests.conftest import SettableClock
from tests.services.people import handed_over, person


def items(response: httpx.Response) -> dict[str, dict[str, object]]:
    """The indicators of an answer by id."""
    assert response.status_code == httpx.codes.OK, response.text
    return {each["id"]: each for each in response.json()["items"]}


def test_every_indicator_is_there_with_its_definition(staff: httpx.Client, desk: Desk) -> None:
    # given a match that came of a case
    record_result(
        desk,
        handed_over(desk, person(desk)),
        "sato",
        Result(ResultKind.MATCHED, date(2026, 11, 20), partner="芝浦工業大学"),
    )

    response = staff.get("/api/kpi")

    found = items(response)
    assert list(found) == list(BY_ID)
    assert response.json()["period"] == {"from": "2026-04-01", "to": "2027-04-01"}
    assert found["consultations"]["value"] == 1
    assert found["matches"] == {
        "id": "matches",
        "name": "マッチングの成立",
        "group": "foundation",
        "level": "ksi",
        "value": 1,
        "numerator": 1,
        "denominator": None,
        "unit": "cases",
        "target": 100,
        "target_span": "year",
        "target_source": "計画①KSI マッチング成立 年100件",
        "standing": "behind",
        "cohort": BY_ID["matches"].cohort,
        "numerator_text": BY_ID["matches"].numerator,
        "denominator_text": None,
        "note": BY_ID["matches"].note,
    }


def test_without_data_a_share_is_null_and_not_zero(staff: httpx.Client) -> None:
    satisfaction = items(staff.get("/api/kpi"))["satisfaction"]

    assert (satisfaction["value"], satisfaction["denominator"], satisfaction["standing"]) == (None, 0, "no_data")


def test_what_the_record_cannot_tell_is_named_with_its_reason(staff: httpx.Client) -> None:
    missing = staff.get("/api/kpi").json()["not_measured"]

    assert [each["id"] for each in missing] == [each.id for each in UNMEASURED]
    assert all(each["why"] for each in missing)


@pytest.mark.parametrize(
    ("query", "consultations"),
    [
        ("from=2026-11-24&to=2026-11-25", 1),
        ("from=2026-11-25&to=2026-11-26", 0),
        ("from=2026-11-01&to=2026-11-24", 0),
        ("from=2026-11-24", 1),
        ("to=2026-11-25", 1),
        ("to=2026-11-24", 0),
    ],
)
def test_the_first_day_belongs_to_a_period_and_the_last_does_not(
    staff: httpx.Client, desk: Desk, clock: SettableClock, query: str, consultations: int
) -> None:
    # given a case opened one minute after midnight of Japan, while it is still yesterday in London
    clock.at = clock.at.replace(hour=0, minute=1)
    handed_over(desk, person(desk))

    assert items(staff.get(f"/api/kpi?{query}"))["consultations"]["value"] == consultations


@on_sqlite
@pytest.mark.parametrize(
    ("query", "field"),
    [("from=gestern", "query.from"), ("to=2026-13-01", "query.to"), ("from=2026-04-01T10:00", "query.from")],
)
def test_a_day_that_is_none_is_named(staff: httpx.Client, query: str, field: str) -> None:
    response = staff.get(f"/api/kpi?{query}")

    assert response.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert [each["field"] for each in response.json()["errors"]] == [field]


@on_sqlite
@pytest.mark.parametrize(
    "query", ["from=2026-04-01&to=2026-04-01", "from=2026-04-02&to=2026-04-01", "from=2000-04-01&to=2026-04-01"]
)
def test_a_period_that_cannot_be_is_refused_with_a_sentence(staff: httpx.Client, query: str) -> None:
    response = staff.get(f"/api/kpi?{query}")

    assert response.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert response.json()["detail"].startswith("期間を読み取れません。")


@on_sqlite
def test_nobody_without_the_token_reads_them(stranger: httpx.Client) -> None:
    assert stranger.get("/api/kpi").status_code == httpx.codes.UNAUTHORIZED
