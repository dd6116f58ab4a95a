"""Finding programs: by id, by family, by name and by the names people use."""

from pathlib import Path

import pytest

from desk.catalogue import Catalogue, load_catalogue
from desk.catalogue.diff import decisive, differences
from desk.catalogue.loader import read_programs
from desk.domain.programs import Status
from tests.catalogue.records import changed, write


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Three records: one by itself, two of a family, the last of which has ended."""
    write(tmp_path)
    family = changed("family: null", "family: monodukuri")
    write(tmp_path, family.replace("試作", "ものづくり"), "monodukuri-new")
    ended = family.replace("試作", "旧ものづくり").replace("status: published", "status: ended")
    ended = ended.replace("status_reason: null", "status_reason: 2025年3月に終了しました。")
    write(tmp_path, ended.replace("successor: null", "successor: monodukuri-new"), "monodukuri-old")
    return load_catalogue(tmp_path)


def found(catalogue: Catalogue, name: str) -> list[str]:
    return [program.id for program in catalogue.find(name)]


def test_by_id_name_and_alias(catalogue: Catalogue) -> None:
    for name in ("itabashi-shisaku", "試作品製作助成金", "板橋の試作助成", "試作品 製作助成金"):
        assert found(catalogue, name) == ["itabashi-shisaku"]


def test_a_family_leads_to_all_its_members(catalogue: Catalogue) -> None:
    assert found(catalogue, "monodukuri") == ["monodukuri-new", "monodukuri-old"]


def test_an_ended_program_is_found_with_its_successor(catalogue: Catalogue) -> None:
    (old,) = catalogue.find("旧ものづくり品製作助成金")
    assert old.status is Status.ENDED
    assert old.successor is not None
    assert catalogue.program(old.successor) is catalogue.programs[1]


def test_what_is_unknown_leads_nowhere(catalogue: Catalogue) -> None:
    assert catalogue.find("宇宙旅行助成金") == ()
    assert catalogue.program("uchu") is None


def test_every_askable_fact_has_its_effort(catalogue: Catalogue) -> None:
    assert catalogue.efforts.keys() == catalogue.questions.keys()


class TestDifferences:
    """What changed between two states of the records."""

    def changes(self, folder: Path, text: str) -> list[tuple[str | None, bool]]:
        (folder / "before").mkdir()
        (folder / "after").mkdir()
        write(folder / "before")
        write(folder / "after", text)
        before, after = (read_programs(folder / each).programs for each in ("before", "after"))
        return [(change.field, decisive(change)) for change in differences(before, after)]

    def test_a_new_limit_can_change_a_verdict(self, tmp_path: Path) -> None:
        assert self.changes(tmp_path, changed("sme_basic_act", "small_basic_act")) == [("conditions", True)]

    def test_another_wording_cannot(self, tmp_path: Path) -> None:
        assert self.changes(tmp_path, changed("summary: 区内の", "summary: 板橋区内の")) == [("summary", False)]

    def test_nothing_changed(self, tmp_path: Path) -> None:
        assert self.changes(tmp_path, changed("cautions: []", "cautions: [ ]")) == []

    def test_added_and_removed_programs(self, catalogue: Catalogue) -> None:
        added = list(differences((), catalogue.programs))
        assert (added[0].program, added[0].before) == ("itabashi-shisaku", None)
        assert all(decisive(change) for change in differences(catalogue.programs, ()))
