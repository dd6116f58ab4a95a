"""Codes of a record as people read them."""

from datetime import date
from fractions import Fraction
from typing import get_args

import pytest

from desk.catalogue.schema import AudienceWord, CombinationKind, ProgramKind
from desk.domain.calls import CallState, State
from desk.domain.program_words import (
    AUDIENCES,
    COMBINATIONS,
    KINDS,
    STATES,
    TermsInWords,
    amount_in_short,
    amount_words,
    area_words,
    call_words,
    period,
    rate_words,
    state_of,
    terms_in_words,
)
from desk.domain.programs import Call
from tests.domain.builders import TODAY, amount, program, track

CLOSES = date(2026, 12, 18)
AUTUMN = Call("第2回", date(2026, 11, 1), CLOSES, False)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (KINDS, get_args(ProgramKind)),
        (COMBINATIONS, get_args(CombinationKind)),
        (AUDIENCES, get_args(AudienceWord)),
        (STATES, tuple(State)),
    ],
)
def test_every_code_of_the_records_has_words(words: dict[str, str], codes: tuple[str, ...]) -> None:
    assert set(words) == set(codes)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (CallState(State.OPEN, date(2026, 11, 1), CLOSES), "受付中（2026年12月18日まで）"),
        (CallState(State.OPEN, date(2026, 11, 1)), "受付中"),
        (CallState(State.ROLLING, None, CLOSES), "随時受付（2026年12月18日まで）"),
        (CallState(State.UPCOMING, date(2027, 4, 10), date(2027, 5, 10)), "2027年4月10日から受付の予定"),
        (CallState(State.CLOSED, date(2025, 5, 9), date(2025, 6, 5)), "受付期間外"),
        (CallState(State.ENDED), "終了"),
        (CallState(State.UNKNOWN), "受付期間は要確認"),
    ],
)
def test_a_call_is_told_with_the_date_that_matters(call: CallState, words: str) -> None:
    assert call_words(call) == words


@pytest.mark.parametrize(
    ("opens", "closes", "words"),
    [
        (date(2026, 11, 1), CLOSES, "2026年11月1日〜2026年12月18日"),
        (None, CLOSES, "〜2026年12月18日"),
        (date(2026, 11, 1), None, "2026年11月1日〜"),
        (None, None, "期間の定めなし"),
    ],
)
def test_a_period_may_be_open_at_either_end(opens: date | None, closes: date | None, words: str) -> None:
    assert period(Call("公募", opens, closes, False)) == words


def test_each_call_of_a_program_has_a_state_of_its_own() -> None:
    past = Call("第1回", date(2026, 5, 1), date(2026, 6, 1), False)
    both = program(calls=(AUTUMN, past))
    assert [state_of(both, call, TODAY) for call in both.calls] == [State.OPEN, State.CLOSED]


@pytest.mark.parametrize(
    ("rate", "words"),
    [(Fraction(2, 3), "3分の2以内"), (Fraction(1), "全額"), (None, ""), (Fraction(1, 2), "2分の1以内")],
)
def test_a_share_is_read_as_a_fraction(rate: Fraction | None, words: str) -> None:
    assert rate_words(rate) == words


def test_money_is_told_in_the_records_own_words_if_it_has_any() -> None:
    assert amount_words(amount(text="上限150万円・助成率2/3以内")) == "上限150万円・助成率2/3以内"
    assert amount_words(amount()) == "上限150万円"
    assert amount_words(amount(max_yen=None)) == ""


def test_a_long_text_about_money_is_told_in_short() -> None:
    assert amount_in_short(amount(text="上限150万円・2/3以内")) == "上限150万円・2/3以内"
    assert amount_in_short(amount(text="3年間の合計で9,750万円まで、" * 3)) == "最大150万円・3分の2以内"
    assert amount_in_short(amount(max_yen=None, rate=None)) == ""


def test_the_ordinary_case_comes_before_the_tracks() -> None:
    ways = amount(
        tracks=(track("小規模企業者", "small_basic_act", rate=Fraction(4, 5)), track("大型", max_yen=5_000_000))
    )
    ordinary, small, large = terms_in_words(ways, TODAY)
    assert ordinary == TermsInWords("通常の場合", "150万円", "3分の2以内", "")
    assert (small.limit, small.rate) == ("150万円", "5分の4以内")
    assert "小規模" in small.condition
    assert large == TermsInWords("大型", "500万円", "3分の2以内", "")


def test_what_is_not_known_of_a_track_is_left_empty() -> None:
    only = amount(max_yen=None, rate=None, tracks=(track("加速枠"),))
    assert list(terms_in_words(only, TODAY)) == [TermsInWords("加速枠", "", "", "")]


def test_without_tracks_one_line_says_it_all() -> None:
    assert not list(terms_in_words(amount(), TODAY))


def test_no_area_is_the_whole_country() -> None:
    assert area_words(program(area=None)) == "全国"
    assert area_words(program()) == "板橋区"
