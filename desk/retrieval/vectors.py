"""Keeps the vectors of texts in a file, so that a restart need not work them out again."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from desk.retrieval.bm25 import Floats
from desk.retrieval.encoder import Encoder


class CachedEncoder:
    """An encoder that keeps the vectors of the texts to be searched in a file of `folder`, by the hash of each text.

    A single text is a question: it is worked out and not kept.
    """

    def __init__(self, encoder: Encoder, folder: Path) -> None:
        self.name = encoder.name
        self._encoder = encoder
        self._path = folder / f"vectors-{encoder.name}.npz"

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row a text. When some are new they are worked out, and the file then holds exactly these texts."""
        return self._kept(texts) if len(texts) > 1 else self._encoder.encode(texts)

    def _kept(self, texts: Sequence[str]) -> Floats:
        keys = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
        known = self._read()
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if new:
            known |= dict(zip(new, self._encoder.encode(list(new.values())), strict=True))
            self._write({key: known[key] for key in keys})
        return np.stack([known[key] for key in keys])

    def _read(self) -> dict[str, Floats]:
        """A file that is missing or damaged counts as empty."""
        try:
            with np.load(self._path, allow_pickle=False) as stored:
                return dict(zip(stored["keys"].tolist(), stored["rows"], strict=True))
        except (OSError, EOFError, ValueError, KeyError, BadZipFile):
            return {}

    def _write(self, known: dict[str, Floats]) -> None:
        """Written beside and moved into place: a reader never sees half a file."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        draft = self._path.with_suffix(f".{os.getpid()}.npz")
        np.savez(draft, keys=np.array(list(known)), rows=np.stack(list(known.values())))
        draft.replace(self._path)
