"""One invented visit to the desk, told through the real use cases at times of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from random import Random
from typing import Any

from pydantic import BaseModel, ConfigDict

from desk.domain.cases import Speciality
from desk.domain.needs import AssignmentStatus, DeclineReason
from desk.domain.results import MONEY_NEEDED, PARTNER_NEEDED, Evidence, Result, ResultKind
from desk.services import handover, interview, turns
from desk.services.assignments import Onward, accept_need, decline_need, hand_on
from desk.services.cases import answer_case, read_case, update_case
from desk.services.context import Desk
from desk.services.conversations import messages_after, open_conversation, receive
from desk.services.feedback import keep_feedback
from desk.services.results import AlreadyRecorded, record_result
from desk.services.surveys import send_surveys
from desk.services.unanswered import note_unanswered

#: how the addresses of invented people begin
PREFIX = "demo:"
MARK = "（見本）"
OPENING = {"text": "ご用件をうかがいました。"}
PARTNERS = ("板橋工科大学（見本）", "志村研究所（見本）", "城北投資（見本）")
ODD_QUESTION = "工場の夜間の騒音は何デシベルまでなら測らなくてよいですか"
YEN: Mapping[ResultKind, int] = {ResultKind.SALES: 8_000_000, ResultKind.FUNDED: 30_000_000}


class Matter(BaseModel):
    """Something that people come with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str
    text: str
    intent: str
    topic: str
    #: programs are listed before somebody asks for a person
    shows: bool
    purpose: str
    firm: str
    industries: list[str]
    answer: str
    results: list[ResultKind]


@dataclass(frozen=True)
class Visitor:
    """An invented person of an invented firm. `number` makes the address, and decides what happens to them."""

    number: int
    surname: str
    firm: str
    area: str
    industry: str


@dataclass
class Visit:
    """A visit under way: the desk's clock stands at `at`, and nothing happens after `until`."""

    desk: Desk
    at: datetime
    until: datetime
    random: Random
    conversation: str = ""

    @property
    def now(self) -> Desk:
        """The desk at this moment."""
        at = self.at
        return replace(self.desk, now=lambda: at)

    def wait(self, length: timedelta, office: bool = False) -> bool:
        """Let time pass, until the desk is open if that is needed; False when that is still to come."""
        later = self.at + length
        self.at = self.desk.calendar.next_opening(later) if office else later
        return self.at < self.until

    def say(self, text: str, intent: str, *replies: Mapping[str, Any]) -> None:
        """A message of the person, and what the bot says."""
        self.wait(timedelta(minutes=1))
        message = receive(self.now, self.conversation, text).message_id
        forward = turns.prepare(self.now, message)
        if forward is not None:
            understood = {"intent": {"name": intent, "confidence": 0.9}, "entities": [], "ranking": []}
            turns.conclude(self.now, forward, replies or (OPENING,), understood)


def begin(visit: Visit, visitor: Visitor, matter: Matter) -> None:
    """Somebody opens the chat and says what they come for, and where they are from."""
    visit.conversation = open_conversation(visit.now, "web", f"{PREFIX}{visitor.number:05d}")
    visit.say("こんにちは", "greet")
    visit.say(matter.text, matter.intent)
    facts = {"area": visitor.area, "industry": visitor.industry, "purpose": matter.purpose, "employees": 12}
    interview.hear(visit.now, visit.conversation, "inform", [_entity(*each) for each in facts.items()])
    if matter.shows:
        interview.advise(visit.now, visit.conversation, show="now")


def end_alone(visit: Visit, visitor: Visitor) -> None:
    """What becomes of those who ask for nobody: most go content, some are not understood or leave in the middle."""
    kind = visitor.number // 2 % 10
    if kind == 0:
        visit.say("ええと、あれの件", "nlu_fallback")
    elif kind == 1:
        visit.say(ODD_QUESTION, "ask_knowledge")
        note_unanswered(visit.now, visit.conversation, ODD_QUESTION, [])
    elif kind == 2:
        interview.advise(visit.now, visit.conversation, show="more")
    elif kind == 3:
        _find_nothing(visit)
    else:
        visit.say("とても分かりやすかった" if kind < 8 else "全然役に立たない", "feedback")
        keep_feedback(visit.now, visit.conversation)


def break_down(visit: Visit) -> None:
    """The bot fails, and a case is left for people."""
    visit.wait(timedelta(minutes=1))
    forward = turns.prepare(visit.now, receive(visit.now, visit.conversation, "もう一度お願いします").message_id)
    assert forward is not None
    turns.fail(visit.now, forward)


def hand_over(visit: Visit, visitor: Visitor, matter: Matter) -> str:
    """The person asks for somebody, agrees and leaves a name; the number of the case."""
    visit.say("担当の方と話せますか", "request_human")
    handover.request_handover(visit.now, visit.conversation, "asked", matter.topic)
    handover.give_consent(visit.now, visit.conversation)
    contact = {"person_name": visitor.surname + MARK, "company_name": f"{visitor.firm}{matter.firm}{MARK}"}
    contact["email"] = f"demo{visitor.number}@example.jp"
    step = handover.hear_contact(
        visit.now, visit.conversation, [_entity(*each) for each in contact.items()], "", answered=True
    )
    assert step.promise is not None
    return step.promise.number


def look_after(visit: Visit, number: str, matter: Matter, logins: Sequence[str]) -> None:
    """What staff do with a case, as far as time has come: take it, answer, help, close, ask how it was."""
    slow = visit.random.random() < 0.08
    if visit.wait(timedelta(days=4) if slow else timedelta(hours=visit.random.uniform(0.2, 20)), office=True):
        _answer(visit, number, matter, logins)
    if visit.wait(timedelta(hours=visit.random.uniform(1, 40))):
        visit.say("ありがとうございます。助かります。", "thank")
    if visit.random.random() < 0.5 and visit.wait(timedelta(days=visit.random.uniform(5, 60)), office=True):
        _record(visit, number, matter, logins[0])
    if visit.random.random() < 0.85 and visit.wait(timedelta(days=visit.random.uniform(1, 20)), office=True):
        update_case(visit.now, number, logins[0], {"status": "closed", "outcome": "ご案内を終えました"})
        _ask(visit)


def _answer(visit: Visit, number: str, matter: Matter, logins: Sequence[str]) -> None:
    for need in read_case(visit.now, number).needs:
        offered = [each.to for each in need.asked if each.status == AssignmentStatus.OFFERED and not each.outside]
        taker = offered[0] if offered else logins[0]
        if offered and visit.random.random() < 0.1:
            decline_need(visit.now, number, need.id, taker, DeclineReason.NO_TIME)
        elif offered and visit.random.random() < 0.05:
            hand_on(visit.now, number, need.id, Onward(speciality=Speciality.GENERAL, tell=False), taker)
        elif need.owner is None:
            accept_need(visit.now, number, need.id, taker)
    answer_case(visit.now, number, matter.answer, logins[0])


def _record(visit: Visit, number: str, matter: Matter, login: str) -> None:
    kind = visit.random.choice(matter.results)
    kinds = (kind, ResultKind.FUNDED) if kind is ResultKind.PITCHED and visit.random.random() < 0.4 else (kind,)
    for each in kinds:
        partner = visit.random.choice(PARTNERS) if each in PARTNER_NEEDED else None
        amount = YEN[each] if each in MONEY_NEEDED else None
        result = Result(each, visit.at.date(), amount, partner=partner, evidence=Evidence.REPORTED)
        try:
            record_result(visit.now, number, login, result)
        except AlreadyRecorded:  # one day, one kind: once is enough for a sample
            return


def _ask(visit: Visit) -> None:
    """The morning after closing; three of five people answer."""
    visit.at = datetime.combine(visit.at.date() + timedelta(days=1), time(10), visit.at.tzinfo)
    if visit.at >= visit.until or not send_surveys(visit.now) or visit.random.random() > 0.6:
        return
    _press(visit, visit.random.choices((0, 1, 2, 4), weights=(60, 32, 5, 3))[0])
    _press(visit, visit.random.choices((0, 1), weights=(9, 1))[0])


def _press(visit: Visit, place: int) -> None:
    """Press a button of the last message that has any."""
    visit.wait(timedelta(minutes=1))
    offered = [
        each.content["buttons"] for each in messages_after(visit.now, visit.conversation) if "buttons" in each.content
    ]
    message = receive(visit.now, visit.conversation, offered[-1][place]["payload"])
    turns.prepare(visit.now, message.message_id)


def _find_nothing(visit: Visit) -> None:
    elsewhere = {"area": "札幌市", "applicant_type": "large_company", "purpose": "succession"}
    interview.hear(visit.now, visit.conversation, "correct", [_entity(*each) for each in elsewhere.items()])
    interview.advise(visit.now, visit.conversation, show="now")


def _entity(name: str, value: Any) -> dict[str, Any]:
    return {"entity": name, "value": value, "start": 0, "end": 0}
