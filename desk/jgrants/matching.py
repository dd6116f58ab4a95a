"""Which program of the catalogue a grant is: by its id in an address, or by a name that says nearly the same."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from desk.domain.programs import Program
from desk.jgrants.drafts import Draft
from desk.jgrants.places import area_words
from desk.jgrants.reading import Grant
from desk.jgrants.vocabulary import NATIONWIDE, prefectures_of

#: names at least this much alike are taken for the same; people see how much
ALIKE = 0.82
#: a name this long that stands within a title is the same program
_TELLING = 8
#: kinds of program that can be a grant of Jグランツ
_PAYING = frozenset({"subsidy", "ip_fee_subsidy"})
#: areas within a prefecture that Jグランツ does not know
_PREFECTURE = MappingProxyType({"特別区": "東京都", "多摩": "東京都"})
_ID_IN_ADDRESS = re.compile(r"^https?://(?:www\.)?jgrants-portal\.go\.jp/(?:subsidy|grants/view)/([A-Za-z0-9]{1,18})\b")
_YEAR_OR_ROUND = re.compile(
    r"(?:令和|平成)(?:元|\d{1,2})年度?(?:予算|補正予算)?|20\d\d年度?|第?\d{1,3}(?:次|回)(?:公募|募集|締切|締切分)?|(?:一|二|三)次(?:公募|募集)"
)
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|「[^「」]*」|<[^<>]*>")


class How(StrEnum):
    """What a match rests on."""

    ID = "id"
    NAME = "name"


@dataclass(frozen=True)
class Match:
    """A program of the catalogue for a draft; `likeness` is 1 for the same id, else the likeness of the names."""

    program: Program
    how: How
    likeness: float


def grant_ids(program: Program) -> frozenset[str]:
    """Ids of grants on the portal that the addresses of a program name."""
    addresses = (program.url, *(source.url for source in program.sources))
    found = (_ID_IN_ADDRESS.match(address) for address in addresses if address)
    return frozenset(each[1] for each in found if each)


@dataclass(frozen=True, eq=False)
class Matcher:
    """Programs arranged for finding a grant among them."""

    programs: tuple[Program, ...]

    def match(self, draft: Draft) -> Match | None:
        """The program with the grant's id, or else the one that is near enough and whose name is most alike."""
        if draft.grant.id in self._by_grant:
            return Match(self._by_grant[draft.grant.id], How.ID, 1.0)
        titles = plain_names([draft.grant.title])
        found = ((likeness(titles, names), program) for program, names in self._names if near(program, draft.grant))
        alike = [pair for pair in found if pair[0] >= ALIKE]
        if not alike:
            return None
        best, program = max(alike, key=lambda pair: (pair[0], _in_full(draft.grant.title, pair[1].name)))
        return Match(program, How.NAME, best)

    @cached_property
    def _by_grant(self) -> dict[str, Program]:
        return {grant: program for program in self.programs for grant in grant_ids(program)}

    @cached_property
    def _names(self) -> tuple[tuple[Program, frozenset[str]], ...]:
        paying = (program for program in self.programs if program.kind in _PAYING)
        return tuple((program, plain_names([program.name, *program.aliases])) for program in paying)


def near(program: Program, grant: Grant) -> bool:
    """Whether a grant may be a program of that area: a municipality must be named, a prefecture be among its own."""
    if program.area is None or program.area in f"{grant.title} {grant.target_area_detail}":
        return True
    if program.level in ("ward", "city"):
        return False
    words = area_words(grant)
    return not words or NATIONWIDE in words or _PREFECTURE.get(program.area, program.area) in prefectures_of(words)


def plain_names(names: Iterable[str]) -> frozenset[str]:
    """Names without year, round and punctuation, each with and without what stands in brackets."""
    folded = [_YEAR_OR_ROUND.sub("", unicodedata.normalize("NFKC", name).casefold()) for name in names]
    return frozenset(bare for name in folded for text in (name, _ASIDE.sub("", name)) if (bare := _bare(text)))


def likeness(titles: frozenset[str], names: frozenset[str]) -> float:
    """How much the most similar pair of two sets of plain names has in common, from 0 to 1."""
    return max((_alike(title, name) for title in titles for name in names), default=0.0)


def _alike(title: str, name: str) -> float:
    if title == name:
        return 1.0
    if len(name) >= _TELLING and name in title:
        return 0.9
    matcher = SequenceMatcher(None, title, name, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0.0


def _in_full(title: str, name: str) -> float:
    """How alike two names are with all that stands in brackets: tells the tracks of one program apart."""
    first, second = (_bare(unicodedata.normalize("NFKC", each).casefold()) for each in (title, name))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _bare(text: str) -> str:
    return "".join(each for each in text if unicodedata.category(each)[0] in "LN")
