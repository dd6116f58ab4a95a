"""The shape of every action: what was heard goes into one service call, what is to be said comes out as keys."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from anyio.to_thread import run_sync as in_thread
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from desk.domain.replies import Reply
from desk.domain.words import Words
from desk.services import languages
from desk.services.context import Desk


@dataclass(frozen=True)
class Heard:
    """A message as Rasa understood it. `conversation` is the pseudonym under which Rasa knows the person."""

    conversation: str
    text: str
    intent: str
    entities: tuple[dict[str, Any], ...]
    #: ja, easy or en; None until the person chooses
    language: str | None = None

    @property
    def words(self) -> Words:
        """The words of the person's language."""
        return languages.words_in(self.language)

    def entity(self, name: str) -> Any:
        """The value of the first entity of this name; None without one."""
        return next((each["value"] for each in self.entities if each["entity"] == name), None)


class DeskAction(Action):
    """An action of the desk. Subclasses set `action_name` and say what is replied."""

    action_name: ClassVar[str]

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def name(self) -> str:
        """The name in the domain."""
        return self.action_name

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """What is said; runs on a thread of its own, since services wait for the database."""
        raise NotImplementedError

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Called by rasa-sdk. No events: what must be remembered stands in the desk's database."""
        heard = _heard(tracker)
        for reply in await in_thread(lambda: list(self.reply(heard))):
            _say(dispatcher, reply, heard.words)
        return []


def _heard(tracker: Tracker) -> Heard:
    latest = tracker.latest_message
    return Heard(
        conversation=tracker.sender_id,
        text=latest.get("text") or "",
        intent=(latest.get("intent") or {}).get("name") or "",
        entities=tuple(latest.get("entities") or ()),
        language=tracker.slots.get("language"),
    )


def _say(dispatcher: CollectingDispatcher, reply: Reply, words: Words) -> None:
    buttons = [{"title": words.of(button.title), "payload": button.payload} for button in reply.buttons]
    custom = dict(reply.custom) if reply.custom else None
    values = {name: words.say(value) for name, value in reply.values.items()}
    dispatcher.utter_message(response=reply.key, buttons=buttons, json_message=custom, **values)
