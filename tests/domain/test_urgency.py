"""What cannot wait."""

from dataclasses import replace
from datetime import date, time

import pytest

from desk.domain.calendar import Calendar
from desk.domain.deadlines import HIGH, NORMAL, URGENT
from desk.domain.urgency import Closing, Matter, Urgency, close_by, higher, urgency_of

#: 23 November is a holiday
CALENDAR = Calendar(time(9), time(17), frozenset(range(5)), frozenset({date(2026, 11, 23)}))
TUESDAY = date(2026, 11, 24)


def judged(matter: Matter, today: date = TUESDAY) -> Urgency:
    return urgency_of(matter, today, CALENDAR)


def said(*texts: str, today: date = TUESDAY) -> str:
    return judged(Matter(texts=texts), today).priority


def test_an_ordinary_wish_can_wait_its_turn() -> None:
    assert judged(Matter(texts=["試作の補助金を探しています"])) == Urgency(NORMAL, ())


@pytest.mark.parametrize("reason", ["failure", "complaint"])
def test_trouble_is_seen_soon(reason: str) -> None:
    urgency = judged(Matter(reason=reason))

    assert urgency.priority == HIGH
    assert len(urgency.reasons) == 1


def test_a_call_that_closes_within_three_business_days_is_urgent_and_named() -> None:
    astep = Closing("A-STEP 産学共同", date(2026, 11, 27))

    assert judged(Matter(closings=[astep])) == Urgency(URGENT, ("「A-STEP 産学共同」の締切が2026年11月27日です",))


@pytest.mark.parametrize("closes_on", [date(2026, 11, 30), date(2026, 11, 20)], ids=["later", "over"])
def test_other_calls_are_no_reason_to_hurry(closes_on: date) -> None:
    assert judged(Matter(closings=[Closing("A-STEP", closes_on)])).priority == NORMAL


def test_weekends_and_holidays_do_not_count() -> None:
    # Friday before a long weekend: Tuesday, Wednesday, Thursday
    assert close_by(date(2026, 11, 20), CALENDAR) == date(2026, 11, 26)


@pytest.mark.parametrize(
    "text",
    [
        "明日締切なんです",
        "明日までに出さないといけません",
        "本日中に返事がほしい",
        "あさってが締切です",
        "今週中に申請書を出したい",
        "11月26日締切の補助金について",
        "１１／２５必着と書いてあります",
        "あと２日しかありません",
    ],
)
def test_a_deadline_that_the_person_names_is_urgent(text: str) -> None:
    urgency = judged(Matter(texts=[text]))

    assert urgency.priority == URGENT
    assert "期限を挙げています" in urgency.reasons[0]


@pytest.mark.parametrize(
    "text",
    [
        "12月25日締切の補助金について",
        "11月20日まで展示会でした",
        "今日は何をしていますか",
        "明日は雨でしょうか",
        "あと10年で引退です",
        "2月30日までに",
        "来年の3月までに始めたい",
        "にほんご べんきょう中です",
        "締切が近づいたら教えて",
    ],
)
def test_other_days_are_no_deadline_to_hurry_for(text: str) -> None:
    assert said(text) == NORMAL


@pytest.mark.parametrize("text", ["至急お願いします", "急ぎです", "締め切りが迫っています"])
def test_haste_without_a_day_is_high(text: str) -> None:
    assert said(text) == HIGH


@pytest.mark.parametrize(
    "text",
    [
        "来月の展示会に新しい発明を出します",
        "学会で発表する前に特許を取るべきですか",
        "新技術を来週プレスリリースします",
        "発明品をクラウドファンディングで公開予定です",
    ],
)
def test_an_invention_about_to_be_shown_is_urgent(text: str) -> None:
    assert said(text) == URGENT


@pytest.mark.parametrize("text", ["発明した部品はもう販売しています", "特許を出す前に論文で発表してしまいました"])
def test_an_invention_shown_already_is_high(text: str) -> None:
    assert said(text) == HIGH


@pytest.mark.parametrize("text", ["来週学会で発表する", "発明を先月展示会に出した"])
def test_a_right_that_can_still_be_saved_is_urgent(text: str) -> None:
    assert said(text) == URGENT


def test_a_showing_is_understood_by_what_was_said_before() -> None:
    shown = Matter(texts=["先月展示会に出した"])
    assert judged(shown).priority == NORMAL
    assert judged(replace(shown, background=["特許を取りたいです"])).priority == URGENT
    assert judged(Matter(texts=["特許を取りたいです"], background=["先月展示会に出した"])).priority == NORMAL


def test_a_question_about_the_rule_is_no_alarm() -> None:
    assert judged(Matter(texts=["特許のことです", "公開済みだと駄目な国はありますか"])) == Urgency(NORMAL, ())


def test_what_was_told_as_a_fact_counts_as_if_said() -> None:
    assert judged(Matter(disclosed=True)).priority == HIGH
    assert judged(Matter(disclosed=True, filed=False)).priority == HIGH
    assert judged(Matter(disclosed=False)).priority == NORMAL
    assert judged(Matter(texts=["来週の展示会に出します"], disclosed=False)).priority == URGENT


@pytest.mark.parametrize(
    "matter",
    [
        Matter(disclosed=True, filed=True),
        Matter(texts=["来月の展示会に発明を出します"], filed=True),
        Matter(texts=["特許は出願しました。来月発表します"]),
    ],
)
def test_what_has_been_filed_may_be_shown(matter: Matter) -> None:
    assert judged(matter).priority == NORMAL


def test_a_sale_without_any_invention_is_no_alarm() -> None:
    assert said("来月からお弁当の販売を始めます") == NORMAL


def test_all_reasons_are_told_and_the_most_urgent_decides() -> None:
    urgency = judged(Matter("complaint", ["明日締切です"], disclosed=True))

    assert urgency.priority == URGENT
    assert len(urgency.reasons) == 3


def test_the_same_reason_is_told_once() -> None:
    assert len(judged(Matter(texts=["急ぎです", "至急です"])).reasons) == 1


def test_the_higher_of_two_priorities_is_kept() -> None:
    assert higher(NORMAL, URGENT) == URGENT
    assert higher(HIGH, NORMAL) == HIGH
    assert higher(URGENT, HIGH) == URGENT
