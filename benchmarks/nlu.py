"""Our understanding beside an ordinary Rasa pipeline, on the same training data and the fixed evaluation set.

`bot/.venv/bin/python -m benchmarks.nlu [--examples N] [ours] [vanilla]` trains and measures each in processes of its
own. DIET needs more than an hour of two cores for all examples; `--examples 20` takes as many of each intent, drawn
with a fixed seed, for both.
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

ROOT = Path(__file__).resolve().parents[1]
CONFIGS = {"ours": ROOT / "config.yml", "vanilla": ROOT / "benchmarks" / "vanilla.yml"}
#: entities that decide about money, on which the two are compared
FACTS = (
    "area", "industry", "employees", "capital_yen", "age_years", "founded_year", "budget_yen", "applicant_type",
    "phone", "email",
)  # fmt: skip
#: lines of about this many characters are timed
TYPICAL_LENGTH = range(30, 51)
SEED = 20261122
ROWS = (
    ("accuracy", "intent accuracy"),
    ("macro_f1", "macro F1"),
    ("errors", "errors"),
    ("facts_f1", "F1 of the facts' values"),
    ("p50", "ms an utterance, p50"),
    ("p95", "ms an utterance, p95"),
    ("training_s", "training, s"),
    ("load_s", "load, s"),
    ("memory_mb", "memory, MB"),
)
Figures = dict[str, float]


def main(names: list[str], examples: int | None) -> None:
    """Train and measure each pipeline, then print the table."""
    figures: dict[str, Figures] = {}
    with tempfile.TemporaryDirectory() as folder:
        write_training_data(Path(folder) / "data", examples)
        for name in names or list(CONFIGS):
            trained = run("train", name, folder)
            figures[name] = trained | run("measure", name, folder)
    print_table(figures)


def write_training_data(folder: Path, examples: int | None) -> None:
    """The examples of all topics, or so many of each intent."""
    folder.mkdir()
    draw = random.Random(SEED)
    for path in sorted((ROOT / "data").glob("*/nlu.yml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for entry in content["nlu"]:
            lines = entry["examples"].splitlines()
            chosen = lines if examples is None else draw.sample(lines, min(examples, len(lines)))
            entry["examples"] = "\n".join(chosen)
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        (folder / f"{path.parent.name}.yml").write_text(text, encoding="utf-8")


def run(step: str, name: str, folder: str) -> Figures:
    """A step in a process of its own, on one thread; its last line is JSON."""
    print(f"{name}: {step}", file=sys.stderr, flush=True)
    one_thread = {"OMP_NUM_THREADS": "1", "TF_NUM_INTRAOP_THREADS": "1", "TF_NUM_INTEROP_THREADS": "1"}
    quiet = {"TQDM_DISABLE": "1", "TF_CPP_MIN_LOG_LEVEL": "3", "RASA_TELEMETRY_ENABLED": "false"}
    environment = os.environ | quiet | (one_thread if step == "measure" else {})
    command = [sys.executable, "-m", "benchmarks.nlu", step, name, folder]
    done = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def train(name: str, folder: Path) -> Figures:
    """Train the understanding alone, without the dialogue."""
    from rasa.model_training import train_nlu

    started = time.monotonic()
    train_nlu(
        str(CONFIGS[name]), str(folder / "data"), str(folder), fixed_model_name=f"{name}.tar.gz", domain="domain.yml"
    )
    return {"training_s": time.monotonic() - started}


def measure(name: str, folder: Path) -> Figures:
    """Load the model, understand every line of the evaluation set once, and count."""
    from tests.nlu import scoring
    from tests.nlu.results import expected, found
    from tests.nlu.understanding import Understanding, read_lines

    started = time.monotonic()
    understanding = Understanding(folder / f"{name}.tar.gz")
    load = time.monotonic() - started
    lines = read_lines()
    parsed = [understanding.timed(line["text"]) for line in lines]
    truth, said = [line["intent"] for line in lines], [each["intent"]["name"] for each, _ in parsed]
    times = [ms for line, (_, ms) in zip(lines, parsed, strict=True) if len(line["text"]) in TYPICAL_LENGTH]
    entities = scoring.by_entity([expected(line) for line in lines], [found(each) for each, _ in parsed])
    return {
        "accuracy": scoring.accuracy(truth, said),
        "macro_f1": scoring.macro_f1(scoring.by_intent(truth, said)),
        "errors": float(sum(one != other for one, other in zip(truth, said, strict=True))),
        "facts_f1": facts_f1(entities),
        "p50": scoring.percentile(times, 0.5),
        "p95": scoring.percentile(times, 0.95),
        "load_s": load,
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


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
