"""A model's archive is packed for serving: quickly, and without what training alone needs."""

from __future__ import annotations

import json
import tarfile
from pathlib import Path

import pytest
from tarsafe import TarSafe

from bot.archive import drop_training_graph, pack_lightly


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """An archive as Rasa writes it."""
    content = tmp_path / "content"
    (content / "components").mkdir(parents=True)
    (content / "components" / "weights").write_text("1 2 3", encoding="utf-8")
    (content / "metadata.json").write_text(json.dumps({"train_schema": {"nodes": {"a": 1}}, "language": "ja"}), "utf-8")
    path = tmp_path / "model.tar.gz"
    with tarfile.open(path, "w:gz") as packed:
        packed.add(content, arcname="")
    return path


def test_the_training_graph_is_dropped_and_all_else_kept(model: Path, tmp_path: Path) -> None:
    drop_training_graph(model)

    with tarfile.open(model) as packed:
        packed.extractall(tmp_path / "again")
    metadata = json.loads((tmp_path / "again" / "metadata.json").read_text("utf-8"))
    assert metadata == {"train_schema": {"nodes": {}}, "language": "ja"}
    assert (tmp_path / "again" / "components" / "weights").read_text("utf-8") == "1 2 3"


def test_what_rasa_packs_lightly_it_can_unpack(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TarSafe, "gzopen", TarSafe.gzopen)
    pack_lightly()
    path = tmp_path / "packed.tar.gz"

    with TarSafe.open(path, "w:gz") as packed:
        packed.add(model, arcname="model")

    assert path.read_bytes()[8] == 4  # the header's mark of the lightest compression
    with TarSafe.open(path, "r:gz") as packed:
        assert isinstance(packed, TarSafe)
        assert packed.getnames() == ["model"]
