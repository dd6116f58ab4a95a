"""`desk programs import-jgrants`: make drafts from the public API of Jグランツ."""

import sys
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from desk.catalogue.loader import PROGRAMS
from desk.clock import clock_of
from desk.jgrants.cache import Cache
from desk.jgrants.client import API, Client, Manners, checked_keyword
from desk.jgrants.errors import JGrantsError
from desk.jgrants.gathering import KEYWORDS
from desk.jgrants.importing import DRAFTS, REPORT, Order, Outcome, import_drafts
from desk.jgrants.report import summary, table
from desk.settings import ROOT, settings

CACHE = ROOT / "var" / "cache" / "jgrants"
SHORTEST_PAUSE = 1.0


def import_jgrants(
    keyword: Annotated[list[str] | None, typer.Option(help="検索語（2〜255文字）。何度でも指定できます")] = None,
    out: Annotated[Path, typer.Option(help="下書きを書くフォルダー")] = DRAFTS,
    base_url: Annotated[str, typer.Option(help="APIのアドレス")] = API,
    pause: Annotated[float, typer.Option(min=SHORTEST_PAUSE, help="一回ごとに空ける秒数")] = SHORTEST_PAUSE,
    everywhere: Annotated[bool, typer.Option("--everywhere", help="ほかの道府県だけが対象の制度も取り込む")] = False,
    catalogue: Annotated[Path, typer.Option("--dir", help="比べるカタログのフォルダー")] = PROGRAMS,
    cache: Annotated[Path, typer.Option(help="取得済みの詳細を置くフォルダー")] = CACHE,
) -> None:
    """Jグランツで受付中の補助金から、未公開の下書きと報告を作る。カタログは変えません。"""
    _refuse_seeds(out)
    _refuse_address(base_url)
    order = Order(_keywords(keyword), everywhere, catalogue, out)
    try:
        with Client(base_url, Manners(pause=pause)) as client:
            outcome = import_drafts(order, client, Cache(cache), clock_of(settings().clock), _progress)
    except JGrantsError as error:
        sys.exit(str(error))
    _print(outcome, out)
    if not outcome.gathered.complete:
        raise typer.Exit(1)


def _keywords(told: list[str] | None) -> list[str]:
    try:
        return [checked_keyword(each) for each in told or KEYWORDS]
    except JGrantsError as error:
        sys.exit(str(error))


def _refuse_seeds(out: Path) -> None:
    if out.resolve().is_relative_to((ROOT / "seeds").resolve()):
        sys.exit("下書きは seeds/ の中には書けません。--out に別のフォルダーを指定してください。")


def _refuse_address(base_url: str) -> None:
    try:
        address = urlsplit(base_url)
        sound = address.scheme in ("http", "https") and bool(address.hostname)
    except ValueError:
        sound = False
    if not sound:
        sys.exit("--base-url は https:// から書いてください。")


def _progress(text: str) -> None:
    print(text, file=sys.stderr)


def _print(outcome: Outcome, out: Path) -> None:
    for line in table(outcome.comparisons):
        print(line)
    print(summary(outcome.comparisons))
    for trouble in outcome.gathered.troubles:
        print(trouble, file=sys.stderr)
    print(f"下書きと報告: {out / REPORT}")
