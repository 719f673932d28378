"""The Monte Carlo examples of JCGM 101 clause 9 in numpy: draws, model, mean, u, shortest 95 % interval.

Two ways: as people write it (default_rng, sort) and the best we could write (SFC64, partition of the tails only).
Reads lines "example way" and answers one line of JSON each, so that runs can be interleaved with another program.
"""
import json
import sys
import time

import numpy as np

TRIALS = 1_000_000
COVERAGE = 0.95


def ctrap(rng, centre, half, d):
    lower = centre - half - d + 2 * d * rng.random(TRIALS)
    return lower + (2 * centre - 2 * lower) * rng.random(TRIALS)


def sum_of_normals(rng):
    return sum(rng.normal(0, 1, TRIALS) for _ in range(4))


def mass(rng):
    reference = rng.normal(100000, 0.05, TRIALS)
    added = rng.normal(1.234, 0.02, TRIALS)
    air = rng.uniform(1.1, 1.3, TRIALS)
    weight = rng.uniform(7000, 9000, TRIALS)
    standard = rng.uniform(7950, 8050, TRIALS)
    return (reference + added) * (1 + (air - 1.2) * (1 / weight - 1 / standard)) - 100000


def loss(rng):
    x1 = rng.normal(0.05, 0.005, TRIALS)
    x2 = rng.normal(0, 0.005, TRIALS)
    return x1 * x1 + x2 * x2


def correlated_loss(rng):
    covariance = 0.005**2 * np.array([[1, 0.9], [0.9, 1]])
    x = np.linalg.cholesky(covariance) @ rng.standard_normal((2, TRIALS))
    x1 = x[0] + 0.05
    return x1 * x1 + x[1] * x[1]


def gauge_block(rng):
    ls = 50000623 + 25 * rng.standard_t(18, TRIALS)
    d = 215 + 6 * rng.standard_t(24, TRIALS)
    d1 = 4 * rng.standard_t(5, TRIALS)
    d2 = 7 * rng.standard_t(8, TRIALS)
    expansion = rng.uniform(9.5e-6, 13.5e-6, TRIALS)
    theta = rng.normal(-0.1, 0.2, TRIALS)
    cyclic = 0.5 * np.sin(2 * np.pi * rng.random(TRIALS))
    difference = ctrap(rng, 0, 1e-6, 0.1e-6)
    gradient = ctrap(rng, 0, 0.05, 0.025)
    return ls + d + d1 + d2 - ls * (difference * (theta + cyclic) + expansion * gradient) - 50000000


EXAMPLES = {
    "9.2.2": sum_of_normals,
    "9.3": mass,
    "9.4": loss,
    "9.4 r=0.9": correlated_loss,
    "9.5": gauge_block,
}


def shortest_sorted(y):
    y = np.sort(y)
    q = int(COVERAGE * TRIALS)
    widths = y[q:] - y[: TRIALS - q]
    r = int(np.argmin(widths))
    return y[r], y[r + q]


def shortest_partitioned(y):
    q = int(COVERAGE * TRIALS)
    tail = TRIALS - q
    y.partition((tail - 1, q))
    low = np.sort(y[:tail])
    high = np.sort(y[q:])
    r = int(np.argmin(high - low))
    return low[r], high[r]


def run(example, way):
    started = time.perf_counter()
    if way == "idiomatic":
        y = EXAMPLES[example](np.random.default_rng(1))
        interval = shortest_sorted
    else:
        y = EXAMPLES[example](np.random.Generator(np.random.SFC64(1)))
        interval = shortest_partitioned
    mean, u = float(y.mean()), float(y.std(ddof=1))
    low, high = interval(y)
    return {"milliseconds": (time.perf_counter() - started) * 1000, "value": mean, "u": u, "interval": [float(low), float(high)]}


print(json.dumps({"numpy": np.__version__, "examples": list(EXAMPLES)}), flush=True)
for line in sys.stdin:
    name, manner = line.strip().split("|")
    print(json.dumps(run(name, manner)), flush=True)
