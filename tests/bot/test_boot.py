"""Starting up: the command line, the environment, the archive, and refusals."""

from __future__ import annotations

import json
import os
import tarfile
from pathlib import Path

import pytest
from rasa.shared.exceptions import RasaException

from bot import boot
from bot.archive import METADATA, drop_training_graph
from bot.gateway import SECRET_VARIABLE, GatewayInput, fingerprint


def test_a_missing_model_is_told_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert boot.main(["run", "--model", "models/none.tar.gz"]) == 2
    assert "make train" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["run"], ["train"]])
def test_the_command_line_is_strict(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        boot.arguments(arguments)
    assert "usage" in capsys.readouterr().err


def test_telemetry_is_off_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASA_TELEMETRY_ENABLED", "true")
    monkeypatch.setenv("RASA_PORT", "5999")
    boot.prepare_environment()
    assert os.environ["RASA_TELEMETRY_ENABLED"] == "false"
    assert os.environ["RASA_PORT"] == "5999"


@pytest.mark.parametrize("secret", [None, ""])
def test_there_is_no_gateway_without_a_secret(monkeypatch: pytest.MonkeyPatch, secret: str | None) -> None:
    monkeypatch.delenv(SECRET_VARIABLE, raising=False)
    if secret is not None:
        monkeypatch.setenv(SECRET_VARIABLE, secret)
    with pytest.raises(RasaException, match=SECRET_VARIABLE):
        GatewayInput.from_credentials(None)


def test_the_fingerprint_is_read_from_the_models_name() -> None:
    assert fingerprint("desk-0123abcd.tar.gz") == "0123abcd"


def test_the_served_archive_has_no_training_graph(tmp_path: Path) -> None:
    (tmp_path / METADATA).write_text(json.dumps({"train_schema": {"nodes": {"a": {}}}, "model_id": "x"}))
    (tmp_path / "components").mkdir()
    (tmp_path / "components" / "weights").write_bytes(b"1")
    archive = tmp_path / "model.tar.gz"
    with tarfile.open(archive, "w:gz") as packed:
        packed.add(tmp_path / METADATA, METADATA)
        packed.add(tmp_path / "components", "components")
    drop_training_graph(archive)
    with tarfile.open(archive) as packed:
        metadata = packed.extractfile(METADATA)
        assert metadata is not None
        assert json.load(metadata) == {"train_schema": {"nodes": {}}, "model_id": "x"}
        assert "components/weights" in packed.getnames()
