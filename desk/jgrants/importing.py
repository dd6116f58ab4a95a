"""One import from beginning to end: gather, draft, compare, write; nothing outside the folder of drafts changes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from desk.catalogue.areas import load_areas
from desk.catalogue.loader import read_programs
from desk.clock import Clock
from desk.domain.programs import Program
from desk.jgrants.cache import Cache
from desk.jgrants.client import Client
from desk.jgrants.diff import Comparison, compare
from desk.jgrants.drafts import Draft, draft_of
from desk.jgrants.gathering import Gathered, Gatherer
from desk.jgrants.matching import grant_ids
from desk.jgrants.report import report
from desk.jgrants.writing import write_drafts
from desk.settings import ROOT

REPORT = "report.md"
#: where drafts wait for an editor
DRAFTS = ROOT / "var" / "drafts" / "jgrants"


@dataclass(frozen=True)
class Order:
    """What to import: keywords, from everywhere or for the desk's prefecture, against which catalogue, and where to."""

    keywords: Sequence[str]
    everywhere: bool
    catalogue: Path
    out: Path


@dataclass(frozen=True)
class Outcome:
    """What an import found, and whether it had all it asked for."""

    comparisons: Sequence[Comparison]
    gathered: Gathered


def import_drafts(order: Order, client: Client, cache: Cache, clock: Clock, progress: Callable[[str], None]) -> Outcome:
    """Write drafts and the report. Raises `JGrantsError` when Jグランツ could not be asked at all."""
    areas = load_areas()
    programs = read_programs(order.catalogue, areas).programs
    earlier = _unknown_to(programs, read_programs(order.out, areas).programs)
    also = [each for program in (*programs, *_still_open(earlier, clock().date())) for each in grant_ids(program)]
    prefecture = None if order.everywhere else areas.home
    gathered = Gatherer(client, cache, clock, progress).gather(order.keywords, also, prefecture)
    drafts = list(_drafts(gathered, clock().date()))
    vanished = [program for program in (*programs, *earlier) if grant_ids(program) & gathered.gone]
    comparisons = compare(drafts, vanished, programs)
    write_drafts(drafts, order.out)
    (order.out / REPORT).write_text(report(comparisons, gathered, clock()), encoding="utf-8")
    return Outcome(comparisons, gathered)


def _drafts(gathered: Gathered, today: date) -> Iterator[Draft]:
    """The drafts; a grant that no record can hold becomes a trouble."""
    for grant in gathered.grants:
        try:
            yield draft_of(grant, load_areas(), today)
        except ValidationError as error:
            fields = "、".join(".".join(map(str, each["loc"])) for each in error.errors())
            gathered.complete = False
            gathered.troubles.append(f"補助金 {grant.id}: 記録の形に合わず、下書きにできませんでした（{fields}）。")


def _unknown_to(programs: Iterable[Program], earlier: Iterable[Program]) -> list[Program]:
    """Earlier drafts whose grant no program of the catalogue names."""
    known = frozenset[str]().union(*(grant_ids(program) for program in programs))
    return [draft for draft in earlier if not grant_ids(draft) & known]


def _still_open(drafts: Iterable[Program], today: date) -> list[Program]:
    """Drafts whose grant may still be in the list; one whose calls are all over is expected to be missing."""
    return [
        draft
        for draft in drafts
        if not draft.calls or any(call.closes_on is None or call.closes_on >= today for call in draft.calls)
    ]
