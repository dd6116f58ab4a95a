"""What an entry must have to be told: somebody who vouches for it, and no figure that nobody vouches for."""

from collections import Counter
from datetime import date

import pytest
from pydantic import ValidationError

from desk.services.entries import Entry, Source, read_entries
from desk.services.knowledge import answer_question, load_knowledge

EVERY = read_entries()
PAPERS = Source(title="この窓口の説明", url=None)


def entry(answer: str, verified: str = "general", source: Source = PAPERS) -> Entry:
    """An entry on papers that says this."""
    questions = ("書類は何年取っておく", "書類を捨てていい時期", "書類の保存")
    return Entry.model_validate(
        {
            "id": "shorui",
            "title": "書類の保存",
            "topic": "application",
            "questions": questions,
            "answer": answer,
            "source": source,
            "as_of": date(2026, 11, 22),
            "verified": verified,
        }
    )


@pytest.mark.parametrize("answer", ["5年間保存します。", "費用の2割が上限です。", "10万円までです。"])
def test_plain_words_hold_no_figure_that_nobody_vouches_for(answer: str) -> None:
    with pytest.raises(ValidationError, match="数字"):
        entry(answer)
    assert entry(answer, "official").shown


def test_an_example_may_count() -> None:
    assert entry("割合です。例えば費用が300万円なら、200万円です。").shown


def test_what_nobody_has_verified_is_told_to_nobody() -> None:
    withheld = [each for each in EVERY if not each.shown]
    library = load_knowledge()

    assert withheld
    assert not {each.id for each in withheld} & {each.id for each in library.entries}
    for each in withheld:
        assert answer_question(library, "", each.id).entry is None
        assert all(answer_question(library, question).entry != each for question in each.questions)


def test_staff_see_what_is_withheld() -> None:
    assert {each.id for each in EVERY} == set(load_knowledge().every)


def test_at_least_250_entries_may_be_told() -> None:
    assert sum(each.shown for each in EVERY) >= 250


def test_a_law_or_page_is_named_for_all_that_claim_one() -> None:
    for each in EVERY:
        own = each.source.title.startswith("この窓口")
        assert own == (each.verified in ("general", "unverified")), each.id


def test_people_are_told_what_a_source_is_worth() -> None:
    assert entry("取っておきます。").vouched_by == "この窓口の説明（一般的な内容）"
    law = Source(title="補助金適正化法7条", url=None)
    assert entry("承認を受けます。", "official", law).vouched_by == "補助金適正化法7条"


def test_every_way_of_vouching_is_used() -> None:
    assert set(Counter(each.verified for each in EVERY)) == {"official", "secondary", "general", "unverified"}
