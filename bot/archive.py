"""Makes a trained model's archive fit for serving."""

from __future__ import annotations

import json
import tarfile
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

METADATA = "metadata.json"
LIGHTLY = 1  # level of compression: the highest takes ten seconds longer and saves a tenth of the size


def pack_lightly() -> None:
    """Let Rasa, which packs at the highest level, pack as `drop_training_graph` does."""
    from tarsafe import TarSafe

    opened = tarfile.TarFile.gzopen.__func__
    TarSafe.gzopen = classmethod(partial(opened, compresslevel=LIGHTLY))


def drop_training_graph(archive: Path) -> None:
    """Empty the training graph in the archive's metadata.

    Rasa imports every class of that graph when it loads a model, TensorFlow's among them, and uses none to serve.
    """
    with TemporaryDirectory() as folder:
        with tarfile.open(archive) as packed:
            packed.extractall(folder)
        metadata = Path(folder) / METADATA
        content = json.loads(metadata.read_text(encoding="utf-8"))
        content["train_schema"] = {"nodes": {}}
        metadata.write_text(json.dumps(content), encoding="utf-8")
        with tarfile.open(archive, "w:gz", compresslevel=LIGHTLY) as packed:
            for part in sorted(Path(folder).iterdir()):
                packed.add(part, arcname=part.name)
