"""The format of a conversation script; the README of this folder explains it."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator


class Strict(BaseModel):
    """No key that nobody reads."""

    model_config = ConfigDict(extra="forbid")


class Turn(Strict):
    """One message of the person, and what must hold after it."""

    #: what is typed …
    user: str | None = None
    #: … or the title of a button shown last …
    press: str | None = None
    #: … or of a button that was shown at any time before …
    press_old: str | None = None
    #: … or what a member of staff writes in the case
    staff: str | None = None
    #: hours that pass before it
    hours_later: Annotated[float, Field(ge=0)] = 0
    #: the platform's id of the message; the same one twice is a repeated delivery
    message_id: str | None = None
    #: the text is sent so many times over in one message
    repeat: Annotated[int, Field(ge=1)] = 1
    #: texts that must occur in the replies, and texts that must not
    bot: list[str] = []
    never: list[str] = []
    buttons: list[str] = []
    custom: str | None = None
    intent: str | None = None
    #: facts known afterwards; a null means asked and not known
    facts: dict[str, Any] = {}
    #: facts that must not be known
    unknown: list[str] = []
    pending: str | None = Field(None, description="what the bot waits for; `nothing` when it waits for nothing")
    #: programs that must be among those shown, with their verdict
    programs: dict[str, str] = {}
    silent: bool = False
    language: str | None = Field(None, description="the language that the person has chosen by now: ja, easy or en")
    #: the score of the newest feedback, or whether it is praise
    rated: int | bool | None = None

    @model_validator(mode="after")
    def say_one_thing(self) -> Self:
        """Exactly one of user, press, press_old and staff."""
        if sum(each is not None for each in (self.user, self.press, self.press_old, self.staff)) != 1:
            raise ValueError("a turn has exactly one of user, press, press_old and staff")
        return self


class Script(Strict):
    """A conversation. `case` holds expectations on the case by dotted path, e.g. `contact.email`."""

    at: datetime | None = None
    turns: list[Turn]
    case: dict[str, Any] | None = None
    no_case: bool = False
    messages: int | None = Field(None, description="so many messages of the person were taken up")


def load(path: Path) -> Script:
    """Read a script."""
    return Script.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
