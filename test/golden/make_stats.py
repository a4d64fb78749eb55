"""Reference values of src/stats from SciPy and NumPy; writes fixtures/stats.json beside this file.

    pip install scipy==1.17.1 && python test/golden/make_stats.py
"""

import json
from pathlib import Path

import numpy as np
import scipy
from scipy import special, stats

DEGREES = [1, 2, 3, 5, 10, 29, 79, 200, 1e3, 1e5, 1e6]
POINTS = [-40, -8, -3.5, -1.96, -1, -0.25, -1e-6, 0, 0.5, 1.645, 2.5, 6, 30]
PROBABILITIES = [1e-12, 1e-6, 0.001, 0.025, 0.05, 0.2, 0.5, 0.6, 0.8, 0.95, 0.975, 0.999, 1 - 1e-9]
BETA = [(0.5, 0.5), (1, 3), (2.5, 7), (40, 0.5), (300, 200), (5e4, 0.5), (1e-2, 12), (13, 900)]


def clustered(seed: int, clusters: int, heavy: bool) -> dict:
    """Paired NLL differences in clusters of one to four conversations, with the reference estimate."""
    rng = np.random.default_rng(seed)
    groups, tokens, differences = [], [], []
    for g in range(clusters):
        shared = rng.normal(0, 0.03)
        for _ in range(rng.integers(1, 5)):
            n = int(rng.integers(5, 200))
            noise = rng.standard_t(3) if heavy else rng.normal()
            groups.append(f"g{g}")
            tokens.append(n)
            differences.append(float(n * (0.02 + shared) + noise * np.sqrt(n) * 0.1))
    d, n, labels = np.array(differences), np.array(tokens, dtype=float), np.array(groups)
    # Cluster-robust covariance of weighted least squares: y = d/n on a constant, weights n.
    y, x = d / n, np.ones((len(n), 1))
    bread = np.linalg.inv(x.T @ (n[:, None] * x))
    beta = (bread @ (x.T @ (n * y)))[0]
    meat = np.zeros((1, 1))
    for name in np.unique(labels):
        rows = labels == name
        score = x[rows].T @ (n[rows] * (y[rows] - beta))
        meat += np.outer(score, score)
    k = len(np.unique(labels))
    error = float(np.sqrt((k / (k - 1) * bread @ meat @ bread)[0, 0]))
    names = list(dict.fromkeys(groups))
    sums = np.array([d[labels == name].sum() for name in names])
    sizes = np.array([n[labels == name].sum() for name in names])
    boot = stats.bootstrap(
        (sums, sizes), lambda a, b, axis: a.sum(axis) / b.sum(axis), paired=True, vectorized=True,
        n_resamples=50_000, batch=5_000, confidence_level=0.9, method="percentile", rng=np.random.default_rng(1),
    )
    one, two = stats.t.ppf(0.95, k - 1) * error, stats.t.ppf(0.975, k - 1) * error
    return {
        "groups": groups, "tokens": tokens, "differences": differences,
        "estimate": float(beta), "standard_error": error, "clusters": k,
        "one_sided": [float(beta - one), float(beta + one)], "two_sided": [float(beta - two), float(beta + two)],
        "p_value": float(stats.t.sf(beta / error, k - 1)),
        "bootstrap_90": [float(boot.confidence_interval.low), float(boot.confidence_interval.high)],
        "bootstrap_error": float(boot.standard_error),
    }


def paired(seed: int) -> dict:
    rng = np.random.default_rng(seed)
    before, after = rng.normal(3.5, 1, 40), rng.normal(3.3, 1, 40)
    test = stats.ttest_rel(before, after)
    interval = test.confidence_interval(0.95)
    return {
        "differences": (before - after).tolist(), "interval": [float(interval.low), float(interval.high)],
        "p_greater": float(stats.ttest_rel(before, after, alternative="greater").pvalue),
    }


fixture = {
    "made_by": f"test/golden/make_stats.py, scipy {scipy.__version__}, numpy {np.__version__}",
    "t_cdf": [[t, df, float(stats.t.cdf(t, df))] for df in DEGREES for t in POINTS],
    "t_quantile": [[p, df, float(stats.t.ppf(p, df))] for df in DEGREES for p in PROBABILITIES],
    "normal_quantile": [[p, float(special.ndtri(p))] for p in [1e-300, 1e-20, *PROBABILITIES, 0.07, 0.0751]],
    "log_gamma": [[x, float(special.gammaln(x))] for x in [1e-8, 0.1, 0.5, 1.5, 3.3, 11.9, 12, 12.1, 100.5, 1e6]],
    "incomplete_beta": [
        [a, b, x, float(special.betainc(a, b, x))] for a, b in BETA for x in [1e-9, 0.01, 0.3, 0.5, 0.77, 0.9999]
    ],
    "chi_square_quantile": [
        [p, df, float(stats.chi2.ppf(p, df))] for df in [1, 2, 3, 4, 9, 19, 50, 400] for p in [1e-6, 0.01, 0.05, 0.5, 0.95]
    ],
    "wilson": [
        [s, n, c, *map(float, stats.binomtest(s, n).proportion_ci(c, method="wilson"))]
        for s, n in [(0, 10), (10, 10), (1, 3), (45, 100), (81, 263), (999, 1000)] for c in (0.9, 0.95, 0.99)
    ],
    "clustered": [clustered(1, 20, False), clustered(2, 80, True), clustered(3, 2, False)],
    "paired": [paired(7), paired(8)],
}
path = Path(__file__).parent / "fixtures" / "stats.json"
path.parent.mkdir(exist_ok=True)
path.write_text(json.dumps(fixture) + "\n")
print(path, path.stat().st_size, "bytes")
