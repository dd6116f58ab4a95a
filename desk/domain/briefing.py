"""A program told in a few lines: what, how much, who, when, how, and how old the facts are."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from desk.domain.asking import Facet
from desk.domain.calls import CallState, State, call_state, is_stale, stale_note
from desk.domain.facts import FACTS
from desk.domain.index import MONEY_KINDS
from desk.domain.programs import Audience, Program, Role, Status
from desk.domain.verdict import Outcome, Verdict
from desk.domain.wording import day

#: so many requirements and steps are told when they were asked for, and otherwise; the official page has the rest
ASKED, UNASKED = 3, 1
ASK_THE_COUNTER = "窓口に確認してください"
UNSETTLED = "計画中のため、金額も条件もまだ決まっていません。"
_MARKS = "①②③④"
_OUTCOMES = {
    Outcome.ELIGIBLE: "条件に合う見込みです",
    Outcome.POSSIBLE: "確認が要る条件があります",
    Outcome.INELIGIBLE: "対象外になりそうです",
}
_AUDIENCES = {
    Audience.UNIVERSITY: "大学や研究機関が申請します。会社は連携先の大学を通じて使います",
    Audience.OPERATOR: "施設や催しを運営する側に向けた制度です",
    Audience.INTERMEDIARY: "金融機関や支援機関を通じて申し込みます",
}


def brief(program: Program, today: date, wanted: Collection[Facet] = ()) -> list[str]:
    """Lines about a program; only what is wanted, or all in short. The last line says how old the facts are.

    Of a program that is only planned nothing is settled: its figures and requirements are kept back, as on its page.
    """
    asked = [facet for facet in Facet if facet in wanted]
    opening = [] if asked else [program.summary]
    if program.status is Status.PLANNED:
        return [program.status_reason or "", *opening, UNSETTLED, _age(program, today)]
    lines = [line for facet in asked or Facet for line in _facet(program, facet, today, bool(asked))]
    return [*opening, *lines, _age(program, today)]


def brief_line(program: Program, today: date, wanted: Collection[Facet]) -> str:
    """One line for a list of several: the first thing wanted, else the money, else the summary."""
    if program.status is Status.UNPUBLISHED:
        return "公式の情報を確認中です"
    if program.status is Status.PLANNED:
        return UNSETTLED
    first = next((facet for facet in Facet if facet in wanted), None)
    lines = list(_facet(program, first, today, False)) if first else []
    return lines[0].partition("：")[2] if lines else program.amount.text or program.summary


def outcome_line(verdict: Verdict) -> str:
    """What the facts told so far mean for this person; never a promise."""
    if verdict.outcome is Outcome.ELIGIBLE:
        return f"うかがった内容では、{_OUTCOMES[Outcome.ELIGIBLE]}。最終の判断は窓口が行います。"
    if verdict.outcome is Outcome.INELIGIBLE:
        return f"うかがった内容では、{_OUTCOMES[Outcome.INELIGIBLE]}。理由：{verdict.reasons[0].text}"
    if verdict.unknown_facts:
        labels = "、".join(FACTS[name].label for name in verdict.unknown_facts[:ASKED])
        return f"{labels}などがわかれば、合うかどうかをお調べできます。"
    return f"うかがった内容では、窓口の{_OUTCOMES[Outcome.POSSIBLE]}。"


def comparison(programs: Sequence[Program], verdicts: Sequence[Verdict] | None, today: date) -> list[str]:
    """Programs side by side: names, then money, requirement, call and first step; verdicts when facts are known."""
    rows = [
        [_money(program) for program in programs],
        [next(iter(_requirements(program)), "条件の記録がありません") for program in programs],
        [_call(call_state(program, today)) for program in programs],
        [next(_steps(program), "特に記録はありません") for program in programs],
    ]
    titles = ["金額", "主な条件", "受付", "申請の前に"]
    if verdicts:
        rows.append([_OUTCOMES[verdict.outcome] for verdict in verdicts])
        titles.append("うかがった内容では")
    names = [f"{mark} {program.name}" for mark, program in zip(_MARKS, programs, strict=False)]
    return [*names, *(f"■{title}\n{_beside(row)}" for title, row in zip(titles, rows, strict=True))]


def _facet(program: Program, facet: Facet, today: date, asked: bool) -> Iterator[str]:
    match facet:
        case Facet.MONEY:
            if asked or program.amount.text:
                yield f"金額：{_money(program)}"
        case Facet.WHO:
            yield from _who(program, ASKED if asked else UNASKED)
        case Facet.WHEN:
            yield f"受付：{_call(call_state(program, today))}"
        case Facet.HOW:
            yield from _how(program, asked)


def _money(program: Program) -> str:
    if program.status is Status.PLANNED:
        return "まだ決まっていません"
    if program.amount.text:
        return program.amount.text
    return f"確かめられた額がありません。{ASK_THE_COUNTER}" if program.kind in MONEY_KINDS else "お金の助成はありません"


def _who(program: Program, limit: int) -> Iterator[str]:
    if program.audience in _AUDIENCES:
        yield f"使い方：{_AUDIENCES[program.audience]}"
    texts = _requirements(program)
    if texts:
        yield f"主な条件：{_some(texts, limit)}"


def _requirements(program: Program) -> list[str]:
    return [each.text for each in program.conditions if each.hard and each.role in (Role.CODED, Role.PERSON)]


def _how(program: Program, asked: bool) -> Iterator[str]:
    steps = list(_steps(program))
    if steps:
        yield f"申請の前に：{_some(steps, ASKED if asked else UNASKED)}"
    if asked and program.documents:
        yield f"書類：{'・'.join(program.documents)}など"
    if asked:
        yield f"問い合わせ：{program.contact or program.operator}"


def _some(texts: Sequence[str], limit: int) -> str:
    more = len(texts) - limit
    return "／".join(texts[:limit]) + (f"／ほか{more}件" if more > 0 else "")


def _steps(program: Program) -> Iterator[str]:
    return (step.text for step in program.prior_steps if step.mandatory)


def _call(call: CallState) -> str:
    """Where the call stands, with its dates."""
    until = f"{day(call.closes_on)}まで" if call.closes_on else ""
    match call.state:
        case State.OPEN:
            return f"{until}受け付けています"
        case State.ROLLING:
            return f"随時受け付けています（{until}）" if until else "随時受け付けています"
        case State.UPCOMING if call.opens_on:
            return f"{day(call.opens_on)}から始まる予定です"
        case State.ENDED:
            return "新しい募集は終わっています"
        case State.CLOSED:
            return f"いまは受け付けていません{f'（前回は{until}）' if until else ''}"
    return f"期間を確認できていません。{ASK_THE_COUNTER}"


def _age(program: Program, today: date) -> str:
    if is_stale(program, call_state(program, today), today):
        return stale_note(program) + "。"
    source = f"・出典 {program.sources[0].title}" if program.sources else ""
    return f"（{day(program.as_of)}時点{source}）"


def _beside(row: Sequence[str]) -> str:
    return "\n".join(f"{mark} {text}" for mark, text in zip(_MARKS, row, strict=False))
