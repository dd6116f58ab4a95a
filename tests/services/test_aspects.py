"""One side of a program for one person, the budget that is asked for once, and what "it" means."""

from dataclasses import replace

import pytest

from desk.domain.aspects import Aspect
from desk.domain.programs import Program
from desk.services import aspects, control, interview
from desk.services.aspects import awaited_estimate, can_alert, explain, topic_program
from desk.services.context import Desk
from desk.services.notes import note_facts
from desk.services.offers import program_card
from tests.domain.builders import ROLLING
from tests.services.people import entity, exchange, person, stored_conversation

GRANT = "itabashi-sangakuko-rd"


@pytest.fixture
def grant(desk: Desk) -> Program:
    """A grant of two thirds up to 1,500,000 yen."""
    program = desk.catalogue.program(GRANT)
    assert program is not None
    return program


def show(desk: Desk, conversation: str, *ids: str) -> None:
    """The bot shows cards of these programs."""
    programs = [program for program in map(desk.catalogue.program, ids) if program is not None]
    custom = {"type": "program", "items": [program_card(program) for program in programs]}
    exchange(desk, conversation, "教えて", {"text": "こちらです。", "custom": custom})


class TestTheBudget:
    """Asked for once, where an estimate hangs on it and nothing else is open."""

    def test_it_is_asked_for_and_the_estimate_waits(self, desk: Desk, grant: Program) -> None:
        somebody = person(desk)
        told = explain(desk, somebody, grant, Aspect.AMOUNT, ask=True)
        assert told.question is not None
        assert told.question.fact == "budget_yen"
        assert stored_conversation(desk, somebody).pending == "budget_yen"
        assert awaited_estimate(desk, somebody) is grant

    def test_the_answer_settles_it(self, desk: Desk, grant: Program) -> None:
        somebody = person(desk)
        explain(desk, somebody, grant, Aspect.AMOUNT, ask=True)
        interview.hear(desk, somebody, "inform", [entity("budget_yen", 3_000_000)])
        aspects.settle_estimate(desk, somebody)
        assert awaited_estimate(desk, somebody) is None
        assert stored_conversation(desk, somebody).draft == {}
        assert "助成の目安は150万円、自己負担は150万円です。" in explain(desk, somebody, grant, Aspect.AMOUNT).lines

    def test_it_is_not_asked_for_again_when_it_is_not_known(self, desk: Desk, grant: Program) -> None:
        somebody = person(desk)
        explain(desk, somebody, grant, Aspect.AMOUNT, ask=True)
        interview.hear(desk, somebody, "dont_know", [])
        assert explain(desk, somebody, grant, Aspect.AMOUNT, ask=True).question is None

    def test_a_question_that_is_open_is_not_pushed_aside(self, desk: Desk, grant: Program) -> None:
        somebody = person(desk)
        interview.advise(desk, somebody)
        pending = stored_conversation(desk, somebody).pending
        assert explain(desk, somebody, grant, Aspect.AMOUNT, ask=True).question is None
        assert stored_conversation(desk, somebody).pending == pending

    def test_who_is_ruled_out_is_not_asked(self, desk: Desk, grant: Program) -> None:
        somebody = person(desk)
        note_facts(desk, somebody, [entity("industry", "retail")])
        assert explain(desk, somebody, grant, Aspect.AMOUNT, ask=True).question is None

    @pytest.mark.parametrize("aspect", [each for each in Aspect if each is not Aspect.AMOUNT])
    def test_other_sides_do_not_need_it(self, desk: Desk, grant: Program, aspect: Aspect) -> None:
        assert explain(desk, person(desk), grant, aspect, ask=True).question is None

    def test_the_interview_that_asks_for_it_later_asks_for_itself(self, desk: Desk, grant: Program) -> None:
        somebody = person(desk)
        explain(desk, somebody, grant, Aspect.AMOUNT, ask=True)
        interview.advise(desk, somebody, "now")
        with desk.database.transaction() as session:
            session.merge(stored_conversation(desk, somebody)).pending = "budget_yen"
        assert awaited_estimate(desk, somebody) is None


class TestIt:
    """What "it" means."""

    def test_one_program_on_show_is_it(self, desk: Desk) -> None:
        somebody = person(desk)
        show(desk, somebody, GRANT)
        topic = topic_program(desk, somebody)
        assert topic is not None
        assert topic.id == GRANT

    def test_several_on_show_are_not(self, desk: Desk) -> None:
        somebody = person(desk)
        show(desk, somebody, GRANT)
        show(desk, somebody, GRANT, "monodukuri")
        assert topic_program(desk, somebody) is None

    def test_talk_of_other_things_does_not_change_it(self, desk: Desk) -> None:
        somebody = person(desk)
        show(desk, somebody, GRANT)
        exchange(desk, somebody, "こんにちは")
        assert topic_program(desk, somebody) is not None

    def test_a_new_start_forgets_it(self, desk: Desk) -> None:
        somebody = person(desk)
        show(desk, somebody, GRANT)
        control.restart(desk, somebody)
        assert topic_program(desk, somebody) is None


def test_why_is_told_for_the_facts_of_this_person(desk: Desk, grant: Program) -> None:
    somebody = person(desk)
    note_facts(desk, somebody, [entity("industry", "retail")])
    lines = explain(desk, somebody, grant, Aspect.WHY).lines
    assert "× 合っていません：業種は製造業（回答: 小売業・飲食店）" in lines
    assert "出典" in lines[-2]


def test_relatives_are_sought_where_the_person_is(desk: Desk, grant: Program) -> None:
    somebody = person(desk)
    told = explain(desk, somebody, grant, Aspect.SIMILAR)
    assert 1 <= len(told.similar) <= 3
    assert {each.area for each in told.similar} <= {"板橋区", "特別区", "東京都", None}
    assert grant not in told.similar


def test_of_advice_nobody_asks_how_much(desk: Desk) -> None:
    advice = desk.catalogue.program("inpit-chizai-madoguchi")
    assert advice is not None
    assert Aspect.AMOUNT not in aspects.aspects_of(desk, advice)


def test_there_is_nothing_to_wait_for_where_one_may_always_apply(desk: Desk, grant: Program) -> None:
    assert not can_alert(desk, replace(grant, calls=(ROLLING,)))
    assert can_alert(desk, replace(grant, calls=(), recurs="yearly"))
