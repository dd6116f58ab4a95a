"""An @ calls a colleague by login or name; who cannot be told apart is not called."""

import pytest

from desk.domain.mentions import mentioned

NAMES = {"sato": "佐藤 花子", "suzuki": "鈴木 一郎", "tanaka.k": "田中 恵", "tanaka.m": "田中 誠"}


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("@sato 確認をお願いします", ["sato"]),
        ("@佐藤さん、契約書の件です。", ["sato"]),
        ("＠佐藤花子 お願いします", ["sato"]),
        ("@佐藤 花子さん お願いします", ["sato"]),
        ("@鈴木 と @佐藤 で分けます。", ["suzuki", "sato"]),
        ("@SATO @sato", ["sato"]),
        ("@tanaka.k お願いします", ["tanaka.k"]),
        ("@田中 恵 お願いします", ["tanaka.k"]),
    ],
)
def test_a_colleague_is_called(text: str, called: list[str]) -> None:
    assert mentioned(text, NAMES) == called


@pytest.mark.parametrize("text", ["@田中さん", "@高橋", "佐藤さんに聞く", "tanaka@example.jp へ送付", "@ 佐藤", ""])
def test_nobody_is_called_by_what_fits_nobody_or_two(text: str) -> None:
    assert mentioned(text, NAMES) == []
