"""What is wrong with a field that was sent, as a sentence that names it: pydantic's own messages are English."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

#: kinds of pydantic's errors by how they begin; the first that fits says what would do
SENTENCES: Mapping[str, str] = {
    "missing": "{name}を指定してください。",
    "extra_forbidden": "{name}という項目はありません。",
    "json_invalid": "JSONとして読み取れません。",
    "model_": "{name}はオブジェクト（{{…}}）で指定してください。",
    "dict_": "{name}はオブジェクト（{{…}}）で指定してください。",
    "list_": "{name}は一覧（配列）で指定してください。",
    "int_": "{name}は整数で指定してください。",
    "float_": "{name}は数で指定してください。",
    "finite_number": "{name}は数で指定してください。",
    "bool_": "{name}は true か false で指定してください。",
    "date_": "{name}は2026-12-01のような日付で指定してください。",
    "enum": "{name}は {choices} のどれかで指定してください。",
    "literal_error": "{name}は {choices} のどれかで指定してください。",
    "greater_than_equal": "{name}は{ge}以上で指定してください。",
    "less_than_equal": "{name}は{le}以下で指定してください。",
    "string_too_short": "{name}は{min_length}字以上で指定してください。",
    "string_too_long": "{name}は{max_length}字以内で指定してください。",
    "string_pattern_mismatch": "{name}に使えない文字が入っています。",
    "string_": "{name}は文字で指定してください。",
}
#: for a kind that nobody has thought of
OTHERWISE = "{name}を確かめてください。"
#: errors of our own: the message is a sentence already
OUR_OWN = "value_error"
#: of choices pydantic writes 'new', 'assigned' or 'closed'
QUOTED = re.compile(r"'([^']*)'")


@dataclass(frozen=True)
class Fault:
    """A field by its way from the outside in, and a sentence that says what would do."""

    field: str
    message: str


def fault_of(error: Mapping[str, Any]) -> Fault:
    """The fault that an error of pydantic's tells; nothing of what was sent is in it."""
    # Of a body that is no JSON, pydantic names the place as if it were a field.
    way = error["loc"][:1] if error["type"] == "json_invalid" else error["loc"]
    return Fault(".".join(map(str, way)), _message(error, way))


def _message(error: Mapping[str, Any], way: Sequence[str | int]) -> str:
    context = error.get("ctx", {})
    if error["type"] == OUR_OWN:
        return _sentence(str(context.get("error", error["msg"])))
    fitting = (sentence for kind, sentence in SENTENCES.items() if error["type"].startswith(kind))
    choices = " / ".join(QUOTED.findall(str(context.get("expected", ""))))
    return next(fitting, OTHERWISE).format(**context | {"name": _name(way), "choices": choices})


def _name(way: Sequence[str | int]) -> str:
    """What a client wrote: the field without where it stood; of a member of a list, the list."""
    return next((part for part in reversed(way[1:]) if isinstance(part, str)), "本文")


def _sentence(text: str) -> str:
    return f"{text.removesuffix('。')}。"
