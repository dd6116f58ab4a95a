"""Searching texts by pairs of characters."""

import pytest

from desk.domain.search import Index, Passage, same, terms

TLO, SBIR, NDA, PARTNER = range(4)
INDEX = Index(
    [
        Passage(TLO, "TLOとは何ですか"),
        Passage(TLO, "技術移転機関は何をするところ"),
        Passage(SBIR, "SBIR制度とは何ですか"),
        Passage(NDA, "秘密保持契約とは何ですか"),
        Passage(PARTNER, "コーディネーターは何をする人ですか"),
        Passage(NDA, "技術や情報を見せる前に、秘密にする約束を書面で交わします", weight=0.5),
    ]
)


def best(question: str) -> int | None:
    """The owner found first."""
    hits = INDEX.search(question, 1)
    return hits[0].owner if hits else None


@pytest.mark.parametrize(
    ("question", "owner"),
    [
        ("TLOって何?", TLO),
        ("ｔｌｏとは", TLO),
        ("技術を移転する機関", TLO),
        ("秘密保持の契約について教えてください", NDA),
        ("こーでぃねーたーってどんな人", PARTNER),
        ("情報を書面で秘密にする", NDA),
    ],
)
def test_a_question_finds_the_text_it_shares_most_with(question: str, owner: int) -> None:
    assert best(question) == owner


def test_the_same_words_score_about_one_and_other_words_less() -> None:
    exact, near = (INDEX.search(text, 1)[0].score for text in ("TLOとは何ですか", "TLOの歴史を知りたい"))

    assert exact == pytest.approx(1.0, abs=0.15)
    assert near < exact


def test_a_question_with_nothing_in_common_finds_nothing() -> None:
    assert INDEX.search("粗大ゴミ", 5) == []


def test_grammar_alone_scores_low() -> None:
    hits = INDEX.search("住民票とは何ですか", 5)

    assert all(hit.score < 0.5 for hit in hits)


def test_an_owner_is_found_once_by_its_best_passage() -> None:
    owners = [hit.owner for hit in INDEX.search("秘密", 5)]

    assert owners == [NDA]


def test_the_limit_holds_and_the_best_comes_first() -> None:
    hits = INDEX.search("技術の秘密", 2)

    assert len(hits) == 2
    assert hits[0].score >= hits[1].score


@pytest.mark.parametrize("question", ["", "？！", "　"])
def test_a_question_without_words_finds_nothing(question: str) -> None:
    assert INDEX.search(question, 5) == []


def test_an_empty_index_finds_nothing() -> None:
    assert Index([]).search("TLOとは", 5) == []


def test_latin_words_stay_whole_and_japanese_is_cut_in_pairs() -> None:
    assert [term for term, _ in terms("NDAの秘密")] == ["nda", "の秘", "秘密"]


def test_pairs_of_hiragana_count_less_than_kanji_and_katakana() -> None:
    weights = dict(terms("より契約ノウ"))

    assert weights["より"] < weights["契約"] == weights["のう"]


def test_the_words_of_asking_are_left_out() -> None:
    assert {term for term, _ in terms("NDAとは何ですか、教えてください")} == {"nda"}


@pytest.mark.parametrize(("one", "other"), [("ＴＬＯとは？", "tloとは"), ("コーディネーター", "こーでぃねーたー")])
def test_width_case_kana_and_punctuation_make_no_difference(one: str, other: str) -> None:
    assert same(one, other)


def test_other_words_make_a_difference() -> None:
    assert not same("TLOとは", "NDAとは")
