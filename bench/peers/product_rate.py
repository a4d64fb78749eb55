"""How fast PyTorch's matrix products are with nothing else going on: a line of JSON, GFLOP/s by the clock, for each shape that it is given.

    python product_rate.py THREADS '[[rows, inner, columns], …]'
"""

import json
import statistics
import sys
import time

import torch

torch.set_num_threads(int(sys.argv[1]))
torch.set_num_interop_threads(1)

for rows, inner, columns in json.loads(sys.argv[2]):
    a = torch.rand(rows, inner)
    b = torch.rand(inner, columns)
    torch.mm(a, b)
    seconds = []
    until = time.perf_counter() + 0.6
    while len(seconds) < 7 or time.perf_counter() < until:
        started = time.perf_counter()
        torch.mm(a, b)
        seconds.append(time.perf_counter() - started)
    print(json.dumps(2 * rows * inner * columns / statistics.median(seconds) / 1e9))
