"""Names a model after everything it is trained on, so that a model is never stale and never trained twice; so of its parts."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from bot.entities.seeds import read_programs

ROOT = Path(__file__).resolve().parent.parent
LENGTH = 16
# What a model depends on. Files of bot/ that only serve (gateway, boot, logs …) are left out on purpose.
SOURCES = (
    "config.yml",
    "domain.yml",
    "data/*/*.yml",
    "bot/uv.lock",
    "bot/importer.py",
    "bot/languages.py",
    "bot/registry.py",
    "bot/components/*.py",
    "bot/answers/*.py",
    "bot/lexicon/*.yml",
    "bot/examples/*.yml",
    "bot/entities/*.py",
    "bot/learning/*.py",
    "bot/text/*.py",
    "seeds/areas*",
)
# What the understanding is made of besides the examples of wishes, under bot/.
LEARNT_FROM = (
    "uv.lock", "answers/*.py", "lexicon/*.yml", "examples/*.yml", "components/*.py", "entities/*.py", "learning/*.py",
    "text/*.py",
)  # fmt: skip


def training_files(root: Path = ROOT) -> list[Path]:
    """Every file that counts with all it holds, in a fixed order."""
    return sorted({path for pattern in SOURCES for path in root.glob(pattern) if path.is_file()})


def fingerprint(root: Path = ROOT) -> str:
    """Sixteen hexadecimal digits over the training files, and over how programs are called: no more is learnt of them."""
    digest = hashlib.sha256()
    for path in training_files(root):
        name, content = str(path.relative_to(root)).encode(), path.read_bytes()
        digest.update(b"%d:%s%d:" % (len(name), name, len(content)) + content)
    digest.update(json.dumps(read_programs(root / "seeds")).encode())
    return digest.hexdigest()[:LENGTH]


def model_path(root: Path = ROOT) -> Path:
    """Where the model of the present sources lies, or would lie."""
    return root / "models" / f"desk-{fingerprint(root)}.tar.gz"


def sources_digest() -> str:
    """One hash over the sources of understanding."""
    digest = hashlib.sha256()
    for pattern in LEARNT_FROM:
        for path in sorted((ROOT / "bot").glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def facts_digest(seeds: Path) -> str:
    """One hash over all that the rules for facts are made of, the names in the seeds included."""
    digest = hashlib.sha256(sources_digest().encode())
    digest.update((seeds / "areas.csv").read_bytes())
    digest.update(json.dumps(read_programs(seeds)).encode())
    return digest.hexdigest()
