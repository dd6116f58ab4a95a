"""Use cases: ask three questions after a case is closed, take the answers, and count them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.db.tables import Case, Conversation, Message, Survey
from desk.domain.alerts import may_speak
from desk.domain.cases import Status
from desk.domain.desk_payloads import Press
from desk.domain.survey import (
    ALREADY,
    LEAVE_OUT,
    NOT_A_WORD,
    PENDING,
    PENDING_SCORE,
    PENDING_WORD,
    STOP,
    WRITE,
    Step,
    question,
    score_in,
    step_after,
    word_taken,
)
from desk.services.case_events import record_event
from desk.services.changes import CASES
from desk.services.context import Desk
from desk.services.languages import words_of
from desk.services.speaking import can_be_told, may_interrupt, speak

log = structlog.get_logger(__name__)

#: a case closed longer ago is not asked about any more
WINDOW = timedelta(days=7)


@dataclass(frozen=True)
class Turnout:
    """How many people were asked in a time, how many answered at all, and the scores given."""

    asked: int
    answered: int
    scores: tuple[int, ...]

    @property
    def rate(self) -> float | None:
        """Share of those asked who answered; None when nobody was asked."""
        return self.answered / self.asked if self.asked else None


def send_surveys(desk: Desk) -> int:
    """Ask the people of cases just closed, once each; how many were asked."""
    if not may_speak(desk.now()):
        return 0
    asked = select(Survey.id).where(Survey.case_id == Case.id).exists()
    recent = (Case.status == Status.CLOSED, Case.closed_at > desk.now() - WINDOW)
    helped = (Case.replied_at.is_not(None), Case.linked_id.is_(None))
    with desk.database.reading() as session:
        ids = session.scalars(select(Case.id).where(*recent, *helped, ~asked).order_by(Case.id)).all()
    return sum(_ask(desk, each) for each in ids)


def press_survey(session: Session, desk: Desk, message: Message, press: Press) -> str | None:
    """Take an answer that was pressed. When the word was not meant as one, it is given back for the bot to hear."""
    survey = session.get_one(Survey, press.row_id, with_for_update=True)
    if press.value == NOT_A_WORD and survey.word:
        meant, survey.word = survey.word, None
        return meant
    if survey.step != press.question or survey.step == Step.DONE:
        speak(session, desk, message.conversation_id, {"text": ALREADY}, message.id)
        return None
    if press.value not in (LEAVE_OUT, WRITE, STOP):
        _note(session, desk, survey, press.value)
    _go_on(session, desk, survey, message, step_after(Step(survey.step), press.value))
    return None


def hear_survey(session: Session, desk: Desk, message: Message, conversation: Conversation) -> bool:
    """Take an answer in words; False when the words are about something else, and the survey waits for its buttons."""
    pending, conversation.pending = conversation.pending, None
    survey = _open_survey(session, conversation.id)
    if survey is None:
        return False
    score = score_in(message.text) if pending == PENDING_SCORE else None
    if score is not None:
        _note(session, desk, survey, str(score))
        _go_on(session, desk, survey, message, Step.SOLVED)
    elif pending == PENDING_WORD:
        survey.word = message.text
        _answered(session, desk, survey, {"word": True})
        survey.step = Step.DONE
        speak(session, desk, conversation.id, word_taken(survey.id).spoken, message.id)
    return score is not None or pending == PENDING_WORD


def turnout(desk: Desk, since: datetime, until: datetime) -> Turnout:
    """The surveys asked from `since` on and before `until`."""
    within = (Survey.asked_at >= since, Survey.asked_at < until)
    with desk.database.reading() as session:
        asked, answered = session.execute(
            select(func.count(Survey.id), func.count(Survey.answered_at)).where(*within)
        ).one()
        scores = session.scalars(select(Survey.score).where(*within, Survey.score.is_not(None)).order_by(Survey.id))
        return Turnout(asked, answered, tuple(score for score in scores if score is not None))


def _ask(desk: Desk, case_id: int) -> bool:
    """Not while the bot waits for an answer to something else, nor while staff speak: then later."""
    with desk.database.transaction() as session:
        case = session.get_one(Case, case_id, with_for_update=True)
        conversation = session.get_one(Conversation, case.conversation_id)
        if not can_be_told(conversation) or not may_interrupt(conversation) or _exists(session, case_id):
            return False
        survey = Survey(case_id=case.id, conversation_id=conversation.id, step=Step.SCORE, asked_at=desk.now())
        session.add(survey)
        session.flush()
        conversation.pending = PENDING_SCORE
        speak(
            session, desk, conversation.id, question(survey.id, Step.SCORE, case.number, words_of(conversation)).spoken
        )
        record_event(session, desk, case, "bot", "survey_asked")
        number, conversation_id = case.number, conversation.id
    log.info("survey_asked", case=number)
    desk.changes.report(conversation_id, CASES)
    return True


def _exists(session: Session, case_id: int) -> bool:
    return session.scalar(select(Survey.id).where(Survey.case_id == case_id)) is not None


def _open_survey(session: Session, conversation_id: str) -> Survey | None:
    mine = select(Survey).where(Survey.conversation_id == conversation_id, Survey.step != Step.DONE)
    return session.scalar(mine.order_by(Survey.id.desc()).limit(1).with_for_update())


def _note(session: Session, desk: Desk, survey: Survey, value: str) -> None:
    if survey.step == Step.SCORE:
        survey.score = int(value)
        session.get_one(Case, survey.case_id).satisfaction = survey.score
        _answered(session, desk, survey, {"score": survey.score})
    else:
        survey.solved = value == "yes"
        _answered(session, desk, survey, {"solved": survey.solved})


def _answered(session: Session, desk: Desk, survey: Survey, detail: dict[str, int | bool]) -> None:
    survey.answered_at = survey.answered_at or desk.now()
    record_event(session, desk, session.get_one(Case, survey.case_id), "user", "rated", detail)


def _go_on(session: Session, desk: Desk, survey: Survey, message: Message, step: Step) -> None:
    survey.step = step
    conversation = session.get_one(Conversation, survey.conversation_id)
    conversation.pending = PENDING.get(step)
    speak(session, desk, conversation.id, question(survey.id, step).spoken, message.id)
