"""The reader gives the words and the vector that GiNZA's own document gives."""

from __future__ import annotations

import numpy as np
import pytest
import spacy

from bot.text.reader import NEURAL_COMPONENTS, PACKAGE, GinzaReader, Word

TEXTS = (
    "板橋区で金属加工、従業員は約12名です。ものづくり補助金について知りたいのですが。",
    "ＡＩ で 検品 したい?  Visual Studio を使う 😀",
    "ﾊﾞﾈの会社で㈱です\n\t…",
    " ",
    "",
)


@pytest.fixture(scope="module")
def nlp() -> spacy.language.Language:
    return spacy.load(PACKAGE, exclude=list(NEURAL_COMPONENTS))


@pytest.mark.parametrize("text", TEXTS)
def test_words_and_vector_are_ginzas(ginza: GinzaReader, nlp: spacy.language.Language, text: str) -> None:
    read = ginza.read(text)
    doc = nlp(read.normal.text)
    assert read.words == tuple(
        Word(token.text, token.idx, token.idx + len(token), token.tag_, token.norm_)
        for token in doc
        if not token.is_space
    )
    assert read.vector == pytest.approx(doc.vector, abs=1e-6)
    assert read.vector.shape == (300,)
    assert read.vector.dtype == np.float32


def test_names_are_read_aloud(ginza: GinzaReader) -> None:
    assert ginza.kana("板橋区") == "イタバシク"
    assert ginza.kana("😀") == "😀"
