"""One linear machine for each class against the rest, with a calibrated temperature; trained by scikit-learn, applied in numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize_scalar

from bot.learning.features import Floats, Ints

FOLDS = 3
SEED = 20261122
STRENGTH = 1.0  # inverse of the regularisation
NEAR = 1e-3  # of the optimum; ten times nearer takes half as long again and moves no score by more than 0.0002


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


def train(matrix: sparse.csr_matrix, labels: Sequence[str]) -> LinearModel:
    """Fit on everything; the temperature comes from scores on held-out folds."""
    return train_held_out(matrix, labels)[0]


def train_held_out(
    matrix: sparse.csr_matrix, labels: Sequence[str], strength: float = STRENGTH
) -> tuple[LinearModel, Floats]:
    """The same, with the probabilities that models give which have not seen the example."""
    classes = sorted(set(labels))
    targets = np.asarray([classes.index(label) for label in labels])
    model = _fit(matrix, targets, classes, strength)
    scores = held_out_scores(matrix, targets, classes, strength)
    model.temperature = temperature(scores, targets)
    return model, softmax(scores / model.temperature)


def held_out_scores(
    matrix: sparse.csr_matrix, targets: NDArray[np.int64], classes: list[str], strength: float = STRENGTH
) -> Floats:
    """Scores of every example by a model that has not seen it."""
    scores = np.zeros((len(targets), len(classes)), dtype=np.float32)
    order = np.random.default_rng(SEED).permutation(len(targets))
    for fold in range(FOLDS):
        held = order[fold::FOLDS]
        seen = np.setdiff1d(order, held)
        model = _fit(matrix[seen], targets[seen], classes, strength)
        scores[held] = matrix[held] @ model.weights + model.bias
    return scores


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


def _fit(matrix: sparse.csr_matrix, targets: NDArray[np.int64], classes: list[str], strength: float) -> LinearModel:
    from sklearn.svm import LinearSVC

    machine = LinearSVC(C=strength, tol=NEAR, random_state=SEED).fit(matrix, targets)
    weights = np.zeros((matrix.shape[1], len(classes)), dtype=np.float32)
    bias = np.full(len(classes), -5.0, dtype=np.float32)
    if len(machine.classes_) == 2:
        weights[:, machine.classes_[1]], bias[machine.classes_[1]] = machine.coef_[0], machine.intercept_[0]
        weights[:, machine.classes_[0]], bias[machine.classes_[0]] = -machine.coef_[0], -machine.intercept_[0]
    else:
        weights[:, machine.classes_], bias[machine.classes_] = machine.coef_.T, machine.intercept_
    return LinearModel(classes, weights, bias)
