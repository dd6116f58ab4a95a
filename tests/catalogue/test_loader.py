"""Records are read strictly: a fault is named with file, line and how to mend it."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from desk.catalogue.common_rules import NOT_BEGUN
from desk.catalogue.loader import PROGRAMS, load_programs, read_programs, version_of
from desk.catalogue.problems import InvalidCatalogue, Problem
from desk.domain.criteria import AllOf, Compare, Enterprise, Located, Op
from desk.domain.programs import Audience, Program, Role, Status
from tests.catalogue.records import RECORD, changed, write


def only(folder: Path, text: str) -> Problem:
    """The one problem of a folder with this record."""
    write(folder, text)
    (problem,) = read_programs(folder).problems
    return problem


class TestSoundRecord:
    """What a record becomes."""

    @pytest.fixture
    def program(self, tmp_path: Path) -> Program:
        write(tmp_path)
        (program,) = load_programs(tmp_path)
        return program

    def test_words_numbers_and_dates(self, program: Program) -> None:
        assert (program.audience, program.status) == (Audience.DIRECT, Status.PUBLISHED)
        assert program.amount.rate == Fraction(2, 3)
        assert program.calls[0].closes_on == date(2026, 6, 5)
        assert program.as_of == date(2026, 4, 1)

    def test_criteria_become_a_tree(self, program: Program) -> None:
        criterion = program.conditions[0].criterion
        assert isinstance(criterion, AllOf)
        assert criterion.parts == (
            Enterprise("sme_basic_act"),
            Located(("板橋区",), frozenset({"板橋区"}), any_site=True),
            Compare("industry", Op.IN, frozenset({"manufacturing"})),
        )

    def test_each_condition_has_its_role(self, program: Program) -> None:
        written = [each for each in program.conditions if each.clauses]
        assert [each.role for each in written] == [Role.CODED, Role.PERSON, Role.STEP, Role.DETAIL]
        assert program.conditions[2].clauses == (2, 3)
        assert program.hard_criteria == (program.conditions[0], NOT_BEGUN)
        assert program.person_checks == program.conditions[1:2]

    def test_a_track_keeps_its_criterion(self, program: Program) -> None:
        assert program.amount.tracks[0].criterion == Enterprise("small_basic_act")
        assert [terms.rate for terms in program.amount.terms] == [Fraction(2, 3), Fraction(4, 5)]


RULE = "conditions.0.criterion"
FAULTS = [
    ("name: 試作品製作助成金", "", "name", 1, "Add the key"),
    ("level: ward", "level: ward\ncolour: red", "colour", 7, "Take the key out"),
    ("kind: subsidy", "kind: grant", "kind", 8, "one of the words"),
    ("audience: direct", "audience: everyone", "audience", 9, "one of the words"),
    ("area: 板橋区", "area: 城東地域", "area", 7, "municipality"),
    ("purposes: [prototype]", "purposes: [prototyping]", "purposes.0", 14, "prototype"),
    ('rate: "2/3"', "rate: 0.67", "amount.rate", 19, "fraction"),
    ('rate: "2/3"', 'rate: "3/2"', "amount.rate", 19, "fraction"),
    ('rate: "2/3"', 'rate: "2/0"', "amount.rate", 19, "fraction"),
    ("max_yen: 1500000", "max_yen: 150万円", "amount.max_yen", 17, "format"),
    ("min_yen: null", "min_yen: 9000000", "amount", 16, "highest"),
    ("text: 上限150万円", "text: 上限100万円", "amount", 16, "highest amount"),
    ("opens_on: 2026-05-08, ", "opens_on: 2026-07-08, ", "calls.0", 25, "Swap"),
    (", opens_on: 2026-05-08, closes_on: 2026-06-05", "", "calls.0", 25, "leave it out"),
    ("kind: hearing, text", "kind: chat, text", "prior_steps.0.kind", 28, "one of the words"),
    ("person: 納税証明書で確認します", "hardness: hard", "conditions.1", 34, "exactly one"),
    ('as_of: "2026-04-01"', "as_of: 令和8年度", "as_of", 49, "2026-03-31"),
    ("confidence: high", "confidence: low", "record", 1, "unpublished"),
    ("status: published", "status: ended", "record", 1, "status_reason"),
    ("criterion: small_basic_act", "criterion: tiny", "amount.tracks.0.criterion", 22, "sme_basic_act"),
    ("{any_site_in: [板橋区]}", "{any_site_in: [城東]}", RULE + ".all.1.any_site_in", 33, "municipalities"),
    ("{any_site_in: [板橋区]}", "{any_site_in: 板橋区}", RULE + ".all.1.any_site_in", 33, "[板橋区]"),
    ("{any_site_in: [板橋区]}", "{area: {is: 板橋区}}", RULE + ".all.1.area", 33, "head_office_in"),
    ("{any_site_in: [板橋区]}", "{turnover: {at_most: 1}}", RULE + ".all.1.turnover", 33, "vocabulary"),
    ("{any_site_in: [板橋区]}", "{employees: {in: [1]}}", RULE + ".all.1.employees", 33, "at_least"),
    ("{any_site_in: [板橋区]}", "{employees: 20}", RULE + ".all.1.employees", 33, "{is: …}"),
    (
        "{any_site_in: [板橋区]}",
        "{employees: {at_most: 20人}}",
        RULE + ".all.1.employees.at_most",
        33,
        "digits",
    ),
    ("{any_site_in: [板橋区]}", "{started: {is: いいえ}}", RULE + ".all.1.started.is", 33, "is: false"),
    ("{any_site_in: [板橋区]}", "{start_by: {at_most: 春}}", RULE + ".all.1.start_by.at_most", 33, "2027"),
    ("{any_site_in: [板橋区]}", "{tech_theme: {is: AI}}", RULE + ".all.1.tech_theme", 33, "person"),
    ("{any_site_in: [板橋区]}", "{not: {all: []}}", RULE + ".all.1.not.all", 33, "first, second"),
    ("[manufacturing]", "[金属加工]", RULE + ".all.2.industry.in", 33, "manufacturing"),
    ("[manufacturing]", "manufacturing", RULE + ".all.2.industry.in", 33, "industry: {in"),
    (
        "criterion: {all: [",
        "criterion: {any: [sme_tax_act], all: [",
        RULE,
        33,
        "under all",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "field", "line", "mend"), FAULTS)
def test_a_fault_is_named_with_its_line_and_its_mend(
    tmp_path: Path, before: str, after: str, field: str, line: int, mend: str
) -> None:
    problem = only(tmp_path, changed(before, after))
    assert (problem.file, problem.field, problem.line) == ("itabashi-shisaku.yaml", field, line)
    assert mend in problem.mend
    assert problem.message


class TestYaml:
    """Files that are no YAML, or say a thing twice."""

    def test_a_text_with_a_colon_needs_quotes(self, tmp_path: Path) -> None:
        problem = only(tmp_path, changed("name: 試作品製作助成金", "name: 試作: 助成金"))
        assert (problem.field, problem.line) == ("YAML", 2)
        assert "quotes" in problem.mend

    def test_a_key_written_twice_is_not_swallowed(self, tmp_path: Path) -> None:
        problem = only(tmp_path, RECORD + "level: city\n")
        assert "twice" in problem.message

    def test_a_file_that_is_no_mapping(self, tmp_path: Path) -> None:
        assert only(tmp_path, "- 1\n").field == "record"


class TestBetweenRecords:
    """Ids, names and clauses across the folder."""

    def test_the_id_is_the_name_of_the_file(self, tmp_path: Path) -> None:
        (tmp_path / "other.yaml").write_text(RECORD, encoding="utf-8")
        (problem,) = read_programs(tmp_path).problems
        assert (problem.file, problem.field) == ("other.yaml", "id")

    def test_a_name_leads_to_one_program(self, tmp_path: Path) -> None:
        write(tmp_path)
        write(
            tmp_path,
            RECORD.replace("板橋の試作助成", "試作品製作助成金").replace("name: 試作品", "name: 別の"),
            "other",
        )
        (problem,) = read_programs(tmp_path).problems
        assert (problem.file, problem.field, problem.line) == ("other.yaml", "aliases", 3)

    def test_or_to_one_family(self, tmp_path: Path) -> None:
        family = changed("family: null", "family: shisaku")
        write(tmp_path, family)
        write(tmp_path, family, "other")
        assert read_programs(tmp_path).problems == ()

    def test_ids_that_are_referred_to_exist(self, tmp_path: Path) -> None:
        text = changed("with: null", "with: [gone]").replace("successor: null", "successor: lost")
        write(tmp_path, text)
        problems = read_programs(tmp_path).problems
        assert {problem.field for problem in problems} == {"combinations", "successor"}

    def test_a_reference_to_a_faulty_record_is_no_fault_of_its_own(self, tmp_path: Path) -> None:
        write(tmp_path, changed("with: null", "with: [broken]"))
        write(tmp_path, changed("kind: subsidy", "kind: grant").replace("試作", "別"), "broken")
        assert [problem.file for problem in read_programs(tmp_path).problems] == ["broken.yaml"]

    def test_every_clause_is_covered(self, tmp_path: Path) -> None:
        assert "clause 5" in only(tmp_path, changed("facts_conditions: 5", "facts_conditions: 6")).message
        assert (
            "clause 4 does not exist" in only(tmp_path, changed("facts_conditions: 5", "facts_conditions: 4")).message
        )

    def test_a_step_is_one_of_the_prior_steps(self, tmp_path: Path) -> None:
        problem = only(tmp_path, changed("step: hearing", "step: gbizid"))
        assert (problem.field, problem.line) == ("conditions", 39)


def test_one_bad_record_does_not_hide_the_others(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, changed("kind: subsidy", "kind: grant").replace("試作", "別"), "broken")
    reading = read_programs(tmp_path)
    assert [program.id for program in reading.programs] == ["itabashi-shisaku"]
    with pytest.raises(InvalidCatalogue, match=r"broken\.yaml:8: kind"):
        load_programs(tmp_path)


class TestVersion:
    """The version names the content."""

    def test_the_same_content_has_the_same_version(self, tmp_path: Path) -> None:
        (tmp_path / "a").mkdir()
        (tmp_path / "b").mkdir()
        assert version_of(write(tmp_path / "a").parent) == version_of(write(tmp_path / "b").parent)

    def test_any_change_changes_it(self, tmp_path: Path) -> None:
        before = version_of(write(tmp_path).parent)
        write(tmp_path, changed("max_yen: 1500000", "max_yen: 1600000"))
        assert version_of(tmp_path) != before


def test_the_whole_catalogue_is_sound() -> None:
    reading = read_programs(PROGRAMS)
    assert reading.problems == ()
    assert len(reading.programs) >= 200
