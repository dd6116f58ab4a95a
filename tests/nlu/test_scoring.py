"""The figures themselves are tested: normal, empty and extreme cases."""

from __future__ import annotations

import pytest

from tests.nlu import scoring
from tests.nlu.results import answered
from tests.nlu.scoring import Score


def test_precision_recall_and_f1() -> None:
    score = Score(right=8, extra=2, missed=8)
    assert (score.precision, score.recall, score.support) == (0.8, 0.5, 16)
    assert score.f1 == pytest.approx(0.615, abs=0.001)


def test_nothing_found_and_nothing_there_is_perfect() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (1.0, 1.0, 1.0)
    assert Score(missed=1).f1 == 0.0


def test_intents_are_scored_by_what_truly_occurs() -> None:
    scores = scoring.by_intent(["a", "a", "b"], ["a", "b", "nlu_fallback"])
    assert scores == {"a": Score(1, 0, 1), "b": Score(0, 1, 1)}
    assert scoring.macro_f1(scores) == pytest.approx(1 / 3, abs=0.001)
    assert scoring.accuracy(["a", "b"], ["a", "x"]) == 0.5
    assert scoring.macro_f1({}) == 0.0


def test_entities_are_compared_by_value() -> None:
    truth = [[("employees", 12), ("phone", "03-1234-5678")], [("purpose", "prototype")]]
    said = [[("employees", 12.0), ("phone", "0312345678")], [("purpose", "startup")]]
    assert scoring.by_entity(truth, said) == {"employees": Score(1), "phone": Score(1), "purpose": Score(0, 1, 1)}


def test_an_entity_said_twice_counts_twice() -> None:
    assert scoring.by_entity([[("area", "北区")]], [[("area", "北区"), ("area", "北区")]]) == {"area": Score(1, 1, 0)}


def test_calibration() -> None:
    assert scoring.calibration_error([0.75, 0.75, 0.75, 0.75], [True, True, True, False]) == pytest.approx(0)
    assert scoring.calibration_error([0.95, 0.95], [False, False]) == pytest.approx(0.95)
    assert scoring.calibration_error([], []) == 0


def test_confusions_are_counted() -> None:
    assert scoring.confusions(["a", "a", "b"], ["b", "b", "b"]) == [("a", "b", 2)]


def test_percentiles() -> None:
    assert scoring.percentile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert scoring.percentile([], 0.95) == 0.0


@pytest.mark.parametrize(
    ("asked", "value", "entities", "right"),
    [
        ("employees", 12, [("employees", 12)], True),
        ("employees", 12, [("employees", 13)], False),
        ("employees", 12, [], False),
        ("started", False, [("started", False)], True),
        ("purposes", ["prototype", "startup"], [("purpose", "startup"), ("purpose", "prototype")], True),
        ("site_areas", [], [("site_areas", [])], True),
        ("site_areas", ["川口市"], [("site_areas", ["川口市", "北区"])], False),
    ],
)
def test_bare_answers_are_judged(asked: str, value: object, entities: list[tuple[str, object]], right: bool) -> None:
    parsed = {"intent": {"name": "inform"}, "entities": [{"entity": e, "value": v} for e, v in entities]}
    assert answered(parsed, {"asked": asked, "text": "x", "value": value}) is right


def test_not_knowing_is_judged_by_the_intent() -> None:
    line = {"asked": "employees", "text": "x", "value": None}
    assert answered({"intent": {"name": "dont_know"}, "entities": []}, line)
    assert not answered({"intent": {"name": "inform"}, "entities": []}, line)


def test_a_year_and_an_age_of_a_firm_are_one_fact() -> None:
    told, said = [("age_years", 1), ("employees", 3)], [("founded_year", 2025), ("employees", 3)]
    assert scoring.as_founding(told, 2026) == scoring.as_founding(said, 2026) == [("founding", 2025)]
    assert scoring.as_founding([("age_years", 0.5)], 2026) == [("founding", 2026)]
