"""What somebody might do next who walks through the desk without aim: texts, buttons new and old, and noise."""

import random
import re
from collections.abc import Mapping, Sequence

import yaml

from desk.settings import ROOT

#: an annotated piece of a training example: [板橋区]{"entity": …} or [板橋区](area)
ANNOTATED = re.compile(r"\[([^\]]+)\](?:\{[^}]*\}|\([^)]*\))")
FACTS = (
    "板橋区です",
    "従業員は12人",
    "資本金3000万円",
    "製造業",
    "創業5年目",
    "予算は800万円",
    "０３－１２３４－５６７８",
)
LANGUAGES = (
    "English please",
    "やさしい日本語で",
    "ふつうの日本語に戻して",
    "漢字が読めません",
    "Hello, I need a subsidy",
    "I want to talk to a person",
    "12 employees",
    "なまえは グエンです どうすれば いいですか おしえてください",
)
NOISE = (
    "",
    "？",
    "😀😀",
    "ｱｲｳ",
    "あああああ",
    "/restart",
    "{}[]",
    "<b>x</b>",
    "1",
    "-1人",
    "9" * 40,
    "はい？",
    "\n\n",
    "あ" * 3000,
)


def examples() -> Sequence[str]:
    """Every training example as people would type it."""
    lines = (line for path in sorted((ROOT / "data").glob("*/nlu.yml")) for line in _lines(path.read_text("utf-8")))
    return [ANNOTATED.sub(r"\1", line) for line in lines]


def step(dice: random.Random, texts: Sequence[str], new: Mapping[str, str], old: Mapping[str, str]) -> str:
    """The next message: half of the time a button when there is one."""
    ways = [
        texts,
        texts,
        FACTS,
        LANGUAGES,
        NOISE,
        *(3 * [list(new.values())] if new else []),
        *([list(old.values())] if old else []),
    ]
    return dice.choice(dice.choice(ways))


def _lines(text: str) -> list[str]:
    intents = (each for each in yaml.safe_load(text)["nlu"] if "intent" in each)
    return [line.removeprefix("- ") for each in intents for line in each["examples"].splitlines() if line]
