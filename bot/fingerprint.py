"""Names a model after everything it is trained on, so that a model is never stale and never trained twice; so of its parts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from bot.entities.seeds import read_programs

ROOT = Path(__file__).resolve().parent.parent
LENGTH = 16
# What the understanding is made of besides the examples of wishes.
LEARNT_FROM = (
    "bot/uv.lock",
    "bot/components/*.py",
    "bot/answers/*.py",
    "bot/lexicon/*.yml",
    "bot/examples/*.yml",
    "bot/entities/*.py",
    "bot/learning/*.py",
    "bot/text/*.py",
)
# What a model depends on. Files of bot/ that only serve (gateway, boot, logs …) are left out on purpose.
SOURCES = (
    "config.yml",
    "domain.yml",
    "data/*/*.yml",
    "bot/importer.py",
    "bot/languages.py",
    "bot/registry.py",
    *LEARNT_FROM,
    "seeds/areas*",
)


def training_files(root: Path = ROOT) -> list[Path]:
    """Every file that counts with all it holds, in a fixed order."""
    return _files(SOURCES, root)


def fingerprint(root: Path = ROOT) -> str:
    """Sixteen hexadecimal digits over the training files, and over how programs are called: no more is learnt of them."""
    digest = _digest(training_files(root), root)
    digest.update(json.dumps(read_programs(root / "seeds")).encode())
    return digest.hexdigest()[:LENGTH]


def model_path(root: Path = ROOT) -> Path:
    """Where the model of the present sources lies, or would lie."""
    return root / "models" / f"desk-{fingerprint(root)}.tar.gz"


def sources_digest() -> str:
    """One hash over the sources of understanding."""
    return _digest(_files(LEARNT_FROM, ROOT), ROOT).hexdigest()


def facts_digest(seeds: Path) -> str:
    """One hash over all that the rules for facts are made of, the names in the seeds included."""
    digest = hashlib.sha256(sources_digest().encode())
    digest.update((seeds / "areas.csv").read_bytes())
    digest.update(json.dumps(read_programs(seeds)).encode())
    return digest.hexdigest()


def _files(patterns: Iterable[str], root: Path) -> list[Path]:
    return sorted({path for pattern in patterns for path in root.glob(pattern) if path.is_file()})


def _digest(files: Iterable[Path], root: Path) -> hashlib._Hash:
    digest = hashlib.sha256()
    for path in files:
        name, content = str(path.relative_to(root)).encode(), path.read_bytes()
        digest.update(b"%d:%s%d:" % (len(name), name, len(content)) + content)
    return digest
