"""Our understanding beside an ordinary Rasa pipeline: the same training data, the same sentences.

`bot/.venv/bin/python -m benchmarks.nlu [--examples N] [ours] [vanilla]` trains and measures each in processes of its
own. DIET needs more than an hour of two cores for all examples; `--examples 20` takes as many of each intent, drawn
with a fixed seed, for both. Training may use every core, understanding has one; sentences of 35 to 50 characters are timed.

The later sets are the fairer ones: our rules grew while their figures on the first were known. An ordinary pipeline marks the
words of a fact and gives no value (十二名 is not 12 to it), so the F1 of values says what is left to write, not who learns better.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import yaml

from tests.nlu.results import evaluate
from tests.nlu.scoring import percentile
from tests.nlu.understanding import UNSEEN, Understanding, read_lines, read_unseen

ROOT = Path(__file__).resolve().parents[1]
CONFIGS = {"ours": ROOT / "config.yml", "vanilla": ROOT / "benchmarks" / "vanilla.yml"}
#: entities that decide about money, on which the two are compared
FACTS = (
    "area", "industry", "employees", "capital_yen", "age_years", "founded_year", "budget_yen", "applicant_type",
    "phone", "email",
)  # fmt: skip
SEED = 20261122
SCORES = (("accuracy", "intent accuracy"), ("macro_f1", "macro F1"), ("facts_f1", "F1 of values"))
SETS = ("evaluation", *UNSEEN)
ROWS = (
    *((f"{name}_{key}", f"{name}: {label}") for name in SETS for key, label in SCORES),
    ("timed", "sentences timed"),
    ("p50", "ms of one core, p50"),
    ("p95", "ms of one core, p95"),
    ("examples", "training examples"),
    ("training_s", "training, s"),
    ("load_s", "load, s"),
    ("memory_mb", "memory, MB"),
)
Figures = dict[str, float]


def main(names: list[str], examples: int | None) -> None:
    """Train and measure each pipeline, then print the table."""
    figures: dict[str, Figures] = {}
    with tempfile.TemporaryDirectory() as folder:
        written = write_training_data(Path(folder) / "data", examples)
        for name in names or list(CONFIGS):
            figures[name] = {"examples": written} | run("train", name, folder) | run("measure", name, folder)
    print_table(figures)


def write_training_data(folder: Path, examples: int | None) -> int:
    """The examples of all topics, or so many of each intent; how many they are."""
    folder.mkdir()
    written = 0
    draw = random.Random(SEED)
    for path in sorted((ROOT / "data").glob("*/nlu.yml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for entry in content["nlu"]:
            lines = entry["examples"].splitlines()
            chosen = lines if examples is None else draw.sample(lines, min(examples, len(lines)))
            entry["examples"] = "\n".join(chosen)
            written += len(chosen)
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        (folder / f"{path.parent.name}.yml").write_text(text, encoding="utf-8")
    return written


def run(step: str, name: str, folder: str) -> Figures:
    """A step in a process of its own; its last line is JSON. Training finds nothing in Rasa's cache."""
    print(f"{name}: {step}", file=sys.stderr, flush=True)
    one_thread = {"OMP_NUM_THREADS": "1", "TF_NUM_INTRAOP_THREADS": "1", "TF_NUM_INTEROP_THREADS": "1"}
    quiet = {"PYTHONWARNINGS": "ignore", "TF_CPP_MIN_LOG_LEVEL": "3", "RASA_TELEMETRY_ENABLED": "false"}
    own = {"RASA_CACHE_DIRECTORY": f"{folder}/cache-{name}"}
    environment = os.environ | quiet | own | (one_thread if step == "measure" else {})
    command = [sys.executable, "-m", "benchmarks.nlu", step, name, folder]
    done = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def train(name: str, folder: Path) -> Figures:
    """Train the understanding alone, without the dialogue; both models leave out what only training needs."""
    from rasa.model_training import train_nlu

    from bot.archive import drop_training_graph

    started = time.monotonic()
    train_nlu(
        str(CONFIGS[name]), str(folder / "data"), str(folder), fixed_model_name=f"{name}.tar.gz", domain="domain.yml"
    )
    drop_training_graph(folder / f"{name}.tar.gz")
    return {"training_s": time.monotonic() - started}


def measure(name: str, folder: Path) -> Figures:
    """Load the model on one core, understand every line of all sets once, and count."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    started = time.monotonic()
    understanding = Understanding(folder / f"{name}.tar.gz")
    figures = {"load_s": time.monotonic() - started}
    times: list[float] = []
    for part in SETS:
        results = evaluate(understanding, read_lines() if part == SETS[0] else read_unseen(part))
        times += results.milliseconds
        figures[f"{part}_accuracy"] = results.accuracy
        figures[f"{part}_macro_f1"] = results.macro_f1
        figures[f"{part}_facts_f1"] = facts_f1(results.entities)
    figures |= {"timed": len(times), "p50": percentile(times, 0.5), "p95": percentile(times, 0.95)}
    return figures | {"memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def facts_f1(scores: dict[str, Any]) -> float:
    """F1 over all values of the facts together."""
    chosen = [scores[name] for name in FACTS if name in scores]
    right = sum(score.right for score in chosen)
    wrong = sum(score.extra + score.missed for score in chosen)
    return 2 * right / (2 * right + wrong) if right else 0.0


def print_table(figures: dict[str, Figures]) -> None:
    """One row a figure, one column a pipeline."""
    print(f"{'':26}" + "".join(f"{name:>12}" for name in figures))
    for key, label in ROWS:
        print(f"{label:26}" + "".join(f"{figures[name][key]:12.3f}" for name in figures))


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.nlu", description="Our understanding beside an ordinary one.")
    parser.add_argument("--examples", type=int, help="so many examples of each intent; all of them without it")
    parser.add_argument("names", nargs="*", choices=[*CONFIGS, []], help="pipelines; both without it")
    return parser.parse_args()


if __name__ == "__main__":
    steps = {"train": train, "measure": measure}
    if len(sys.argv) == 4 and sys.argv[1] in steps:
        print(json.dumps(steps[sys.argv[1]](sys.argv[2], Path(sys.argv[3]))))
    else:
        chosen = arguments()
        main(chosen.names, chosen.examples)
