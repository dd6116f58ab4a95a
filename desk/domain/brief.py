"""What a coordinator must know before the first word, in ten lines at most: who, what, how soon, why, and how to reach.

The lines are for staff. What is not known is left out, never guessed.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from desk.domain.areas import Areas
from desk.domain.calendar import in_words
from desk.domain.contact import FIELDS
from desk.domain.facts import FACTS
from desk.domain.intake import InvalidFacts, read_fact
from desk.domain.wording import value_of

#: characters of the person's own words
QUOTED = 80
#: so many programs are named
NAMED = 3

REASONS: Mapping[str, str] = {
    "asked": "相談者が担当者を希望しました",
    "failure": "自動応答が答えられませんでした",
    "complaint": "ご意見・苦情がありました",
    "misunderstood": "自動応答が続けて読み取れませんでした",
    "phone": "電話で受け付けました",
    "counter": "窓口で受け付けました",
}
CONTACT: Mapping[str, str] = {"name": "お名前", "company": "会社・団体", "email": "メール", "phone": "電話"}
HOW: Mapping[str, str] = {"written": "チャットで同意", "oral": "口頭で同意"}
#: told in the line of who asks
_OF_THE_FIRM = ("area", "industry", "employees")
#: messages that say nothing of the matter
_SMALL = frozenset(
    {"greet", "goodbye", "thank", "affirm", "deny", "dont_know", "request_human", "inform", "go_back", "chitchat"}
)


@dataclass(frozen=True)
class Record:
    """What the brief is made of. `facts` are raw, null means asked and not known; `verdicts` as they were shown."""

    reason: str
    needs: Sequence[str] = ()
    urgency: Sequence[str] = ()
    #: (intent, text) of what the person wrote themselves, oldest first
    said: Sequence[tuple[str | None, str]] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    verdicts: Sequence[Mapping[str, Any]] = ()
    contact: Mapping[str, str] = field(default_factory=dict)
    preference: str | None = None
    consent_at: datetime | None = None
    consent_wording: str | None = None
    consent_how: str | None = None


def brief_of(record: Record, areas: Areas, today: date) -> tuple[str, ...]:
    """The lines, the most important first."""
    told = {name: _answer(name, value, areas, today) for name, value in record.facts.items() if value is not None}
    lines = [
        _line("相談者", [record.contact.get("company"), record.contact.get("name"), *_pick(told, _OF_THE_FIRM)]),
        _line("用件", record.needs) + _why(record),
        _line("急ぐ理由", record.urgency),
        _words(record.said),
        _line("わかっていること", _labelled(told)),
        _line("聞いたがわからないこと", [FACTS[name].label for name in FACTS if record.facts.get(name, "") is None]),
        *_verdicts(record.verdicts, record.facts),
        _reach(record),
        _consent(record),
    ]
    return tuple(line for line in lines if line)


def _line(title: str, parts: Iterable[str | None]) -> str:
    known = [part for part in parts if part]
    return f"{title}：{'、'.join(known)}" if known else ""


def _why(record: Record) -> str:
    return f"（{REASONS[record.reason]}）" if record.reason in REASONS else ""


def _pick(told: Mapping[str, str], names: Collection[str]) -> list[str]:
    return [told[name] for name in names if name in told]


def _labelled(told: Mapping[str, str]) -> list[str]:
    return [f"{FACTS[name].label} {told[name]}" for name in FACTS if name in told and name not in _OF_THE_FIRM]


def _words(said: Sequence[tuple[str | None, str]]) -> str:
    """The last thing the person wrote about the matter itself."""
    matter = [text for intent, text in said if text and intent not in _SMALL]
    if not matter:
        return ""
    text = " ".join(matter[-1].split())
    return f"相談者の言葉：「{text[:QUOTED]}{'…' if len(text) > QUOTED else ''}」"


def _verdicts(verdicts: Sequence[Mapping[str, Any]], facts: Mapping[str, Any]) -> list[str]:
    """What was shown, and what would settle it."""
    named = {
        title: [str(each.get("name", each["id"])) for each in verdicts if each["verdict"] == verdict][:NAMED]
        for verdict, title in (("eligible", "対象の見込み"), ("possible", "要確認"))
    }
    shown = "／".join(f"{title} {'・'.join(names)}" for title, names in named.items() if names)
    unknown = {name for each in verdicts for name in each.get("unknown_facts", ())}
    open_ones = [FACTS[name].label for name in FACTS if name in unknown and name not in facts]
    return [_line("案内した制度", [shown]), _line("制度の判定に足りないこと", open_ones)]


def _reach(record: Record) -> str:
    given = [CONTACT[each] for each in FIELDS if each in record.contact and each in ("email", "phone")]
    ways = "・".join(given) if given else "連絡先なし（相談者の会話に返事ができます）"
    return _line("連絡", [ways, record.preference])


def _consent(record: Record) -> str:
    if record.consent_at is None:
        return "同意：まだありません"
    how = HOW.get(record.consent_how or "written", "")
    fields = "・".join(CONTACT[each] for each in FIELDS if each in record.contact) or "連絡先なし"
    return f"同意：{how}（{fields}、{in_words(record.consent_at)}、文面 {record.consent_wording}）"


def _answer(name: str, value: Any, areas: Areas, today: date) -> str:
    try:
        return value_of(FACTS[name], read_fact(name, value, areas, today))
    except InvalidFacts:  # told under an older vocabulary
        return str(value)
