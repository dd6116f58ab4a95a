"""What leaves the desk: each sentence once, for one use, without the people in it."""

from desk.domain.training import annotated
from desk.domain.utterances import Leak, Use, digest
from desk.services.context import Desk
from desk.services.review_export import Export, Known, collect_export, mark_exported
from desk.services.reviews import Reading, read_reviews, save_review
from tests.services.uncertain import found, reviewer, unsure

MANY = 12


def settle(
    desk: Desk, text: str, *entities: dict[str, object], intent: str | None = "chitchat", who: str = "佐々木"
) -> None:
    """Somebody writes, and staff say what it meant; everything found is right."""
    message = unsure(desk, text, *entities, who=who)
    save_review(desk, message, Reading(intent, frozenset(range(len(entities)))), reviewer(desk).id)


def settled_for(desk: Desk, use: Use, text: str = "あれ{}", *entities: dict[str, object]) -> str:
    """A sentence whose hash gives it this use."""
    before = read_reviews(desk, 0.5).counts[use]
    for number in range(MANY):
        settle(desk, text.format("よ" * number), *entities)
        if read_reviews(desk, 0.5).counts[use] > before:
            return text.format("よ" * number)
    raise AssertionError("no sentence got this use")


def written(export: Export) -> list[str]:
    """Every sentence of both files."""
    return [example.utterance.text for example in export.training + export.tests]


def test_nothing_checked_is_nothing_written(desk: Desk) -> None:
    export = collect_export(desk)
    assert (written(export), export.replaced, export.left_out.total()) == ([], 0, 0)


def test_every_sentence_goes_into_one_of_the_two(desk: Desk) -> None:
    for number in range(MANY):
        settle(desk, f"{number}番の機械、空いてます？", intent="use_facility")
    export = collect_export(desk)
    training, tests = ({example.utterance.text for example in part} for part in (export.training, export.tests))
    assert training
    assert tests
    assert not training & tests
    assert len(training | tests) == MANY


def test_what_is_skipped_is_not_written(desk: Desk) -> None:
    settle(desk, "ん", intent=None)
    assert written(collect_export(desk)) == []


def test_what_was_exported_is_not_written_again(desk: Desk) -> None:
    settle(desk, "あれ貸して")
    mark_exported(desk, collect_export(desk).review_ids)
    assert written(collect_export(desk)) == []
    settle(desk, "これも貸して")
    assert written(collect_export(desk)) == ["これも貸して"]
    assert read_reviews(desk, 0.5).counts["exported"] == 1


def test_people_are_replaced_and_counted(desk: Desk) -> None:
    text = "山田です、yamada@oyama.jp にください"
    settle(
        desk,
        text,
        found("person_name", "山田", text, "山田"),
        found("email", "yamada@oyama.jp", text, "yamada@oyama.jp"),
    )
    export = collect_export(desk)
    (example,) = export.training + export.tests
    assert export.replaced == 1
    assert "山田" not in example.utterance.text
    assert "oyama" not in annotated(example.utterance)
    assert all(span.value != "山田" for span in example.utterance.spans)


def test_what_cannot_be_made_anonymous_is_left_out_and_told(desk: Desk) -> None:
    settle(desk, "山田と申します")
    settle(desk, "03-3579-1234に電話ほしい")
    export = collect_export(desk)
    assert written(export) == []
    assert export.left_out == {Leak.NAME: 1, Leak.CONTACT: 1}


def test_two_people_with_the_same_sentence_are_written_once(desk: Desk) -> None:
    for name in ("山田", "井上", "大野"):
        text = f"{name}です、折り返しください"
        settle(desk, text, found("person_name", name, text, name), who=name)
    export = collect_export(desk)
    assert len(written(export)) == 1
    assert export.left_out == {Known.REPEATED: 2}


def test_a_sentence_that_went_out_with_another_name_stays_out(desk: Desk) -> None:
    for name in ("山田", "井上"):
        text = f"{name}です、折り返しください"
        settle(desk, text, found("person_name", name, text, name), who=name)
        export = collect_export(desk)
        mark_exported(desk, export.review_ids)
    assert written(export) == []
    assert export.left_out == {Known.REPEATED: 1}


def test_what_the_project_has_already_is_left_out(desk: Desk) -> None:
    settle(desk, "あれ貸して！")
    assert collect_export(desk, {digest("アレ貸して")}).left_out == {Known.REPEATED: 1}


def test_a_test_case_holds_no_value_of_the_day_but_training_may(desk: Desk) -> None:
    date = {"entity": "date", "value": "2026-12-01", "start": 0, "end": 2}
    settled_for(desk, Use.TEST, "来週あれ{}", date)
    settled_for(desk, Use.TRAINING, "来週これ{}", date)
    export = collect_export(desk)
    assert export.tests == []
    assert len(export.training) >= 1
    assert export.left_out[Known.OF_THE_DAY] >= 1
