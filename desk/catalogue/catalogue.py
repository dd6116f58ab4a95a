"""The catalogue: programs arranged for judging, how facts are asked, and the municipalities."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from desk.catalogue.areas import load_areas
from desk.catalogue.loader import PROGRAMS, load_programs, version_of
from desk.catalogue.questions import load_questions
from desk.domain.areas import Areas
from desk.domain.index import Index
from desk.domain.interview import Question
from desk.domain.programs import Program


@dataclass(frozen=True, eq=False)
class Catalogue:
    """One state of the catalogue; `version` names its content, so that a verdict can be replayed."""

    index: Index
    version: str
    questions: Mapping[str, Question]
    areas: Areas
    #: where the records stand as files
    folder: Path = PROGRAMS

    @property
    def programs(self) -> tuple[Program, ...]:
        """All programs, whatever their status."""
        return self.index.programs

    @cached_property
    def efforts(self) -> Mapping[str, float]:
        """How much work each askable fact is to answer."""
        return {fact: question.effort for fact, question in self.questions.items()}

    def program(self, program_id: str) -> Program | None:
        """The program with the id."""
        position = self.index.position.get(program_id)
        return None if position is None else self.programs[position]

    def find(self, name: str) -> tuple[Program, ...]:
        """The programs that an id, family, name or alias leads to; several for a family, none when unknown."""
        return self._by_name.get(_folded(name), ())

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Program, ...]]:
        named: dict[str, tuple[Program, ...]] = {}
        for program in self.programs:
            names = {program.id, program.family or program.id, program.name, *program.aliases}
            for name in {_folded(each) for each in names}:
                named[name] = (*named.get(name, ()), program)
        return named


@lru_cache
def load_catalogue(folder: Path = PROGRAMS, ward: str = Areas.ward) -> Catalogue:
    """The catalogue of a folder for a ward.

    Raises `InvalidCatalogue` with every fault when there is one, `UnknownPlace` when the ward is no municipality.
    """
    programs, areas = load_programs(folder, ward), load_areas(ward=ward)
    return Catalogue(Index(programs), version_of(folder), load_questions(), areas, folder)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().replace(" ", "")
