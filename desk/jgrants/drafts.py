"""A grant as a draft of a record: complete in form, unpublished, of low confidence, and open about every doubt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any
from urllib.parse import urlsplit

from desk.catalogue.convert import program_of
from desk.catalogue.schema import LONGEST_CAUTION, LONGEST_SUMMARY, ProgramRecord
from desk.domain.areas import Areas
from desk.domain.facts import PURPOSES
from desk.domain.programs import Program
from desk.domain.wording import yen
from desk.jgrants.calls import calls_of, doubts_of
from desk.jgrants.conditions import conditions_of, employee_limit
from desk.jgrants.places import Place, office_in_title, place_of
from desk.jgrants.plain import plain_text
from desk.jgrants.rates import read_rate
from desk.jgrants.reading import Grant
from desk.jgrants.vocabulary import PURPOSES_OF_USE, UNCLEAR_EMPLOYEES

PORTAL = "https://www.jgrants-portal.go.jp"
ATTRIBUTION = "Jグランツ（jGrants）からの出典"
REASON = "Jグランツから自動で作った下書きのため、公募要領での確認が済むまで公開しません。"
NO_OPERATOR = "未確認（Jグランツのデータに実施機関がありません）"
_LONGEST_RATE = 40


@dataclass(frozen=True)
class Draft:
    """A record ready to be written, the same as a program for comparing, and the text a person checks it against."""

    grant: Grant
    record: dict[str, Any]
    program: Program
    text: str

    @property
    def id(self) -> str:
        """The id of the record, and the name of its file."""
        return self.program.id


def draft_of(grant: Grant, areas: Areas, today: date) -> Draft:
    """The draft of a grant. Raises pydantic's `ValidationError` when the record would not pass the catalogue."""
    record = _record(grant, place_of(grant, areas), today)
    program = program_of(ProgramRecord.model_validate(record, context={"areas": areas}))
    return Draft(grant, record, program, plain_text(grant.detail))


def page_of(grant: Grant) -> str:
    """The page of the grant on the portal; an address that leads elsewhere is not taken over."""
    told = grant.front_subsidy_detail_page_url or ""
    host = urlsplit(told).hostname if told.startswith("https://") and _sound(told) else None
    return told if host == urlsplit(PORTAL).hostname else f"{PORTAL}/subsidy/{grant.id}"


def purposes_of(grant: Grant) -> list[str]:
    """Purposes of the desk in the order of its vocabulary; `other` when there is none."""
    found = {purpose for word in grant.use_purpose for purpose in PURPOSES_OF_USE.get(word, ())}
    return [purpose for purpose in PURPOSES if purpose in found] or ["other"]


def _sound(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False


def _record(grant: Grant, place: Place, today: date) -> dict[str, Any]:
    rate = read_rate(grant.subsidy_rate) if grant.subsidy_rate else None
    conditions = conditions_of(grant, place)
    return {
        "id": f"jgrants-{grant.id.lower()}",
        "name": grant.title,
        "aliases": [],
        "family": None,
        "operator": office_in_title(grant.title) or NO_OPERATOR,
        "level": place.level,
        "area": place.area,
        "kind": "subsidy",
        "audience": "direct",
        "status": "unpublished",
        "status_reason": REASON,
        "successor": None,
        "summary": _summary(grant, place),
        "purposes": purposes_of(grant),
        "fields": [],
        "amount": _amount(grant, rate),
        "calls": [vars(call) for call in calls_of(grant)],
        "recurs": "unknown",
        "prior_steps": list(_prior_steps(grant)),
        "documents": [],
        "conditions": conditions,
        "combinations": [],
        "url": page_of(grant),
        "contact": None,
        "sources": [{"title": f"{ATTRIBUTION}「{grant.title}」", "url": page_of(grant), "checked_on": today}],
        "as_of": grant.update_datetime.date() if grant.update_datetime else today,
        "confidence": "low",
        "cautions": [_short(each) for each in _cautions(grant, place, rate)],
        "facts_conditions": len(conditions),
    }


def _summary(grant: Grant, place: Place) -> str:
    titles = "・".join(PURPOSES[purpose] for purpose in purposes_of(grant) if purpose != "other")
    where = f"{place.area}など" if place.level == "region" else place.area or "全国"
    what = f"「{titles}」にかかる費用" if titles else "費用"
    text = f"{where}の事業者を対象に、{what}の一部を補助する制度です。"
    return text if len(text) <= LONGEST_SUMMARY else f"{where}の事業者を対象に、費用の一部を補助する制度です。"


def _amount(grant: Grant, rate: Fraction | None) -> dict[str, Any]:
    cap = grant.subsidy_max_limit
    told = grant.subsidy_rate or ""
    share = f"補助率 {told}" if len(told) <= _LONGEST_RATE else "補助率は条件により異なる"
    parts = [f"上限{yen(cap)}" if cap else "", share if told else ""]
    return {
        "max_yen": cap,
        "min_yen": None,
        "rate": f"{rate.numerator}/{rate.denominator}" if rate else None,
        "base_yen": None,
        "tracks": [],
        "text": "・".join(part for part in parts if part) or None,
    }


def _prior_steps(grant: Grant) -> Iterator[dict[str, Any]]:
    if grant.request_reception_presence == "有":
        text = "Jグランツで申請するために、GビズIDプライムのアカウントを取る"
        yield {"kind": "gbizid", "text": text, "mandatory": True}


def _cautions(grant: Grant, place: Place, rate: Fraction | None) -> Iterator[str]:
    yield "Jグランツから自動で作った下書きです。公募要領での確認がまだです"
    yield from _doubts_on_money(grant, rate)
    yield from doubts_of(grant)
    yield from place.cautions
    yield from _doubts_on_applicants(grant)
    if office_in_title(grant.title):
        yield "実施機関は題名から読み取りました。確認が必要です"
    if grant.request_reception_presence == "無":
        yield "Jグランツでは申請を受け付けていません。申請先の確認が必要です"


def _doubts_on_money(grant: Grant, rate: Fraction | None) -> Iterator[str]:
    if grant.subsidy_max_limit is None:
        yield "上限額を読み取れませんでした"
    if not grant.subsidy_rate:
        yield "補助率の記載がありません"
    elif rate is None:
        yield f"補助率「{grant.subsidy_rate[:24]}」は一つの割合に読めません"


def _doubts_on_applicants(grant: Grant) -> Iterator[str]:
    if employee_limit(grant) is not None:
        yield "従業員数の上限はJグランツの区分です。資本金の要件も要確認です"
    if UNCLEAR_EMPLOYEES in grant.target_number_of_employees:
        yield f"従業員数の区分「{UNCLEAR_EMPLOYEES}」の意味の確認が必要です"
    for word in grant.use_purpose:
        if word not in PURPOSES_OF_USE:
            yield f"利用目的「{word[:24]}」は対応表にありません"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_CAUTION else text[: LONGEST_CAUTION - 1] + "…"
