"""Attachments are gone before anything holds them."""

import json
import tracemalloc
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from desk.jgrants.attachments import without_attachments

TEXTS = st.text(max_size=8) | st.sampled_from(["data", '"', "\\", '\\"data":', "データ"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


def emptied(value: object) -> object:
    """The value with every text under `data` empty."""
    if isinstance(value, dict):
        return {key: "" if key == "data" and isinstance(each, str) else emptied(each) for key, each in value.items()}
    return [emptied(each) for each in value] if isinstance(value, list) else value


@settings(max_examples=200)
@given(value=JSON, size=st.integers(1, 7), ascii_only=st.booleans(), indent=st.sampled_from([None, 2]))
def test_only_texts_under_data_are_emptied_wherever_the_chunks_end(
    value: object, size: int, ascii_only: bool, indent: int | None
) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent).encode()
    chunks = [text[start : start + size] for start in range(0, len(text), size)]

    assert json.loads(b"".join(without_attachments(chunks))) == emptied(value)


def test_slashes_that_are_escaped_inside_an_attachment_do_not_end_it() -> None:
    chunks = [b'{"name":"a.pdf","data" : "JVB\\', b'/ERi0\\"xLjQ', b'K","last":1}']

    assert b"".join(without_attachments(chunks)) == b'{"name":"a.pdf","data" : "","last":1}'


def test_twenty_megabytes_of_attachment_take_no_memory() -> None:
    def answer() -> Iterator[bytes]:
        yield b'{"result":[{"application_form":[{"name":"a.docx","data":"'
        for _ in range(320):
            yield b"QUJD" * 16384
        yield b'"}]}]}'

    tracemalloc.start()
    body = b"".join(without_attachments(answer()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert json.loads(body) == {"result": [{"application_form": [{"name": "a.docx", "data": ""}]}]}
    assert peak < 1_000_000
