"""The result of a run for people: a report in Markdown, and a table for the terminal."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from types import MappingProxyType

from desk.domain.programs import Program
from desk.domain.wording import day, yen
from desk.jgrants.diff import Comparison, State, calls_in_words
from desk.jgrants.drafts import ATTRIBUTION, Draft
from desk.jgrants.gathering import Gathered
from desk.jgrants.matching import How

STATES = MappingProxyType({State.NEW: "新規", State.CHANGED: "変更", State.SAME: "同じ", State.VANISHED: "なくなった"})
_HEADINGS = MappingProxyType(
    {
        State.NEW: "カタログにない制度",
        State.CHANGED: "カタログと違いがある制度",
        State.SAME: "カタログと同じ制度",
        State.VANISHED: "Jグランツからなくなった制度",
    }
)
_LONGEST_EXCERPT = 600
_LONGEST_TITLE = 60


def report(comparisons: Sequence[Comparison], gathered: Gathered, now: datetime) -> str:
    """The whole report. Texts of others are escaped, so that nothing in them acts as markup."""
    lines = [*_opening(comparisons, gathered, now), *_troubles(gathered)]
    for state, heading in _HEADINGS.items():
        chosen = [each for each in comparisons if each.state is state]
        if chosen:
            lines += ["", f"## {heading}（{len(chosen)}件）", *(line for each in chosen for line in _item(each))]
    return "\n".join(lines) + "\n"


def table(comparisons: Sequence[Comparison]) -> Iterator[str]:
    """A line a comparison: state, highest amount, newest call, title, and the program of the catalogue."""
    rows = [_row(each) for each in comparisons]
    widths = [max((_width(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        padded = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=False))
        yield "  ".join((*padded, *row[3:])).rstrip()


def summary(comparisons: Sequence[Comparison]) -> str:
    """How many there are of each state."""
    counted = Counter(each.state for each in comparisons)
    return "・".join(f"{title} {counted[state]}件" for state, title in STATES.items())


def escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return re.sub(r"([\\`*_{}\[\]<>|#~!])", r"\\\1", text.replace("&", "&amp;"))


def _opening(comparisons: Sequence[Comparison], gathered: Gathered, now: datetime) -> list[str]:
    return [
        f"# Jグランツの下書き（{day(now.date())} {now:%H:%M}）",
        "",
        f"{ATTRIBUTION}。どの下書きも未公開です。公募要領で確かめ、seeds/programs/ に写してから使ってください。",
        "",
        f"- {summary(comparisons)}",
        f"- ほかの道府県だけが対象のため取り込まなかったもの: {gathered.elsewhere}件",
    ]


def _troubles(gathered: Gathered) -> list[str]:
    if gathered.complete:
        return []
    heading = "## うまくいかなかったこと（この取り込みは一部だけです）"
    return ["", heading, "", *(f"- {escaped(each)}" for each in gathered.troubles)]


def _item(comparison: Comparison) -> Iterator[str]:
    yield from ("", f"### {escaped(comparison.title)}", "")
    yield from _match(comparison)
    for each in comparison.differences:
        yield f"- {each.field}: カタログ「{escaped(each.catalogue)}」→ Jグランツ「{escaped(each.jgrants)}」"
    if comparison.draft is not None:
        yield from _draft(comparison.draft)


def _match(comparison: Comparison) -> Iterator[str]:
    match = comparison.match
    if match is None:
        return
    known = f"カタログの制度: {escaped(match.program.name)}（`{match.program.id}`）"
    if match.how is How.NAME:
        known += f" 名前で照合（{match.likeness:.0%}）。同じ制度か確認してください"
    yield f"- {known}"


def _draft(draft: Draft) -> Iterator[str]:
    program = draft.program
    yield f"- 下書き: `{draft.id}.yaml`　Jグランツ: <{program.url}>"
    yield f"- 金額: {escaped(program.amount.text or '記載なし')}　募集: {calls_in_words(program.calls) or '記載なし'}"
    yield from (f"- 要確認: {escaped(caution)}" for caution in program.cautions)
    if draft.grant.files:
        yield f"- 添付（取り込んでいません）: {escaped('、'.join(draft.grant.files))}"
    if draft.text:
        yield ""
        yield from (f"> {escaped(line)}".rstrip() for line in _excerpt(draft.text).splitlines())


def _excerpt(text: str) -> str:
    return text if len(text) <= _LONGEST_EXCERPT else text[:_LONGEST_EXCERPT] + "…（続きは下書きに）"


def _row(comparison: Comparison) -> tuple[str, ...]:
    program = comparison.draft.program if comparison.draft else None
    match = comparison.match
    found = f"→ {match.program.id}（{match.likeness:.0%}）" if match else ""
    title = comparison.title
    short = title if len(title) <= _LONGEST_TITLE else title[:_LONGEST_TITLE] + "…"
    return (STATES[comparison.state], _cap(program), _end(program), short, found)


def _cap(program: Program | None) -> str:
    return yen(program.amount.max_yen) if program and program.amount.max_yen else "—"


def _end(program: Program | None) -> str:
    ends = [call.closes_on for call in program.calls if call.closes_on] if program else []
    return f"〜{max(ends).isoformat()}" if ends else "—"


def _width(text: str) -> int:
    """Columns in a terminal."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
