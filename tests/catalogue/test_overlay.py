"""Published edits over the seeds: shown, settled, in conflict or left out, and never a silent loss."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.catalogue import Catalogue, load_catalogue
from desk.catalogue.editing import EDITABLE, UnfitRecord, editable, merged, program_from, seed_records
from desk.catalogue.overlay import Edit, Standing, overlay, seed_digest
from desk.catalogue.schema import ProgramRecord
from tests.catalogue.records import RECORD

ID = "itabashi-shisaku"


@pytest.fixture
def seeds(tmp_path: Path) -> Iterator[Catalogue]:
    """A catalogue of one program."""
    (tmp_path / f"{ID}.yaml").write_text(RECORD, encoding="utf-8")
    yield load_catalogue(tmp_path)
    load_catalogue.cache_clear()
    seed_records.cache_clear()


def edit(seeds: Catalogue, **changes: object) -> Edit:
    """An edit of some fields, made over the seed of today."""
    return Edit(ID, editable(seed_records(seeds.folder)[ID]) | changes, seed_digest(seeds, ID))


def test_an_edit_is_shown_in_place_of_the_seed(seeds: Catalogue) -> None:
    found = overlay(seeds, [edit(seeds, summary="試作の費用を助けます。")])

    assert found.standings == {ID: Standing.SHOWN}
    assert found.catalogue.program(ID).summary == "試作の費用を助けます。"
    assert found.catalogue.version != seeds.version


def test_the_requirements_stay_those_of_the_seed(seeds: Catalogue) -> None:
    found = overlay(seeds, [edit(seeds, name="試作助成")])

    assert found.catalogue.program(ID).conditions == seeds.program(ID).conditions
    assert "conditions" not in EDITABLE


def test_the_same_edits_give_the_same_version_whatever_their_order(seeds: Catalogue) -> None:
    once = overlay(seeds, [edit(seeds, summary="試作の費用を助けます。")])
    again = overlay(seeds, [edit(seeds, summary="試作の費用を助けます。")])

    assert once.catalogue.version == again.catalogue.version


def test_an_edit_that_the_seed_has_taken_over_is_settled(seeds: Catalogue) -> None:
    found = overlay(seeds, [edit(seeds)])

    assert found.standings == {ID: Standing.SETTLED}
    assert found.catalogue is seeds


def test_a_seed_changed_since_the_edit_is_a_conflict_and_said_to_be_one(seeds: Catalogue) -> None:
    older = Edit(ID, edit(seeds, summary="試作の費用を助けます。").content, "another digest")

    found = overlay(seeds, [older])

    assert found.standings == {ID: Standing.CONFLICT}
    assert found.catalogue.program(ID).summary == "試作の費用を助けます。"


def test_an_edit_that_fits_no_longer_leaves_the_seed_in_force(seeds: Catalogue) -> None:
    found = overlay(seeds, [edit(seeds, successor="nowhere")])

    assert found.standings == {ID: Standing.BROKEN}
    assert found.catalogue.program(ID) == seeds.program(ID)


def test_a_program_without_a_seed_joins_the_others(seeds: Catalogue) -> None:
    record = dict(seed_records(seeds.folder)[ID]) | {"id": "jgrants-1", "name": "新しい助成", "aliases": []}

    found = overlay(seeds, [Edit("jgrants-1", record, None)])

    assert found.standings == {"jgrants-1": Standing.SHOWN}
    assert [program.id for program in found.catalogue.programs] == [ID, "jgrants-1"]


def test_everything_that_is_edited_exists_in_the_schema() -> None:
    assert set(EDITABLE) <= set(ProgramRecord.model_fields)


def test_the_real_seeds_come_back_unchanged_through_json() -> None:
    seeds = load_catalogue()
    found = overlay(seeds, [Edit(each, editable(raw), None) for each, raw in seed_records(seeds.folder).items()])

    assert set(found.standings.values()) == {Standing.SETTLED}


@pytest.mark.parametrize(
    ("changes", "path", "kind"),
    [
        ({"summary": ""}, ("summary",), "string_too_short"),
        ({"summary": "あ" * 121}, ("summary",), "string_too_long"),
        ({"calls": [{"name": "第1回"}]}, ("calls", 0), "no_date"),
        (
            {"calls": [{"name": "春", "opens_on": "2026-05-02", "closes_on": "2026-05-01"}]},
            ("calls", 0),
            "backwards",
        ),
        ({"sources": []}, ("sources",), "too_short"),
        ({"status": "ended"}, (), "no_reason"),
        ({"confidence": "low"}, (), "unchecked"),
    ],
)
def test_what_is_wrong_is_named_by_field_and_kind(
    seeds: Catalogue, changes: dict[str, object], path: tuple[str | int, ...], kind: str
) -> None:
    record = merged(seed_records(seeds.folder)[ID], editable(seed_records(seeds.folder)[ID]) | changes)

    with pytest.raises(UnfitRecord) as unfit:
        program_from(record, seeds.areas)

    assert [(fault.path, fault.kind) for fault in unfit.value.faults] == [(path, kind)]
