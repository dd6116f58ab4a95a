"""The HTML page of an evaluation: figures, tables by class, and the confusion matrix."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from tests.nlu.results import Results
from tests.nlu.scoring import Score, percentile

STYLE = """
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#1c1c1c}
table{border-collapse:collapse;margin:1rem 0}th,td{padding:.25rem .6rem;border-bottom:1px solid #ddd;text-align:right}
th:first-child,td:first-child{text-align:left}.matrix{font-size:11px;overflow-x:auto}.matrix td{padding:2px 4px;border:1px solid #eee}
.matrix th{border:0;padding:2px 4px;font-weight:normal}.matrix thead th{writing-mode:vertical-rl;text-align:left}
.low{background:#fde8e8}
"""


def page(results: Results) -> str:
    """A complete document without scripts."""
    parts = [
        "<h1>言語理解の評価</h1>",
        table(("指標", "値"), summary(results)),
        "<h2>インテント別</h2>",
        table(("インテント", "適合率", "再現率", "F1", "件数"), score_rows(results.intents)),
        "<h2>エンティティ別（値）</h2>",
        table(("エンティティ", "適合率", "再現率", "F1", "件数"), score_rows(results.entities)),
        "<h2>境界</h2>",
        table(("A", "B", "A→B", "B→A"), ([a, b, str(x), str(y)] for a, b, x, y in results.boundaries())),
        "<h2>質問への短い答え</h2>",
        table(("項目", "正解", "件数"), ([fact, str(r), str(n)] for fact, (r, n) in results.bare_by_fact.items())),
        "<h2>混同行列</h2>",
        matrix(results),
    ]
    body = "\n".join(parts)
    return f"<!doctype html><html lang=ja><meta charset=utf-8><title>言語理解の評価</title><style>{STYLE}</style>{body}</html>"


def summary(results: Results) -> list[list[str]]:
    """The figures that count, in words."""
    return [
        ["文の数", str(len(results.truth))],
        ["インテント正解率", f"{results.accuracy:.3f}"],
        ["インテント マクロF1", f"{results.macro_f1:.3f}"],
        ["較正誤差 (ECE)", f"{results.calibration_error:.3f}"],
        ["聞き返し", str(results.fallbacks)],
        ["短い答え", f"{results.bare_answers:.3f}" if results.bare_by_fact else "—"],
        [
            "解析時間 p50 / p95",
            f"{percentile(results.milliseconds, 0.5):.1f} / {percentile(results.milliseconds, 0.95):.1f} ms",
        ],
    ]


def score_rows(scores: Mapping[str, Score]) -> list[list[str]]:
    """One row a class that occurs in the evaluation set."""
    return [
        [name, f"{each.precision:.3f}", f"{each.recall:.3f}", f"{each.f1:.3f}", str(each.support)]
        for name, each in scores.items()
        if each.support
    ]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A plain table."""
    header = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    lines = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{header}</tr></thead><tbody>{lines}</tbody></table>"


def matrix(results: Results) -> str:
    """Rows are the right intents, columns what was understood; empty cells are zeros."""
    names = sorted(set(results.truth) | set(results.said))
    counts = {(one, other): times for one, other, times in results.confusion()}
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    rows = []
    for one in names:
        right = results.intents[one].right if one in results.intents else 0
        cells = "".join(_cell(right if one == other else counts.get((one, other), 0), one == other) for other in names)
        rows.append(f"<tr><th>{escape(one)}</th>{cells}</tr>")
    return (
        f"<div class=matrix><table><thead><tr><th></th>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def _cell(times: int, diagonal: bool) -> str:
    if not times:
        return "<td></td>"
    return f"<td><b>{times}</b></td>" if diagonal else f"<td class=low>{times}</td>"
