"""TensorFlow stays out of serving and training."""

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
TRAINS = """
import sys, warnings, yaml
warnings.simplefilter("ignore")
from bot import deferred
deferred.defer_tensorflow()
deferred.leave_out_neural()
import bot.importer
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.graph_components.validators.default_recipe_validator import DefaultV1RecipeValidator
config = yaml.safe_load(open("config.yml"))
graph = DefaultV1Recipe().graph_config_for_recipe(config, {})
print("tensorflow" in sys.modules, "train_RulePolicy0" in graph.train_schema.nodes)
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


def test_training_is_planned_without_tensorflow() -> None:
    assert run(TRAINS) == "False True"


def test_a_deferred_module_is_loaded_when_it_is_used() -> None:
    assert run(USES) == "DeferredModule main module"


def test_asking_for_hidden_attributes_loads_nothing() -> None:
    assert not hasattr(DeferredModule(TRAIN_UTILS), "__path__")
