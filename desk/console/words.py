"""Japanese words for what the record holds: states, people, channels, events, facts, due times."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from http import HTTPStatus
from typing import Any

from desk.console.aftercare_words import aftercare_event
from desk.console.deadline_words import LATE as LATE
from desk.console.need_words import need_event
from desk.domain.areas import Areas
from desk.domain.calendar import in_words
from desk.domain.cases import SPECIALITY_TITLES, TRANSITIONS, Status
from desk.domain.facts import FACTS
from desk.domain.intake import InvalidFacts, read_fact
from desk.domain.results import EVIDENCE as EVIDENCE
from desk.domain.results import TITLES as RESULTS
from desk.domain.wording import day as day
from desk.domain.wording import value_of
from desk.domain.wording import yen as yen
from desk.services.cases import Happening

SPECIALITIES: Mapping[str, str] = SPECIALITY_TITLES
STATUSES: Mapping[str, str] = {
    Status.NEW: "新規",
    Status.ASSIGNED: "担当決定",
    Status.IN_PROGRESS: "対応中",
    Status.WAITING: "返事待ち",
    Status.CLOSED: "完了",
}
CHANNELS: Mapping[str, str] = {
    "web": "チャット",
    "line": "LINE",
    "slack": "Slack",
    "rest": "外部アプリ",
    "phone": "電話",
    "counter": "窓口",
}
#: where what staff write arrives
ARRIVALS: Mapping[str, str] = {
    "web": "相談者のチャット画面に届きます。",
    "line": "相談者のLINEに届きます。",
    "slack": "相談者のSlackに届きます。",
    "rest": "つないでいるアプリから相談者が次に書いたときに、そのアプリの画面に届きます。",
}
#: only what must be seen first bears a tag
PRIORITIES: Mapping[str, str] = {"urgent": "至急", "high": "急ぎ"}
AUTHORS: Mapping[str, str] = {"user": "相談者", "bot": "自動応答", "staff": "担当者"}
GATES: Mapping[str, str] = {
    "bot": "自動応答がお答えしています",
    "staff": "担当者がお答えしています（自動応答は止まっています）",
    "nobody": "受付を止めています",
}
VERDICTS: Mapping[str, str] = {"eligible": "対象の見込み", "possible": "要確認", "ineligible": "対象外"}
STANDINGS: Mapping[bool | None, tuple[str, str]] = {
    True: ("✓", "満たしています"),
    None: ("？", "確認が必要です"),
    False: ("✕", "満たしていません"),
}
CONTACT: Mapping[str, str] = {"name": "お名前", "company": "会社・団体", "email": "メール", "phone": "電話"}
REASONS: Mapping[str, str] = {
    "asked": "担当者を希望",
    "failure": "自動応答が答えられなかった",
    "complaint": "ご意見・苦情",
    "misunderstood": "続けて読み取れなかった",
    "phone": "電話での相談",
    "counter": "窓口での相談",
}
ACTORS: Mapping[str, str] = {"user": "相談者", "bot": "自動応答", "api": "外部システム"}
DONE: Mapping[str, str] = {
    "answered": "返事を送りました。",
    "noted": "メモを書きました。",
    "fact_corrected": "うかがったことを直しました。",
    "marked": "印を付けました。",
    "suggesting": "下書きの提案を切り替えました。",
    "assigned": "担当を変えました。",
    "status": "状態を変えました。",
    "outcome": "結果を記録しました。",
    "reached": "お話ししたことを記録しました。",
    "taken_over": "会話を引き取りました。自動応答は止まっています。",
    "handed_back": "会話を自動応答に戻しました。",
    "result": "成果を記録しました。",
    "withdrawn": "成果を取り消しました。",
    "written_down": "相談を記録しました。",
    "linked": "同じ相談としてつなぎました。",
    "unlinked": "つながりを外しました。",
    "preference": "連絡の希望を記録しました。",
    "claimed": "この相談の主担当になりました。",
    "need": "用件を更新しました。",
    "need_taken": "用件を引き受けました。",
    "need_declined": "辞退を記録しました。次の担当者にお願いします。",
    "handed_on": "引き継ぎをお願いしました。",
    "referred": "外部の窓口につないだことを記録しました。",
}
PROBLEMS: Mapping[int, str] = {
    HTTPStatus.UNAUTHORIZED: "ログインが必要です",
    HTTPStatus.FORBIDDEN: "受け付けませんでした",
    HTTPStatus.NOT_FOUND: "見つかりません",
    HTTPStatus.CONFLICT: "変えられませんでした",
    HTTPStatus.UNPROCESSABLE_ENTITY: "入力を確かめてください",
}
EVENTS: Mapping[str, str] = {
    "answered": "返事を送りました",
    "preference": "連絡の希望を記録しました",
    "urgency": "急ぐ理由が見つかりました",
    "noted": "メモを書きました",
    "asked_again": "もう一度、担当者を希望しました",
    "taken_over": "会話を引き取りました",
    "handed_back": "会話を自動応答に戻しました",
}
MARKED: Mapping[str, str] = {
    "intent": "発言を読み取りの確認に回しました",
    "answer": "発言を知識の課題にしました",
}
#: what stands beside a message, by its type
DRAWN: Mapping[str, str] = {
    "recommendations": "制度の候補",
    "program": "制度の案内",
    "knowledge": "説明",
    "seeds": "研究シーズ",
    "cases": "事例",
    "events": "催し",
    "handoff": "受付票を表示",
    "slots": "予約できる日時を表示",
    "booking": "予約票を表示",
}
ASKED_NOT_KNOWN = "わからない（質問済み）"


def moment(at: datetime) -> str:
    """11月24日（火）9時30分."""
    return in_words(at)


def dated(at: datetime) -> str:
    """The same with its year, for what is kept: 2026年11月24日（火）9時30分."""
    return f"{at.year}年{in_words(at)}"


def next_statuses(status: str) -> list[tuple[str, str]]:
    """Where a case can go from here: value and title, in the order of the work."""
    return [(each.value, STATUSES[each]) for each in Status if each in TRANSITIONS[Status(status)]]


def facts(raw: Mapping[str, Any], areas: Areas, today: date) -> list[tuple[str, str]]:
    """Label and answer of everything that was told or asked, in the order of the vocabulary."""
    return [(FACTS[name].label, _answer(name, raw[name], areas, today)) for name in FACTS if name in raw]


def actor(name: str, staff: Mapping[str, str]) -> str:
    """Who did something; `staff` maps logins to names."""
    return ACTORS.get(name) or staff.get(name, name)


def event(happened: Happening, staff: Mapping[str, str]) -> str:
    """One event of a case as a sentence."""
    detail = happened.detail
    match happened.kind:
        case "opened":
            reason = REASONS.get(detail.get("reason", ""), "その他")
            return f"受け付けました（{reason}、{SPECIALITIES.get(detail.get('speciality', ''), '総合相談')}）"
        case "consented":
            given = "・".join(title for field, title in CONTACT.items() if field in detail.get("fields", ()))
            return f"引き継ぎに同意しました（{given or '連絡先なし'}）"
        case "status":
            return f"状態を「{STATUSES.get(detail['from'])}」から「{STATUSES.get(detail['to'])}」に変えました"
        case "assigned":
            login = detail.get("assignee")
            return f"担当を{staff.get(login, login)}に決めました" if login else "担当を外しました"
        case "result":
            return f"成果を記録しました：{RESULTS.get(detail['kind'], 'その他')}"
        case "result_withdrawn":
            return f"成果を取り消しました：{RESULTS.get(detail['kind'], 'その他')}"
        case "linked":
            return f"{detail['case']} と同じ相談としてつなぎました"
        case "unlinked":
            return f"{detail['case']} とのつながりを外しました"
        case "outcome":
            return f"結果を記録しました：{detail.get('outcome') or '（消去）'}"
        case "verdict_changed":
            before, after = (VERDICTS.get(detail[side] or "", "なし") for side in ("from", "to"))
            return f"「{detail['name']}」の判定が変わりました（{before} → {after}）"
        case "fact_corrected":
            return f"「{FACTS[detail['fact']].label}」を直しました"
        case "marked":
            return MARKED.get(detail.get("fault", ""), "発言に印を付けました")
        case "suggesting":
            return "下書きの提案を始めました" if detail.get("on") else "下書きの提案を止めました"
        case "answered" if detail.get("draft"):
            return "下書きをもとに返事を送りました"
    own = need_event(happened.kind, detail, staff) or aftercare_event(happened.kind, detail)
    return own or EVENTS.get(happened.kind, happened.kind)


def drawn(content: Mapping[str, Any]) -> str:
    """What the person saw beside a text, in words; empty when there was nothing."""
    custom = content.get("custom") or {}
    count = len(custom.get("items") or ())
    kind = DRAWN.get(custom.get("type", ""), "")
    return f"{kind}{count}件を表示" if kind and count else kind


def left(rest: timedelta) -> str:
    """How much time there is: あと45分, あと24時間, あと3日."""
    if rest < timedelta(hours=1):
        return f"あと{int(rest.total_seconds() // 60)}分"
    return f"あと{int(rest.total_seconds() // 3600)}時間" if rest < timedelta(days=2) else f"あと{rest.days}日"


def _answer(name: str, value: Any, areas: Areas, today: date) -> str:
    if value is None:
        return ASKED_NOT_KNOWN
    try:
        return value_of(FACTS[name], read_fact(name, value, areas, today))
    except InvalidFacts:  # told under an older vocabulary
        return str(value)
