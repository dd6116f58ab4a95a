"""Reads the project as topics: the root domain.yml plus what a topic under data/ holds.

That is domain.yml, nlu.yml and rules.yml, and the same replies in other languages in easy.yml and en.yml.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.exceptions import RasaException
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.io import read_yaml_file
from rasa.shared.utils.validation import validate_yaml_schema

from bot import registry
from bot.languages import add_languages

DOMAIN_SCHEMA = "shared/utils/schemas/domain.yml"
registry.register()

MAPPINGS = ("slots", "responses", "forms")
DOMAIN_FILE = "domain.yml"
LISTS = ("intents", "entities", "actions")
ROOT_ONLY = ("version", "session_config", "config")

DomainDict = dict[str, Any]


class OverlappingDomains(RasaException):
    """Two domain files define the same thing."""


class TopicImporter(RasaFileImporter):
    """Rasa's file importer whose domain is the union of the root's and every topic's domain.yml."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        # Rasa takes a domain.yml with replies for NLU data, which would train anew whenever a reply is edited.
        self._nlu_files = [path for path in self._nlu_files if Path(path).name != DOMAIN_FILE]

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """All examples. Rasa asks three times; they are read once."""
        return self._examples

    @cached_property
    def _examples(self) -> TrainingData:
        return super().get_nlu_data()

    def get_domain(self) -> Domain:
        """The merged domain. Raises OverlappingDomains when two files define the same key."""
        files = domain_files(Path(self._domain_path or DOMAIN_FILE))
        merged = merge_domains(files)
        add_languages(merged.get("responses", {}), [path.parent for path in files[1:]])
        return Domain.from_dict(merged)


def domain_files(root: Path) -> list[Path]:
    """The root domain first, then the topics' in alphabetical order."""
    return [root, *sorted(root.parent.glob("data/*/domain.yml"))]


def merge_domains(paths: Iterable[Path]) -> DomainDict:
    """One domain dictionary from several files; whatever two files both define is an error naming both."""
    merged: DomainDict = {}
    owners: dict[str, Path] = {}
    for path in paths:
        for section, content in _read(path).items():
            _merge_section(merged, owners, path, section, content)
    return merged


def _read(path: Path) -> DomainDict:
    validate_yaml_schema(path.read_text(encoding="utf-8"), DOMAIN_SCHEMA)
    content: DomainDict = read_yaml_file(path)
    return content


def _merge_section(merged: DomainDict, owners: dict[str, Path], path: Path, section: str, content: Any) -> None:
    if section == "version":
        merged[section] = content
    elif section in MAPPINGS:
        for key in content:
            _claim(owners, f"{section}.{key}", path)
        merged.setdefault(section, {}).update(content)
    elif section in LISTS:
        _extend(merged.setdefault(section, []), content)
    elif section in ROOT_ONLY:
        _claim(owners, section, path)
        merged[section] = content
    else:
        raise RasaException(f"{path}: the section '{section}' is not known to the topic importer; remove it.")


def _extend(known: list[Any], more: Iterable[Any]) -> None:
    """Topics may name the same intent, entity or action; it is listed once."""
    known.extend(entry for entry in more if entry not in known)


def _claim(owners: dict[str, Path], key: str, path: Path) -> None:
    if key in owners:
        raise OverlappingDomains(f"'{key}' is defined in {owners[key]} and again in {path}; keep one of them.")
    owners[key] = path
