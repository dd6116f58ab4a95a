"""Use case: show examples of collaboration from `seeds/cases.yaml`; only what could be checked is shown."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from desk.domain.search import Index, Passage
from desk.settings import ROOT

EXAMPLES = ROOT / "seeds" / "cases.yaml"
#: so many are shown at once
SHOWN = 3
#: an example must have this much to do with the question to be put before the others
NEAR = 0.2


class Example(BaseModel):
    """What some people did together. `words` are what it may be asked by; `as_of` is the day of the source."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    text: str = Field(max_length=200)
    words: list[str]
    source: str | None
    url: str | None
    as_of: date | None
    verified: Literal["official", "secondary", "unverified"]
    note: str | None = None

    @property
    def shown(self) -> bool:
        """Whether the public may see it: somebody other than the ward's own planning paper vouches for it."""
        return self.verified != "unverified" and self.source is not None and self.as_of is not None


def find_examples(question: str, limit: int = SHOWN) -> list[Example]:
    """Checked examples, first those near to the question, then the others in the order of the file."""
    shown, index = load_examples()
    near = [hit.owner for hit in index.search(question, limit) if hit.score >= NEAR]
    rest = [number for number in range(len(shown)) if number not in near]
    return [shown[number] for number in [*near, *rest][:limit]]


def example_as_json(example: Example) -> dict[str, Any]:
    """An example as chats show it."""
    return {
        "id": example.id,
        "title": example.title,
        "text": example.text,
        "url": example.url,
        "source": example.source,
        "as_of": example.as_of.isoformat() if example.as_of else None,
    }


@lru_cache
def load_examples(path: Path = EXAMPLES) -> tuple[Sequence[Example], Index]:
    """The examples that may be shown, arranged for searching. Raises pydantic's `ValidationError`."""
    every = [Example.model_validate(each) for each in yaml.safe_load(path.read_text(encoding="utf-8"))]
    shown = tuple(example for example in every if example.shown)
    texts = [(number, [example.title, example.text, *example.words]) for number, example in enumerate(shown)]
    return shown, Index([Passage(number, text) for number, several in texts for text in several])
