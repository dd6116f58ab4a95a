"""A whole import over HTTP: what is asked, what is written, and how it stands to the catalogue."""

from datetime import timedelta
from pathlib import Path

from desk.catalogue.areas import load_areas
from desk.catalogue.loader import read_program, read_programs
from desk.jgrants.diff import State
from desk.jgrants.writing import write_drafts
from tests.fakes.jgrants import FakeJGrants
from tests.jgrants.conftest import PatientTime, Run
from tests.jgrants.samples import KAIGAI, KAIHATSU, SHOENE, draft, raw_grant, states


def test_drafts_and_a_report_are_written_where_they_belong(portal: FakeJGrants, run: Run, tmp_path: Path) -> None:
    portal.add(raw_grant(), raw_grant(SHOENE, title="省エネ設備更新補助金", use_purpose="エコ・SDGs活動支援がほしい"))

    outcome = run()

    assert sorted(path.name for path in (tmp_path / "drafts").iterdir()) == [
        "jgrants-a0wj200000cdwawmax.yaml",
        "jgrants-a0wj200000cdwbxmax.yaml",
        "report.md",
    ]
    reading = read_programs(tmp_path / "drafts")
    assert reading.problems == ()
    assert not any(program.published for program in reading.programs)
    assert outcome.gathered.complete
    assert "### 省エネ設備更新補助金" in (tmp_path / "drafts" / "report.md").read_text("utf-8")


def test_a_grant_that_several_keywords_find_is_fetched_once(portal: FakeJGrants, run: Run) -> None:
    portal.add(raw_grant())

    outcome = run(("補助金", "試作", "試作"))

    assert portal.paths() == ["補助金", "試作", f"v2/{KAIHATSU}"]
    assert len(outcome.comparisons) == 1


def test_what_is_for_other_prefectures_only_is_counted_and_not_fetched(portal: FakeJGrants, run: Run) -> None:
    portal.add(raw_grant(), raw_grant(KAIGAI, title="和歌山県海外展開補助金", target_area_search="和歌山県"))

    outcome = run()

    assert portal.paths() == ["補助金", f"v2/{KAIHATSU}"]
    assert outcome.gathered.elsewhere == 1
    assert len(run(everywhere=True).comparisons) == 2


def test_dates_come_from_the_list_where_version_two_has_them_per_call_only(
    portal: FakeJGrants, run: Run, tmp_path: Path
) -> None:
    portal.add(raw_grant(acceptance_end_datetime="2026-12-18T15:00:00.000Z"))

    run()

    (program,) = read_programs(tmp_path / "drafts").programs
    assert program.calls[0].closes_on is not None
    assert program.calls[0].closes_on.isoformat() == "2026-12-19"


def test_an_unchanged_grant_comes_from_the_disk_until_its_entry_changes(
    portal: FakeJGrants, run: Run, patient: PatientTime
) -> None:
    portal.add(raw_grant())
    run()
    run()
    assert portal.paths() == ["補助金", f"v2/{KAIHATSU}", "補助金"]

    portal.add(raw_grant(subsidy_max_limit=20_000_000))
    (changed,) = run().comparisons
    assert portal.paths()[3:] == ["補助金", f"v2/{KAIHATSU}"]
    assert changed.draft is not None
    assert changed.draft.program.amount.max_yen == 20_000_000

    patient.started += timedelta(days=7)
    run()
    assert portal.paths()[5:] == ["補助金", f"v2/{KAIHATSU}"]


def test_no_attachment_reaches_the_disk(portal: FakeJGrants, run: Run, tmp_path: Path) -> None:
    portal.add(raw_grant())

    run()

    written = [path.read_text("utf-8") for path in tmp_path.rglob("*") if path.is_file()]
    assert any("公募要領.pdf" in text for text in written)
    assert not any("JVBERi0" in text or "UEsDBBQ" in text for text in written)


def test_the_catalogue_is_compared_and_stays_as_it_is(portal: FakeJGrants, run: Run, tmp_path: Path) -> None:
    write_drafts([draft(subsidy_max_limit=500_000)], tmp_path / "catalogue")
    before = {path: path.read_bytes() for path in (tmp_path / "catalogue").iterdir()}
    portal.add(raw_grant(), raw_grant(SHOENE, title="省エネ設備更新補助金"))

    outcome = run()

    assert states(outcome) == {
        "令和8年度 ものづくり試作開発補助金": State.CHANGED,
        "省エネ設備更新補助金": State.NEW,
    }
    assert {path: path.read_bytes() for path in (tmp_path / "catalogue").iterdir()} == before


def test_a_linked_program_is_asked_for_even_when_no_keyword_finds_it(
    portal: FakeJGrants, run: Run, tmp_path: Path
) -> None:
    write_drafts([draft(), draft(grant_id=KAIGAI, title="海外展開補助金")], tmp_path / "catalogue")
    portal.add(raw_grant(acceptance_end_datetime="2026-11-01T08:00:00Z", acceptance_start_datetime=None))

    outcome = run()

    assert portal.paths() == ["補助金", f"v2/{KAIHATSU}", f"v2/{KAIGAI}"]
    assert states(outcome)["海外展開補助金"] is State.VANISHED
    assert states(outcome)["令和8年度 ものづくり試作開発補助金"] is State.SAME


def test_an_earlier_draft_that_is_gone_is_told_once_its_call_should_still_run(
    portal: FakeJGrants, run: Run, patient: PatientTime
) -> None:
    portal.add(raw_grant())
    run()
    portal.grants.clear()

    assert states(run(("試作",))) == {"令和8年度 ものづくり試作開発補助金": State.VANISHED}

    patient.started += timedelta(days=60)
    asked = len(portal.asked)
    assert states(run(("試作",))) == {}
    assert portal.paths()[asked:] == ["試作"]


def test_an_earlier_draft_that_another_keyword_misses_is_no_loss(portal: FakeJGrants, run: Run) -> None:
    portal.add(raw_grant())
    run()

    assert states(run(("海外",))) == {"令和8年度 ものづくり試作開発補助金": State.NEW}


def test_missing_fields_make_a_draft_full_of_cautions(portal: FakeJGrants, run: Run, tmp_path: Path) -> None:
    portal.add({"id": KAIHATSU, "title": "名前だけの補助金"})

    outcome = run()

    assert outcome.gathered.complete
    program = read_program(tmp_path / "drafts" / "jgrants-a0wj200000cdwawmax.yaml", load_areas())
    assert len(program.cautions) == 5
