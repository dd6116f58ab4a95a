"""Keeping vectors between starts, and refusing weights that nobody reviewed."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from desk.retrieval import encoder
from desk.retrieval.bm25 import Floats
from desk.retrieval.encoder import SIZE, sentence_encoder
from desk.retrieval.vectors import CachedEncoder


class Counting:
    """An encoder that remembers what it was asked."""

    name = "counting"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Floats:
        """The length of each text, everywhere."""
        self.asked += texts
        return np.stack([np.full(SIZE, len(text), dtype=np.float32) for text in texts])


def test_what_was_worked_out_is_not_worked_out_again(tmp_path: Path) -> None:
    first, second = Counting(), Counting()
    rows = CachedEncoder(first, tmp_path).encode(["契約", "特許権"])

    again = CachedEncoder(second, tmp_path).encode(["特許権", "契約", "費用の額"])

    assert second.asked == ["費用の額"]
    assert again[:2].tolist() == rows[::-1].tolist()


def test_the_file_forgets_texts_that_are_gone(tmp_path: Path) -> None:
    cached = CachedEncoder(Counting(), tmp_path)
    cached.encode(["契約", "特許"])
    cached.encode(["契約", "商標"])
    later = Counting()

    CachedEncoder(later, tmp_path).encode(["契約", "特許"])

    assert later.asked == ["特許"]


@pytest.mark.parametrize("content", [b"", b"not vectors at all"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "vectors-counting.npz").write_bytes(content)

    assert CachedEncoder(Counting(), tmp_path).encode(["契約", "特許権"])[:, 0].tolist() == [2, 3]


def test_questions_leave_no_trace(tmp_path: Path) -> None:
    CachedEncoder(Counting(), tmp_path).encode(["お名前と電話番号"])

    assert list(tmp_path.iterdir()) == []


def test_vectors_have_length_one_and_an_empty_text_is_zero() -> None:
    the_encoder = sentence_encoder()
    assert the_encoder is not None

    lengths = np.linalg.norm(the_encoder.encode(["共同研究の費用", " "]), axis=1)

    assert lengths.tolist() == pytest.approx([1.0, 0.0], abs=1e-3)


@pytest.mark.parametrize(
    ("name", "value"),
    [("PACKAGE", "no_such_package"), ("HASHES", {"sp.model": "0" * 64}), ("HASHES", {"gone": "0" * 64})],
)
def test_a_missing_or_changed_package_is_done_without(
    monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    monkeypatch.setattr(encoder, name, value)

    assert sentence_encoder.__wrapped__() is None
