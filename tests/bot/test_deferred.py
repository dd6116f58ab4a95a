"""TensorFlow stays out of the serving process."""

from __future__ import annotations

import subprocess
import sys

from bot.deferred import TRAIN_UTILS, DeferredModule
from tests.bot.smallbot import environment

SERVES = """
import sys, warnings
warnings.simplefilter("ignore")
from bot import deferred
deferred.defer_tensorflow()
import rasa.core.run, rasa.core.agent, rasa.core.policies.rule_policy
from bot.components import answers, classifier, facts, output, reader, tagger
print("tensorflow" in sys.modules)
"""
USES = """
import sys, warnings
warnings.simplefilter("ignore")
from bot import deferred
deferred.defer("json.tool")
import json.tool
print(type(sys.modules["json.tool"]).__name__, json.tool.main.__name__, type(sys.modules["json.tool"]).__name__)
"""


def run(code: str) -> str:
    """What the code prints in a Python of its own."""
    done = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True)
    return done.stdout.strip().splitlines()[-1]


def test_serving_does_not_import_tensorflow() -> None:
    assert run(SERVES) == "False"


def test_a_deferred_module_is_loaded_when_it_is_used() -> None:
    assert run(USES) == "DeferredModule main module"


def test_asking_for_hidden_attributes_loads_nothing() -> None:
    assert not hasattr(DeferredModule(TRAIN_UTILS), "__path__")
