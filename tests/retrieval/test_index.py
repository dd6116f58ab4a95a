"""Searching with all views, and without the encoder."""

from collections.abc import Sequence

import numpy as np
import pytest

from desk.retrieval.bm25 import Floats
from desk.retrieval.encoder import SIZE, Encoder, sentence_encoder
from desk.retrieval.index import Document, Index

DOCUMENTS = [
    Document(("TLOとは", "技術移転機関は何をする"), "大学の発明を企業につなぐ組織です。"),
    Document(("秘密保持契約とは", "話す前に交わす約束"), "外に漏らさないことを書面で決めます。"),
    Document(("補助金はいつ振り込まれる", "後払いとは"), "事業が終わり、検査が済んでから支払われます。"),
]
TLO, SECRET, PAYMENT = range(3)


class Blind:
    """An encoder to which all texts are alike."""

    name = "blind"

    def encode(self, texts: Sequence[str]) -> Floats:
        """The same vector for each."""
        return np.full((len(texts), SIZE), SIZE**-0.5, dtype=np.float32)


@pytest.fixture(scope="module", params=["with encoder", "without"])
def index(request: pytest.FixtureRequest) -> Index:
    """An index as it is, and as it is when the encoder is missing."""
    encoder: Encoder | None = sentence_encoder() if request.param == "with encoder" else None
    return Index(DOCUMENTS, encoder)


@pytest.mark.parametrize(
    ("question", "number"),
    [("ＴＬＯって何", TLO), ("秘密の契約", SECRET), ("検査のあとに支払われるの", PAYMENT), ("発明をつなぐ組織", TLO)],
)
def test_a_document_is_found_by_its_questions_and_its_answer(index: Index, question: str, number: int) -> None:
    assert index.search(question, 1)[0].number == number


def test_the_very_question_is_wholly_alike_and_another_matter_is_not(index: Index) -> None:
    same, other = (index.search(text, 1)[0].likeness for text in ("秘密保持契約とは", "粗大ごみの出し方"))

    assert same > 0.8
    assert other < 0.4


def test_the_best_comes_first_and_the_limit_holds(index: Index) -> None:
    matches = index.search("契約の補助金", 2)

    assert len(matches) == 2
    assert matches[0].score >= matches[1].score


@pytest.mark.parametrize("question", ["", "？！", "　"])
def test_a_question_without_words_finds_nothing(index: Index, question: str) -> None:
    assert index.search(question, 5) == []


def test_a_ranking_names_every_document_once(index: Index) -> None:
    assert sorted(index.ranking("契約")) == [TLO, SECRET, PAYMENT]
    assert index.ranking_by_words("契約") == [SECRET]


def test_meaning_finds_what_shares_no_word() -> None:
    documents = [Document(("自動車の値段はいくら",), "価格表です。"), Document(("犬の散歩の時間",), "朝です。")]

    assert Index(documents, sentence_encoder()).search("クルマを買うと何円", 1)[0].number == 0


def test_a_view_that_sees_no_difference_does_no_harm() -> None:
    assert Index(DOCUMENTS, Blind()).search("秘密保持", 1)[0].number == SECRET


def test_an_empty_index_finds_nothing() -> None:
    assert Index([], None).search("TLOとは", 5) == []
    assert Index([], None).ranking("TLOとは") == []
