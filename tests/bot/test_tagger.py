"""The tagger learns spans from annotated examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.learning.tagger import Tagger, annotate, features, spans
from bot.text.reader import GinzaReader

ANNOTATED = [
    ("田中太郎と申します", "田中太郎", "person_name"), ("佐藤花子です", "佐藤花子", "person_name"), ("鈴木一郎といいます", "鈴木一郎", "person_name"),
    ("芝浦工大と組みたい", "芝浦工大", "organization"), ("東京大学と組みたい", "東京大学", "organization"), ("早稲田大学と組みたいです", "早稲田大学", "organization"),
    ("画像認識に詳しい先生", "画像認識", "tech_theme"), ("表面処理に詳しい先生", "表面処理", "tech_theme"), ("樹脂成形に詳しい先生はいますか", "樹脂成形", "tech_theme"),
]  # fmt: skip
PLAIN = ["補助金はありますか", "予約したい", "ありがとう"]


@pytest.fixture(scope="module")
def tagger(ginza: GinzaReader, tmp_path_factory: pytest.TempPathFactory) -> Tagger:
    examples = []
    for text, span, entity in ANNOTATED:
        start = text.index(span)
        examples.append(annotate(ginza.read(text), [{"start": start, "end": start + len(span), "entity": entity}]))
    examples += [annotate(ginza.read(text), []) for text in PLAIN]
    path = tmp_path_factory.mktemp("tagger") / "x.crfsuite"
    Tagger.fit(examples, path)
    loaded = Tagger.load(path)
    assert loaded is not None
    return loaded


@pytest.mark.parametrize(
    ("text", "entity", "value"),
    [
        ("山田次郎と申します", "person_name", "山田次郎"),
        ("京都大学と組みたい", "organization", "京都大学"),
        ("　音声認識に詳しい先生", "tech_theme", "音声認識"),
    ],
)
def test_new_spans_are_found_as_written(tagger: Tagger, ginza: GinzaReader, text: str, entity: str, value: str) -> None:
    assert [(found.entity, found.value) for found in tagger.find(ginza.read(text))] == [(entity, value)]


@pytest.mark.parametrize("text", ["", "補助金を探しています", "😀"])
def test_nothing_to_find(tagger: Tagger, ginza: GinzaReader, text: str) -> None:
    assert tagger.find(ginza.read(text)) == []


def test_without_annotations_there_is_no_tagger(ginza: GinzaReader, tmp_path: Path) -> None:
    Tagger.fit([annotate(ginza.read(text), []) for text in PLAIN], tmp_path / "none")
    assert Tagger.load(tmp_path / "none") is None


def test_a_word_is_seen_with_two_neighbours_on_each_side(ginza: GinzaReader) -> None:
    first, _, last = features(ginza.read("東京と大阪").words)
    assert {"-2:border", "-1:border", "0:norm=東京", "1:norm=と", "2:norm=大阪"} <= set(first)
    assert {"-2:norm=東京", "-1:script=h", "0:last2=大阪", "0:company=False", "1:border", "2:border"} <= set(last)


def test_labels_become_ranges() -> None:
    labels = ["B-a", "I-a", "O", "I-b", "B-b", "I-a"]
    assert spans(labels) == [(0, 2, "a"), (3, 4, "b"), (4, 5, "b"), (5, 6, "a")]
