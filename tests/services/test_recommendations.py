"""The use case: what is recommended, what comes close, what is asked next, and what is said beside it."""

from datetime import date
from typing import Any

import pytest

from desk.catalogue import Catalogue, load_catalogue
from desk.domain.calls import State
from desk.domain.index import Index
from desk.domain.programs import Audience, Program, Status
from desk.domain.situation import Facts
from desk.domain.verdict import Outcome
from desk.services.recommendations import Recommendations, UnknownPrograms, recommend
from tests.domain.builders import (
    AREAS,
    TODAY,
    Call,
    Combination,
    Step,
    amount,
    facts,
    hard,
    person,
    press_shop,
    program,
    soft,
)

QUESTIONS = load_catalogue().questions
SHOP = press_shop(purposes=["prototype"], budget_yen=3_000_000, site_areas=[])
ITABASHI = hard({"any_site_in": ["板橋区"]})


def catalogue(*programs: Program) -> Catalogue:
    return Catalogue(Index(programs), "v1", QUESTIONS, AREAS)


def advise(told: Facts, *programs: Program, **options: Any) -> Recommendations:
    return recommend(catalogue(*programs), told, TODAY, **options)


def ids(found: Recommendations) -> list[str]:
    return [item.program.id for item in found.items]


class TestItems:
    """What is recommended."""

    def test_what_fits_comes_with_verdict_money_and_call(self) -> None:
        (item,) = advise(SHOP, program("shisaku", ITABASHI)).items
        assert item.verdict.outcome is Outcome.ELIGIBLE
        assert item.estimate.pays == 1_500_000
        assert item.call.state is State.ROLLING

    def test_what_is_ruled_out_is_not_there(self) -> None:
        assert ids(advise(SHOP, program("kita", hard({"any_site_in": ["北区"]})), program("shisaku", ITABASHI))) == [
            "shisaku"
        ]

    def test_what_others_run_is_not_there(self) -> None:
        assert ids(advise(SHOP, program("tenji", audience=Audience.OPERATOR))) == []

    def test_the_limit_and_the_kinds_are_kept(self) -> None:
        programs = [program(f"p{at}") for at in range(8)] + [program("advice", kind="advice")]
        assert len(ids(advise(SHOP, *programs, limit=3))) == 3
        assert ids(advise(SHOP, *programs, kinds={"advice"})) == ["advice"]

    def test_the_day_given_counts_not_the_day_of_the_facts(self) -> None:
        spring = program("haru", calls=(Call("春", date(2027, 4, 1), date(2027, 5, 1), False),))
        found = recommend(catalogue(spring), SHOP, date(2027, 4, 10))
        assert found.items[0].call.state is State.OPEN


class TestNamedPrograms:
    """Asked about certain programs, the desk answers about exactly these."""

    def test_ruled_out_and_ended_ones_too_in_the_order_asked(self) -> None:
        programs = (
            program("kita", hard({"any_site_in": ["北区"]})),
            program("kyu", status=Status.ENDED, status_reason="終了しました。", successor="shin"),
            program("shin"),
        )
        found = advise(SHOP, *programs, programs=["kyu", "kita", "kyu"])
        assert ids(found) == ["kyu", "kita"]
        assert [item.verdict.outcome for item in found.items] == [Outcome.INELIGIBLE, Outcome.INELIGIBLE]
        assert found.items[0].call.state is State.ENDED

    def test_what_is_ruled_out_promises_no_money(self) -> None:
        found = advise(SHOP, program("kita", hard({"any_site_in": ["北区"]})), programs=["kita"])
        assert found.items[0].estimate.pays is None

    def test_the_question_is_about_these_programs(self) -> None:
        programs = (program("a", hard({"filed": {"is": True}})), program("b", hard({"started": {"is": False}})))
        question = advise(SHOP, *programs, programs=["a"]).next_question
        assert question is not None
        assert question.fact == "filed"

    def test_an_unknown_program_is_named(self) -> None:
        with pytest.raises(UnknownPrograms, match="uchu"):
            advise(SHOP, program("a"), programs=["a", "uchu"])

    def test_of_an_unconfirmed_record_only_the_name_is_told(self) -> None:
        secret = program(
            "mikakunin", ITABASHI, status=Status.UNPUBLISHED, status_reason="確認中です。", cautions=("未確認",)
        )
        (item,) = advise(SHOP, secret, programs=["mikakunin"]).items
        assert item.verdict.outcome is Outcome.POSSIBLE
        assert [reason.text for reason in item.verdict.reasons] == ["確認中です。"]
        assert (item.program.summary, item.program.url, item.program.sources, item.notes) == ("", None, (), ())
        assert item.program.amount.max_yen is None


class TestNotes:
    """What a person should read before applying."""

    def notes(self, told: Facts = SHOP, **changes: Any) -> str:
        return "\n".join(advise(told, program("a", **changes)).items[0].notes)

    def test_money_first(self) -> None:
        assert self.notes().startswith("助成の目安は150万円、自己負担は150万円です")

    def test_a_floor_that_is_not_reached(self) -> None:
        assert "申請の下限（500万円）に届きません" in self.notes(amount=amount(min_yen=5_000_000, max_yen=9_000_000))

    def test_a_closed_call(self) -> None:
        closed = Call("令和7年度", date(2025, 5, 9), date(2025, 6, 5), False)
        assert "受付期間外" in self.notes(calls=(closed,), recurs="yearly")

    def test_an_old_record(self) -> None:
        assert "2025年3月31日時点" in self.notes(as_of=date(2025, 3, 31))

    def test_what_must_be_done_before(self) -> None:
        steps = (Step("hearing", "担当者のヒアリングを受ける", True), Step("gbizid", "GビズIDがあると便利", False))
        notes = self.notes(prior_steps=steps)
        assert "申請の前に: 担当者のヒアリングを受ける" in notes
        assert "GビズID" not in notes

    def test_combinations_preferences_and_doubts(self) -> None:
        same = Combination("same_theme", (), "同じテーマでほかの助成は受けられません")
        liked = soft({"wage_raise_plan": {"is": True}}, "賃上げを計画していること")
        found = advise(SHOP, program("a", liked, combinations=(same,), cautions=("金額は二次情報",))).items[0].notes
        assert found[-3:] == ("当てはまると有利: 賃上げを計画していること", same.text, "金額は二次情報")

    def test_programs_that_exclude_each_other_are_marked_on_both_sides(self) -> None:
        exclusive = Combination("exclusive", ("b",), "どちらか一方")
        first, second = advise(SHOP, program("a", combinations=(exclusive,)), program("b")).items
        assert (first.either_or, second.either_or) == (("b",), ("a",))
        assert second.notes[0] == "「a助成金」とは、どちらか一方だけ使えます"


class TestNearMisses:
    """What one or two changes would open."""

    def test_they_say_what_would_have_to_change(self) -> None:
        shinjuku = program("shinjuku", hard({"any_site_in": ["新宿区"]}))
        (close,) = advise(SHOP, shinjuku).near_misses
        assert close.missing == ("新宿区に事業所を設ける",)
        assert close.verdict.outcome is Outcome.INELIGIBLE

    def test_what_cannot_be_changed_is_no_near_miss(self) -> None:
        assert advise(SHOP, program("shop", hard({"industry": {"in": ["retail"]}}))).near_misses == ()

    def test_what_needs_no_other_place_comes_first(self) -> None:
        shinjuku = program("a-shinjuku", hard({"any_site_in": ["新宿区"]}))
        found = advise(SHOP.learn("filed", False), shinjuku, program("b-filed", hard({"filed": {"is": True}})))
        assert [item.program.id for item in found.near_misses] == ["b-filed", "a-shinjuku"]

    def test_there_are_few(self) -> None:
        programs = [program(f"p{at}", hard({"any_site_in": ["新宿区"]})) for at in range(20)]
        assert len(advise(SHOP, *programs).near_misses) == 5


class TestNextQuestion:
    """What settles most, or nothing."""

    def test_it_carries_its_words(self) -> None:
        question = advise(facts(), program("a", ITABASHI)).next_question
        assert question is QUESTIONS["purposes"]

    def test_none_when_all_is_settled(self) -> None:
        assert advise(SHOP, program("a", ITABASHI, person())).next_question is None

    def test_none_when_nothing_fits(self) -> None:
        assert advise(SHOP, program("a", hard({"any_site_in": ["北区"]}))).next_question is None


def test_the_real_catalogue_serves_a_press_shop_in_itabashi() -> None:
    told = press_shop(purposes=["joint_research"], started=False, budget_yen=3_000_000, site_areas=[], age_years=12)
    found = recommend(load_catalogue(), told, TODAY)
    assert "itabashi-sangakuko-rd" in ids(found)
    assert found.catalogue_version == load_catalogue().version
    local = next(item for item in found.items if item.program.id == "itabashi-sangakuko-rd")
    assert local.estimate.pays == 1_500_000
