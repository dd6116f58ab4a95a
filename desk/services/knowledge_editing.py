"""Editing knowledge: entries old and new, and questions that nobody could answer; a second person looks, too."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.catalogue.diff_words import Difference
from desk.catalogue.editing import RecordFault, UnfitRecord
from desk.catalogue.overlay import Standing
from desk.db.tables import UnansweredQuestion
from desk.domain.editing import Base, Kind
from desk.services import revisions
from desk.services.context import Desk
from desk.services.counters import next_number
from desk.services.entries import Entry
from desk.services.library import entry_content, entry_digest, seed_entries
from desk.services.revisions import Draft, NoSuchRecord, Version, drafted_again, read_history, read_open, read_version
from desk.services.staff import Member
from desk.services.unanswered import mark_answered

#: wordings of a question that nobody could answer which a draft takes over
WORDINGS = 6
TITLES: Mapping[str, str] = {
    "title": "題名",
    "topic": "分野",
    "questions": "聞かれ方",
    "answer": "答え",
    "source": "出典",
    "as_of": "情報の時点",
    "verified": "確かめた方法",
}


@dataclass(frozen=True)
class EntryFile:
    """Everything editors see of an entry; `entry` is None while there is only a draft."""

    id: str
    entry: Entry | None
    standing: Standing | None
    versions: Sequence[Version]


@dataclass(frozen=True)
class EntryPreview:
    """A version beside what people see now."""

    version: Version
    entry: Entry
    before: Entry | None
    differences: tuple[Difference, ...]
    outdated: bool


def list_entries(desk: Desk, words: str = "", verified: str = "") -> list[Entry]:
    """Entries that hold the words, those that wait to be checked first, then the oldest."""
    found = (each for each in desk.library.every.values() if words in _words(each) and verified in ("", each.verified))
    return sorted(found, key=lambda each: (each.shown, each.as_of, each.id))


def open_entries(desk: Desk) -> Sequence[Version]:
    """Everything that somebody still has work with."""
    return read_open(desk, Kind.ENTRY)


def read_entry(desk: Desk, entry_id: str) -> EntryFile:
    """One entry. Raises `NoSuchRecord`."""
    entry, versions = desk.library.every.get(entry_id), read_history(desk, Kind.ENTRY, entry_id)
    if entry is None and not versions:
        raise NoSuchRecord(entry_id)
    return EntryFile(entry_id, entry, desk.library.standings.get(entry_id), versions)


def entry_now(desk: Desk, entry_id: str) -> dict[str, Any]:
    """What an editor starts from. Raises `NoSuchRecord`."""
    entry = desk.library.every.get(entry_id)
    if entry is None:
        raise NoSuchRecord(entry_id)
    return entry_content(entry)


def empty_entry(desk: Desk, questions: Sequence[str] = ()) -> dict[str, Any]:
    """What a new entry starts from: nothing but the wordings in which it was asked for."""
    source = {"title": "", "url": None}
    title, today = (questions[0] if questions else ""), desk.now().date().isoformat()
    blank = {"id": "", "title": title, "topic": "support", "questions": list(questions), "answer": ""}
    return blank | {"source": source, "as_of": today, "verified": "unverified"}


def wordings_of(desk: Desk, ids: Collection[int]) -> list[str]:
    """Questions that nobody could answer, as they were asked."""
    query = select(UnansweredQuestion.text).where(UnansweredQuestion.id.in_(ids)).order_by(UnansweredQuestion.id)
    with desk.database.reading() as session:
        return list(session.scalars(query.limit(WORDINGS)))


def entry_base(desk: Desk, entry_id: str) -> Base:
    """What a draft begun now would be made from."""
    with desk.database.reading() as session:
        return _base(session, entry_id)


def draft_entry(desk: Desk, draft: Draft, author: Member) -> int:
    """Begin a draft; a new entry gets its id here. Raises `UnfitRecord`."""
    checked_entry(desk, {**draft.content, "id": draft.subject or "new"})
    with desk.database.transaction() as session:
        subject = draft.subject or f"k-{next_number(session, 'entry'):04d}"
        content = {**draft.content, "id": subject}
        made = Draft(Kind.ENTRY, subject, content, draft.reason, draft.base, draft.origin)
        return revisions.begin(session, desk, made, author.id).id


def redraft_entry(desk: Desk, revision_id: int, content: Mapping[str, Any], reason: str, author: Member) -> None:
    """Write in one's own draft. Raises `UnfitRecord`, and what `rewrite` raises."""
    checked_entry(desk, content)
    with desk.database.transaction() as session:
        revisions.rewrite(session, desk, revision_id, content, reason, author.id)


def preview_entry(desk: Desk, revision_id: int) -> EntryPreview:
    """A version beside what people see now. Raises `NoSuchRevision` and `UnfitRecord`."""
    version = read_version(desk, revision_id)
    entry, before = checked_entry(desk, version.content), desk.library.every.get(version.subject)
    outdated = version.open and version.base != entry_base(desk, version.subject)
    return EntryPreview(version, entry, before, tuple(_between(before, entry)), outdated)


def publish_entry(desk: Desk, revision_id: int, decider: Member) -> None:
    """Let a version become what people are told; the questions it came from are answered now.

    Raises `OwnWork`, `WrongState`, `Outdated` and `UnfitRecord`.
    """
    with desk.database.transaction() as session:
        row = revisions.locked(session, revision_id)
        entry = checked_entry(desk, row.content)
        revisions.publish(session, desk, row, lambda: _base(session, row.subject), decider.id)
        if entry.shown:
            mark_answered(session, row.origin.get("unanswered", ()), row.subject)
    desk.published.forget()


def restore_entry(desk: Desk, revision_id: int, author: Member) -> int:
    """A new draft that says what an earlier version said; the id of the revision."""
    old = read_version(desk, revision_id)
    return draft_entry(desk, drafted_again(old, entry_base(desk, old.subject)), author)


def checked_entry(desk: Desk, content: Mapping[str, Any]) -> Entry:
    """The entry of a content. Raises `UnfitRecord` with every field, and wordings that lead to another entry."""
    try:
        entry = Entry.model_validate(content)
    except ValidationError as error:
        raise UnfitRecord(_fault(detail) for detail in error.errors()) from error
    others = (each for each in desk.library.every.values() if each.id != entry.id)
    taken = {question for each in others for question in each.questions}
    shared = [at for at, question in enumerate(entry.questions) if question in taken]
    if shared:
        raise UnfitRecord(RecordFault(("questions", at), "shared_wording") for at in shared)
    return entry


def _base(session: Session, entry_id: str) -> Base:
    row = revisions.newest(session, Kind.ENTRY, entry_id)
    seed = next((each for each in seed_entries() if each.id == entry_id), None)
    return Base(row.serial if row is not None else None, entry_digest(seed))


def _fault(detail: Any) -> RecordFault:
    return RecordFault(tuple(detail["loc"]), detail["type"], detail.get("ctx", {}).get("max_length"))


def _between(before: Entry | None, after: Entry) -> list[Difference]:
    told = ((name, _lines(before, name), _lines(after, name)) for name in TITLES)
    return [
        Difference(
            name, TITLES[name], tuple(x for x in old if x not in new), tuple(x for x in new if x not in old)
        )
        for name, old, new in told
        if old != new
    ]  # fmt: skip


def _lines(entry: Entry | None, name: str) -> list[str]:
    value = getattr(entry, name) if entry is not None else ()
    if isinstance(value, tuple):
        return list(value)
    return [f"{value.title} {value.url or ''}".strip()] if name == "source" else [str(value)]


def _words(entry: Entry) -> str:
    return " ".join((entry.id, entry.title, *entry.questions, entry.answer))
