"""`make nlu-test`: measures the model on the fixed evaluation set, writes a report, fails below the thresholds."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.fingerprint import model_path
from tests.nlu.report import page, score_rows, summary
from tests.nlu.results import Results, evaluate
from tests.nlu.understanding import (
    ROOT,
    UNSEEN,
    Understanding,
    read_bare_answers,
    read_lines,
    read_mapping,
    read_unseen,
)

REPORT = ROOT / "var" / "nlu" / "index.html"
THRESHOLDS = Path(__file__).with_name("thresholds.yml")
MOST_SHOWN = 25


def main(argv: Sequence[str] = ()) -> int:
    """Exit code 1 when a figure is below its threshold, 2 without a model."""
    model = Path(argv[0]) if argv else model_path()
    if not model.is_file():
        print("There is no model of the present sources. Train one with `make train`.")
        return 2
    understanding = Understanding(model)
    results = evaluate(understanding, read_lines(), read_bare_answers())
    tell(results)
    for name in UNSEEN:
        unseen = evaluate(understanding, read_unseen(name))
        print_table(f"the {name} set", summary(unseen))
        print_table(f"entity, {name} set", score_rows(unseen.entities))
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(page(results), encoding="utf-8")
    print(f"\nReport: {REPORT.relative_to(ROOT)}")
    missed = list(below(results, read_mapping(THRESHOLDS)))
    print("\n".join(missed) or "All thresholds are met.")
    return 1 if missed else 0


def tell(results: Results) -> None:
    """The figures on the terminal."""
    print_table("", summary(results))
    print_table("intent", score_rows(results.intents))
    print_table("entity", score_rows(results.entities))
    print_table("boundary", [[a, b, str(x), str(y)] for a, b, x, y in results.boundaries()])
    print_table("taken for", [[a, b, str(n)] for a, b, n in results.confusion()[:MOST_SHOWN]])
    print_table("bare answers", [[fact, str(right), str(n)] for fact, (right, n) in results.bare_by_fact.items()])


def print_table(title: str, rows: list[list[str]]) -> None:
    """Columns of equal width."""
    print(f"\n{title}")
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    for row in rows:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)))


def below(results: Results, thresholds: Mapping[str, Any]) -> Iterator[str]:
    """A sentence for each figure that misses its threshold."""
    least = {
        "intent_accuracy": results.accuracy,
        "intent_macro_f1": results.macro_f1,
        "bare_answers": results.bare_answers,
    }
    most = {"calibration_error": results.calibration_error}
    for name, value in least.items():
        if value < thresholds[name]:
            yield f"{name} is {value:.3f}, below {thresholds[name]}"
    for name, value in most.items():
        if value > thresholds[name]:
            yield f"{name} is {value:.3f}, above {thresholds[name]}"
    yield from _below_by_class(results, thresholds)


def _below_by_class(results: Results, thresholds: Mapping[str, Any]) -> Iterator[str]:
    figures: dict[str, dict[str, float]] = {
        "entity_f1": {name: score.f1 for name, score in results.entities.items()},
        "entity_recall": {name: score.recall for name, score in results.entities.items()},
    }
    for intent, score in results.intents.items():
        if score.f1 < thresholds["intent_f1"]:
            yield f"F1 of {intent} is {score.f1:.3f}, below {thresholds['intent_f1']}"
    for measure, by_name in figures.items():
        for name, least in thresholds[measure].items():
            if by_name.get(name, 0.0) < least:
                yield f"{measure} of {name} is {by_name.get(name, 0.0):.3f}, below {least}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
