"""Tells numpy's OpenBLAS which kernels the processor can run.

Rasa pins a numpy of 2022. Its OpenBLAS takes every processor that is younger for one of 2004 and multiplies matrices at a
fifth of the speed; the flags of the processor say better what it can do.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

VARIABLE = "OPENBLAS_CORETYPE"
CPU_INFO = Path("/proc/cpuinfo")
#: what a kernel needs, the fastest first
KERNELS = (("SkylakeX", {"avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl"}), ("Haswell", {"avx2", "fma"}))


def choose_kernels() -> None:
    """Set the variable where nobody has; to be called before numpy is imported."""
    kernel = fastest(flags(CPU_INFO))
    if kernel:
        os.environ.setdefault(VARIABLE, kernel)


def fastest(known: Collection[str]) -> str | None:
    """The kernel for a processor with these flags, None where OpenBLAS shall decide: an older one, or none of Intel's kind."""
    return next((name for name, needed in KERNELS if needed.issubset(known)), None)


def flags(info: Path) -> frozenset[str]:
    """The flags of the first processor, none where the system does not tell them."""
    try:
        with info.open(encoding="utf-8") as lines:
            told = (line.partition(":")[2] for line in lines if line.startswith("flags"))
            return frozenset(next(told, "").split())
    except OSError:
        return frozenset()
