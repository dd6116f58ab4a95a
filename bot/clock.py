"""Today in Tokyo, or the day at which DESK_CLOCK holds the clock for tests and demonstrations."""

from __future__ import annotations

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

TOKYO = ZoneInfo("Asia/Tokyo")
VARIABLE = "DESK_CLOCK"


def today() -> date:
    """The date in Tokyo. Raises ValueError when DESK_CLOCK is no ISO time."""
    held = os.environ.get(VARIABLE)
    now = datetime.fromisoformat(held.replace("Z", "+00:00")) if held else datetime.now(TOKYO)
    return (now.astimezone(TOKYO) if now.tzinfo else now).date()
