"""What staff are told: every kind has its words, and what fails is tried again with longer and longer pauses."""

from datetime import timedelta

import pytest

from desk.domain.notifications import PAUSES, TITLES, Kind, Notice, pause_after


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_words_of_its_own(kind: Kind) -> None:
    assert TITLES[kind]
    assert len(set(TITLES.values())) == len(Kind)


def test_a_title_names_the_case() -> None:
    assert Notice(Kind.MENTIONED, "I-2026-000001", "").title == "メモであなたの名前が挙がりました（I-2026-000001）"
    assert Notice(Kind.UNOWNED, None, "").title == "担当の決まっていない相談があります"


def test_pauses_grow_and_come_to_an_end() -> None:
    pauses = [pause_after(failures) for failures in range(1, len(PAUSES) + 2)]

    assert pauses[0] == timedelta(minutes=1)
    assert pauses[:-1] == sorted(PAUSES)
    assert pauses[-1] is None
