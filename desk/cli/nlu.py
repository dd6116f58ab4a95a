"""`desk nlu`: what staff said of messages that were hardly understood, as files for the language understanding."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
import yaml

from desk.app import make_desk
from desk.domain.audit import Kind
from desk.domain.training import evaluation_yaml, training_yaml, without_markup
from desk.domain.utterances import Leak, digest
from desk.services.audit import record_now
from desk.services.review_export import Export, Known, Reason, collect_export, mark_exported
from desk.services.staff import OPERATOR
from desk.settings import ROOT, settings

app = typer.Typer(no_args_is_help=True)
TRAINING_DATA = ROOT / "data"
TEST_CASES = ROOT / "tests" / "nlu" / "evaluation"

REASONS: Mapping[Reason, str] = {
    Leak.MASKED: "伏せ字がある",
    Leak.CONTACT: "連絡先らしい文字が残る",
    Leak.NAME: "名前や会社名らしい言葉が残る",
    Leak.PLACE: "名前や連絡先の位置が分からない",
    Known.REPEATED: "同じ文がすでにある",
    Known.OF_THE_DAY: "日付しだいで正解が変わる（テスト用のみ）",
}


@app.callback()
def nlu() -> None:
    """言語理解の学習データとテスト。"""


@app.command()
def export(
    training: Annotated[Path, typer.Option(help="学習データを書くファイル（Rasa の YAML）")],
    tests: Annotated[Path, typer.Option(help="テストケースを書くファイル（tests/nlu/evaluation の形）")],
) -> None:
    """職員が確認した発言のうち、まだ書き出していないものを書き出す。一つの文が両方に入ることはありません。"""
    _refuse_existing(training, tests)
    desk = make_desk(settings())
    record_now(desk, OPERATOR, Kind.MESSAGES_READ, "", {"action": "nlu_export"})
    found = collect_export(desk, {*_learnt(TRAINING_DATA), *_tested(TEST_CASES)})
    training.write_text(training_yaml(found.training), encoding="utf-8")
    tests.write_text(evaluation_yaml(found.tests), encoding="utf-8")
    mark_exported(desk, found.review_ids)
    _tell(found)


def _refuse_existing(*paths: Path) -> None:
    """An earlier export is the only copy of what it holds: the same message is not written twice."""
    for path in paths:
        if path.exists():
            sys.exit(f"{path} はすでにあります。別の名前を指定してください。")
        if not path.parent.is_dir():
            sys.exit(f"{path.parent} というフォルダーはありません。先に作ってください。")
    if len({path.resolve() for path in paths}) < len(paths):
        sys.exit("--training と --tests には別のファイルを指定してください。")


def _learnt(folder: Path) -> Iterator[str]:
    """Digests of the sentences that the model learns from."""
    for path in sorted(folder.glob("*/nlu.yml")):
        for block in (_read(path) or {}).get("nlu") or ():
            for line in str(block.get("examples", "")).splitlines():
                yield digest(without_markup(line.removeprefix("- ")))


def _tested(folder: Path) -> Iterator[str]:
    """Digests of the sentences that measure the model."""
    for path in sorted(folder.glob("*.yml")):
        yield from (digest(line["text"]) for line in _read(path) or ())


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _tell(found: Export) -> None:
    print(f"学習データ: {len(found.training)}件、テストケース: {len(found.tests)}件")
    print(f"名前や連絡先を架空のものに置き換えた文: {found.replaced}件")
    print(f"書き出さなかった文: {found.left_out.total()}件")
    for reason, count in sorted(found.left_out.items()):
        print(f"  {REASONS[reason]}: {count}件")
