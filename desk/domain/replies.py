"""What the bot is to say, as keys and values; the wording itself lives in `data/*/domain.yml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Button:
    """A choice below a message: what is shown, and the intent it stands for."""

    title: str
    payload: str


@dataclass(frozen=True)
class Reply:
    """One message: the key of its wording, the values in it, further buttons, and data for a channel to draw."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)
    buttons: Sequence[Button] = ()
    custom: Mapping[str, Any] | None = None
