"""Whose a figure, a year, a place or a form is, by what stands around it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from bot.entities.applicants import applicant_candidates
from bot.entities.context import signs
from bot.entities.found import Found
from bot.entities.own import Own, looked_at, question
from bot.entities.people import COUNTED, SUMMED, candidates, find_employees
from bot.entities.places import Places
from bot.learning.examples import examples
from bot.learning.facts import HARD_ONES, learn_own
from bot.text.reader import GinzaReader
from tests.bot.conftest import Facts

Find = Callable[[str], list[Found]]
# The first of each pair is somebody else's or nobody's, the second the person's own.
WHOSE = {
    "employees": [
        ("得意先は従業員400人の工場です", "工場の従業員は14人です"),
        ("来週の講習には6名で参加します", "6名で板金をやっています"),
        ("従業員20人以下が条件ですか", "従業員は20人です"),
        ("塾の生徒は70人です", "塾の講師は7人です"),
    ],
    "age_years": [
        ("旋盤を買って12年です", "工場を開いて12年です"),
        ("特許を出して3年になります", "会社を出て独立して3年になります"),
        ("創業5年以内が条件ですよね", "創業5年です"),
    ],
    "founded_year": [
        ("2009年に特許を取りました", "2009年に会社を作りました"),
        ("この旋盤は1987年製です", "この会社は1987年創業です"),
        ("去年の展示会に出ました", "去年開業しました"),
    ],
    "area": [
        ("取引先は大田区にあります", "工場は大田区にあります"),
        ("相手の先生は札幌市の大学です", "本社は札幌市です"),
    ],
    "applicant_type": [
        ("フリーランスの人に頼みたい", "フリーランスです"),
        ("妻が個人事業主です", "わたしは個人事業主です"),
        ("取引先が合同会社です", "うちは合同会社です"),
        ("株式会社の作り方を教えて", "株式会社を経営しています"),
    ],
}  # fmt: skip
NAMED = [
    ("会社は来年の春に作ります", "pre_founding"), ("教室を自宅で開きたい", "pre_founding"), ("不動産屋さんを開きます", "pre_founding"),
    ("もう会社にしちゃおうかと", "pre_founding"), ("かいごのがっこうをつくりたい", "pre_founding"), ("登記申請中です", "pre_founding"),
    ("今は雇われの料理長", "pre_founding"), ("法人はこれから", "pre_founding"), ("団体名もまだ", "pre_founding"),
    ("理研にいる者です", "university"), ("芸大でガラスを教えています", "university"), ("県の試験場で土を見ています", "university"), ("修士2年、就活中", "university"),
    ("大会社の孫会社です", "large_company"), ("財閥系の重工におります", "large_company"), ("社員は1,450名", "large_company"),
    ("光学の学会の事務局です", "association"), ("神輿の保存会です", "association"), ("町内会の会計係", "association"),
]  # fmt: skip
PAIRS = [(fact, theirs, ours) for fact, pairs in WHOSE.items() for theirs, ours in pairs]
FEW = {
    "従業員は12人です": {"employees": 12}, "社員は8名です": {"employees": 8}, "お客さんは30人です": {}, "見学は4名です": {},
    "2015年創業です": {"founded_year": 2015}, "2015年製です": {}, "創業20年です": {"age_years": 20}, "築20年です": {},
    "板橋区の工場です": {"area": "板橋区"}, "取引先は板橋区です": {},
    "個人事業主です": {"applicant_type": "sole_proprietor"}, "妻が個人事業主です": {}, "株式会社です": {"applicant_type": "company"}, "隣の株式会社です": {},
    "起業したい": {"applicant_type": "pre_founding"}, "起業した友人": {},
}  # fmt: skip


@pytest.mark.parametrize(("fact", "theirs", "ours"), PAIRS)
def test_what_is_somebody_elses_tells_nothing_of_the_person(facts: Facts, fact: str, theirs: str, ours: str) -> None:
    assert fact not in facts(theirs)
    assert fact in facts(ours)


@pytest.fixture(scope="module")
def few(rules: object) -> Own:
    places: Places = rules.places  # type: ignore[attr-defined]
    return learn_own(places, FEW)


def test_a_judgement_is_learned_from_few_examples(few: Own, ginza: GinzaReader) -> None:
    assert [one.value for one in find_employees(ginza.read("従業員は5人です"), few)] == [5]
    assert find_employees(ginza.read("お客さんは5人です"), few) == []


def test_judgements_are_stored_and_read(few: Own, ginza: GinzaReader) -> None:
    stored = Own.from_dict(json.loads(json.dumps(few.to_dict())))
    reading = ginza.read("社員は9名、お客さんは40人です")
    found = candidates(reading.normal.text)
    assert stored.judged(reading, found) == few.judged(reading, found)


def test_a_figure_is_seen_with_what_stands_beside_it(ginza: GinzaReader) -> None:
    reading = ginza.read("社員は9名、お客さんは40人です")
    staff, guests = signs(reading, candidates(reading.normal.text))
    assert "close before staff" in staff
    assert "close before visitor" in guests
    assert "close before staff" not in guests


def test_places_are_seen_as_places(ginza: GinzaReader) -> None:
    reading = ginza.read("板橋から来た5人")
    (seen,) = signs(reading, candidates(reading.normal.text))
    assert "in <place>" in seen
    assert "in 板橋" not in seen


def test_what_stands_around_a_form_counts_for_all_forms_and_for_this_one(ginza: GinzaReader) -> None:
    reading = ginza.read("上場企業の子会社です")
    (listed, daughter) = looked_at(reading, applicant_candidates(reading.normal.lower))
    assert "text has daughter" in listed.signs
    assert "large_company: text has daughter" in listed.signs
    assert "large_company: within daughter" not in listed.signs
    assert "large_company: within daughter" in daughter.signs


def test_of_a_plan_each_sign_counts_once(ginza: GinzaReader) -> None:
    reading = ginza.read("起業したい会社員です")
    for seen in looked_at(reading, applicant_candidates(reading.normal.lower)):
        assert not any(sign.startswith("pre_founding: ") for sign in seen.signs)


@pytest.mark.parametrize(("text", "value"), NAMED)
def test_forms_and_plans_are_found_however_quietly_they_are_told(text: str, value: str) -> None:
    assert value in [one.value for one in applicant_candidates(text)]


@pytest.mark.parametrize("text", ["売上が最大の月", "店街を歩く", "便利な道具を考えました"])
def test_what_names_no_form_is_no_candidate(text: str) -> None:
    assert applicant_candidates(text) == []


@pytest.mark.parametrize(
    ("found", "asked"),
    [
        (Found("employees", 5, 0, 2), "employees"),
        (Found("applicant_type", "pre_founding", 0, 2), "plan"),
        (Found("applicant_type", "company", 0, 4, 0.9), "form"),
    ],
)
def test_a_plan_and_a_form_are_judged_apart(found: Found, asked: str) -> None:
    assert question(found) == asked


def test_the_examples_tell_known_facts_only() -> None:
    told = {fact for facts in examples(HARD_ONES).values() for fact in facts}
    assert told == set(WHOSE)


def test_who_was_named_last_and_the_topic_are_seen(ginza: GinzaReader) -> None:
    reading = ginza.read("弟は塗装屋で、社員が20人います")
    (staff,) = signs(reading, candidates(reading.normal.text))
    assert staff.keys() >= {"spoken of kin", "kin named", "topic 社員"}


def test_a_part_and_a_sum_are_told_apart(ginza: GinzaReader) -> None:
    reading = ginza.read("整備3人とフロント1人、合計4人です")
    found = candidates(reading.normal.text)
    seen = dict(zip(((one.value, one.confidence) for one in found), signs(reading, found), strict=True))
    part, whole = seen[3, COUNTED], seen[4, SUMMED]
    assert (part["in a sum"], part["of parts"]) == (1, 0)
    assert (whole["of parts"], whole["twice"]) == (1, 1)
