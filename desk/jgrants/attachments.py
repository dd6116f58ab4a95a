"""Empties the base64 attachments of an answer while it streams in, so that they are never held or stored."""

import re
from collections.abc import Iterable, Iterator

_END_OR_ESCAPE = re.compile(rb'["\\]')
#: key of the API whose text is a whole file
_KEY = b"data"


def without_attachments(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same JSON text with `""` in place of every string under a key `data`."""
    emptier = _Emptier()
    for chunk in chunks:
        yield emptier.feed(chunk)


class _Emptier:
    """Follows the strings of a JSON text across chunks; remembers the last one, in case it is a key."""

    def __init__(self) -> None:
        self._inside = False
        self._escaped = False
        self._dropping = False
        self._string = b""
        self._between = b""

    def feed(self, chunk: bytes) -> bytes:
        kept = bytearray()
        at = 0
        while at < len(chunk):
            at = self._within_string(chunk, at, kept) if self._inside else self._outside(chunk, at, kept)
        return bytes(kept)

    def _outside(self, chunk: bytes, at: int, kept: bytearray) -> int:
        quote = chunk.find(b'"', at)
        end = len(chunk) if quote < 0 else quote
        self._between = (self._between + chunk[at:end].strip())[:2]
        if quote >= 0:
            self._open()
            end += 1
        kept += chunk[at:end]
        return end

    def _open(self) -> None:
        self._dropping = self._string == _KEY and self._between == b":"
        self._inside, self._string, self._between = True, b"", b""

    def _within_string(self, chunk: bytes, at: int, kept: bytearray) -> int:
        if self._escaped:
            self._escaped = False
            return self._keep(chunk, at, at + 1, kept)
        found = _END_OR_ESCAPE.search(chunk, at)
        if found is None:
            return self._keep(chunk, at, len(chunk), kept)
        if found.group() == b"\\":
            self._escaped = True
            return self._keep(chunk, at, found.end(), kept)
        self._keep(chunk, at, found.start(), kept)
        kept += b'"'
        self._inside = False
        return found.end()

    def _keep(self, chunk: bytes, start: int, end: int, kept: bytearray) -> int:
        if not self._dropping:
            kept += chunk[start:end]
            self._string = (self._string + chunk[start:end])[: len(_KEY) + 1]
        return end
