"""How fast knowledge is found among 10,000 entries, and how well among those of the desk.

Run with `python -m benchmarks.knowledge [entries]`. The synthetic entries are pairs of real ones put together, so that
words are as frequent as in real texts; their vectors are drawn at random, which changes no time.
Quality is shown for the questions that weights and thresholds were set with, and for those written afterwards.
"""

import resource
import sys
import time
from collections.abc import Sequence
from random import Random
from statistics import quantiles

import numpy as np
import yaml

from desk.retrieval.bm25 import Floats
from desk.retrieval.encoder import SIZE, sentence_encoder
from desk.retrieval.index import Document, Index
from desk.retrieval.measuring import measure
from desk.services.entries import Entry
from desk.services.knowledge import load_knowledge
from desk.settings import ROOT

QUERIES = ROOT / "tests" / "knowledge" / "queries.yml"
UNSEEN = ROOT / "tests" / "knowledge" / "unseen.yml"
ENTRIES = 10_000


def synthetic(entries: Sequence[Entry], count: int) -> list[Document]:
    """Documents with one question each, as in collections of questions and answers."""
    random = Random(20261122)
    pairs = (random.sample(entries, 2) for _ in range(count))
    return [Document((random.choice(one.questions) + other.title,), one.answer + other.answer) for one, other in pairs]


class Drawn:
    """Draws the vectors of many texts, and really works out that of a question."""

    name = "drawn"

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row a text."""
        real = sentence_encoder()
        if len(texts) == 1 and real is not None:
            return real.encode(texts)
        return np.random.default_rng(20261122).normal(scale=SIZE**-0.5, size=(len(texts), SIZE)).astype(np.float32)


def milliseconds(index: Index, questions: Sequence[str]) -> list[float]:
    """Time of each search, after one that warms up."""
    index.search(questions[0], 5)
    times = []
    for question in questions:
        started = time.perf_counter()
        index.search(question, 5)
        times.append((time.perf_counter() - started) * 1000)
    return times


def print_quality(title: str, answerable: Sequence[dict[str, object]]) -> None:
    """Fusion beside BM25 alone."""
    library = load_knowledge()
    entries, index = library.entries, library.index
    relevant = [dict.fromkeys(each["entries"], 1.0) for each in answerable]  # type: ignore[call-overload]
    for name, rank in (("all views", index.ranking), ("BM25 alone", index.ranking_by_words)):
        rankings = [[entries[number].id for number in rank(str(each["query"]))] for each in answerable]
        quality = measure(rankings, relevant)
        figures = f"P@1 {quality.p_at_1:.3f}  MRR {quality.mean_reciprocal_rank:.3f}"
        print(f"{title:8}  {name:12}  {figures}  (n = {len(answerable)})")


def main(count: int) -> None:
    """Print the table."""
    answerable = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))["answerable"]
    print_quality("set with", answerable)
    print_quality("unseen", yaml.safe_load(UNSEEN.read_text(encoding="utf-8")))
    entries = load_knowledge().entries
    started = time.perf_counter()
    index = Index(synthetic(entries, count), Drawn())
    print(f"{count} entries arranged in {time.perf_counter() - started:.1f} s")
    times = quantiles(milliseconds(index, [each["query"] for each in answerable]), n=20)
    print(f"a search: p50 {times[9]:.1f} ms, p95 {times[18]:.1f} ms")
    print(f"memory at its highest: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES)
