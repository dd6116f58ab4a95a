"""`desk knowledge`: look into the entries that answer questions, check them, measure how well they are found."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from desk.cli.content import entries_to_files
from desk.retrieval.collections import BadLine, Pair, Query, read_corpus, read_queries
from desk.retrieval.encoder import sentence_encoder
from desk.retrieval.index import Document, Index
from desk.retrieval.measuring import Quality, measure
from desk.services.entries import KNOWLEDGE, problems_of, read_entries

app = typer.Typer(no_args_is_help=True)
app.command("export")(entries_to_files)

Folder = Annotated[Path, typer.Option("--dir", help="知識の記録があるフォルダー")]
Readable = typer.Option(exists=True, dir_okay=False, readable=True)


@app.command("list")
def list_entries(folder: Folder = KNOWLEDGE) -> None:
    """項目を一行ずつ並べる（ID、分野、時点、題名）。"""
    for entry in read_entries(folder):
        print(f"{entry.id}\t{entry.topic}\t{entry.as_of}\t{entry.title}")


@app.command()
def check(folder: Folder = KNOWLEDGE) -> None:
    """項目の誤りを一行ずつ示す。誤りがあれば失敗で終わる。"""
    problems = problems_of(folder)
    for problem in problems:
        print(problem)
    if problems:
        raise typer.Exit(1)
    print(f"{len(read_entries(folder))}件の項目に誤りはありません。")


@app.command("eval")
def evaluate(
    corpus: Annotated[Path, Readable],
    queries: Annotated[Path, Readable],
) -> None:
    """質問と回答の集まりについて、検索の正しさと速さを測る（BM25だけのときと並べて示す）。"""
    try:
        pairs, asked = read_corpus(corpus), read_queries(queries)
    except BadLine as problem:
        sys.exit(str(problem))
    index = Index([Document((pair.question,), pair.answer) for pair in pairs], sentence_encoder())
    print(f"項目 {len(pairs)}件、問い合わせ {len(asked)}件")
    _print(_quality(index.ranking, pairs, asked), _quality(index.ranking_by_words, pairs, asked))
    print(f"ms a query  {_milliseconds(index, asked):.2f}")


def _quality(rank: Callable[[str], list[int]], pairs: Sequence[Pair], asked: Sequence[Query]) -> Quality:
    rankings = [[pairs[number].id for number in rank(query.query)] for query in asked]
    return measure(rankings, [query.relevant for query in asked])


def _milliseconds(index: Index, asked: Sequence[Query]) -> float:
    """Mean time of a search for the first ten, after one that warms up."""
    index.search(asked[0].query, 10)
    started = time.perf_counter()
    for query in asked:
        index.search(query.query, 10)
    return (time.perf_counter() - started) / len(asked) * 1000


def _print(fused: Quality, words: Quality) -> None:
    for name, found, alone in (
        ("P@1", fused.p_at_1, words.p_at_1),
        ("P@5", fused.p_at_5, words.p_at_5),
        ("MAP", fused.mean_average_precision, words.mean_average_precision),
        ("MRR", fused.mean_reciprocal_rank, words.mean_reciprocal_rank),
        ("NDCG@10", fused.ndcg_at_10, words.ndcg_at_10),
    ):
        print(f"{name:10}  {found:.4f}  （BM25のみ {alone:.4f}）")
