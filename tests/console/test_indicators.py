"""The pages of indicators: the tree, the report for paper, what was missing, and a table to take away."""

import csv
import io
from collections.abc import Iterator

import httpx
import pytest

from desk.domain.indicators.registry import BY_ID, INDICATORS, UNMEASURED
from desk.services.context import Desk
from desk.services.staff import create_staff
from desk.services.unanswered import note_unanswered
from tests.channels.reach import on_sqlite
from tests.conftest import SettableClock
from tests.console.conftest import PASSWORD, Console, text_of
from tests.services.people import person
from tests.services.year import small_year

HOME = "/console/indicators"
PAGES = [HOME, f"{HOME}/report", f"{HOME}/unmet", f"{HOME}/table.csv"]


@pytest.fixture
def seen(desk: Desk, console: Console) -> Console:
    """A member of staff of a desk that has had a small year."""
    small_year(desk)
    return console


def rows(response: httpx.Response) -> Iterator[dict[str, str]]:
    """The lines of a table by their heads."""
    return csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")))


def test_the_tree_shows_every_indicator_with_value_target_and_definition(seen: Console) -> None:
    page = text_of(seen.get(HOME))

    assert "指標 令和8年度（2026年度）" in page
    for indicator in INDICATORS:
        assert indicator.name in page
        assert indicator.cohort in page
        assert indicator.numerator in page
    assert "相談件数 3件 目標 500件 ▲ 目標のペースに届いていません" in page
    assert "特許などの出願・取得 2件 目標 15件" in page
    assert "満足度 100% 1 / 1 目標 90% ✓ 目標に達しています" in page
    assert "資金調達の総額 500万円 目標 5年累計 30億円 … 累計の途中です" in page


def test_of_a_period_that_is_over_the_target_itself_was_missed(seen: Console) -> None:
    page = text_of(seen.get(f"{HOME}?first=2026-04-01&last=2026-11-23"))

    assert "▲ 目標に届いていません" in page
    assert "ペース" not in page


def test_what_cannot_be_measured_is_told_with_its_reason_and_never_as_zero(seen: Console) -> None:
    page = text_of(seen.get(HOME))

    for missing in UNMEASURED:
        assert f"{missing.name} この仕組みではまだ測れません。 {missing.why}" in page


def test_charts_have_a_name_and_their_values_stand_in_a_table(seen: Console) -> None:
    page = seen.get(HOME).text

    assert 'role="img" aria-label="相談件数の月ごとの棒グラフ。' in page
    assert '<th scope="row">2026年6月</th><td>3件</td>' in page
    assert "style=" not in page


def test_so_few_that_they_could_be_recognised_are_not_told_apart(seen: Console) -> None:
    page = text_of(seen.get(HOME))

    assert "板橋区 5未満" in page
    assert "製造業 5未満" in page


def test_what_needs_attention_stands_on_top(seen: Console) -> None:
    page = text_of(seen.get(HOME))

    assert "気をつけたい数字（1）" in page
    assert "期限を過ぎて返事のない案件 2件 （目安 0件以下） 「期限超過」の一覧から" in page


def test_the_report_holds_figures_definitions_and_notes(seen: Console) -> None:
    page = text_of(seen.get(f"{HOME}/report?year=2026"))

    assert "年次報告 令和8年度（2026年度）" in page
    assert "対象期間：2026年4月1日〜2027年3月31日（日本時間）／作成：2026年11月24日／ 期間の途中の数字です" in page
    for indicator in INDICATORS:
        assert page.count(indicator.name) >= 3
        assert indicator.note in page
    assert all(missing.why in page for missing in UNMEASURED)


def test_a_year_that_is_over_is_no_longer_called_unfinished(seen: Console, clock: SettableClock, desk: Desk) -> None:
    assert "期間の途中の数字です" not in text_of(seen.get(f"{HOME}/report?year=2025"))


@on_sqlite
def test_a_period_is_chosen_by_its_first_and_last_day_both_included(seen: Console) -> None:
    june = text_of(seen.get(f"{HOME}?year=2026&first=2026-06-01&last=2026-06-01"))
    july = text_of(seen.get(f"{HOME}?first=2026-07-01&last=2026-07-31"))

    assert "指標 2026年6月1日〜2026年6月1日" in june
    assert "相談件数 3件" in june
    assert "相談件数 0件" in july


@on_sqlite
@pytest.mark.parametrize("query", ["first=2026-07-02&last=2026-07-01", "first=2000-01-01&last=2026-07-01"])
@pytest.mark.parametrize("path", PAGES)
def test_a_period_that_cannot_be_is_explained(console: Console, path: str, query: str) -> None:
    response = console.get(f"{path}?{query}")

    assert response.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert "期間を確かめてください。" in text_of(response)


@on_sqlite
@pytest.mark.parametrize("path", PAGES)
def test_pages_of_an_empty_desk_say_that_there_is_no_data(console: Console, path: str) -> None:
    response = console.get(f"{path}?year=&first=&last=")

    assert response.status_code == httpx.codes.OK
    assert "None" not in response.text
    if path != f"{HOME}/table.csv":
        assert "データなし" in text_of(response)


@on_sqlite
@pytest.mark.parametrize("path", PAGES)
def test_an_editor_reads_them_and_what_they_read_is_recorded_but_no_cache_keeps_it(
    desk: Desk, visitor: Console, path: str
) -> None:
    create_staff(desk, "mori", "森 さくら", "editor", PASSWORD)
    visitor.log_in("mori")

    response = visitor.get(path)

    assert response.status_code == httpx.codes.OK
    assert response.headers["cache-control"] == "no-store"


def test_the_table_opens_in_a_spreadsheet_with_all_that_is_needed_to_read_it(seen: Console) -> None:
    response = seen.get(f"{HOME}/table.csv?year=2026")

    assert response.content.startswith(b"\xef\xbb\xbf")
    assert "filename*=UTF-8''%E6%8C%87%E6%A8%99_20260401-20270331.csv" in response.headers["content-disposition"]
    told = {row["ID"]: row for row in rows(response)}
    assert list(told) == [*BY_ID, *(each.id for each in UNMEASURED)]
    patents = told["patents"]
    assert (patents["値"], patents["単位"], patents["目標"]) == ("2", "件", "15")
    assert patents["分子の定義"] == BY_ID["patents"].numerator
    assert (told["occupancy"]["値"], told["occupancy"]["状況"]) == ("", "この仕組みではまだ測れません")


def test_what_was_missing_is_counted_without_anybody_who_could_be_recognised(desk: Desk, seen: Console) -> None:
    # given a question that names somebody in a way that was not noticed when it was stored
    note_unanswered(desk, person(desk), "山本と申しますが株式会社城北の件はどうなりますか", [])

    page = text_of(seen.get(f"{HOME}/unmet"))

    assert "合う制度が見つからなかった割合 12.5% 1 / 8" in page
    assert "目的 件数" in page
    assert "札幌市 5未満" in page
    assert "工場の夜間の騒音は何デシベルまでなら測らなくてよいですか 1 2026年6月1日" in page
    assert "補助金 5未満" in page
    assert "専門が違う 1" in page
    assert "城北" not in page
    assert "（個人や会社が分かるおそれがあるため、文は出していません） 1" in page
