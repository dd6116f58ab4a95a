"""Trains the model unless it is there: `python -m bot.train` prints the model's path, and on stderr how it goes."""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

from bot import deferred
from bot.archive import drop_training_graph, pack_lightly
from bot.fingerprint import ROOT, model_path

Say = Callable[[str], None]

#: no telemetry, no words of the libraries' own; Rasa draws its progress bars unless LOG_LEVEL says otherwise
QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "LOG_LEVEL": "WARNING",
    "TQDM_DISABLE": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}


def main() -> int:
    """Exit code 1 when Rasa refuses the data; the reason is printed."""
    os.chdir(ROOT)
    target = model_path()
    if target.is_file():
        say_aside("The model is up to date.")
    elif not _train_aside(target):
        return 1
    print(target.relative_to(ROOT))
    return 0


def say_aside(text: str) -> None:
    """A line for people: what this program is asked for is on stdout, and nothing else."""
    print(text, file=sys.stderr, flush=True)


def _train_aside(target: Path) -> bool:
    """Whatever the libraries print does not belong on stdout, either."""
    with redirect_stdout(sys.stderr):
        return train(target)


def train(target: Path, say: Say = say_aside) -> bool:
    """Train into `target`, then remove the models before it. False when Rasa found no usable data."""
    started = time.monotonic()
    target.parent.mkdir(exist_ok=True)
    say("Training the model (one to two minutes).")
    quiet_rasa(say)
    pack_lightly()
    deferred.defer_tensorflow()
    deferred.leave_out_neural()
    gc.disable()  # examples are read to stay; looking through millions of objects for garbage takes 14 s
    from bot.learning.known import begin

    begin(Path("seeds"))
    from rasa.model_training import train as rasa_train

    result = rasa_train(
        domain="domain.yml",
        config="config.yml",
        training_files=["data"],
        output=str(target.parent),
        fixed_model_name=target.name,
    )
    if result.code != 0 or not target.is_file():
        return False
    drop_training_graph(target)
    remove_older(target)
    say(f"Trained in {time.monotonic() - started:.0f} s.")
    return True


def remove_older(target: Path) -> list[Path]:
    """Delete the models of earlier sources; returns them."""
    older = [path for path in target.parent.glob("desk-*.tar.gz") if path != target]
    for path in older:
        path.unlink()
    return older


class Progress(logging.Handler):
    """Turns Rasa's "Starting to train component" lines into short progress lines."""

    def __init__(self, say: Say) -> None:
        super().__init__(logging.INFO)
        self.say = say
        self.started = time.monotonic()

    def emit(self, record: logging.LogRecord) -> None:
        """Say which step has begun or ended."""
        text = record.getMessage()
        if "train component" in text or "training component" in text:
            self.say(f"  {time.monotonic() - self.started:5.1f} s  {text}")


def quiet_rasa(say: Say) -> None:
    """Nothing of Rasa's but its training steps, as progress lines."""
    from bot import logs

    os.environ.update(QUIET)
    logs.configure("WARNING")
    steps = logging.getLogger("rasa.engine.training.hooks")
    steps.setLevel(logging.INFO)
    steps.propagate = False
    steps.addHandler(Progress(say))


def stop_learning() -> None:
    """End what is learned in the background: who is told an error does not wait for it."""
    from joblib.externals.loky import get_reusable_executor

    threading.excepthook = lambda _: None  # the thread that waits for it
    get_reusable_executor(kill_workers=True).shutdown(wait=False, kill_workers=True)


if __name__ == "__main__":
    code = 1  # Rasa may leave by itself
    try:
        code = main()
    finally:
        if code:
            stop_learning()
    sys.exit(code)
