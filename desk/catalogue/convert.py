"""Turns a checked record into the program of the domain."""

from desk.catalogue.common_rules import implied_conditions
from desk.catalogue.schema import AmountRecord, CombinationRecord, ConditionRecord, ProgramRecord
from desk.domain.programs import (
    Amount,
    Audience,
    Call,
    Combination,
    Condition,
    Program,
    Role,
    Source,
    Status,
    Step,
    Track,
)


def program_of(record: ProgramRecord) -> Program:
    """The program of a record, lists as tuples and words as enums."""
    plain = {name: getattr(record, name) for name in _SAME}
    return Program(
        **plain,
        aliases=tuple(record.aliases),
        audience=Audience(record.audience),
        status=Status(record.status),
        purposes=frozenset(record.purposes),
        fields=tuple(record.fields),
        amount=_amount(record.amount),
        calls=tuple(Call(each.name, each.opens_on, each.closes_on, each.rolling) for each in record.calls),
        prior_steps=tuple(Step(each.kind, each.text, each.mandatory) for each in record.prior_steps),
        documents=tuple(record.documents),
        conditions=(*(_condition(each) for each in record.conditions), *implied_conditions(record)),
        combinations=tuple(_combination(each) for each in record.combinations),
        sources=tuple(Source(each.title, each.url, each.checked_on) for each in record.sources),
        cautions=tuple(record.cautions),
    )


_SAME = (
    "id", "name", "family", "operator", "level", "area", "kind", "status_reason", "successor", "summary", "recurs",
    "url", "contact", "as_of", "confidence", "facts_conditions",
)  # fmt: skip


def _amount(record: AmountRecord) -> Amount:
    tracks = tuple(Track(each.name, each.max_yen, each.rate, each.criterion) for each in record.tracks)
    return Amount(record.max_yen, record.min_yen, record.rate, record.base_yen, tracks, record.text)


def _condition(record: ConditionRecord) -> Condition:
    role, note = _role(record)
    return Condition(record.text, record.clauses, role, record.hardness == "hard", record.criterion, note)


def _role(record: ConditionRecord) -> tuple[Role, str]:
    if record.person is not None:
        return Role.PERSON, record.person
    if record.step is not None:
        return Role.STEP, record.step
    return (Role.DETAIL, record.detail) if record.detail is not None else (Role.CODED, "")


def _combination(record: CombinationRecord) -> Combination:
    return Combination(record.kind, tuple(record.others or ()), record.text)
