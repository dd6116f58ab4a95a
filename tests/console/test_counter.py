"""Writing down a consultation by phone or at the counter."""

import httpx
import pytest

from desk.services.cases import read_case
from desk.services.context import Desk
from tests.console.conftest import Console, text_of

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

PATH = "/console/consultations"
CALL = {
    "way": "phone",
    "summary": "試作の補助金について",
    "speciality": "subsidy",
    "asked": "試作の補助金を探しています。",
    "contact_name": "田中 太郎",
    "contact_phone": "03-1234-5678",
    "consented": "yes",
    "preference": "電話は午後に",
    "employees": "１２人",
    "capital_yen": "3,000万円",
    "own": "yes",
}


def test_a_call_becomes_a_case(console: Console, desk: Desk) -> None:
    written = console.post(PATH, **CALL)

    page = text_of(console.get(written.headers["location"]))
    assert "相談を記録しました。" in page
    assert "電話" in page
    file = read_case(desk, "I-2026-000001")
    assert file.facts == {"employees": 12, "capital_yen": 30_000_000}
    assert (file.line.assignee, file.consent_how) == ("sato", "oral")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"employees": "たくさん"}, "従業員数"),
        ({"summary": "  "}, "概要を一行で書いてください"),
        ({"summary": "あ" * 201}, "長すぎます"),
        ({"area": "どこか"}, "本店"),
    ],
)
def test_what_cannot_be_is_named_and_nothing_typed_is_lost(console: Console, change: dict[str, str], said: str) -> None:
    refused = console.post(PATH, **(CALL | change))

    assert refused.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    page = text_of(refused)
    assert "記録できませんでした" in page
    assert said in page
    assert "試作の補助金を探しています。" in page
    assert 'value="03-1234-5678"' in refused.text


def test_the_form_asks_for_the_whole_vocabulary(console: Console) -> None:
    page = text_of(console.get(f"{PATH}/new"))

    for label in ("本店の所在地", "従業員数（人）", "支援を受けたい目的", "発明の公表", "口頭で同意をいただいた"):
        assert label in page
