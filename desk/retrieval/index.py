"""What is searched: documents with the questions they answer, seen from several sides at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from desk.domain.search import terms
from desk.retrieval.bm25 import BM25, Floats, Whole
from desk.retrieval.encoder import Encoder
from desk.retrieval.fusion import fuse
from desk.retrieval.tokenizer import words

#: how much each view counts in the sum; chosen with `tests/knowledge/queries.yml` and with every other question of the
#: municipal collection that docs/knowledge-search.md names. What they are worth is measured with its other half, and
#: with `tests/knowledge/unseen.yml`, which was written afterwards.
WEIGHTS = {"words": 1.0, "pairs": 0.25, "meaning": 2.0, "whole meaning": 1.0}


@dataclass(frozen=True)
class Document:
    """Something to be found: the wordings it answers (at least one) and what it says."""

    questions: tuple[str, ...]
    answer: str


@dataclass(frozen=True)
class Match:
    """A document found, by its number. `score` orders matches of one search; `likeness` (0 to 1) tells how much the
    document and the question have in common, and can be compared between searches."""

    number: int
    score: float
    likeness: float


class Index:
    """Documents arranged for searching; never changes. Without an encoder, only the views of words are used."""

    def __init__(self, documents: Sequence[Document], encoder: Encoder | None) -> None:
        self._size = len(documents)
        self._encoder = encoder
        questions = [question for document in documents for question in document.questions]
        self._starts = _starts(documents)
        whole = [" ".join((*document.questions, document.answer)) for document in documents]
        self._words = BM25(whole, words)
        self._pairs = BM25(whole, pairs)
        vectors = (
            encoder.encode([*questions, *(_first_and_answer(document) for document in documents)]) if encoder else None
        )
        self._vectors = None if vectors is None else (vectors[: len(questions)], vectors[len(questions) :])

    def search(self, question: str, limit: int) -> list[Match]:
        """The best `limit` documents, best first; none when the question has no words."""
        if not self._size or not (words(question) or pairs(question)):
            return []
        views = dict(self._views(question))
        fused = _fused(views)
        likeness = self._likeness(question, views)
        best = _best(fused, limit)
        return [Match(int(number), float(fused[number]), float(likeness[number])) for number in best]

    def ranking(self, question: str) -> list[int]:
        """The numbers of all documents, best first."""
        return [int(number) for number in _best(_fused(dict(self._views(question))), self._size)] if self._size else []

    def ranking_by_words(self, question: str) -> list[int]:
        """The same by BM25 alone, for comparison; only those with a word in common."""
        scores = self._words.scores(question)
        return [int(number) for number in _best(scores, int(np.count_nonzero(scores)))]

    def _views(self, question: str) -> Iterator[tuple[str, Floats]]:
        yield "words", self._words.scores(question)
        yield "pairs", self._pairs.scores(question)
        if self._encoder is not None and self._vectors is not None:
            meaning, whole = self._vectors
            wanted = self._encoder.encode([question])[0]
            yield "meaning", self._nearest(meaning @ wanted)
            yield "whole meaning", whole @ wanted

    def _nearest(self, scores: Floats) -> Floats:
        """Each document's best question."""
        nearest: Floats = np.maximum.reduceat(scores, self._starts)
        return nearest

    def _likeness(self, question: str, views: Mapping[str, Floats]) -> Floats:
        """How much of the question's words, rare ones before all, a document has, and with an encoder how near its
        meaning is: the mean of both. A word that no document has counts as missing everywhere."""
        shared = [views["words"] / max(self._words.ideal(question), 1.0)]
        shared += [views["meaning"]] if "meaning" in views else []
        likeness: Floats = np.clip(shared, 0.0, 1.0).mean(axis=0)
        return likeness


def pairs(text: str) -> list[str]:
    """Pairs of characters and whole Latin words, without the words of asking."""
    return [term for term, _ in terms(text)]


def _fused(views: Mapping[str, Floats]) -> Floats:
    return fuse((WEIGHTS[name], scores) for name, scores in views.items())


def _first_and_answer(document: Document) -> str:
    return f"{document.questions[0]} {document.answer}"


def _starts(documents: Sequence[Document]) -> Whole:
    counts = np.array([len(document.questions) for document in documents], dtype=np.int32)
    return np.concatenate([np.zeros(1, np.int32), np.cumsum(counts)[:-1]]).astype(np.int32)


def _best(scores: Floats, limit: int) -> Whole:
    """Numbers of the highest scores, best first; the earlier first among equals."""
    return np.argsort(-scores, kind="stable")[:limit].astype(np.int32)
