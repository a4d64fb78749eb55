"""Reference values of chrF2 from sacrebleu; writes fixtures/chrf.json beside this file.

    pip install sacrebleu==2.6.0 && python test/golden/make_chrf.py
"""

import json
import random
from pathlib import Path

import sacrebleu
from sacrebleu.metrics import CHRF

WORDS = "aye the Marten lies at north quay with timber fair winds naïve Ölhafen 東京港 🚢 e\u0301 don't 12:30".split()
SPACES = [" ", "  ", "\n", "\t", "\u00a0", "\u3000", "\u2028", "\x1c", "\x85"]
BY_HAND = [
    ("The cat sat on the mat.", "The cat sat on the mat."),
    ("", "something"),
    ("something", ""),
    ("abc", "xyz"),
    ("a", "a"),
    ("ab", "abcdefgh"),
    ("abcdefgh", "ab"),
    ("aaaaaaa", "aaa"),
    ("THE CAT", "the cat"),
    # Neither is white space to Python, the first is to JavaScript.
    ("a\ufeffb", "ab"),
    ("a\u200bb", "ab"),
    # From sacrebleu's own test/test_chrf.py, scored there as one segment.
    ("Niemand hat die Absicht, eine Mauer zu errichten", "Niemand hat die Absicht, eine Mauer zu errichten"),
    ("niemand hat die Absicht, eine Mauer zu errichten", "Niemand hat die Absicht, eine Mauer zu errichten"),
    ("Das ist ein Test", "Dies ist ein Test"),
]


def main() -> None:
    metric = CHRF()
    rng = random.Random(7)

    def text() -> str:
        return "".join(rng.choice(WORDS) + rng.choice(SPACES) for _ in range(rng.randint(1, 25)))

    pairs = BY_HAND + [(text(), text()) for _ in range(40)]
    for _ in range(10):
        reference = text()
        cut = rng.randint(0, len(reference))
        pairs.append((reference[:cut] + rng.choice(WORDS) + reference[cut:], reference))
    cases = [
        {"text": hypothesis, "reference": reference, "score": metric.sentence_score(hypothesis, [reference]).score / 100}
        for hypothesis, reference in pairs
    ]
    record = {"sacrebleu": sacrebleu.__version__, "signature": str(metric.get_signature()), "cases": cases}
    target = Path(__file__).parent / "fixtures" / "chrf.json"
    target.write_text(json.dumps(record, ensure_ascii=True, indent=1) + "\n")
    print(len(cases), record["signature"])


if __name__ == "__main__":
    main()
