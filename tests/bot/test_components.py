"""The graph components: what they leave on a message, and when Rasa may use its cache."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot import fingerprint
from bot.answers.read import Answer
from bot.components import base
from bot.components.answers import AnswerReader, take
from bot.components.classifier import as_ranking, chosen
from bot.components.facts import FactExtractor
from bot.components.output import EntityWriter, as_entity, fits
from bot.components.reader import JapaneseReader
from bot.entities.found import Found
from bot.text.normal import normalise
from bot.text.reader import GinzaReader


def message(ginza: GinzaReader, text: str, intent: str, confidence: float = 0.9, **data: Any) -> Message:
    """A message as it leaves the classifier."""
    content = {"text": text, base.READING: ginza.read(text), "intent": {"name": intent, "confidence": confidence}}
    return Message({**content, **data})


def component(kind: type[base.Component]) -> Any:
    """A component without anything learnt."""
    return kind({}, None, None)  # type: ignore[arg-type]


@pytest.mark.parametrize("config", [{}, {"output": object()}, {"seeds": "seeds"}])
def test_the_cache_knows_the_seeds_whatever_config_rasa_passes(config: dict[str, Any]) -> None:
    assert FactExtractor.fingerprint_addon(config) == FactExtractor.fingerprint_addon({"seeds": "seeds"})


def test_the_cache_is_void_when_a_source_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = JapaneseReader.fingerprint_addon({})
    monkeypatch.setattr(fingerprint, "LEARNT_FROM", ("bot/text/*.py",))
    assert JapaneseReader.fingerprint_addon({}) != before


def test_the_reader_reads_messages_without_text() -> None:
    (read,) = component(JapaneseReader).process([Message({})])
    assert base.reading_of(read).normal.text == ""


def test_an_unsure_intent_becomes_fallback_with_its_ranking() -> None:
    ranking = as_ranking([("greet", 0.2), ("thank", 0.1)])
    assert chosen(ranking, 0.3) == {"name": "nlu_fallback", "confidence": 0.2}
    assert chosen(ranking, 0.1) == {"name": "greet", "confidence": 0.2}
    assert chosen([], 0.3) == {"name": "nlu_fallback", "confidence": 0.0}
    assert ranking[0]["name"] == "greet"


def test_an_answer_replaces_intent_and_findings(ginza: GinzaReader) -> None:
    heard = message(
        ginza, "川口市", "chitchat", found=[Found("area", "川口市", 0, 3)], metadata={"asked": "site_areas"}
    )
    take(heard, Answer("inform", (("site_areas", ["川口市"]),)))
    assert heard.get("intent") == {"name": "inform", "confidence": 0.95}
    assert [(one.entity, one.value) for one in heard.get(base.FOUND)] == [("site_areas", ["川口市"])]


def test_a_correction_stays_one(ginza: GinzaReader) -> None:
    heard = message(ginza, "いや25人です", "correct", metadata={"asked": "employees"})
    take(heard, Answer("inform", (("employees", 25),)))
    assert heard.get("intent")["name"] == "correct"


def test_without_a_question_nothing_is_an_answer(ginza: GinzaReader) -> None:
    heard = message(ginza, "12", "chitchat")
    component(AnswerReader).process([heard])
    assert heard.get("intent")["name"] == "chitchat"


@pytest.mark.parametrize(
    ("entity", "value", "confidence", "intent", "kept"),
    [
        ("purpose", "prototype", 0.8, "inform", True),
        ("purpose", "prototype", 0.8, "tech_consult", False),
        ("purpose", "hiring_training", 0.8, "hire_train", True),
        ("date", "2026-11-22", 1.0, "chitchat", False),
        ("date", "2026-11-22", 1.0, "book_clinic", True),
        ("industry", "hotel", 0.3, "out_of_scope", False),
        ("industry", "hotel", 0.3, "inform", True),
        ("employees", 12, 0.6, "ask_program", True),
    ],
)
def test_entities_that_fit_the_intent(entity: str, value: object, confidence: float, intent: str, kept: bool) -> None:
    assert fits(Found(entity, value, 0, 1, confidence), intent) is kept  # type: ignore[arg-type]


def test_entities_carry_the_words_as_sent(ginza: GinzaReader) -> None:
    heard = message(ginza, "社員は１２名です", "inform", found=[Found("employees", 12, 3, 6, 0.9)])
    component(EntityWriter).process([heard])
    (entity,) = heard.get("entities")
    assert (entity["value"], entity["text"], entity["start"], entity["end"]) == (12, "１２名", 3, 6)


def test_an_answer_to_nothing_written_has_no_span() -> None:
    assert as_entity(Found("note", "", 0, 1), normalise(""))["text"] == ""
