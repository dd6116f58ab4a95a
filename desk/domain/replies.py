"""What the bot is to say, as keys and values; the wording itself lives in `data/*/domain.yml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Button:
    """A choice below a message: what is shown, and the intent it stands for."""

    title: str
    payload: str


@dataclass(frozen=True)
class Reply:
    """One message: the key of its wording, the values in it, further buttons, and data for a channel to draw.

    Values and titles are in Japanese here; they are said in the language of the person.
    """

    key: str
    values: Mapping[str, str | datetime] = field(default_factory=dict)
    buttons: Sequence[Button] = ()
    custom: Mapping[str, Any] | None = None
