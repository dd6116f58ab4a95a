"""The kernels of OpenBLAS are chosen by what the processor can do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot import processor

AVX512 = {"avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl"}


@pytest.mark.parametrize(
    ("known", "expected"),
    [(AVX512 | {"avx2", "fma"}, "SkylakeX"), ({"avx2", "fma", "avx512f"}, "Haswell"), ({"avx"}, None), (set(), None)],
)
def test_the_fastest_kernel_is_chosen_that_runs(known: set[str], expected: str | None) -> None:
    assert processor.fastest(known) == expected


def test_the_flags_are_read(tmp_path: Path) -> None:
    info = tmp_path / "cpuinfo"
    info.write_text("processor\t: 0\nflags\t\t: fpu avx2 fma\n\nprocessor\t: 1\nflags\t\t: fpu\n")
    assert processor.flags(info) == {"fpu", "avx2", "fma"}
    assert processor.flags(tmp_path / "missing") == frozenset()


def test_what_an_operator_has_chosen_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processor, "flags", lambda info: frozenset(AVX512))
    monkeypatch.setenv(processor.VARIABLE, "Haswell")
    processor.choose_kernels()
    assert os.environ[processor.VARIABLE] == "Haswell"
    monkeypatch.delenv(processor.VARIABLE)
    processor.choose_kernels()
    assert os.environ[processor.VARIABLE] == "SkylakeX"
