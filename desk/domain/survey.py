"""Three questions after a case is closed: in which order, in which words, and which answers there are.

Each can be left out by a button, each is asked once, and whoever writes about something else is simply heard.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desk.domain.desk_payloads import payload
from desk.domain.words import JAPANESE, Words


class Step(StrEnum):
    """Where a survey stands: the question that waits."""

    SCORE = "score"
    SOLVED = "solved"
    WORD = "word"
    #: the next message is the word
    WRITING = "writing"
    DONE = "done"


#: what the conversation waits for while the desk listens for an answer in words
PENDING_SCORE = "survey_score"
PENDING_WORD = "survey_word"
WRITE, LEAVE_OUT, STOP, NOT_A_WORD = "write", "skip", "stop", "question"
SCORES: Mapping[int, str] = {5: "5 とても満足", 4: "4 満足", 3: "3 ふつう", 2: "2 不満", 1: "1 とても不満"}
SOLVED: Mapping[bool, str] = {True: "はい", False: "いいえ"}
FOLLOWING: Mapping[Step, Step] = {
    Step.SCORE: Step.SOLVED,
    Step.SOLVED: Step.WORD,
    Step.WORD: Step.DONE,
    Step.WRITING: Step.DONE,
}
PENDING: Mapping[Step, str] = {Step.SCORE: PENDING_SCORE, Step.WRITING: PENDING_WORD}

OPENING = "受付番号 {number} のご相談が終わりました。よろしければ3つだけ教えてください。どれも飛ばせます。"
_QUESTIONS: Mapping[Step, str] = {
    Step.SCORE: "1つめです。今回のご相談に、どのくらい満足されましたか。",
    Step.SOLVED: "2つめです。困っていたことは解決しましたか。",
    Step.WORD: "3つめです。よかったことや、直してほしいことがあれば教えてください。",
    Step.WRITING: "どうぞお書きください。次のひとつの発言を、ご意見としてお預かりします。",
    Step.DONE: "ありがとうございました。いただいた声は、この窓口をよくするために使います。",
}
_SKIP = ("答えない", LEAVE_OUT)
_CHOICES: Mapping[Step, tuple[tuple[str, str], ...]] = {
    Step.SCORE: (*((title, str(score)) for score, title in SCORES.items()), _SKIP),
    Step.SOLVED: ((SOLVED[True], "yes"), (SOLVED[False], "no"), _SKIP),
    Step.WORD: (("ひとこと書く", WRITE), ("書かずに終える", LEAVE_OUT)),
    Step.WRITING: (("書くのをやめる", STOP),),
    Step.DONE: (),
}
_SPOKEN_SCORE = re.compile(r"([1-5])\s*点?(?:です|かな)?[。.!]?")
ALREADY = "この質問には、もうお答えいただきました。ありがとうございます。"
TAKEN = "ご意見をお預かりしました。ありがとうございました。いただいた声は、この窓口をよくするために使います。"
NOT_A_WORD_TITLE = "いまのは相談の質問でした"


@dataclass(frozen=True)
class Asked:
    """A question as the person sees it."""

    text: str
    buttons: tuple[tuple[str, str], ...]

    @property
    def spoken(self) -> dict[str, object]:
        """The same in the shape in which the desk speaks."""
        return {"text": self.text, "buttons": [{"title": title, "payload": load} for title, load in self.buttons]}


def question(survey_id: int, step: Step, number: str = "", words: Words = JAPANESE) -> Asked:
    """What is said at a step; the first one says what it is about (`number` is that of the case)."""
    text = words.of(_QUESTIONS[step])
    if step is Step.SCORE and number:
        text = words.filled(OPENING, number=number) + "\n" + text
    return Asked(text, tuple((title, payload("survey", survey_id, step, value)) for title, value in _CHOICES[step]))


def word_taken(survey_id: int) -> Asked:
    """The thanks for a word, with a way out for those who meant a question."""
    return Asked(TAKEN, ((NOT_A_WORD_TITLE, payload("survey", survey_id, Step.DONE, NOT_A_WORD)),))


def score_in(text: str) -> int | None:
    """A score that is written instead of pressed: `５`, `5点です`."""
    found = _SPOKEN_SCORE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return int(found[1]) if found else None


def step_after(step: Step, value: str) -> Step:
    """Where an answer leads."""
    return Step.WRITING if step is Step.WORD and value == WRITE else FOLLOWING[step]
