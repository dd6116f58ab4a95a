"""BM25 by itself."""

import numpy as np
import pytest

from desk.retrieval.bm25 import BM25

TEXTS = ["特許 費用", "商標 費用", "特許 特許 出願 手続き 期間 料金 書類 窓口", "融資"]
INDEX = BM25(TEXTS, str.split)


def test_texts_without_a_common_term_score_nothing() -> None:
    assert INDEX.scores("特許").tolist()[1] == 0
    assert not INDEX.scores("粗大ごみ").any()


def test_a_rare_term_counts_more_than_a_common_one() -> None:
    scores = INDEX.scores("費用 融資")

    assert scores[3] > scores[0] == pytest.approx(scores[1])


def test_the_same_term_counts_more_in_a_short_text() -> None:
    scores = BM25(["特許 費用", "特許 a b c d e f g"], str.split).scores("特許")

    assert scores[0] > scores[1]


def test_repeating_a_term_in_the_question_changes_nothing() -> None:
    assert np.array_equal(INDEX.scores("特許 特許"), INDEX.scores("特許"))


def test_the_ideal_is_about_what_the_same_text_scores_and_counts_unknown_terms() -> None:
    assert INDEX.scores("商標 費用")[1] == pytest.approx(INDEX.ideal("商標 費用"), rel=0.5)
    assert INDEX.ideal("商標 粗大ごみ") > INDEX.ideal("商標") > INDEX.ideal("") == 0


def test_nothing_to_search_gives_no_scores() -> None:
    assert BM25([], str.split).scores("特許").shape == (0,)
