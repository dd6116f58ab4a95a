"""Use cases: colleagues and outside bodies are asked for a need, say yes or no, or hand it on with what they know."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from desk.db.tables import Assignment, Case, Conversation, Need
from desk.domain.cases import Speciality
from desk.domain.needs import UNFINISHED, AssignmentStatus, DeclineReason, ImpossibleStep, check_refusal
from desk.domain.notices import handed_on_notice
from desk.domain.notifications import Kind
from desk.domain.programs import Program
from desk.services import asking
from desk.services.case_rows import NoSuchNeed, find_caseworker, find_need
from desk.services.context import Desk
from desk.services.languages import words_of
from desk.services.needs import note_need, requalify, set_assignment
from desk.services.notifications import notify
from desk.services.offering import ask_somebody
from desk.services.speaking import speak

#: kinds of records to which a need can be sent
BODY_KINDS = frozenset({"advice", "ip_advice", "matching"})
#: conversations in which nothing reaches the person
SPOKEN = frozenset({"phone", "counter"})


@dataclass(frozen=True)
class Onward:
    """Where a need is handed on to: a colleague by login, or whoever knows a speciality. `tell` the person of it."""

    to: str | None = None
    speciality: Speciality | None = None
    note: str = ""
    tell: bool = True


def offer_need(desk: Desk, number: str, need_id: int, login: str, actor: str, note: str = "") -> None:
    """Ask a colleague to take a need. Raises `NoSuchStaff`, `NoCaseworker`, `AlreadyAsked`, `ImpossibleStep`."""
    with desk.database.transaction() as session:
        case, need = find_need(session, number, need_id)
        asking.offer(session, desk, case, need, find_caseworker(session, login), actor, note)


def refer_need(desk: Desk, number: str, need_id: int, body: str, actor: str, note: str = "") -> None:
    """Send a need to an outside body. Raises `NoSuchNeed` for a body nobody knows, `AlreadyAsked`, `ImpossibleStep`."""
    if body not in {program.id for program in bodies(desk)}:
        raise NoSuchNeed(body)
    with desk.database.transaction() as session:
        case, need = find_need(session, number, need_id)
        asking.refer(session, desk, case, need, body, actor, note)


def accept_need(desk: Desk, number: str, need_id: int, actor: str) -> None:
    """Take a need oneself, asked or not: whoever is first has it. Raises `AlreadyTaken` and `ImpossibleStep`."""
    with desk.database.transaction() as session:
        case, need = find_need(session, number, need_id)
        asking.take(session, desk, case, need, find_caseworker(session, actor))


def decline_need(desk: Desk, number: str, need_id: int, actor: str, reason: DeclineReason, note: str = "") -> None:
    """Say no to what one was asked for; the next who fits is asked. Raises `UnexplainedRefusal` and `NoSuchNeed`."""
    check_refusal(reason, note)
    with desk.database.transaction() as session:
        case, need = find_need(session, number, need_id)
        row = asking.asked_of(session, need, find_caseworker(session, actor).id)
        if row is None:
            raise NoSuchNeed(actor)
        asking.decline(session, desk, case, need, row, actor, reason, note)
        if desk.profile.offer_automatically and need.owner_id is None:
            ask_somebody(session, desk, case, need)


def note_answer(
    desk: Desk, number: str, assignment_id: int, actor: str, reason: DeclineReason | None = None, note: str = ""
) -> None:
    """Note what an outside body answered: no with a reason, yes without. Raises `NoSuchNeed`, `UnexplainedRefusal`."""
    with desk.database.transaction() as session:
        case, need, row = _assignment(session, number, assignment_id)
        if row.body is None:
            raise NoSuchNeed(str(assignment_id))
        if reason is not None:
            check_refusal(reason, note)
            asking.decline(session, desk, case, need, row, actor, reason, note)
            return
        set_assignment(desk, row, AssignmentStatus.ACCEPTED)
        asking.settle(session, case, need)
        note_need(session, desk, case, need, actor, "need_accepted", **asking.recipient(session, desk, row))


def withdraw_offer(desk: Desk, number: str, assignment_id: int, actor: str) -> None:
    """Ask no longer. Raises `NoSuchNeed` and `ImpossibleStep`."""
    with desk.database.transaction() as session:
        case, need, row = _assignment(session, number, assignment_id)
        set_assignment(desk, row, AssignmentStatus.WITHDRAWN)
        if row.staff_id is not None and row.staff_id == need.owner_id:
            need.owner_id = None
        asking.settle(session, case, need)
        note_need(session, desk, case, need, actor, "need_withdrawn", **asking.recipient(session, desk, row))


def hand_on(desk: Desk, number: str, need_id: int, onward: Onward, actor: str) -> None:
    """Hand a need to a colleague or another speciality, with a note the next one sees; the history stays.

    Raises `AlreadyAsked`, `NoSuchStaff`, `NoCaseworker` and `ImpossibleStep`.
    """
    with desk.database.transaction() as session:
        case, need = find_need(session, number, need_id)
        if need.status not in UNFINISHED:
            raise ImpossibleStep(f"{need.status} cannot be handed on")
        if onward.speciality is not None and onward.speciality != need.speciality:
            requalify(session, desk, case, need, onward.speciality, actor)
        if onward.to:
            colleague = find_caseworker(session, onward.to)
            asking.offer(session, desk, case, need, colleague, actor, onward.note)
            notify(session, desk, colleague.id, Kind.TRANSFERRED, case, actor)
        else:
            asking.release(session, desk, need)
            asking.withdraw_others(session, desk, need, None)
            asking.settle(session, case, need)
            ask_somebody(session, desk, case, need, actor, onward.note)
        if onward.tell:
            _tell_person(session, desk, case, need)


def bodies(desk: Desk) -> Sequence[Program]:
    """Outside bodies a need can be sent to, by name."""
    found = [each for each in desk.catalogue.programs if each.kind in BODY_KINDS and each.published]
    return sorted(found, key=lambda program: program.name)


def _assignment(session: Session, number: str, assignment_id: int) -> tuple[Case, Need, Assignment]:
    row = session.get(Assignment, assignment_id)
    if row is None:
        raise NoSuchNeed(str(assignment_id))
    return (*find_need(session, number, row.need_id), row)


def _tell_person(session: Session, desk: Desk, case: Case, need: Need) -> None:
    """One short message in the person's own conversation, where it can reach them."""
    conversation = session.get_one(Conversation, case.conversation_id)
    if conversation.channel not in SPOKEN:
        speak(session, desk, conversation.id, {"text": handed_on_notice(need.title, words_of(conversation))})
