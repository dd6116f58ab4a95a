"""Decides whether a message is taken for an answer, since a person may always do something else."""

from __future__ import annotations

from bot.answers.plain import bare, is_question, is_request
from bot.answers.read import Answer

# What a message may be classified as while it still reads as an answer.
LIKE_AN_ANSWER: frozenset[str] = frozenset({"inform", "affirm", "deny", "dont_know", "correct", "nlu_fallback"})
# What nobody means as an answer once it is said clearly.
STEERING: frozenset[str] = frozenset(
    {
        "cancel",
        "restart",
        "go_back",
        "clarify",
        "request_human",
        "complaint",
        "privacy",
        "bot_challenge",
        "goodbye",
        "help",
    }
)
CLEARLY, RATHER, LIKELY = 0.85, 0.75, 0.6
SHORT, LONG = 14, 45


def accepts(answer: Answer, fact: str, text: str, intent: str, confidence: float) -> bool:
    """Whether the reading as an answer wins over what the classifier says."""
    if intent in LIKE_AN_ANSWER:
        return not (answer.free and is_question(text))
    if intent in STEERING and confidence >= RATHER and not _is_figure(text):
        return False
    if is_question(text):
        return False
    if answer.free:
        return _free_text_wins(fact, text, confidence)
    if is_request(text):
        return fact == "purposes"
    return len(bare(text)) <= SHORT or confidence < CLEARLY or fact == "purposes"


def _free_text_wins(fact: str, text: str, confidence: float) -> bool:
    """A name or a theme looks like anything; a request for something is still a request."""
    if fact == "note":
        return True
    return not is_request(text) and (len(text) <= LONG or confidence < LIKELY)


def _is_figure(text: str) -> bool:
    plain = bare(text)
    return bool(plain) and plain[0].isdigit() and len(plain) <= SHORT
