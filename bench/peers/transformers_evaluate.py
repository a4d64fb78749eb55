"""Perplexity the plain way: a forward pass with the logits of every position, and the model's own loss."""

from common import ROWS, Stopwatch, load_model, padded_batch, report

import torch
import transformers

model = load_model().eval()
watch = Stopwatch()
watch.start()
with torch.no_grad():
    for indices in ROWS["batches"]:
        loss = model(**padded_batch(indices), use_cache=False).loss
        watch.stop(indices, loss.item())

report(watch, {"transformers": transformers.__version__})
