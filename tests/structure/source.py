"""The project's own files, as the tests of its structure read them."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from desk.settings import ROOT

TOPICS = ROOT / "data"
#: data of the seeds and locks of dependencies are written by others than the project's people
BINARY = {".png", ".gz", ".npz", ".ico", ".ttf", ".woff2"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tracked() -> tuple[Path, ...]:
    """Every file in git, and those about to be added."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return tuple(sorted(path for path in {ROOT / line for line in listed} if path.is_file()))


def python_files(*folders: str) -> list[Path]:
    """Modules of these folders of the repository."""
    return [path for path in tracked() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders]


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions_of(path: Path) -> Iterator[Function]:
    """Every function and method of a module."""
    return (node for node in ast.walk(tree_of(path)) if isinstance(node, Function))


def length_of(function: Function) -> int:
    """Lines from the signature to the end."""
    assert function.end_lineno is not None
    return function.end_lineno - function.lineno + 1


def docstrings_of(tree: ast.AST) -> set[ast.AST]:
    """The constants that are docstrings."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, owners) and node.body]
    return {body[0].value for body in bodies if isinstance(body[0], ast.Expr)}


def imports_of(path: Path) -> set[str]:
    """Modules that a module imports, by their full names."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def name_of(path: Path) -> str:
    """A path from the root of the repository, for names of tests."""
    return str(path.relative_to(ROOT))


@cache
def read_yaml(path: Path) -> Any:
    """A YAML file; None when it is empty."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@cache
def domain() -> dict[str, Any]:
    """What all domain.yml together define, as the importer merges them."""
    merged: dict[str, Any] = {"intents": [], "entities": [], "actions": [], "responses": {}, "slots": {}}
    for path in [ROOT / "domain.yml", *sorted(TOPICS.glob("*/domain.yml"))]:
        for key, value in (read_yaml(path) or {}).items():
            if isinstance(value, list):
                merged[key] = [*merged.get(key, []), *value]
            elif isinstance(value, dict):
                merged[key] = merged.get(key, {}) | value
    return merged


@cache
def rules() -> list[dict[str, Any]]:
    """The rules of all topics."""
    files = sorted(TOPICS.glob("*/rules.yml"))
    return [rule for path in files for rule in (read_yaml(path) or {}).get("rules", [])]


def steps_of(rule: dict[str, Any], kind: str) -> list[str]:
    """The intents or actions of a rule."""
    return [step[kind] for step in rule["steps"] if kind in step]
