"""Keeps TensorFlow out of serving and training: 350 MB and five seconds that no component of ours needs."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

TRAIN_UTILS = "rasa.utils.train_utils"


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
