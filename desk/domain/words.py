"""What the desk words beside its replies, in the language of the person: titles, facts, moments."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from desk.domain.calendar import WEEKDAYS, in_words
from desk.domain.facts import FactSpec
from desk.domain.languages import Language
from desk.domain.situation import Value
from desk.domain.wording import day, value_of

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_UNITS = {"円": " yen", "人": " people", "年": " years"}
_WEEKDAYS = re.compile(f"(?<![一-龠])[{''.join(WEEKDAYS)}](?:・[{''.join(WEEKDAYS)}])*(?=[ 　\\d]|$)")


@dataclass(frozen=True)
class Words:
    """The words of one language. `table` maps the Japanese text that stands in code or data to its translation.

    What the table does not hold, such as the name of a program, stays as it is.
    """

    language: Language = Language.JA
    table: Mapping[str, str] = field(default_factory=dict)
    #: names of places that are read in this language, too: Japanese → as it is written here
    places: Mapping[str, str] = field(default_factory=dict)

    def of(self, text: str) -> str:
        """A text of the desk in this language; of one with a label before a colon, such as 詳しく：, the label."""
        label, colon, rest = text.partition("：")
        if text in self.table or not colon or label not in self.table:
            return self.table.get(text, text)
        return self.labelled(label, rest)

    def filled(self, text: str, **values: object) -> str:
        """A text of the desk with its values in place."""
        return self.of(text).format(**values)

    def say(self, value: str | datetime) -> str:
        """A value of a reply, as it is read."""
        return self.moment(value) if isinstance(value, datetime) else self.of(value)

    def moment(self, at: datetime) -> str:
        """A time to meet or to answer by: 11月24日（火）9時30分, Tue 24 November, 9:30."""
        if self.language is not Language.EN:
            return in_words(at)
        return f"{at:%a %-d %B, %-H:%M}"

    def day(self, value: date) -> str:
        """A date: 2026年4月1日, 1 April 2026."""
        return f"{value:%-d %B %Y}" if self.language is Language.EN else day(value)

    def hours(self, text: str) -> str:
        """Opening hours, whose weekdays are written in Japanese: 月・火 9:00〜17:00."""
        return _WEEKDAYS.sub(_days, text).replace("〜", "–") if self.language is Language.EN else text

    def labelled(self, label: str, text: str) -> str:
        """A line with a label: 場所：区役所, Place: ward office."""
        return f"{self.table.get(label, label)}{': ' if self.language is Language.EN else '：'}{text}"

    def fact(self, spec: FactSpec, value: Value) -> str:
        """A fact read back: 従業員数は12人, Employees: 12 people."""
        if self.language is Language.JA:
            return f"{spec.label}は{self._value(spec, value)}"
        return self.labelled(spec.label, self._value(spec, value))

    def joined(self, facts: Iterable[str]) -> str:
        """Several facts in a row."""
        return ("; " if self.language is Language.EN else "、").join(facts)

    def _value(self, spec: FactSpec, value: Value) -> str:
        if self.language is Language.JA:
            return value_of(spec, value)
        if isinstance(value, bool):
            return self.of(value_of(spec, value))
        if isinstance(value, frozenset):
            titles = (self.of(spec.values.get(each, each)) for each in sorted(value))
            return ("・" if self.language is Language.EASY else ", ").join(titles) or self.of("なし")
        if isinstance(value, date):
            return self.day(value)
        if self.language is Language.EN and isinstance(value, int | float):
            return str(value) if spec.name == "founded_year" else _counted(value) + _UNITS[spec.unit]
        return self.of(value_of(spec, value))


#: ordinary Japanese needs no table
JAPANESE = Words()


def examples_sentence(examples: Sequence[str], language: Language = Language.JA) -> str:
    """Examples of an answer as a sentence; empty when there are none."""
    if not examples:
        return ""
    if language is Language.EN:
        return f"For example: {', '.join(f'“{each}”' for each in examples)}."
    answer = "のように 答えてください" if language is Language.EASY else "のようにお答えください"
    return f"たとえば「{'」「'.join(examples)}」{answer}。"


def _counted(value: float) -> str:
    return f"{value:,g}" if isinstance(value, float) else f"{value:,}"


def _days(found: re.Match[str]) -> str:
    named = [_DAYS[WEEKDAYS.index(each)] for each in found.group().split("・")]
    in_a_row = len(named) > 2 and "".join(named) in "".join(_DAYS)
    return f"{named[0]}–{named[-1]}" if in_a_row else ", ".join(named)
