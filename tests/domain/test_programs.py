"""The parts of a program: terms of payment, requirements, and what may be said of an unconfirmed record."""

from fractions import Fraction

from desk.domain.programs import Amount, Audience, Status, Terms, Track, name_only
from tests.domain.builders import Combination, Step, amount, hard, person, program, soft, track


class TestTerms:
    """Every way to be paid a known share up to a known cap."""

    def test_the_ordinary_case_alone(self) -> None:
        assert amount().terms == (Terms("", Fraction(2, 3), 1_500_000, None),)

    def test_the_ordinary_cap_is_lower_than_the_highest_amount(self) -> None:
        two_caps = amount(max_yen=25_000_000, base_yen=15_000_000)
        assert two_caps.cap == 15_000_000
        assert two_caps.terms[0].cap == 15_000_000

    def test_a_base_of_nothing_is_a_cap_too(self) -> None:
        assert amount(base_yen=0).cap == 0

    def test_a_track_fills_what_it_leaves_open_from_the_ordinary_case(self) -> None:
        rows = amount(tracks=(track("小規模", rate=Fraction(4, 5)), track("大型", max_yen=5_000_000))).terms
        assert [(row.name, row.rate, row.cap) for row in rows] == [
            ("", Fraction(2, 3), 1_500_000),
            ("小規模", Fraction(4, 5), 1_500_000),
            ("大型", Fraction(2, 3), 5_000_000),
        ]

    def test_without_a_rate_or_a_cap_nothing_can_be_computed(self) -> None:
        assert amount(rate=None).terms == ()
        assert amount(max_yen=None).terms == ()
        assert Terms.of(Track("枠", None, None, None), Amount(None, None, Fraction(1, 2), None, (), None)) is None

    def test_a_track_can_bring_the_rate_that_the_ordinary_case_lacks(self) -> None:
        rows = amount(rate=None, tracks=(track("小規模", "small_basic_act", rate=Fraction(3, 4)),)).terms
        assert [row.name for row in rows] == ["小規模"]
        assert rows[0].criterion is not None


class TestRequirements:
    """What decides, and what is left to a person."""

    GRANT = program(
        "a",
        hard("sme_basic_act", "中小企業"),
        soft({"wage_raise_plan": {"is": True}}, "賃上げ"),
        person("納税", hard=True),
        person("団体", hard=False),
    )

    def test_hard_rules_decide(self) -> None:
        assert [each.text for each in self.GRANT.hard_criteria] == ["中小企業"]

    def test_hard_checks_are_left_to_a_person(self) -> None:
        assert [each.text for each in self.GRANT.person_checks] == ["納税"]


def test_only_published_programs_are_published() -> None:
    assert program("a").published
    for status in (Status.UNPUBLISHED, Status.PLANNED, Status.ENDED):
        assert not program("a", status=status).published


def test_of_an_unconfirmed_record_nothing_remains_to_rely_on() -> None:
    record = program(
        "a",
        hard("sme_basic_act"),
        prior_steps=(Step("hearing", "相談する", True),),
        combinations=(Combination("same_theme", (), "併用できません"),),
        contact="窓口",
        cautions=("二次情報",),
        documents=("納税証明書",),
    )
    bare = name_only(record)
    assert (bare.id, bare.name, bare.operator, bare.kind) == (record.id, record.name, record.operator, record.kind)
    assert bare.audience is Audience.DIRECT
    assert (bare.summary, bare.url, bare.contact) == ("", None, None)
    assert bare.amount.terms == ()
    assert not any((bare.calls, bare.prior_steps, bare.documents, bare.conditions, bare.combinations, bare.sources))
    assert not bare.cautions
