"""The answers of the API as models: documented and sample field names are read, what is missing stays missing."""

import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from desk.clock import JST
from desk.jgrants.plain import one_line

LONGEST_ID = 18
#: above this an amount of one grant is a slip, not a limit (10 trillion yen)
_IMPLAUSIBLE_YEN = 10**13
#: names that samples use for a documented field
_OTHER_NAMES = {
    "title": ("subsidy_name",),
    "detail": ("description",),
    "industry": ("target_industry",),
    "front_subsidy_detail_page_url": ("inquiry_url",),
    "update_datetime": ("updated_date", "last_updated"),
}


def _line(raw: object) -> str | None:
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        return None
    return one_line(str(raw)) or None


def _html(raw: object) -> str:
    return raw if isinstance(raw, str) else ""


def _words(raw: object) -> tuple[str, ...]:
    """`東京都 / 大阪府`, or a list of such, as single words in their order."""
    texts = raw if isinstance(raw, list) else [raw]
    lines = (_line(text) or "" for text in texts)
    return tuple(dict.fromkeys(word for line in lines for word in re.split(r"\s*[/／]\s*", line) if word))


def _yen(raw: object) -> int | None:
    """Whole yen above zero; Jグランツ writes 0 or nothing when there is no limit to tell."""
    if isinstance(raw, str) and raw.strip().isascii() and raw.strip().isdigit():
        raw = int(raw) if len(raw.strip()) < len(str(_IMPLAUSIBLE_YEN)) else None
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
        return None
    return int(raw) if 0 < raw < _IMPLAUSIBLE_YEN else None


def _moment(raw: object) -> datetime | None:
    """A time in Japan. Times are UTC, as documented, unless they say otherwise; a bare date is meant in Japan."""
    if isinstance(raw, datetime) and raw.tzinfo:
        return raw
    if not isinstance(raw, str):
        return None
    try:
        told = datetime.fromisoformat(raw.strip())
        zone = JST if len(raw.strip()) <= len("2026-04-30") else UTC
        return (told if told.tzinfo else told.replace(tzinfo=zone)).astimezone(JST)
    except (ValueError, OverflowError):
        return None


def _names(raw: object) -> tuple[str, ...]:
    """Names of attached files; what is in them is not looked at."""
    files = raw if isinstance(raw, list) else []
    names = (_line(each.get("name")) for each in files if isinstance(each, Mapping))
    return tuple(name for name in names if name)


def _mappings(raw: object) -> list[object]:
    return [each for each in raw if isinstance(each, Mapping)] if isinstance(raw, list) else []


Line = Annotated[str | None, BeforeValidator(_line)]
Words = Annotated[tuple[str, ...], BeforeValidator(_words)]
Yen = Annotated[int | None, BeforeValidator(_yen)]
Moment = Annotated[datetime | None, BeforeValidator(_moment)]
Names = Annotated[tuple[str, ...], BeforeValidator(_names)]


class _Answer(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Envelope(_Answer):
    """What every answer is wrapped in; `count` may differ from what was sent."""

    count: int | None = None
    result: list[Any]

    @model_validator(mode="before")
    @classmethod
    def lift_the_count(cls, raw: Any) -> Any:
        """`metadata.resultset.count`, when it is there and a number."""
        found: Any = raw
        for key in ("metadata", "resultset", "count"):
            found = found.get(key) if isinstance(found, Mapping) else None
        return {**raw, "count": found if isinstance(found, int) else None} if isinstance(raw, Mapping) else raw


class Round(_Answer):
    """One call of a grant that has several (version 2 of the API)."""

    fiscal_year_round: Line = None
    target_area_search: Words = ()
    acceptance_start_datetime: Moment = None
    acceptance_end_datetime: Moment = None


class Grant(_Answer):
    """A grant as the list or the detail tells it; all times are Japan's."""

    id: Annotated[str, Field(pattern=rf"^[A-Za-z0-9]{{1,{LONGEST_ID}}}$")]
    title: Annotated[str, BeforeValidator(lambda raw: _line(raw) or ""), Field(min_length=1)]
    name: Line = None
    institution_name: Line = None
    subsidy_catch_phrase: Line = None
    detail: Annotated[str, BeforeValidator(_html)] = ""
    use_purpose: Words = ()
    industry: Words = ()
    target_area_search: Words = ()
    target_area_detail: Line = None
    target_number_of_employees: Words = ()
    subsidy_rate: Line = None
    subsidy_max_limit: Yen = None
    acceptance_start_datetime: Moment = None
    acceptance_end_datetime: Moment = None
    request_reception_presence: Line = None
    front_subsidy_detail_page_url: Line = None
    update_datetime: Moment = None
    granttype: Line = None
    application_guidelines: Names = ()
    outline_of_grant: Names = ()
    application_form: Names = ()
    workflow: Annotated[tuple[Round, ...], BeforeValidator(_mappings)] = ()

    @model_validator(mode="before")
    @classmethod
    def accept_other_names(cls, raw: Any) -> Any:
        """A documented field that is empty is filled from the name that samples use for it."""
        if not isinstance(raw, Mapping):
            return raw
        filled = dict(raw)
        for field, others in _OTHER_NAMES.items():
            told = (raw[name] for name in (field, *others) if raw.get(name))
            filled[field] = next(told, None)
        return filled

    @property
    def files(self) -> tuple[str, ...]:
        """Names of all attached files."""
        return self.application_guidelines + self.outline_of_grant + self.application_form
