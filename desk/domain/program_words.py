"""Words for what a program record holds in codes: kinds, states of a call, terms of money, what goes with what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from desk.domain.calls import CallState, State, call_state
from desk.domain.programs import Amount, Audience, Call, Program, Track
from desk.domain.situation import Facts
from desk.domain.wording import day, statement, yen

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "subsidy": "補助金・助成金",
        "loan": "融資・保証",
        "tax": "税制",
        "ip_fee_subsidy": "知的財産の費用の助成",
        "ip_fee_reduction": "特許料などの減免",
        "advice": "相談・専門家",
        "ip_advice": "知的財産の相談",
        "matching": "連携先の紹介",
        "facility": "施設・設備",
        "testing": "試験・分析",
        "training": "研修・人材育成",
        "event": "催し・展示会",
        "database": "データベース・情報サイト",
        "template": "ひな形",
    }
)
AUDIENCES: Mapping[Audience, str] = MappingProxyType(
    {
        Audience.DIRECT: "",
        Audience.UNIVERSITY: "大学・研究機関が申請する制度です。企業は連携先の大学を通じて利用します。",
        Audience.OPERATOR: "施設・展示会・団体などを運営する人に向けた制度です。",
        Audience.INTERMEDIARY: "金融機関や支援機関を通じて申し込む制度です。",
        Audience.REFERENCE: "申請するものではなく、どなたでも見られる情報源です。",
    }
)
COMBINATIONS: Mapping[str, str] = MappingProxyType(
    {
        "exclusive": "どちらか一方だけ",
        "same_theme": "同じ計画では併用できません",
        "prerequisite": "先に必要な制度",
        "combinable": "一緒に使えます",
    }
)
#: worded without dates
STATES: Mapping[State, str] = MappingProxyType(
    {
        State.OPEN: "受付中",
        State.ROLLING: "随時受付",
        State.UPCOMING: "これから受付",
        State.CLOSED: "受付期間外",
        State.ENDED: "終了",
        State.UNKNOWN: "受付期間は要確認",
    }
)
USABLE = frozenset({State.OPEN, State.ROLLING})
NATIONWIDE = "全国"
#: characters that are read without stopping
AT_A_GLANCE = 24


@dataclass(frozen=True)
class TermsInWords:
    """One way to be paid, as people read it; an empty text means that it is not known."""

    name: str
    limit: str
    rate: str
    condition: str


def call_words(call: CallState) -> str:
    """Where the call stands, with the date that matters: 受付中（2026年12月25日まで）."""
    if call.state is State.UPCOMING and call.opens_on:
        return f"{day(call.opens_on)}から受付の予定"
    if call.state in USABLE and call.closes_on:
        return f"{STATES[call.state]}（{day(call.closes_on)}まで）"
    return STATES[call.state]


def period(call: Call) -> str:
    """The dates of one call: 2026年5月9日〜2026年6月5日."""
    if call.opens_on is None and call.closes_on is None:
        return "期間の定めなし"
    start, end = call.opens_on, call.closes_on
    return f"{day(start) if start else ''}〜{day(end) if end else ''}"


def state_of(program: Program, call: Call, today: date) -> State:
    """Where one call of a program stands."""
    return call_state(replace(program, calls=(call,)), today).state


def rate_words(rate: Fraction | None) -> str:
    """2/3 → 3分の2以内; the whole cost is 全額."""
    if rate is None:
        return ""
    return "全額" if rate == 1 else f"{rate.denominator}分の{rate.numerator}以内"


def amount_words(amount: Amount) -> str:
    """The money in one line: the record's own words, else its cap; empty when there is none."""
    if amount.text:
        return amount.text
    return f"上限{yen(amount.max_yen)}" if amount.max_yen else ""


def amount_in_short(amount: Amount) -> str:
    """The same for a list: what is longer than a glance is told by the highest amount and the share."""
    if amount.text and len(amount.text) <= AT_A_GLANCE:
        return amount.text
    parts = [f"最大{yen(amount.max_yen)}" if amount.max_yen else "", rate_words(amount.rate)]
    return "・".join(part for part in parts if part)


def terms_in_words(amount: Amount, today: date) -> Iterator[TermsInWords]:
    """The ordinary case and every track; nothing when there is only what `amount_words` says."""
    if amount.tracks:
        ordinary = Track("通常の場合", amount.cap, amount.rate, None)
        first = (ordinary,) if amount.cap is not None or amount.rate is not None else ()
        yield from (_terms(track, amount, today) for track in (*first, *amount.tracks))


def area_words(program: Program) -> str:
    """Where the program acts."""
    return program.area or NATIONWIDE


def _terms(track: Track, amount: Amount, today: date) -> TermsInWords:
    cap = track.max_yen if track.max_yen is not None else amount.cap
    condition = statement(track.criterion, Facts({}, today)) if track.criterion is not None else ""
    return TermsInWords(
        track.name, yen(cap) if cap is not None else "", rate_words(track.rate or amount.rate), condition
    )
