"""Makes fixtures/batches.json: which rows TRL packs together and in which order transformers groups rows by length.

Run with trl 1.16, transformers 5.23, torch 2.13: python make_batches.py > fixtures/batches.json
"""

import json
import random

import torch
from datasets import Dataset
from transformers.trainer_pt_utils import get_length_grouped_indices
from trl.data_utils import pack_dataset

packing = []
for seed, rows, seq_length in [(0, 40, 64), (1, 200, 1024), (2, 33, 7), (3, 1, 5), (4, 64, 100)]:
    draw = random.Random(seed)
    # No two rows of one length where that is possible, so that the order of ties does not matter.
    pool = list(range(1, seq_length + 1))
    lengths = draw.sample(pool, rows) if rows <= seq_length else [draw.choice(pool) for _ in range(rows)]
    packed = pack_dataset(Dataset.from_dict({"input_ids": [[1] * n for n in lengths]}), seq_length, strategy="bfd")
    packing.append({"lengths": lengths, "seq_length": seq_length, "bins": [list(b) for b in packed["seq_lengths"]]})

grouping = []
for seed, rows, batch_size in [(0, 100, 4), (1, 17, 4), (2, 1000, 3), (3, 5, 8)]:
    draw = random.Random(seed)
    lengths = draw.sample(range(1, 2000), rows)
    order = torch.randperm(rows, generator=torch.Generator().manual_seed(seed)).tolist()
    indices = get_length_grouped_indices(lengths, batch_size, generator=torch.Generator().manual_seed(seed))
    grouping.append({"lengths": lengths, "batch_size": batch_size, "order": order, "indices": indices})

print(json.dumps({"packing": packing, "grouping": grouping}))
