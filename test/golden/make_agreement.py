"""Reference values of Cohen's kappa from scikit-learn; writes fixtures/agreement.json beside this file.

    pip install scikit-learn==1.9.1 numpy==2.4.6 && python test/golden/make_agreement.py
"""

import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.metrics import accuracy_score, cohen_kappa_score

CHOICES = ["baseline", "candidate", "tie"]


def rated(seed: int, items: int, copied: float, weights: list[float]) -> dict:
    """Two raters; the second repeats the first with probability `copied` and else chooses by itself."""
    rng = np.random.default_rng(seed)
    first = rng.choice(CHOICES, items, p=weights)
    own = rng.choice(CHOICES, items, p=weights[::-1])
    second = np.where(rng.random(items) < copied, first, own)
    return {
        "first": first.tolist(), "second": second.tolist(),
        "observed": float(accuracy_score(first, second)), "kappa": float(cohen_kappa_score(first, second)),
    }


cases = [
    rated(1, 5, 0.5, [0.4, 0.4, 0.2]),
    rated(2, 12, 0.7, [0.2, 0.6, 0.2]),
    rated(3, 40, 0.0, [0.1, 0.8, 0.1]),
    rated(4, 200, 0.9, [0.3, 0.3, 0.4]),
    rated(5, 1000, 0.3, [0.05, 0.9, 0.05]),
]
document = {"made_by": f"test/golden/make_agreement.py, scikit-learn {sklearn.__version__}", "cases": cases}
Path(__file__).parent.joinpath("fixtures/agreement.json").write_text(json.dumps(document))
