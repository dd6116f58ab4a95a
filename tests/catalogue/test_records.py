"""Every record of the catalogue, by file: dated, sourced, readable, and consistent in itself."""

import pytest

from desk.catalogue import load_catalogue
from desk.domain.calls import State, call_state
from desk.domain.criteria import evaluate
from desk.domain.programs import Program, Status
from desk.domain.verdict import conjuncts, judge
from desk.domain.wording import sentence
from tests.domain.builders import TODAY, facts, press_shop

CATALOGUE = load_catalogue()
every_record = pytest.mark.parametrize("program", CATALOGUE.programs, ids=lambda program: f"{program.id}.yaml")


@every_record
def test_it_is_dated_and_sourced(program: Program) -> None:
    assert program.as_of <= TODAY
    assert all(source.checked_on <= TODAY for source in program.sources)
    assert all(source.url is None or source.url.startswith(("https://", "http://")) for source in program.sources)
    assert program.url is None or program.url.startswith(("https://", "http://"))


@every_record
def test_its_texts_are_sentences(program: Program) -> None:
    assert program.summary.endswith(("。", "）"))
    assert program.status_reason is None or program.status_reason.endswith("。")


@every_record
def test_its_aliases_add_something(program: Program) -> None:
    assert program.name not in program.aliases
    assert len(set(program.aliases)) == len(program.aliases)
    assert all(len(alias) >= 2 for alias in program.aliases)


@every_record
def test_money_is_told_in_words_where_there_is_money(program: Program) -> None:
    amount = program.amount
    figures = (amount.max_yen, amount.rate, *(track.max_yen for track in amount.tracks))
    assert amount.text is not None or not any(figures)


@every_record
def test_its_calls_stand_newest_first(program: Program) -> None:
    days = [call.opens_on or call.closes_on for call in program.calls if not call.rolling]
    dated = [day for day in days if day is not None]
    assert dated == sorted(dated, reverse=True)


@every_record
def test_an_ended_record_says_why_and_never_looks_open(program: Program) -> None:
    state = call_state(program, TODAY).state
    assert (program.status is Status.ENDED) <= (state is State.ENDED)
    assert program.successor is None or program.status is not Status.PUBLISHED


@every_record
def test_its_requirements_can_be_read_by_anybody(program: Program) -> None:
    for told in (facts(), press_shop(), facts(applicant_type="pre_founding", area="八王子市", site_areas=[])):
        for reason in judge(program, told).reasons:
            assert reason.text
            assert "None" not in reason.text
            assert "frozenset" not in reason.text


@every_record
def test_a_requirement_is_met_by_somebody_and_not_by_everybody(program: Program) -> None:
    """A rule that is decided before anything is known is no rule."""
    for condition in program.conditions:
        for part in conjuncts(condition):
            assert evaluate(part, facts()).holds is None, sentence(part, facts())
