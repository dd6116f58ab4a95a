"""One program as a page for readers: every line of its record in words, sorted by what a reader does with it."""

from dataclasses import dataclass
from datetime import date

from desk.catalogue import Catalogue
from desk.domain.calls import CallState, State, call_note, call_state, is_stale, stale_note
from desk.domain.program_words import COMBINATIONS, STATES, TermsInWords, call_words, period, state_of, terms_in_words
from desk.domain.programs import Call, Condition, Program, Role, Status
from desk.domain.similar import difference, similar

#: what is told of a program in another place of the page already
TOLD_ELSEWHERE = frozenset({"amount", "call"})


@dataclass(frozen=True)
class CallLine:
    """One call: its name, its dates and where it stands."""

    name: str
    period: str
    state: str


@dataclass(frozen=True)
class Together:
    """What may or may not be used with it, in words, with the programs meant."""

    kind: str
    text: str
    others: tuple[Program, ...]


@dataclass(frozen=True)
class Sheet:
    """A program on a day, ready to be drawn."""

    program: Program
    call: CallState
    today: date
    successor: Program | None
    together: tuple[Together, ...]
    #: programs like it, each with what differs
    similar: tuple[tuple[Program, str], ...]

    @property
    def planned(self) -> bool:
        """Whether nothing of it is settled yet: then only what it is to become is shown."""
        return self.program.status is Status.PLANNED

    @property
    def ended(self) -> bool:
        """Whether nobody can apply any more."""
        return self.call.state is State.ENDED

    @property
    def badge(self) -> str:
        """Where it stands, in a word or with the date that matters."""
        return "計画中" if self.planned else call_words(self.call)

    @property
    def notes(self) -> list[str]:
        """What the call means for now, and whether the record is too old to lean on."""
        if self.planned or self.ended:
            return []
        old = stale_note(self.program) if is_stale(self.program, self.call, self.today) else None
        return [note for note in (call_note(self.call, self.today), old) if note]

    @property
    def calls(self) -> list[CallLine]:
        """Every call of the record, the newest first."""
        return [self._line(each) for each in self.program.latest_calls]

    @property
    def terms(self) -> list[TermsInWords]:
        """The ways to be paid; empty when one line says it all."""
        return list(terms_in_words(self.program.amount, self.today))

    @property
    def checked_here(self) -> list[Condition]:
        """Requirements that the desk can judge from answers."""
        return list(self.program.hard_criteria)

    @property
    def helpful(self) -> list[Condition]:
        """Preferences that the desk can judge."""
        return [each for each in self.program.conditions if each.role is Role.CODED and not each.hard]

    @property
    def checked_by_people(self) -> list[Condition]:
        """Requirements that only a person can check; a soft one concerns only some applicants."""
        return [each for each in self.program.conditions if each.role is Role.PERSON]

    @property
    def steps(self) -> list[Condition]:
        """Requirements that are met by doing something first, as far as no prior step of that kind says it."""
        told = {step.kind for step in self.program.prior_steps}
        return [each for each in self.program.conditions if each.role is Role.STEP and each.note not in told]

    @property
    def details(self) -> list[Condition]:
        """What else the source says: who is meant, which costs, how it goes."""
        plain = [each for each in self.program.conditions if each.role is Role.DETAIL]
        return [each for each in plain if each.note not in TOLD_ELSEWHERE]

    def _line(self, call: Call) -> CallLine:
        return CallLine(call.name, period(call), STATES[state_of(self.program, call, self.today)])


def sheet_of(program: Program, catalogue: Catalogue, today: date, ward: str) -> Sheet:
    """The page of a program; similar ones are sought where the ward's people can use them."""
    places = (program.area, *catalogue.areas.around(ward), None)
    near = similar(program, catalogue.programs, today, places)
    return Sheet(
        program=program,
        call=call_state(program, today),
        today=today,
        successor=catalogue.program(program.successor) if program.successor else None,
        together=tuple(_together(each.kind, each.text, each.others, catalogue) for each in program.combinations),
        similar=tuple((each, difference(program, each, today)) for each in near),
    )


def shown(program: Program | None) -> bool:
    """Whether the public may see a page of it: what nobody has confirmed has none."""
    return program is not None and program.status is not Status.UNPUBLISHED


def _together(kind: str, text: str, others: tuple[str, ...], catalogue: Catalogue) -> Together:
    found = (catalogue.program(each) for each in others)
    return Together(COMBINATIONS[kind], text, tuple(each for each in found if each is not None and shown(each)))
