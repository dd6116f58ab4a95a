"""Details that were fetched before, one file a grant, so that an unchanged grant is not asked for again."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

#: the list does not tell every change of a detail, so that even an unchanged entry is read anew after this
LONGEST_AGE = timedelta(days=7)


@dataclass(frozen=True)
class Cache:
    """A folder of details, each under its id with the stamp of the list entry it belongs to."""

    folder: Path

    def find(self, grant_id: str, stamp: str, now: datetime) -> Mapping[str, Any] | None:
        """The detail, unless it is unknown, older than `LONGEST_AGE` or of another stamp."""
        kept = self._read(grant_id)
        try:
            fresh = kept["stamp"] == stamp and now - datetime.fromisoformat(kept["fetched_at"]) < LONGEST_AGE
            return dict(kept["detail"]) if fresh else None
        except (KeyError, TypeError, ValueError):
            return None

    def keep(self, grant_id: str, stamp: str, now: datetime, detail: Mapping[str, Any]) -> None:
        """Write the detail; a reader sees the old file or the new one, never half of it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        content = json.dumps({"stamp": stamp, "fetched_at": now.isoformat(), "detail": detail}, ensure_ascii=True)
        written = self._path(grant_id).with_suffix(".part")
        written.write_text(content, encoding="utf-8")
        written.replace(self._path(grant_id))

    def _read(self, grant_id: str) -> Any:
        try:
            return json.loads(self._path(grant_id).read_bytes())
        except (FileNotFoundError, ValueError):
            return None

    def _path(self, grant_id: str) -> Path:
        return self.folder / f"{grant_id}.json"


def stamp_of(entry: Mapping[str, Any]) -> str:
    """What tells an entry of the list from its next state: its update time, or else all it says."""
    updated = entry.get("update_datetime")
    told = updated or json.dumps(entry, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(str(told).encode()).hexdigest()[:16]
