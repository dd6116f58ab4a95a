"""What is wrong with a draft, in sentences that name the field and say how to mend it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desk.catalogue.diff_words import FIELDS
from desk.catalogue.editing import RecordFault

_PARTS: Mapping[str, str] = {
    "max_yen": "最大の額",
    "base_yen": "通常の上限",
    "min_yen": "下限",
    "rate": "率",
    "text": "文",
    "tracks": "枠",
    "name": "名前",
    "title": "題名",
    "url": "アドレス",
    "opens_on": "始まる日",
    "closes_on": "終わる日",
    "checked_on": "確認した日",
    "kind": "種類",
    "questions": "聞かれ方",
    "answer": "答え",
    "source": "出典",
    "topic": "分野",
    "verified": "確かめた方法",
    "reason": "変える理由",
    "place": "場所",
    "phone": "電話",
    "email": "メール",
    "fee": "相談料",
    "hours": "受付時間",
    "weekdays": "開く曜日",
    "opens": "始まる時刻",
    "closes": "終わる時刻",
    "closures": "休みの日",
}
_BY_KIND: Mapping[str, str] = {
    "string_too_long": "{label}は{limit}字までで書いてください。",
    "rate": "{label}は「2/3」のように分数で書いてください。",
    "limits": "金額の下限と通常の上限は、最大の額を超えないように直してください。",
    "no_date": "{label}に始まる日か終わる日を書くか、「随時」を選んでください。",
    "text_of_amount": "金額の説明に、最大の額が書かれていません。説明と最大の額をそろえてください。",
    "backwards": "{label}の終わる日が始まる日より前です。日付を確かめてください。",
    "no_reason": "公開以外の状態には、その説明を一文で書いてください。",
    "unchecked": "確度が「低い」ままでは公開できません。出典で確かめてから確度を変えるか、未公開にしてください。",
    "unknown_program": "{label}のIDが見つかりません。制度の一覧でIDを確かめてください。",
    "step_missing": "要件にある手続きが「申請の前にすること」からなくなっています。元に戻してください。",
    "shared_name": "{label}が、ほかの制度の名前と同じです。区別できる名前にしてください。",
    "coverage": "要件の記録が出典とそろっていません。制度の記録（seeds）を先に直してください。",
    "literal_error": "{label}を一覧から選んでください。",
    "shared_wording": "{label}に、ほかの項目と同じ聞かれ方があります。別の言い方にしてください。",
    "hours": "受付時間の終わりを、始まりより後にしてください。",
    "no_figures": "出典のない答えには、金額・日数・割合などの数字を書けません。出典を書くか、数字を除いてください。",
}
_DAYS = frozenset({"as_of", "opens_on", "closes_on", "checked_on"})
_FORMS: Mapping[str, str] = {
    "url": "{label}は https:// から書いてください。",
    "phone": "{label}は「03-1234-5678」のように書いてください。",
    "email": "{label}は「madoguchi@example.jp」のように書いてください。",
}
#: where a fault is shown whose own place is not in the form
_SHOWN_AT: Mapping[str, str] = {"conditions": "prior_steps", "combinations": "summary", "": "status"}


@dataclass(frozen=True)
class FaultLine:
    """A sentence, and the id of the field to go to."""

    anchor: str
    text: str


def fault_lines(faults: Iterable[RecordFault]) -> list[FaultLine]:
    """One sentence a fault, each once."""
    return list(dict.fromkeys(FaultLine(_anchor(fault), _sentence(fault)) for fault in faults))


def _anchor(fault: RecordFault) -> str:
    first = str(fault.path[0]) if fault.path else ""
    if first in _SHOWN_AT:
        return _SHOWN_AT[first]
    if first in ("aliases", "documents", "cautions", "questions"):
        return first
    if "closures" in fault.path:
        return "hours-closures"
    return "-".join(map(str, fault.path))


def _sentence(fault: RecordFault) -> str:
    label, last = _label(fault.path), str(fault.path[-1]) if fault.path else ""
    if fault.kind == "string_too_short" and fault.path:
        return f"{label}を書いてください。"
    if fault.kind in _BY_KIND:
        return _BY_KIND[fault.kind].format(label=label, limit=fault.limit)
    if last in _DAYS:
        return f"{label}は「2026-12-25」のように書いてください。"
    if last.endswith("_yen"):
        return f"{label}は「1,500,000」か「150万円」のように書いてください。"
    if last in _FORMS:
        return _FORMS[last].format(label=label)
    if "closures" in fault.path:
        return f"{label}は、一行に一日ずつ「2026-12-29」のように書いてください。"
    if fault.kind == "too_short":
        return f"{label}が足りません。もう一つ以上書いてください。"
    return f"{label}を確かめてください。空のままか、書き方が違います。"


def _label(path: tuple[str | int, ...]) -> str:
    """募集の2つ目の始まる日."""
    words = list[str]()
    for step in path:
        words.append(f"{step + 1}つ目" if isinstance(step, int) else _word(step, first=not words))
    return "の".join(words) or "この項目"


def _word(step: str, first: bool) -> str:
    return FIELDS.get(step, _PARTS.get(step, step)) if first else _PARTS.get(step, step)
