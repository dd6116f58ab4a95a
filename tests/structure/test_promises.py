"""No reply promises what only others can decide, and every reply ends politely."""

import re

import pytest
import yaml

from desk.settings import ROOT

DOMAINS = sorted((ROOT / "data").glob("*/domain.yml"))
WORDINGS = {
    key: [text["text"] for text in texts]
    for path in DOMAINS
    for key, texts in yaml.safe_load(path.read_text("utf-8")).get("responses", {}).items()
}
QUESTIONS = [each["text"] for each in yaml.safe_load((ROOT / "seeds" / "questions.yaml").read_text("utf-8"))]
PROMISE = re.compile(
    r"必ず(もらえ|採択|通り|受け取れ)|採択(確実|されます|を約束)|絶対|保証します|確実に(もらえ|採択|通)|お約束します"
)
POLITE = re.compile(
    r"(ます|です|ません|ました|でした|ください|でしょう|なさい|こんにちは|どういたしまして)(か|ね|よ)?$|か$"
)


def sentences(text: str) -> list[str]:
    """Sentences of a reply that end with a full stop; lists and values of their own have none."""
    return [each.rpartition("\n")[2] for each in re.sub(r"（[^）]*）", "", text).split("。")[:-1] if each]


@pytest.mark.parametrize("key", WORDINGS)
def test_a_reply_promises_nothing_that_others_decide(key: str) -> None:
    assert not [text for text in WORDINGS[key] if PROMISE.search(text)]


@pytest.mark.parametrize("key", WORDINGS)
def test_a_reply_is_polite_to_the_end(key: str) -> None:
    assert not [each for text in WORDINGS[key] for each in sentences(text) if not POLITE.search(each)]


def test_questions_of_the_interview_are_polite_and_promise_nothing() -> None:
    assert not [text for text in QUESTIONS if PROMISE.search(text)]
    assert not [each for text in QUESTIONS for each in sentences(text) if not POLITE.search(each)]
