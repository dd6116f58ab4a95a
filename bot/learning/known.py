"""All that the rules know of facts: learned together, and kept until something changes that it is learned from.

None of it comes from the examples of wishes. These may change without learning facts anew, and facts can be learned
while Rasa still reads them.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from functools import partial
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from threading import Lock, Thread

from bot.entities.extract import Rules
from bot.entities.own import Own
from bot.entities.places import Places, places
from bot.entities.programs import Gazetteer, gazetteer
from bot.entities.seeds import read_areas, read_programs
from bot.fingerprint import ROOT, facts_digest
from bot.learning.budgets import learn_budgets
from bot.learning.facts import learn_own
from bot.learning.judge import Judge
from bot.learning.together import together
from bot.learning.trades import Trades, learn_trades
from bot.text.reader import reader

FILE = "lookups.json"
PREFIX = "facts-"
CACHE, USUAL_CACHE = "RASA_CACHE_DIRECTORY", ROOT / ".rasa" / "cache"  # where Rasa keeps what it has learned
_learning = Lock()


def begin(seeds: Path) -> None:
    """Learn in the background unless it is known: Rasa, which starts meanwhile, leaves a core idle."""
    Thread(target=kept, args=[seeds], daemon=True).start()


def kept(seeds: Path) -> Path:
    """The folder of what is known. What is not is learned, once, however many ask for it meanwhile."""
    folder = Path(os.environ.get(CACHE, USUAL_CACHE)) / f"{PREFIX}{facts_digest(seeds)}"
    with _learning:
        if not folder.is_dir():
            _keep(learn(seeds), folder)
    return folder


def learn(seeds: Path) -> Rules:
    """Municipalities and programs as the seeds name them, the rest as bot/examples/ teaches it."""
    municipalities = places(read_areas(seeds), reader().kana)
    trades, own, budgets = together(learn_trades, partial(learn_own, municipalities), learn_budgets)
    return Rules(municipalities, gazetteer(read_programs(seeds)), budgets, trades, own)


def save(rules: Rules, folder: Path) -> None:
    """Write its files; no pickle."""
    lookups = {
        "places": asdict(rules.places),
        "programs": asdict(rules.programs),
        "budgets": rules.budgets.to_dict(),
        "own": rules.own.to_dict(),
    }
    (folder / FILE).write_text(json.dumps(lookups, ensure_ascii=False), encoding="utf-8")
    rules.trades.save(folder)


def load(folder: Path) -> Rules:
    """Read what `save` wrote."""
    lookups = json.loads((folder / FILE).read_text(encoding="utf-8"))
    return Rules(
        Places(**lookups["places"]),
        Gazetteer(**lookups["programs"]),
        Judge.from_dict(lookups["budgets"]),
        Trades.load(folder),
        Own.from_dict(lookups["own"]),
    )


def _keep(rules: Rules, folder: Path) -> None:
    """In the place of what was kept before; a process that is stopped midway leaves nothing that looks whole."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as made:
        whole = Path(made) / folder.name
        whole.mkdir()
        save(rules, whole)
        for older in folder.parent.glob(f"{PREFIX}*"):
            rmtree(older, ignore_errors=True)
        whole.replace(folder)
