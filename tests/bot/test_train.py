"""`python -m bot.train` prints the model's path and nothing else; how it goes is for people, on stderr."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot import train
from tests.bot.smallbot import environment

STOPS = """
import threading, time
from functools import partial
from bot.learning.together import together
from bot.train import stop_learning
works = [partial(time.sleep, 600), partial(time.sleep, 600)]
threading.Thread(target=together, args=works, daemon=True).start()
time.sleep(3)
stop_learning()
"""


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the model of an invented project belongs."""
    path = tmp_path / "models" / "desk-0123abcd.tar.gz"
    path.parent.mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(train, "ROOT", tmp_path)
    monkeypatch.setattr(train, "model_path", lambda: path)
    return path


def rasa_that(finds_data: bool):
    """Training that talks about itself, as libraries do."""

    def train_into(target: Path) -> bool:
        print("Epoch 1 of 1")
        train.say_aside("Training the model (one to two minutes).")
        return finds_data

    return train_into


def test_a_model_that_is_there_is_named_at_once(target: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target.touch()

    assert train.main() == 0
    assert capsys.readouterr() == ("models/desk-0123abcd.tar.gz\n", "The model is up to date.\n")


def test_whatever_is_said_while_training_stays_off_stdout(
    target: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(train, "train", rasa_that(finds_data=True))

    assert train.main() == 0
    assert capsys.readouterr() == (
        "models/desk-0123abcd.tar.gz\n",
        "Epoch 1 of 1\nTraining the model (one to two minutes).\n",
    )


def test_without_usable_data_no_path_is_told(
    target: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(train, "train", rasa_that(finds_data=False))

    assert train.main() == 1
    assert capsys.readouterr().out == ""


def test_make_run_asks_for_the_model_once() -> None:
    script = (Path(__file__).parents[2] / "scripts" / "run").read_text(encoding="utf-8")

    assert script.count("bot.train") == 1


def test_who_is_told_an_error_does_not_wait_for_what_is_learned_meanwhile() -> None:
    subprocess.run([sys.executable, "-c", STOPS], env=environment(), check=True, timeout=120)
