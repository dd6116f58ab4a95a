"""One side of a program at length, as lines: why a verdict, how much, until when, which documents, what is like it."""

from collections.abc import Iterator, Sequence
from datetime import date

from desk.domain.amount import Estimate
from desk.domain.calls import CallState, State, call_note, call_state, is_stale, stale_note
from desk.domain.index import MONEY_KINDS
from desk.domain.program_words import USABLE, amount_words, call_words, period, terms_in_words
from desk.domain.programs import Program
from desk.domain.similar import difference
from desk.domain.truth import Why
from desk.domain.verdict import Outcome, Reason, Verdict
from desk.domain.wording import day, yen

#: so many ways to be paid, and so many calls; the page of the program has all of them
MOST_TERMS = 5
MOST_CALLS = 3
_OUTCOMES = {
    Outcome.ELIGIBLE: "条件に合う見込みです。最終の判断は制度の窓口が行います。",
    Outcome.POSSIBLE: "まだ決まりません。次の「？」を確かめる必要があります。",
    Outcome.INELIGIBLE: "いまうかがった内容では、対象外になりそうです。",
}
_RECURRENCE = {
    "yearly": "毎年1回ほど募集があります。",
    "several_a_year": "年に何回か募集があります。",
    "once": "1回かぎりの募集です。",
}
_PAID_LATER = "助成金は事業が終わってから支払われるのが一般的です。いったんは全額の用意が要ります。"
_PAID_LATER_KINDS = frozenset({"subsidy", "ip_fee_subsidy"})
_BUDGET_NEEDED = "費用の見込みがわかれば、受け取れる額と自己負担の目安を計算できます。"


def why_lines(verdict: Verdict) -> list[str]:
    """The outcome, then every requirement with its state: what fails, what is open, what holds."""
    return [_OUTCOMES[verdict.outcome], *(_reason(reason) for reason in verdict.reasons)]


def amount_lines(program: Program, verdict: Verdict, money: Estimate, today: date) -> list[str]:
    """The terms, the estimate for the budget that was told, and who pays first."""
    lines = [*_terms(program, today), *_estimate(program, verdict, money)]
    return [*lines, _PAID_LATER] if program.kind in _PAID_LATER_KINDS else lines


def deadline_lines(program: Program, today: date) -> list[str]:
    """Where the call stands, the calls known, how often there is one, and what takes time before."""
    state = call_state(program, today)
    lines = [f"受付：{call_words(state)}"]
    lines += [f"・{call.name}：{period(call)}" for call in program.latest_calls[:MOST_CALLS] if not call.rolling]
    lines += [f"{note}。" for note in (call_note(state, today),) if note]
    lines += [_RECURRENCE[program.recurs]] if program.recurs in _RECURRENCE else []
    return [*lines, *_steps(program, "早めに始めること")]


def document_lines(program: Program) -> list[str]:
    """The documents that the sources name, and what has to be done first."""
    named = [f"・{document}" for document in program.documents]
    first = "資料で確かめられた書類は次のとおりです。ほかにも求められることがあります。"
    unknown = "必要な書類は、資料では確かめられていません。募集案内か制度の窓口で確認してください。"
    return [first if named else unknown, *named, *_steps(program, "申請の前にすること")]


def similar_lines(program: Program, others: Sequence[Program], today: date) -> list[str]:
    """One line for each program that is like this one."""
    if not others:
        return ["目的と種類が近い制度は、ほかに見つかりませんでした。"]
    return ["目的や種類が近い制度です。", *(f"・{each.name}：{difference(program, each, today)}" for each in others)]


def source_lines(program: Program, today: date) -> list[str]:
    """Where it is written and how old that is."""
    title = program.sources[0].title if program.sources else program.operator
    lines = [f"（出典：{title}、{day(program.as_of)}時点）"]
    return [*lines, f"{stale_note(program)}。"] if is_stale(program, call_state(program, today), today) else lines


def call_sentence(call: CallState) -> str:
    """Where the call stands, as a sentence beside a promise to tell of it."""
    if call.state in USABLE:
        until = f"{day(call.closes_on)}まで" if call.closes_on else "随時" if call.state is State.ROLLING else ""
        return f"いまは{until}受け付けています。"
    if call.state is State.UPCOMING and call.opens_on:
        return f"{day(call.opens_on)}から受付の予定です。"
    return "いまは受付期間外です。" if call.state is State.CLOSED else "受付の時期は、まだ確かめられていません。"


def _reason(reason: Reason) -> str:
    if reason.holds is not None:
        return f"{'○ 合っています' if reason.holds else '× 合っていません'}：{reason.text}"
    by_people = reason.why in (Why.PERSON_ONLY, Why.NOT_APPLICABLE)
    return f"？ {'人が確認します' if by_people else 'まだわかりません'}：{reason.text}"


def _terms(program: Program, today: date) -> Iterator[str]:
    text = amount_words(program.amount)
    missing = "確かめられた額がありません" if program.kind in MONEY_KINDS else "お金の助成はありません"
    yield f"金額：{text or missing}"
    for terms in list(terms_in_words(program.amount, today))[:MOST_TERMS]:
        parts = [f"上限{terms.limit}" if terms.limit else "", terms.rate, terms.condition]
        yield f"・{terms.name}：{'／'.join(part for part in parts if part) or '要確認'}"
    if program.amount.min_yen:
        yield f"下限：{yen(program.amount.min_yen)}"


def _estimate(program: Program, verdict: Verdict, money: Estimate) -> Iterator[str]:
    if verdict.outcome is Outcome.INELIGIBLE:
        yield "うかがった内容では対象外になりそうなため、目安は計算していません。"
    elif money.note:
        yield f"{money.note}。"
    elif program.amount.terms:
        yield _BUDGET_NEEDED


def _steps(program: Program, title: str) -> list[str]:
    steps = "／".join(step.text for step in program.prior_steps if step.mandatory)
    return [f"{title}：{steps}"] if steps else []
