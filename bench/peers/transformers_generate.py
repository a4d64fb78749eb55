"""Greedy generation with `model.generate`: one batch of prompts, padded on the left, a fixed number of new tokens."""

from common import DEVICE, JOB, ROWS, Stopwatch, load_model, report

import torch
import transformers

model = load_model().eval()
# Nothing ends an answer, as on our side.
model.generation_config.eos_token_id = None
model.generation_config.pad_token_id = ROWS["pad_token_id"]

prompts = ROWS["prompts"]
longest = max(len(prompt) for prompt in prompts)
ids = torch.tensor([[ROWS["pad_token_id"]] * (longest - len(prompt)) + prompt for prompt in prompts], device=DEVICE)
mask = torch.tensor([[0] * (longest - len(prompt)) + [1] * len(prompt) for prompt in prompts], device=DEVICE)

watch = Stopwatch()
watch.start()
answers = None
with torch.no_grad():
    for _ in range(JOB["warm_up"] + JOB["steps"]):
        output = model.generate(
            input_ids=ids, attention_mask=mask, do_sample=False, max_new_tokens=JOB["max_new_tokens"]
        )
        answers = output[:, longest:].tolist()
        watch.stop([], None, new_tokens=sum(len(answer) for answer in answers))

report(watch, {"transformers": transformers.__version__}, answers=answers)
