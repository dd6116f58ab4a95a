"""People without aim: whatever is typed or pressed is answered, and a person is never far."""

import os
import random
import time
from collections.abc import Iterator, Sequence

import httpx
import pytest

from desk.db.tables import Case, Conversation
from desk.domain.languages import Language
from desk.domain.notices import APOLOGY
from desk.domain.pending import hands_over
from desk.services.cases import hand_back
from desk.services.languages import words_in
from tests.conversations.runner import Player
from tests.conversations.walking import examples, step
from tests.running import Running

#: messages in all; `make walk` takes ten thousand
TURNS = int(os.environ.get("WALK_TURNS", "1000"))
A_CONVERSATION = 20
#: another seed walks other ways
SEED = int(os.environ.get("WALK_SEED", "20261124"))
#: conversations after which a long walk says how far it is
A_STRETCH = 25
#: in one of so many messages staff take a conversation that was handed over, and give it back after the next
STAFF_TAKE = 15
STAFF = "担当の者です。少しお待ちください。"
#: after these it is natural that a question is put again as it was
ASKS_AGAIN = ("find_support", "go_back", "clarify", "greet", "help", "nlu_fallback")


def test_whatever_is_said_is_answered_and_a_person_is_never_far(
    running: Running, capsys: pytest.CaptureFixture[str]
) -> None:
    dice, texts, questions = random.Random(SEED), examples(), questions_of(running)
    found: list[str] = []
    started = time.monotonic()
    with httpx.Client(base_url=running.url, timeout=60) as client:
        for number in range(TURNS // A_CONVERSATION):
            found += unharmed(Player(client, running, sender=f"walk/{number}"), dice, texts, questions)
            if (number + 1) % A_STRETCH == 0:
                with capsys.disabled():
                    tell((number + 1) * A_CONVERSATION, len(found), time.monotonic() - started)
    assert found == [], f"{len(found)} faults:\n" + "\n".join(found)


def tell(messages: int, faults: int, seconds: float) -> None:
    """How far a long walk is; a short one needs no word."""
    if "WALK_TURNS" in os.environ:
        print(f"{messages} of {TURNS} messages, {faults} faults, {seconds:.0f} s", flush=True)


def unharmed(player: Player, dice: random.Random, texts: Sequence[str], questions: set[str]) -> list[str]:
    """What was wrong in one conversation; an exception ends it, and no other one."""
    found: list[str] = []
    try:
        found.extend(walk(player, dice, texts, questions))
    except (AssertionError, httpx.HTTPError) as failure:
        found.append(f"an exception in {player.sender}: {failure!r}")
    return found


def walk(player: Player, dice: random.Random, texts: Sequence[str], questions: set[str]) -> Iterator[str]:
    """What was wrong in one conversation; each fault tells all that was said until then."""
    said: list[str] = []
    before: list[str] = []
    for _ in range(A_CONVERSATION - 1):
        said.append(step(dice, texts, player.buttons, player.shown))
        if dice.randrange(STAFF_TAKE) == 0 and (number := case_of(player)):
            yield from staff_in_between(player, number, said)
        player.say(said[-1])
        now = [reply.get("text") or "" for reply in player.replies]
        yield from (f"{fault}: {said[-3:]} {now}" for fault in faults(now))
        again = now == before and len(now) == 1 and now[0] in questions
        if again and intent_of(player) not in ASKS_AGAIN:
            yield f"asked twice in a row: {now} {said}"
        before = now
    player.say("担当者につないでください")
    if not a_person_is_near(player):
        yield f"no way to a person: {said} {player.seen()}"


def faults(replies: Sequence[str]) -> Iterator[str]:
    """What no answer may be."""
    if not replies or not all(replies):
        yield "no answer"
    if any(words_in(language).of(APOLOGY) in text for language in Language for text in replies):
        yield "a failure"
    if any("utter_" in text or "{" in text for text in replies):
        yield "something unfinished"


def staff_in_between(player: Player, number: str, said: list[str]) -> Iterator[str]:
    """A coordinator writes; the bot keeps silent until the conversation is handed back."""
    response = player.client.post(f"/api/cases/{number}/messages", json={"text": STAFF}, headers=player.staff)
    assert response.is_success, response.text
    player.say("わかりました")
    texts = [reply.get("text") or "" for reply in player.replies]
    if texts != [STAFF]:
        yield f"the bot spoke while staff held the conversation: {said} {texts}"
    hand_back(player.desk, number, "walker")


def questions_of(running: Running) -> set[str]:
    """The questions of the interview in every language."""
    asked = [question.text for question in running.desk.catalogue.questions.values()]
    return {words_in(language).of(text) for text in asked for language in Language}


def case_of(player: Player) -> str | None:
    """The number of an open case that was handed over with consent."""
    with player.desk.database.reading() as session:
        case = session.query(Case).filter_by(conversation_id=player.conversation).order_by(Case.id.desc()).first()
    return case.number if case and case.consent_at and case.status != "closed" else None


def intent_of(player: Player) -> str | None:
    """How the last message was understood."""
    return player.last_message().intent


def a_person_is_near(player: Player) -> bool:
    """Consent is asked for or given, or a case is there already."""
    with player.desk.database.reading() as session:
        pending = session.get_one(Conversation, player.conversation).pending
    return hands_over(pending) or case_of(player) is not None
