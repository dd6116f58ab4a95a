"""Rules that grants share although few of them say so on their first page."""

from desk.catalogue.schema import ProgramRecord
from desk.domain.criteria import AnyOf, Compare, Op, Person, leaves
from desk.domain.programs import Condition, Role

#: grants towards a cost; fee reductions, loans and taxes have rules of their own
GRANTS = frozenset({"subsidy"})

#: Most grants refuse what was ordered, contracted or begun before the decision (交付決定): the guidelines of Japanese
#: grants say so nearly without exception, and breaking it is a standard reason for losing the money.
NOT_BEGUN = Condition(
    text="交付の決定より前に、発注・契約・着手をしていないこと（補助金に共通の決まり）",
    clauses=(),
    role=Role.CODED,
    hard=True,
    criterion=AnyOf(
        (
            Compare("started", Op.IS, False),
            Person("すでに発注・契約・着手した分が対象になるかを、申請の前に窓口で確認すること"),
        )
    ),
)


def implied_conditions(record: ProgramRecord) -> tuple[Condition, ...]:
    """What holds for a program without being written in its record: nothing where the record itself speaks of it."""
    if record.kind not in GRANTS or record.accepts_begun_work or _speaks_of_begun_work(record):
        return ()
    return (NOT_BEGUN,)


def _speaks_of_begun_work(record: ProgramRecord) -> bool:
    criteria = (condition.criterion for condition in record.conditions if condition.criterion is not None)
    return any(isinstance(leaf, Compare) and leaf.fact == "started" for each in criteria for leaf in leaves(each))
