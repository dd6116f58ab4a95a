"""Tables for spreadsheets: CSV in UTF-8 that Excel opens as such, in which nothing runs."""

import csv
import io
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from starlette.responses import Response

#: by this mark Excel knows UTF-8
MARK = "\ufeff"
#: what a spreadsheet would take for a formula when a cell begins with it
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
Value = str | int | float | None


def sheet(name: str, head: Sequence[str], rows: Iterable[Sequence[Value]]) -> Response:
    """A CSV to be stored under a Japanese name; no cache keeps it."""
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}.csv",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(written(head, rows), media_type="text/csv; charset=utf-8", headers=headers)


def written(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """The text of the CSV."""
    text = io.StringIO()
    text.write(MARK)
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([harmless(value) for value in row] for row in rows)
    return text.getvalue()


def harmless(value: Value) -> Value:
    """Words that look like a formula get an apostrophe before them; numbers stay numbers, nothing is an empty cell."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
