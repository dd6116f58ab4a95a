"""People without aim: whatever is typed or pressed is answered, and a person is never far."""

import os
import random
from collections.abc import Sequence

import httpx

from desk.db.tables import Conversation
from desk.domain.notices import APOLOGY
from tests.conversations.runner import Player
from tests.conversations.walking import examples, step
from tests.running import Running

#: messages in all; `make walk` takes ten thousand
TURNS = int(os.environ.get("WALK_TURNS", "1000"))
A_CONVERSATION = 20
SEED = 20261124
#: after these it is natural that a question is put again as it was
ASKS_AGAIN = ("find_support", "go_back", "clarify", "greet", "nlu_fallback")


def test_whatever_is_said_is_answered_and_a_person_is_never_far(running: Running) -> None:
    dice, texts = random.Random(SEED), examples()
    questions = {question.text for question in running.desk.catalogue.questions.values()}
    with httpx.Client(base_url=running.url, timeout=60) as client:
        for number in range(TURNS // A_CONVERSATION):
            walk(Player(client, running, sender=f"walk/{number}"), dice, texts, questions)


def walk(player: Player, dice: random.Random, texts: Sequence[str], questions: set[str]) -> None:
    """One conversation; a failure tells all that was said in it."""
    said: list[str] = []
    before: list[str] = []
    for _ in range(A_CONVERSATION - 1):
        said.append(step(dice, texts, player.buttons, player.shown))
        player.say(said[-1])
        now = [reply.get("text") or "" for reply in player.replies]
        assert player.replies, f"no answer: {said}"
        assert not any(APOLOGY in text or "utter_" in text or "{" in text for text in now), (now, said)
        again = now == before and len(now) == 1 and now[0] in questions
        assert not again or intent_of(player) in ASKS_AGAIN, f"asked twice in a row: {now} {said}"
        before = now
    player.say("担当者につないでください")
    assert a_person_is_near(player), f"no way to a person: {said} {player.seen()}"


def intent_of(player: Player) -> str | None:
    """How the last message was understood."""
    return player.last_message().intent


def a_person_is_near(player: Player) -> bool:
    """Consent is asked for, or a case is there already."""
    with player.desk.database.reading() as session:
        pending = session.get_one(Conversation, player.conversation).pending
    return pending == "consent" or any("受付番号" in (reply.get("text") or "") for reply in player.replies)
