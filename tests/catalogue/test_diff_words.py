"""Differences as people read them: no name of a field, no Python, only the lines that changed."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desk.catalogue.diff import differences
from desk.catalogue.diff_words import FIELDS, Difference, in_words
from desk.domain.programs import Call, Program, Source, Status, Step
from tests.domain.builders import amount, hard, person, program, track

BEFORE = program(
    "shisaku",
    hard({"employees": {"at_most": 300}}, "従業員が300人以下であること"),
    name="試作品製作助成",
    calls=(Call("令和7年度", date(2025, 5, 9), date(2025, 6, 5), False),),
    amount=amount(max_yen=1_500_000, text="上限150万円"),
)


def told(after: Program) -> list[Difference]:
    """The differences that the record of today has to the one before."""
    return [in_words(change) for change in differences([BEFORE], [after])]


def test_a_new_call_is_told_with_its_dates_and_the_old_one_is_not_repeated() -> None:
    spring = Call("令和8年度", date(2026, 5, 8), None, False)

    (difference,) = told(replace(BEFORE, calls=(spring, *BEFORE.calls)))

    assert (difference.title, difference.before) == ("募集", ())
    assert difference.after == ("令和8年度：2026年5月8日〜",)


def test_money_is_told_as_people_write_it() -> None:
    more = replace(BEFORE, amount=amount(max_yen=2_000_000, rate=Fraction(1, 2), text="上限200万円"))

    (difference,) = told(more)

    assert difference.before == ("上限150万円", "最大 150万円", "率 3分の2以内")
    assert difference.after == ("上限200万円", "最大 200万円", "率 2分の1以内")


def test_a_track_is_told_with_its_rule() -> None:
    small = track("小規模企業者", "small_basic_act", rate=Fraction(4, 5))

    (difference,) = told(replace(BEFORE, amount=amount(max_yen=1_500_000, text="上限150万円", tracks=(small,))))

    assert difference.after == ("枠「小規模企業者」、率 5分の4以内、小規模企業者（中小企業基本法）に当たる",)


def test_a_requirement_is_told_with_its_rule_or_with_who_looks_at_it() -> None:
    narrower = program("x", hard({"employees": {"at_most": 20}}, "20人以下"), person("納税", "証明書で確認")).conditions

    (difference,) = told(replace(BEFORE, conditions=narrower))

    assert difference.before == ("従業員が300人以下であること（判定：従業員数は300人以下）",)
    assert difference.after == ("20人以下（判定：従業員数は20人以下）", "納税（人が確認）")


@pytest.mark.parametrize(
    ("change", "after"),
    [
        ({"status": Status.PLANNED}, "計画中"),
        ({"purposes": frozenset({"testing"})}, "試験・分析"),
        ({"recurs": "once"}, "一度だけ"),
        ({"as_of": date(2026, 8, 3)}, "2026年8月3日"),
        ({"prior_steps": (Step("gbizid", "GビズIDを取る", True),)}, "GビズIDを取る（必須）"),
        ({"sources": (Source("募集案内", None, date(2026, 11, 20)),)}, "募集案内（2026年11月20日に確認）"),
    ],
    ids=lambda value: "" if isinstance(value, str) else next(iter(value)),
)
def test_codes_become_words(change: dict[str, object], after: str) -> None:
    (difference,) = told(replace(BEFORE, **change))

    assert difference.after == (after,)


def test_a_program_that_came_or_went_is_told_by_its_name() -> None:
    (came,) = (in_words(change) for change in differences([], [BEFORE]))
    (went,) = (in_words(change) for change in differences([BEFORE], []))

    assert (came.title, came.after) == ("制度の追加", ("試作品製作助成",))
    assert (went.title, went.before) == ("制度の削除", ("試作品製作助成",))


def test_every_field_of_a_program_has_a_title() -> None:
    assert set(FIELDS) == set(Program.__dataclass_fields__) - {"id"}
