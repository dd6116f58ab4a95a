"""What the page of a case shows of those who attend to it: who else is there, who writes, and the reply under way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from desk.services.attendance import conversation_of_case
from desk.services.canned import SOURCE as CANNED
from desk.services.canned import Canned, fill_for, list_canned
from desk.services.case_notes import notes_of
from desk.services.cases import CaseFile
from desk.services.context import Desk
from desk.services.signs import PERSON, Sign
from desk.services.staff import Member
from desk.services.suggestions import Draft, drafts_for, is_suggesting


@dataclass(frozen=True)
class Reply:
    """A reply that has not been sent: what was written, why it was not taken, and the draft it began with."""

    text: str = ""
    trouble: str = ""
    draft: str = ""


NOTHING_WRITTEN = Reply()


@dataclass(frozen=True)
class Attendance:
    """Who else is at a case, in sentences; empty ones are not shown."""

    here: str
    staff_writing: str
    person_writing: str


def attending(
    desk: Desk, member: Member, file: CaseFile, names: Mapping[str, str], reply: Reply = NOTHING_WRITTEN
) -> dict[str, Any]:
    """What the templates of talk and notes need."""
    canned = canned_for(desk, member, file)
    return {
        "attendance": attendance_of(desk, conversation_of_case(desk, file.line.number), member, names),
        "reply": reply,
        "seen": file.transcript[-1].id if file.transcript else 0,
        "canned": canned,
        "suggesting": is_suggesting(file),
        "drafts": drafts_for(desk, file, canned),
        "notes": notes_of(desk, file.line.number),
    }


def canned_for(desk: Desk, member: Member, file: CaseFile) -> list[Canned]:
    """The canned texts as this member of staff would send them in this case."""
    return fill_for(desk, file, member.name, list_canned(desk))


def drafts_by_source(desk: Desk, member: Member, file: CaseFile) -> dict[str, Draft]:
    """Everything that can be put into a reply, by the name under which an event remembers it."""
    canned = canned_for(desk, member, file)
    texts = [Draft(f"{CANNED}:{each.id}", each.title, "", each.text) for each in canned]
    return {each.source: each for each in (*texts, *drafts_for(desk, file, canned))}


def attendance_of(desk: Desk, conversation_id: str, member: Member, names: Mapping[str, str]) -> Attendance:
    """What one member of staff sees of the others; nobody is told of themselves."""
    here, writing = (desk.signs.given(conversation_id, sign) for sign in (Sign.HERE, Sign.WRITING))
    others = _names(here, member, names)
    busy = _names(writing, member, names)
    return Attendance(
        f"{others}もこの相談を開いています。" if others else "",
        f"{busy}が返事を書いています。" if busy else "",
        "相談者が入力しています。" if PERSON in writing else "",
    )


def _names(logins: Iterable[str], member: Member, names: Mapping[str, str]) -> str:
    return "、".join(f"{names.get(each, each)}さん" for each in logins if each not in (member.login, PERSON))
