"""Plays a script against the running desk: over HTTP as a person, over the staff API as staff."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import httpx

from desk.db.tables import Conversation, Feedback, Message
from desk.services.context import Desk
from desk.services.conversations import open_conversation
from desk.services.facts import raw_facts
from tests.conversations.script import Script, Turn
from tests.running import Running

JsonObject = dict[str, Any]


class Player:
    """One person in one conversation."""

    def __init__(self, client: httpx.Client, running: Running, sender: str) -> None:
        self.client, self.running, self.sender = client, running, sender
        self.desk: Desk = running.desk
        self.staff = {"Authorization": f"Bearer {running.token}"}
        self.conversation = open_conversation(self.desk, "rest", sender)
        self.buttons: dict[str, str] = {}
        #: every button ever shown, the newest of each title
        self.shown: dict[str, str] = {}
        self.replies: list[JsonObject] = []

    def play(self, script: Script) -> None:
        """Every turn, then what must hold of the case."""
        for number, turn in enumerate(script.turns, start=1):
            try:
                self.take(turn)
            except AssertionError as failure:
                said = turn.user or turn.press or turn.press_old or turn.staff
                raise AssertionError(f"turn {number} 「{said}」: {failure}\n{self.seen()}") from failure
        if script.messages is not None:
            assert self.messages_taken() == script.messages, f"{self.messages_taken()} messages were taken up"
        if script.no_case:
            assert not self.cases(), "a case was opened"
        if script.case is not None:
            self.check_case(script.case)

    def take(self, turn: Turn) -> None:
        """Say it, and look."""
        self.running.clock.at += timedelta(hours=turn.hours_later)
        if turn.staff is not None:
            self.write_as_staff(turn.staff)
            return
        self.say(self.words(turn), turn.message_id)
        self.check_replies(turn)
        self.check_record(turn)

    def words(self, turn: Turn) -> str:
        """What the client sends for a turn: a text, or the payload of a button."""
        if turn.press is not None:
            return _button(self.buttons, turn.press)
        if turn.press_old is not None:
            return _button(self.shown, turn.press_old)
        return (turn.user or "") * turn.repeat

    def say(self, text: str, message_id: str | None = None) -> None:
        """Send a message as Rasa's REST channel does."""
        metadata = {"message_id": message_id} if message_id else {}
        body = {"sender": self.sender, "message": text, "metadata": metadata}
        response = self.client.post("/webhooks/rest/webhook", json=body)
        assert response.status_code == httpx.codes.OK, response.text
        self.replies = response.json()
        fresh = {each["title"]: each["payload"] for reply in self.replies for each in reply.get("buttons", [])}
        self.buttons = fresh or self.buttons
        self.shown |= fresh

    def write_as_staff(self, text: str) -> None:
        """Answer in the case of this conversation; the person gets it with the next message."""
        number = self.cases()[0]["number"]
        response = self.client.post(f"/api/cases/{number}/messages", json={"text": text}, headers=self.staff)
        assert response.is_success, response.text

    def check_replies(self, turn: Turn) -> None:
        """What the bot said and showed."""
        spoken = "\n".join(reply.get("text") or "" for reply in self.replies)
        assert bool(self.replies) is not turn.silent, "no answer" if not turn.silent else "the bot spoke"
        for text in turn.bot:
            assert text in spoken, f"「{text}」 is not said"
        for text in turn.never:
            assert text not in spoken, f"「{text}」 is said"
        for title in turn.buttons:
            assert title in self.buttons, f"there is no button 「{title}」"
        if turn.custom:
            assert turn.custom in [each["type"] for each in self.customs()], f"no {turn.custom} was shown"
        shown = {item["id"]: item.get("verdict") for each in self.customs() for item in each.get("items", [])}
        assert turn.programs.items() <= shown.items(), f"programs shown: {shown}"

    def check_record(self, turn: Turn) -> None:
        """What the desk knows now."""
        with self.desk.database.reading() as session:
            facts = raw_facts(session, self.conversation)
            conversation = session.get_one(Conversation, self.conversation)
            pending, language = conversation.pending, conversation.language
        intent = self.last_message().intent
        for name, value in turn.facts.items():
            assert _same(facts.get(name, "not known"), value), f"{name} is {facts.get(name, 'not known')!r}"
        assert not facts.keys() & turn.unknown, f"known: {facts}"
        if turn.pending:
            assert (pending or "nothing") == turn.pending, f"{pending} is pending"
        if turn.language:
            assert language == turn.language, f"the language is {language}"
        if turn.rated is not None:
            self.check_rating(turn.rated)
        if turn.intent:
            assert intent == turn.intent, f"understood as {intent}"

    def check_rating(self, expected: int | bool) -> None:
        """What was kept of the newest feedback."""
        with self.desk.database.reading() as session:
            kept = session.query(Feedback).filter_by(conversation_id=self.conversation).order_by(Feedback.id.desc())
            row = kept.first()
        assert row is not None, "no feedback was kept"
        found = row.liked if isinstance(expected, bool) else row.score
        assert found == expected, f"kept were score {row.score} and liked {row.liked}"

    def check_case(self, expected: Mapping[str, Any]) -> None:
        """The newest case, as the staff API shows it."""
        cases = self.cases()
        assert cases, "no case was opened"
        case = self.client.get(f"/api/cases/{cases[0]['number']}", headers=self.staff).json()
        for path, value in expected.items():
            found: Any = case
            for key in path.split("."):
                found = found[key]
            assert _same(found, value), f"the case's {path} is {found!r}"

    def last_message(self) -> Message:
        """The newest message of the person."""
        with self.desk.database.reading() as session:
            said = session.query(Message).filter_by(conversation_id=self.conversation, author="user")
            return said.order_by(Message.id.desc()).limit(1).one()

    def messages_taken(self) -> int:
        """How many messages of the person are in the record."""
        with self.desk.database.reading() as session:
            return session.query(Message).filter_by(conversation_id=self.conversation, author="user").count()

    def cases(self) -> list[JsonObject]:
        """Cases of this conversation, newest first."""
        page = self.client.get("/api/cases", headers=self.staff).json()["items"]
        mine = [line for line in page if self.is_mine(line["number"])]
        return sorted(mine, key=lambda line: str(line["number"]), reverse=True)

    def is_mine(self, number: str) -> bool:
        """Whether a case belongs to this conversation: the transcripts agree."""
        transcript = self.client.get(f"/api/cases/{number}", headers=self.staff).json()["transcript"]
        with self.desk.database.reading() as session:
            mine = session.query(Message).filter_by(conversation_id=self.conversation).order_by(Message.id)
            return [row.text for row in mine] == [line["text"] for line in transcript]

    def customs(self) -> list[JsonObject]:
        """Data for cards in the replies."""
        return [reply["custom"] for reply in self.replies if reply.get("custom")]

    def seen(self) -> str:
        """The replies as a person sees them, for failures."""
        return "\n".join(f"  bot: {reply.get('text')} {list(self.buttons)}" for reply in self.replies) or "  (silence)"


def _button(buttons: Mapping[str, str], title: str) -> str:
    assert title in buttons, f"there is no button 「{title}」, only {list(buttons)}"
    return buttons[title]


def _same(found: Any, expected: Any) -> bool:
    """Equal; lists as sets."""
    return (
        sorted(found) == sorted(expected)
        if isinstance(expected, list) and isinstance(found, list)
        else found == expected
    )
