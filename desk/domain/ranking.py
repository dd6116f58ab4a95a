"""The order of recommendations, as a written rule.

1. Verdict: 対象 before 要確認.
2. Reach: what the applicant can use themselves before what others apply for (universities, banks) or one just reads.
3. Purpose: more of the purposes sought first; at the same number, programs made for few purposes first.
4. Field: programs bound to a field that the technical theme names, then unbound ones, then those bound to another.
5. Kind: money, advice and facilities before databases and templates.
6. Call: closing within a month, open, rolling, upcoming, unknown, closed; what was last checked more than two years
   ago counts as unknown.
7. Place: the applicant's municipality, its region, its prefecture, the whole country, elsewhere.
8. Amount: what the budget would bring, or the highest amount while no budget is known.
9. Age: what was checked lately before what was not; then by id, so that the order never wavers.

Half of a limited list is kept for money and half for the rest, as long as both have candidates: free advice fits almost
anyone and would otherwise push every grant off the list.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from desk.domain.amount import estimate
from desk.domain.areas import Areas
from desk.domain.bits import bits_of, by_count, positions_of
from desk.domain.calls import State
from desk.domain.index import MONEY_KINDS, READING_KINDS
from desk.domain.programs import Audience
from desk.domain.standing import Standing, purposes_of

Parts = Sequence[int]
MOST_PURPOSES = 4


def ranked(standing: Standing, areas: Areas, pool: int, limit: int, home: str) -> list[int]:
    """Positions of the best `limit` programs of the pool, best first; `home` is the place when none is known."""
    splits, last = _splits(standing, areas, home), _last_key(standing)
    money = standing.index.of_kinds(MONEY_KINDS)
    grants = list(islice(_ordered(pool & money, splits, last), limit))
    others = list(islice(_ordered(pool & ~money, splits, last), limit))
    share = min(len(grants), max(limit - limit // 2, limit - len(others)))
    chosen = bits_of([*grants[:share], *others[: limit - share]])
    return list(_ordered(chosen, splits, last))


def _ordered(pool: int, splits: Sequence[Parts], last: Callable[[int], object]) -> Iterator[int]:
    """Members of the pool in order, lazily: each split divides what the splits before it left together."""
    if not pool & (pool - 1) or not splits:
        yield from sorted(positions_of(pool), key=last)  # type: ignore[arg-type]
        return
    rest = pool
    for part in (*splits[0], pool):
        chosen, rest = rest & part, rest & ~part
        if chosen:
            yield from _ordered(chosen, splits[1:], last)


def _splits(standing: Standing, areas: Areas, home: str) -> tuple[Parts, ...]:
    index = standing.index
    return (
        (standing.eligible,),
        (standing.reachable, index.by_audience[Audience.UNIVERSITY], index.by_audience[Audience.INTERMEDIARY]),
        _by_purpose(standing),
        (index.every & ~index.wide,) if purposes_of(standing.facts) else (),
        _by_field(standing),
        (index.every & ~index.of_kinds(READING_KINDS),),
        _by_call(standing),
        _by_place(standing, areas, standing.facts.text("area") or home),
    )


def _by_purpose(standing: Standing) -> Parts:
    masks = [standing.index.by_purpose.get(purpose, 0) for purpose in purposes_of(standing.facts)]
    return by_count(masks, MOST_PURPOSES)[::-1]


def _by_field(standing: Standing) -> Parts:
    theme = _folded(standing.facts.text("tech_theme") or "")
    bound = matching = 0
    for field, programs in standing.index.by_field.items():
        bound |= programs
        if theme and (_folded(field) in theme or theme in _folded(field)):
            matching |= programs
    return (matching, standing.index.every & ~bound)


def _by_call(standing: Standing) -> Parts:
    day = standing.day
    sure = (day.urgent, *(day.by_state[state] for state in (State.OPEN, State.ROLLING, State.UPCOMING)))
    return (*(part & ~day.doubtful for part in sure), standing.index.every & ~day.by_state[State.CLOSED])


def _by_place(standing: Standing, areas: Areas, place: str) -> Parts:
    by_area = standing.index.by_area
    return [by_area.get(area, 0) for area in (*areas.around(place), None)]


def _last_key(standing: Standing) -> Callable[[int], object]:
    programs, facts, stale = standing.index.programs, standing.facts, standing.day.stale

    def key(position: int) -> tuple[int, int, str]:
        program = programs[position]
        pays = estimate(program, facts).pays
        money = pays if pays is not None else program.amount.max_yen or 0
        return (-money, stale >> position & 1, program.id)

    return key


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
