"""Writes golden.json: Gaussian process regression by the textbook formulas (Rasmussen & Williams 2006, algorithm 2.1), with NumPy.

python make-golden.py
"""
import json
import pathlib

import numpy as np

rng = np.random.default_rng(7)
WEIGHTS = {"counts": 1.0, "properties": 0.5, "line": 0.7}
REACH, NOISE = 1.3, 0.25
counts = rng.integers(0, 4, size=(14, 9)) * rng.integers(0, 2, size=(14, 9))
properties = rng.normal(size=(14, 3)) * [100, 1, 0.1] + [300, 2, 0]
train, test = slice(0, 10), slice(10, 14)
scores = rng.normal(size=10) * 1.5 - 8
mean, deviation = properties[train].mean(0), properties[train].std(0)
scaled = (properties - mean) / deviation
assert np.abs(scaled).max() < 4


def covariance(a, b):
    least = np.minimum(counts[a][:, None], counts[b][None]).sum(-1)
    most = np.maximum(counts[a][:, None], counts[b][None]).sum(-1)
    square = ((scaled[a][:, None] - scaled[b][None]) ** 2).mean(-1)
    return (
        WEIGHTS["counts"] * least / most
        + WEIGHTS["properties"] * np.exp(-square / (2 * REACH**2))
        + WEIGHTS["line"] * scaled[a] @ scaled[b].T / 3
    )


y = (scores - scores.mean()) / scores.std()
k = covariance(train, train) + NOISE * np.eye(10)
cross = covariance(test, train)
expected = cross @ np.linalg.solve(k, y)
variance = np.diag(covariance(test, test) - cross @ np.linalg.solve(k, cross.T))
golden = {
    "source": f"NumPy {np.__version__}",
    "weights": WEIGHTS,
    "reach": REACH,
    "noise": NOISE,
    "counts": counts.tolist(),
    "properties": properties.tolist(),
    "scores": scores.tolist(),
    "mean": (scores.mean() + scores.std() * expected).tolist(),
    "spread": (scores.std() * np.sqrt(variance)).tolist(),
}
pathlib.Path(__file__).with_name("golden.json").write_text(json.dumps(golden) + "\n")
