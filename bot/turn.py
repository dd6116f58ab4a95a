"""One turn of a conversation on a tracker that lives no longer than the turn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rasa.core.actions.action import Action, ActionExecutionRejection
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

CHANNEL = "gateway"
Json = dict[str, Any]


class Collected(OutputChannel):
    """Keeps each reply of the bot as one message, with its text, buttons and custom part together."""

    def __init__(self) -> None:
        self.messages: list[Json] = []

    @classmethod
    def name(cls) -> str:
        """Name that channel-specific responses would use; the desk renders channels itself."""
        return CHANNEL

    async def send_response(self, recipient_id: str, message: Json) -> None:
        """Record what is not empty."""
        self.messages.append({key: value for key, value in message.items() if value})


class Watched(Action):
    """Runs another action and remembers that it failed, which Rasa itself only logs."""

    def __init__(self, action: Action) -> None:
        self.action = action
        self.failure: str | None = None

    def name(self) -> str:
        """The wrapped action's name."""
        return str(self.action.name())

    async def run(
        self,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> list[Event]:
        """Events of the wrapped action; its exception goes on to Rasa after it has been noted."""
        try:
            return list(await self.action.run(output_channel, nlg, tracker, domain))
        except ActionExecutionRejection:
            raise
        except Exception as error:
            self.failure = type(error).__name__
            raise

    def event_for_successful_execution(self, prediction: PolicyPrediction) -> ActionExecuted:
        """The wrapped action's own event."""
        return self.action.event_for_successful_execution(prediction)


@dataclass
class Turn:
    """What came of one turn: `error` is the name of the exception that cut it short."""

    tracker: DialogueStateTracker
    output: Collected = field(default_factory=Collected)
    error: str | None = None

    def answer(self) -> Json:
        """The JSON that the gateway returns."""
        return {"messages": self.output.messages, "error": self.error, "state": state(self.tracker)}


def fresh_tracker(processor: MessageProcessor, sender: str, slots: Json) -> DialogueStateTracker:
    """A started session in which these slots are set and the bot is listening. Unknown slots are ignored."""
    tracker = DialogueStateTracker(sender, processor.domain.slots)
    tracker.model_id = processor.model_metadata.model_id
    tracker.assistant_id = processor.model_metadata.assistant_id
    opening: list[Event] = [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted()]
    opening += [SlotSet(name, value) for name, value in slots.items() if name in tracker.slots]
    tracker.update_with_events([*opening, ActionExecuted(ACTION_LISTEN_NAME)], processor.domain)
    return tracker


async def hear(processor: MessageProcessor, sender: str, text: str, metadata: Json, slots: Json) -> Turn:
    """Understand a text and answer it."""
    turn = Turn(fresh_tracker(processor, sender, slots))
    parsed = await processor.parse_message(as_sent(text, metadata), turn.tracker)
    event = UserUttered(text, parsed["intent"], parsed["entities"], parsed, input_channel=CHANNEL, metadata=metadata)
    return await respond(processor, turn, event)


def as_sent(text: str, metadata: Json) -> UserMessage:
    """A message whose text keeps its outer spaces, which Rasa strips: offsets are those of the text as it was sent."""
    message = UserMessage(text, metadata=metadata)
    message.text = text
    return message


async def trigger(processor: MessageProcessor, sender: str, intent: str, entities: Json, slots: Json) -> Turn:
    """Answer an intent that the desk names itself."""
    turn = Turn(fresh_tracker(processor, sender, slots))
    found = [{"entity": name, "value": value} for name, value in entities.items()]
    return await respond(processor, turn, UserUttered.create_external(intent, found, CHANNEL))


async def respond(processor: MessageProcessor, turn: Turn, event: UserUttered) -> Turn:
    """Log the event, fill slots, then act until the bot listens, an action fails or the limit is reached."""
    turn.tracker.update(event, processor.domain)
    await processor.run_action_extract_slots(turn.output, turn.tracker)
    more = True
    while more and turn.error is None:
        action, prediction = processor.predict_next_with_tracker_if_should(turn.tracker)
        watched = Watched(action)
        more = await processor._run_action(watched, turn.tracker, turn.output, processor.nlg, prediction)
        turn.error = watched.failure
    return turn


def state(tracker: DialogueStateTracker) -> Json:
    """Slots that are set, and how the last message was understood."""
    heard = tracker.latest_message
    parsed = (heard.parse_data if heard else None) or {}
    return {
        "slots": {name: value for name, value in tracker.current_slot_values().items() if value is not None},
        "intent": dict(heard.intent) if heard else None,
        "ranking": parsed.get("intent_ranking", []),
        "entities": list(heard.entities) if heard else [],
    }
