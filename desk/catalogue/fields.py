"""Kinds of values in a program record: how each is read, and what is said when it cannot be."""

from fractions import Fraction
from typing import Annotated, LiteralString

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from desk.catalogue.criteria import read_criterion
from desk.catalogue.problems import Fault
from desk.domain.areas import THE_WARD, UnknownPlace
from desk.domain.criteria import Criterion
from desk.domain.facts import PURPOSES


def mendable(
    message: str, mend: str, path: tuple[str | int, ...] = (), kind: LiteralString = "record"
) -> PydanticCustomError:
    """A validation error that carries how to mend it and, where it lies deeper, the path to it.

    `kind` names the fault for those who word it otherwise: the console, in Japanese.
    """
    return PydanticCustomError(kind, "{message}", {"message": message, "mend": mend, "path": path})


def _criterion(raw: object, info: ValidationInfo) -> object:
    if raw is None:
        return None
    assert info.context is not None
    try:
        return read_criterion(raw, info.context["areas"])
    except Fault as fault:
        raise mendable(fault.message, fault.mend, fault.path) from None


def _area(name: str | None, info: ValidationInfo) -> str | None:
    assert info.context is not None
    try:
        return None if name is None else str(info.context["areas"].named(name))
    except UnknownPlace as unknown:
        mend = f"Use one municipality, a prefecture, 特別区, 多摩, {THE_WARD}, or null for the whole country."
        raise mendable(f"not an area: {unknown}.", mend) from None


def _rate(raw: object) -> object:
    if raw is None:
        return None
    try:
        rate = Fraction(raw) if isinstance(raw, str) else None
    except (ValueError, ZeroDivisionError):
        rate = None
    if rate is None or not 0 < rate <= 1:
        raise mendable(
            f"{raw!r} is not a share of the cost.", 'Write a fraction in quotes, e.g. "2/3", or null.', kind="rate"
        )
    return rate


def _purpose(word: str) -> str:
    if word not in PURPOSES:
        raise mendable(f"there is no purpose {word!r}.", f"Use {', '.join(PURPOSES)}.")
    return word


Rate = Annotated[Fraction | None, BeforeValidator(_rate)]
Yen = Annotated[int, Field(ge=0, strict=True)] | None
Rule = Annotated[Criterion | None, BeforeValidator(_criterion)]
Text = Annotated[str, Field(min_length=1, strict=True)]
Area = Annotated[str | None, AfterValidator(_area)]
Address = Annotated[str, Field(pattern=r"^https?://\S+$")] | None
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Purpose = Annotated[str, AfterValidator(_purpose)]
