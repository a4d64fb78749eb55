"""Learning-rate schedules by transformers, AdamW and clipping by torch: test/golden/fixtures/training/*.json.

    pip install torch transformers && python test/golden/make_training.py
"""

import json
import math
from pathlib import Path

import torch
from transformers import get_scheduler

OUT = Path(__file__).parent / "fixtures" / "training"
OUT.mkdir(parents=True, exist_ok=True)


def learning_rates(name, warmup, total, peak):
    parameter = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.AdamW([parameter], lr=peak)
    scheduler = get_scheduler(name, optimizer, num_warmup_steps=warmup, num_training_steps=total)
    rates = []
    for _ in range(total):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return rates


def schedules():
    cases = []
    for ours, theirs in (("constant", "constant_with_warmup"), ("linear", "linear"), ("cosine", "cosine")):
        for ratio, total in ((0.0, 1), (0.0, 7), (0.03, 10), (0.1, 30), (0.5, 9), (1.0, 4), (0.07, 100)):
            warmup = math.ceil(total * ratio)
            name = "constant" if ours == "constant" and warmup == 0 else theirs
            cases.append(
                {
                    "lr_scheduler_type": ours,
                    "warmup_ratio": ratio,
                    "total_steps": total,
                    "learning_rate": 2e-4,
                    "warmup_steps": warmup,
                    "values": learning_rates(name, warmup, total, 2e-4),
                }
            )
    return cases


def adamw(weight_decay, max_grad_norm, scale):
    torch.manual_seed(7)
    shapes = {"q.lora_A": (2, 5), "q.lora_B": (4, 2), "v.lora_A": (2, 5), "v.lora_B": (3, 2)}
    parameters = {name: torch.nn.Parameter(torch.randn(shape) * 0.3) for name, shape in shapes.items()}
    rates = [1e-3, 1e-2, 5e-3, 2e-3, 0.0]
    optimizer = torch.optim.AdamW(parameters.values(), lr=rates[0], weight_decay=weight_decay, foreach=False)
    flat = lambda t: t.detach().flatten().tolist()
    case = {
        "weight_decay": weight_decay,
        "max_grad_norm": max_grad_norm,
        "shapes": {name: list(shape) for name, shape in shapes.items()},
        "initial": {name: flat(p) for name, p in parameters.items()},
        "steps": [],
    }
    for rate in rates:
        gradients = {name: torch.randn(shape) * scale for name, shape in shapes.items()}
        for name, p in parameters.items():
            p.grad = gradients[name].clone()
        norm = torch.nn.utils.clip_grad_norm_(parameters.values(), max_grad_norm, foreach=False)
        for group in optimizer.param_groups:
            group["lr"] = rate
        clipped = {name: flat(p.grad) for name, p in parameters.items()}
        optimizer.step()
        case["steps"].append(
            {
                "learning_rate": rate,
                "gradients": {name: flat(g) for name, g in gradients.items()},
                "norm": norm.item(),
                "clipped": clipped,
                "parameters": {name: flat(p) for name, p in parameters.items()},
                "mu": {name: flat(optimizer.state[p]["exp_avg"]) for name, p in parameters.items()},
                "nu": {name: flat(optimizer.state[p]["exp_avg_sq"]) for name, p in parameters.items()},
            }
        )
    return case


if __name__ == "__main__":
    torch.set_num_threads(1)
    (OUT / "schedules.json").write_text(json.dumps(schedules()))
    cases = [adamw(0.0, 1.0, 1.0), adamw(0.1, 1.0, 1.0), adamw(0.01, 1.0, 0.01), adamw(0.0, 1e9, 1e-6)]
    (OUT / "adamw.json").write_text(json.dumps(cases))
