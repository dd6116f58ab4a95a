"""One linear machine for each class against the rest, with a calibrated temperature; trained by scikit-learn, applied in numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize_scalar

from bot.learning.features import Floats, Ints
from bot.learning.together import together

FOLDS = 3
SEED = 20261122
STRENGTH = 1.0  # inverse of the regularisation
NEAR = 0.1  # of the optimum; a hundred times nearer takes a third longer and is right no more often
MANY = 2000  # examples from which on a second process pays


@dataclass
class LinearModel:
    """`weights` is (columns, classes); the last rows belong to the dense block."""

    classes: list[str]
    weights: Floats
    bias: Floats
    temperature: float = 1.0

    def probabilities(self, row: tuple[Ints, Floats], dense: Floats) -> Floats:
        """Calibrated probabilities, in the order of `classes`."""
        columns, values = row
        scores = values @ self.weights[columns] + dense @ self.weights[-len(dense) :] + self.bias
        return softmax(scores[None, :] / self.temperature)[0]


@dataclass(frozen=True)
class Lesson:
    """What is to be learnt: rows, the place of each one's class in `classes`; how strongly, and how near the optimum."""

    matrix: sparse.csr_matrix
    targets: NDArray[np.int64]
    classes: list[str]
    strength: float = STRENGTH
    near: float = NEAR

    @classmethod
    def of(
        cls, matrix: sparse.csr_matrix, labels: Sequence[str], strength: float = STRENGTH, near: float = NEAR
    ) -> Lesson:
        """The classes are the labels in alphabetical order."""
        classes = sorted(set(labels))
        return cls(matrix, np.asarray([classes.index(label) for label in labels]), classes, strength, near)

    def without(self, rows: NDArray[np.int64]) -> Lesson:
        """The same but for these rows."""
        seen = np.setdiff1d(np.arange(len(self.targets)), rows)
        return replace(self, matrix=self.matrix[seen], targets=self.targets[seen])

    def folds(self) -> list[NDArray[np.int64]]:
        """All rows, dealt out at random."""
        order = np.random.default_rng(SEED).permutation(len(self.targets))
        return [order[fold::FOLDS] for fold in range(FOLDS)]

    def held_out_scores(self, rows: NDArray[np.int64]) -> Floats:
        """Scores of these rows by a model that has not seen them."""
        model = _fit(self.without(rows))
        scores: Floats = self.matrix[rows] @ model.weights + model.bias
        return scores


def train(matrix: sparse.csr_matrix, labels: Sequence[str]) -> LinearModel:
    """Fit on everything; the temperature comes from the scores of one fold that was held out."""
    lesson = Lesson.of(matrix, labels)
    held = lesson.folds()[0]
    works = partial(_fit, lesson), partial(lesson.held_out_scores, held)
    model: LinearModel
    model, scores = together(*works) if len(labels) >= MANY else [work() for work in works]
    model.temperature = temperature(scores, lesson.targets[held])
    return model


def train_held_out(lesson: Lesson) -> tuple[LinearModel, Floats]:
    """The same, with the probabilities that models give which have not seen the example."""
    model, scores = _fit(lesson), np.zeros((len(lesson.targets), len(lesson.classes)), dtype=np.float32)
    for held in lesson.folds():
        scores[held] = lesson.held_out_scores(held)
    model.temperature = temperature(scores, lesson.targets)
    return model, softmax(scores / model.temperature)


def temperature(scores: Floats, targets: NDArray[np.int64]) -> float:
    """The divisor of the scores under which the held-out examples are likeliest."""

    def loss(log_divisor: float) -> float:
        likely = softmax(scores / np.exp(log_divisor))[np.arange(len(targets)), targets]
        return float(-np.log(np.maximum(likely, 1e-12)).mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-4.0, 4.0), method="bounded").x))


def softmax(scores: Floats) -> Floats:
    """Row by row."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return (raised / raised.sum(axis=1, keepdims=True)).astype(np.float32)


def _fit(lesson: Lesson) -> LinearModel:
    from sklearn.svm import LinearSVC

    machine = LinearSVC(C=lesson.strength, tol=lesson.near, random_state=SEED).fit(lesson.matrix, lesson.targets)
    weights = np.zeros((lesson.matrix.shape[1], len(lesson.classes)), dtype=np.float32)
    bias = np.full(len(lesson.classes), -5.0, dtype=np.float32)
    if len(machine.classes_) == 2:
        weights[:, machine.classes_[1]], bias[machine.classes_[1]] = machine.coef_[0], machine.intercept_[0]
        weights[:, machine.classes_[0]], bias[machine.classes_[0]] = -machine.coef_[0], -machine.intercept_[0]
    else:
        weights[:, machine.classes_], bias[machine.classes_] = machine.coef_.T, machine.intercept_
    return LinearModel(lesson.classes, weights, bias)
