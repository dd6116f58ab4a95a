"""What can come of a case: kinds of results, what belongs to each, and what cannot be."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class ResultKind(StrEnum):
    """What came of a case. Values stand in the record and never change."""

    MATCHED = "matched"
    APPLIED = "applied"
    GRANTED = "granted"
    VOUCHER = "voucher"
    CONTRACTED = "contracted"
    FILED = "filed"
    REGISTERED = "registered"
    STARTED = "started"
    SALES = "sales"
    FOUNDED = "founded"
    PITCHED = "pitched"
    FUNDED = "funded"
    ENROLLED = "enrolled"


class Evidence(StrEnum):
    """How the desk knows of a result."""

    REPORTED = "reported"
    DOCUMENT = "document"
    PUBLIC = "public"


TITLES: Mapping[ResultKind, str] = {
    ResultKind.MATCHED: "マッチングの成立",
    ResultKind.APPLIED: "助成金・補助金の申請",
    ResultKind.GRANTED: "助成金・補助金の採択",
    ResultKind.VOUCHER: "バウチャーの交付決定",
    ResultKind.CONTRACTED: "共同研究などの契約",
    ResultKind.FILED: "特許などの出願",
    ResultKind.REGISTERED: "特許などの登録",
    ResultKind.STARTED: "新事業の開始",
    ResultKind.SALES: "新製品の売上",
    ResultKind.FOUNDED: "スタートアップの設立",
    ResultKind.PITCHED: "ピッチへの登壇",
    ResultKind.FUNDED: "資金調達",
    ResultKind.ENROLLED: "企業・研究者・支援者の登録",
}
EVIDENCE: Mapping[Evidence, str] = {
    Evidence.REPORTED: "ご本人の申告",
    Evidence.DOCUMENT: "書類で確認",
    Evidence.PUBLIC: "公開情報で確認",
}

#: a sum of money is the result itself
MONEY_NEEDED = frozenset({ResultKind.SALES, ResultKind.FUNDED})
#: a sum of money may belong to it
MONEY_ALLOWED = MONEY_NEEDED | {ResultKind.APPLIED, ResultKind.GRANTED, ResultKind.VOUCHER, ResultKind.CONTRACTED}
#: there is no such result without somebody on the other side
PARTNER_NEEDED = frozenset({ResultKind.MATCHED, ResultKind.CONTRACTED})
HIGHEST_YEN = 10**12
#: what happened longer ago did not come of a case of this desk
OLDEST_YEARS = 10
_DECORATION = str.maketrans("", "", " ,、円¥\\")
_SUM = re.compile(r"(?P<number>\d{1,13}(\.\d{1,4})?)(?P<unit>千|万|百万|千万|億|)")
_UNITS: Mapping[str, int] = {"": 1, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "億": 10**8}


#: what would do, by the field at fault
ADVICE: Mapping[str, str] = {
    "happened_on": "日付は、今日までの、10年以内の日にしてください。",
    "amount_yen": (
        "金額を確かめてください。売上と資金調達では必要で、申請・採択・バウチャー・契約では書けます。"
        "ほかの結果では空にしてください。300万円、3,000,000 のように書けます。"
    ),
    "partner": "マッチングと契約では、相手の名前を書いてください。",
    "program_id": "制度の名前が見つかりません。候補の一覧から選ぶか、空にしてください。",
}


class UnfitResult(ValueError):
    """A result that cannot be; `field` is the one at fault, `advice` a sentence that says what would do."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field, self.advice = field, ADVICE[field]


@dataclass(frozen=True)
class Result:
    """One thing that came of a case on a day."""

    kind: ResultKind
    happened_on: date
    amount_yen: int | None = None
    #: id of a record in the catalogue
    program_id: str | None = None
    #: who is on the other side: university, firm, investor
    partner: str | None = None
    #: number of an application, a decision or a patent, or where it is published
    reference: str | None = None
    evidence: Evidence = Evidence.REPORTED
    note: str | None = None


def check_result(result: Result, today: date) -> None:
    """Raise `UnfitResult` for a day to come or long gone, and for what is missing or does not belong."""
    if not today.year - OLDEST_YEARS <= result.happened_on.year or result.happened_on > today:
        raise UnfitResult("happened_on")
    if not _money_fits(result):
        raise UnfitResult("amount_yen")
    if result.kind in PARTNER_NEEDED and not result.partner:
        raise UnfitResult("partner")


def read_yen(written: str) -> int | None:
    """A sum as people write it: 3,000,000 or 300万円 or 1.5億; None when nothing is written. Raises `UnfitResult`."""
    plain = unicodedata.normalize("NFKC", written).translate(_DECORATION)
    if not plain:
        return None
    found = _SUM.fullmatch(plain)
    if found is None:
        raise UnfitResult("amount_yen")
    return int(Decimal(found["number"]) * _UNITS[found["unit"]])


def _money_fits(result: Result) -> bool:
    if result.amount_yen is None:
        return result.kind not in MONEY_NEEDED
    return result.kind in MONEY_ALLOWED and 0 < result.amount_yen <= HIGHEST_YEN
