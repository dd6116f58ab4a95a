"""Keeps TensorFlow out of serving and training: 350 MB and ten seconds that no component of ours needs."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

TRAIN_UTILS = "rasa.utils.train_utils"
#: Rasa's neural components, with which its check of a recipe compares ours, and the list of all that Rasa has
NEURAL = {
    "rasa.nlu.classifiers.diet_classifier": "DIETClassifier",
    "rasa.nlu.selectors.response_selector": "ResponseSelector",
    "rasa.core.policies.ted_policy": "TEDPolicy",
}
ALL = "rasa.engine.recipes.default_components"


class DeferredModule(ModuleType):
    """Stands for a module until something of it is used, then gives way to the real one."""

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        return getattr(self._load(), attribute)

    def _load(self) -> ModuleType:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return importlib.import_module(self.__name__)


def defer(name: str) -> None:
    """Make `import name` free of charge. Does nothing when the module has been imported before."""
    if name in sys.modules:
        return
    placeholder = DeferredModule(name)
    parent, _, child = name.rpartition(".")
    setattr(importlib.import_module(parent), child, placeholder)
    sys.modules[name] = placeholder


def defer_tensorflow() -> None:
    """Rasa imports TensorFlow through this one module, although only its neural components use it."""
    defer(TRAIN_UTILS)


def leave_out_neural() -> None:
    """Put empty classes in the place of Rasa's neural components, for a training that uses none of them."""
    for name, component in NEURAL.items():
        _stand_in(name, **{component: type(component, (), {})})
    _stand_in(ALL, DEFAULT_COMPONENTS=[])


def _stand_in(name: str, **content: Any) -> None:
    """A module with this content alone. Does nothing when the module has been imported before."""
    module = ModuleType(name)
    vars(module).update(content)
    sys.modules.setdefault(name, module)
