"""One side of a program at length: requirements with their state, money, dates, papers, relatives."""

from datetime import date
from fractions import Fraction

import pytest

from desk.domain.amount import Estimate, estimate
from desk.domain.calls import CallState, State
from desk.domain.explaining import (
    amount_lines,
    call_sentence,
    deadline_lines,
    document_lines,
    similar_lines,
    source_lines,
    why_lines,
)
from desk.domain.programs import Call, Source, Step
from desk.domain.verdict import judge
from tests.domain.builders import TODAY, amount, facts, hard, person, press_shop, program, track

AUTUMN = Call("第2回", date(2026, 11, 1), date(2026, 12, 18), False)
LAST = Call("第1回", date(2026, 5, 1), date(2026, 6, 1), False)
TRIAL = program("shisaku", hard({"any_site_in": ["板橋区"]}), hard({"employees": {"at_most": 20}}), person())


class TestWhy:
    """The verdict with every requirement."""

    def test_each_requirement_bears_its_state(self) -> None:
        shop = facts(area="板橋区")
        assert why_lines(judge(TRIAL, shop)) == [
            "まだ決まりません。次の「？」を確かめる必要があります。",
            "？ まだわかりません：従業員数は20人以下（回答: 未回答）",
            "？ 人が確認します：納税していること（窓口が確認します）",
            "○ 合っています：本店か事業所が板橋区にある（回答: 板橋区）",
        ]

    def test_what_fails_comes_first_with_the_limit_beside_the_answer(self) -> None:
        lines = why_lines(judge(TRIAL, press_shop(employees=25)))
        assert lines[0] == "いまうかがった内容では、対象外になりそうです。"
        assert lines[1] == "× 合っていません：従業員数は20人以下（回答: 25人）"

    def test_even_a_fit_is_no_promise(self) -> None:
        fit = program("shisaku", hard({"any_site_in": ["板橋区"]}))
        assert "最終の判断は制度の窓口が行います" in why_lines(judge(fit, press_shop()))[0]


class TestAmount:
    """Terms and estimate."""

    def lines(self, budget: int | None, **changes: object) -> list[str]:
        """What is said to a press shop with a budget."""
        wanted = program("shisaku", hard({"any_site_in": ["板橋区"]}), **changes)
        shop = press_shop(budget_yen=budget)
        return amount_lines(wanted, judge(wanted, shop), estimate(wanted, shop), TODAY)

    def test_a_budget_gives_the_grant_and_the_own_share(self) -> None:
        assert "助成の目安は150万円、自己負担は150万円です。" in self.lines(3_000_000)

    def test_without_a_budget_it_is_said_what_it_would_give(self) -> None:
        assert "費用の見込みがわかれば、受け取れる額と自己負担の目安を計算できます。" in self.lines(None)

    def test_below_the_floor_that_is_said(self) -> None:
        assert any(
            "下限（100万円）に届きません" in line for line in self.lines(900_000, amount=amount(min_yen=1_000_000))
        )

    def test_the_tracks_are_told_with_their_conditions(self) -> None:
        ways = amount(
            tracks=(track("小規模企業者", "small_basic_act", rate=Fraction(4, 5)), track("未定", None)), text="…"
        )
        lines = self.lines(None, amount=ways)
        assert "・通常の場合：上限150万円／3分の2以内" in lines
        assert any(line.startswith("・小規模企業者：上限150万円／5分の4以内／小規模企業者") for line in lines)

    def test_a_grant_is_paid_afterwards_and_a_loan_is_not_said_to_be(self) -> None:
        assert any("事業が終わってから" in line for line in self.lines(None))
        assert not any("事業が終わってから" in line for line in self.lines(None, kind="loan"))

    def test_who_is_ruled_out_gets_no_estimate(self) -> None:
        far = facts(area="港区", budget_yen=3_000_000, site_areas=[])
        wanted = program("shisaku", hard({"any_site_in": ["板橋区"]}))
        lines = amount_lines(wanted, judge(wanted, far), Estimate(), TODAY)
        assert "うかがった内容では対象外になりそうなため、目安は計算していません。" in lines

    @pytest.mark.parametrize(
        ("kind", "words"), [("advice", "お金の助成はありません"), ("subsidy", "確かめられた額がありません")]
    )
    def test_no_money_and_unknown_money_are_two_things(self, kind: str, words: str) -> None:
        assert f"金額：{words}" in self.lines(None, kind=kind, amount=amount(max_yen=None, rate=None))


class TestDeadline:
    """Calls and what takes time before."""

    def test_an_open_call_is_told_with_the_days_left(self) -> None:
        lines = deadline_lines(program(calls=(LAST, AUTUMN), recurs="several_a_year"), TODAY)
        assert lines[:4] == [
            "受付：受付中（2026年12月18日まで）",
            "・第2回：2026年11月1日〜2026年12月18日",
            "・第1回：2026年5月1日〜2026年6月1日",
            "締切まであと26日です。",
        ]
        assert "年に何回か募集があります。" in lines

    def test_what_takes_time_is_said_and_what_is_voluntary_is_not(self) -> None:
        steps = (Step("gbizid", "GビズIDを取る", True), Step("hearing", "相談に行く", False))
        assert deadline_lines(program(prior_steps=steps), TODAY)[-1] == "早めに始めること：GビズIDを取る"

    @pytest.mark.parametrize(
        ("call", "words"),
        [
            (CallState(State.OPEN, None, date(2026, 12, 18)), "いまは2026年12月18日まで受け付けています。"),
            (CallState(State.OPEN), "いまは受け付けています。"),
            (CallState(State.ROLLING), "いまは随時受け付けています。"),
            (CallState(State.UPCOMING, date(2027, 4, 1)), "2027年4月1日から受付の予定です。"),
            (CallState(State.CLOSED), "いまは受付期間外です。"),
            (CallState(State.UNKNOWN), "受付の時期は、まだ確かめられていません。"),
        ],
    )
    def test_beside_a_promise_it_is_said_where_the_call_stands(self, call: CallState, words: str) -> None:
        assert call_sentence(call) == words


def test_documents_are_told_as_far_as_they_are_known() -> None:
    assert "・納税証明書" in document_lines(program(documents=("納税証明書",)))
    assert "資料では確かめられていません" in document_lines(program())[0]


def test_relatives_are_told_in_a_line_each() -> None:
    other = program("kaihatsu", operator="東京都", area="東京都")
    lines = similar_lines(program(), [other], TODAY)
    assert lines == [
        "目的や種類が近い制度です。",
        "・kaihatsu助成金：東京都／東京都／最大150万円・3分の2以内／随時受付",
    ]
    assert similar_lines(program(), [], TODAY) == ["目的と種類が近い制度は、ほかに見つかりませんでした。"]


def test_the_source_is_named_with_its_age() -> None:
    fresh = program(sources=(Source("区の募集案内", None, TODAY),), as_of=date(2026, 11, 1))
    assert source_lines(fresh, TODAY) == ["（出典：区の募集案内、2026年11月1日時点）"]
    assert source_lines(program(as_of=date(2025, 3, 31)), TODAY)[1].startswith("2025年3月31日時点の情報です。")
