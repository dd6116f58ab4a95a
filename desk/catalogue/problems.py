"""What is wrong with a data file, where, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: file, line (from 1), the place inside the record, what is wrong, and a sentence on mending it."""

    file: str
    line: int
    field: str
    message: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.field}: {self.message} {self.mend}"


class InvalidCatalogue(ValueError):
    """The data files hold faults; `problems` lists every one."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Fault(ValueError):
    """A fault inside a value, before its file and line are known; `path` leads to it from the value."""

    def __init__(self, path: tuple[str | int, ...], message: str, mend: str) -> None:
        super().__init__(message)
        self.path = path
        self.message = message
        self.mend = mend

    def under(self, *steps: str | int) -> "Fault":
        """The same fault seen from further out."""
        return Fault((*steps, *self.path), self.message, self.mend)
