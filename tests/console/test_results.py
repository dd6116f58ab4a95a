"""What came of a case, noted and taken back on its page."""

import httpx
import pytest

from desk.domain.results import Evidence, Result, ResultKind
from desk.services.context import Desk
from desk.services.results import results_of
from tests.channels.reach import on_sqlite
from tests.console.conftest import Console, open_case, text_of

MATCH = {"kind": "matched", "happened_on": "2026-11-20", "partner": "芝浦工業大学"}


@pytest.fixture
def path(desk: Desk, console: Console) -> str:
    """The page of a case."""
    return f"/console/cases/{open_case(desk, '田中')}"


def stored(desk: Desk, path: str) -> list[Result]:
    """What stands in the record of the case."""
    return [each.result for each in results_of(desk, path.rsplit("/", 1)[-1])]


def test_a_result_is_noted_with_all_that_is_known_of_it(desk: Desk, console: Console, path: str) -> None:
    program = desk.catalogue.programs[0]
    form = {
        "kind": "granted",
        "happened_on": "2026-10-01",
        "amount": "３００万円",
        "program": program.name,
        "reference": "7産産第123号",
        "evidence": "document",
        "note": "交付決定通知の写しを受け取りました。",
    }

    response = console.post(f"{path}/results", **form)

    assert response.headers["location"] == f"{path}?done=result"
    (result,) = stored(desk, path)
    assert (result.kind, result.amount_yen, result.program_id) == (ResultKind.GRANTED, 3_000_000, program.id)
    assert (result.reference, result.evidence) == ("7産産第123号", Evidence.DOCUMENT)
    page = text_of(console.get(response.headers["location"]))
    assert "成果を記録しました。" in page
    assert "助成金・補助金の採択 （300万円）" in page
    assert f"2026年10月1日・書類で確認・{program.name}・7産産第123号" in page
    assert "成果を記録しました：助成金・補助金の採択" in page


def test_what_was_noted_wrongly_is_taken_back(desk: Desk, console: Console, path: str) -> None:
    console.post(f"{path}/results", **MATCH)
    (recorded,) = results_of(desk, path.rsplit("/", 1)[-1])

    response = console.post(f"{path}/results/{recorded.id}/withdraw")

    assert response.headers["location"] == f"{path}?done=withdrawn"
    assert stored(desk, path) == []
    assert "成果を取り消しました：マッチングの成立" in text_of(console.get(path))


@on_sqlite
@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"happened_on": "2026-11-25"}, "日付は、今日までの、10年以内の日にしてください。"),
        ({"partner": ""}, "マッチングと契約では、相手の名前を書いてください。"),
        ({"kind": "funded", "amount": ""}, "金額を確かめてください。"),
        ({"kind": "funded", "amount": "たくさん"}, "金額を確かめてください。"),
        ({"program": "どこにもない助成金"}, "制度の名前が見つかりません。"),
        ({"kind": "won_the_lottery"}, "入力を受け付けられませんでした。"),
        ({"happened_on": "きのう"}, "入力を受け付けられませんでした。"),
        ({"note": "あ" * 1001}, "入力を受け付けられませんでした。"),
    ],
)
def test_what_cannot_be_is_explained_and_nothing_is_stored(
    desk: Desk, console: Console, path: str, changes: dict[str, str], sentence: str
) -> None:
    response = console.post(f"{path}/results", **(MATCH | {"note": "来週、面談の予定です。"} | changes))

    assert response.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert sentence in text_of(response)
    assert changes.get("note", "来週、面談の予定です。") in response.text
    assert stored(desk, path) == []


@on_sqlite
def test_sending_the_form_twice_notes_one_result(desk: Desk, console: Console, path: str) -> None:
    console.post(f"{path}/results", **MATCH)

    again = console.post(f"{path}/results", **MATCH)

    assert again.status_code == httpx.codes.CONFLICT
    assert "同じ成果がこの相談に記録されています。" in text_of(again)
    assert len(stored(desk, path)) == 1


@on_sqlite
def test_a_result_that_is_not_there_and_a_case_that_is_not_there_are_told(console: Console, path: str) -> None:
    assert console.post(f"{path}/results/99/withdraw").status_code == httpx.codes.NOT_FOUND
    assert console.post("/console/cases/I-2026-999999/results", **MATCH).status_code == httpx.codes.NOT_FOUND
