"""A plain PEFT training loop as tutorials write it: padded batches, the model's own loss, AdamW."""

from common import JOB, ROWS, Stopwatch, load_adapter, load_model, padded_batch, report

import peft
import torch
import transformers

model = load_model()
if JOB.get("checkpointing"):
    model.gradient_checkpointing_enable(gradient_checkpointing_kwargs={"use_reentrant": False})
model = load_adapter(model)
model.train()
parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]
optimizer = torch.optim.AdamW(parameters, lr=JOB["learning_rate"], weight_decay=0.0)

watch = Stopwatch()
watch.start()
for indices in ROWS["batches"]:
    batch = padded_batch(indices)
    loss = model(**batch, use_cache=False).loss
    loss.backward()
    torch.nn.utils.clip_grad_norm_(parameters, JOB["max_grad_norm"])
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    watch.stop(indices, loss.item())

report(watch, {"transformers": transformers.__version__, "peft": peft.__version__})
