"""Grants as Jグランツ tells them: believable, made up, and easy to vary."""

from datetime import date
from typing import Any

from desk.catalogue.areas import load_areas
from desk.jgrants.diff import State
from desk.jgrants.drafts import Draft, draft_of
from desk.jgrants.importing import Outcome
from desk.jgrants.reading import Grant

TODAY = date(2026, 11, 24)
KAIHATSU = "a0WJ200000CDWaWMAX"
SHOENE = "a0WJ200000CDWbXMAX"
KAIGAI = "a0WJ200000CDWcYMAX"
DETAIL = (
    "<p>東京都内の中小企業が行う<strong>試作開発</strong>の費用を補助します。</p>"
    "<ul><li>機械装置費</li><li>外注費</li></ul>"
)


def raw_grant(grant_id: str = KAIHATSU, **changes: Any) -> dict[str, Any]:
    """A detail of version 1 and 2 together; `changes` replace fields."""
    return {
        "id": grant_id,
        "name": "S-00007689",
        "title": "令和8年度 ものづくり試作開発補助金",
        "subsidy_catch_phrase": "試作に挑む中小企業を応援",
        "detail": DETAIL,
        "use_purpose": "研究開発・実証事業を行いたい / 設備整備・IT導入をしたい",
        "industry": "製造業 / 情報通信業",
        "target_area_search": "東京都",
        "target_area_detail": None,
        "target_number_of_employees": "300名以下",
        "subsidy_rate": "2/3以内",
        "subsidy_max_limit": 10000000,
        "acceptance_start_datetime": "2026-11-01T00:00:00.000Z",
        "acceptance_end_datetime": "2026-12-18T08:00:00.000Z",
        "project_end_deadline": "2027-12-31T15:00:00.000Z",
        "request_reception_presence": "有",
        "is_enable_multiple_request": False,
        "front_subsidy_detail_page_url": f"https://www.jgrants-portal.go.jp/subsidy/{grant_id}",
        "institution_name": None,
        "granttype": None,
        "application_guidelines": [{"name": "公募要領.pdf", "data": "JVBERi0xLjQKJe" * 1000}],
        "outline_of_grant": [],
        "application_form": [{"name": "申請様式.docx", "data": "UEsDBBQABgAIAAAAIQ" * 1000}],
        "workflow": [],
    } | changes


def grant(**changes: Any) -> Grant:
    """A grant as it is read."""
    return Grant.model_validate(raw_grant(**changes))


def draft(**changes: Any) -> Draft:
    """A draft made on `TODAY`."""
    return draft_of(grant(**changes), load_areas(), TODAY)


def states(outcome: Outcome) -> dict[str, State]:
    """Title → state."""
    return {each.title: each.state for each in outcome.comparisons}
