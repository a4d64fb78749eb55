"""Makes the golden fixtures of the model and training numerics: small random models of every architecture, and what
transformers, peft and torch compute with them (float32, eager attention). README.md beside this file says what each
tensor is. Knows nothing of the TypeScript code that is tested against it.

    python make_models.py            writes fixtures/models/
    python make_models.py --check    makes them anew in a temporary folder and compares
    python make_models.py gemma3     only the models named
"""

import argparse
import json
import math
import shutil
import sys
import tempfile
from pathlib import Path

import torch
from peft import LoraConfig, PeftModel, get_peft_model
from safetensors.torch import save_file
from transformers import AutoModelForCausalLM, get_scheduler

from golden_check import check
from golden_models import conversations, model_configs, save_model, seeded
from gguf_of import write_gguf

FIXTURES = Path(__file__).parent / "fixtures" / "models"
PROMPT_TOKENS = (5, 8, 3)  # of different lengths, for generation in a batch
NEW_TOKENS = 8
LINEAR = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
ADAPTERS = {
    "lora": dict(r=4, lora_alpha=8, target_modules=LINEAR),
    "rslora": dict(r=4, lora_alpha=8, target_modules=LINEAR, use_rslora=True),
    "lora-qv": dict(r=2, lora_alpha=4, target_modules=["q_proj", "v_proj"]),
}
# Every model has the first; what the scale and the choice of layers change does not depend on the architecture.
ADAPTERS_OF = {
    "gemma": ("lora",),
    "gemma2": ("lora",),
    "gemma3": ("lora",),
    "gemma3-linear": ("lora",),
    "llama": ("lora", "rslora", "lora-qv"),
    "llama-untied": ("lora",),
}
# Micro-batches of one accumulation window (indices of conversations), the same window in every step.
WINDOW = ((0, 1), (2,))
OPTIMIZER = dict(lr=1e-2, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.1)
SCHEDULE = dict(name="cosine", num_warmup_steps=1, num_training_steps=4)
STEPS = 3
MAX_GRAD_NORM = 1.0


def nll_of_targets(logits, ids):
    return torch.nn.functional.cross_entropy(logits[:-1].float(), ids[1:], reduction="none")


def forward_expected(model, rows):
    decoder = model.get_base_model().model if isinstance(model, PeftModel) else model.model
    hidden, expected = [], {}
    hooks = [decoder.layers[0].register_forward_pre_hook(lambda _m, args: hidden.append(args[0]))]
    for layer in decoder.layers:
        hooks.append(
            layer.register_forward_hook(lambda _m, _a, out: hidden.append(out[0] if isinstance(out, tuple) else out))
        )
    with torch.no_grad():
        for row, (ids, _mask) in enumerate(rows):
            hidden.clear()
            logits = model(input_ids=ids[None], use_cache=False).logits[0]
            for level, state in enumerate(hidden):
                expected[f"hidden.{row}.{level}"] = state[0].clone()
            expected[f"logits.{row}"] = logits.clone()
            expected[f"nll.{row}"] = nll_of_targets(logits, ids)
    for hook in hooks:
        hook.remove()
    return expected


def greedy(model, rows):
    answers, margins = [], []
    for (ids, _mask), length in zip(rows, PROMPT_TOKENS):
        prompt = ids[:length]
        out = model.generate(
            input_ids=prompt[None], attention_mask=torch.ones(1, len(prompt), dtype=torch.int64), do_sample=False,
            max_new_tokens=NEW_TOKENS, return_dict_in_generate=True, output_logits=True,
        )  # fmt: skip
        answer = out.sequences[0, len(prompt):].tolist()
        assert len(answer) == NEW_TOKENS, "an end token was generated: change the seed"
        for step in out.logits:
            first, second = step[0].topk(2).values.tolist()
            margins.append(first - second)
        answers.append(answer)
    # The test compares tokens, so that no choice may hang on rounding.
    assert min(margins) > 1e-3, min(margins)
    return answers


def nll_sum(model, rows, indices):
    total = 0.0
    for row in indices:
        ids, mask = rows[row]
        logits = model(input_ids=ids[None], use_cache=False).logits[0]
        total = total + (nll_of_targets(logits, ids) * mask[1:]).sum()
    return total


def plain_name(peft_name):
    """base_model.model.model.layers.0.self_attn.q_proj.lora_A.default.weight -> model.layers.0.….lora_A.weight"""
    return peft_name.removeprefix("base_model.model.").replace(".default.", ".")


def adapter_fixture(base_folder, name, adapter, rows, out):
    base = AutoModelForCausalLM.from_pretrained(base_folder, attn_implementation="eager", dtype=torch.float32)
    config = LoraConfig(**ADAPTERS[adapter], lora_dropout=0.0, bias="none", task_type="CAUSAL_LM")
    model = get_peft_model(base, config).eval()
    generator = seeded(name, adapter)
    trainable = {plain_name(k): p for k, p in model.named_parameters() if p.requires_grad}
    for key, parameter in trainable.items():
        scale = 1 / math.sqrt(parameter.shape[1]) if "lora_A" in key else 0.1
        parameter.data.copy_(scale * torch.randn(parameter.shape, generator=generator))
    model.save_pretrained(out)
    (out / "README.md").unlink(missing_ok=True)
    path = out / "adapter_config.json"
    written = json.loads(path.read_text())
    written["target_modules"] = sorted(written["target_modules"])  # a set in PEFT: its order changes from run to run
    written["base_model_name_or_path"] = f"golden/{name}"  # not the folder it was made in
    path.write_text(json.dumps(written, indent=2) + "\n")

    expected = {k: v for k, v in forward_expected(model, rows).items() if not k.startswith("hidden.")}
    answers = greedy(model, rows)
    supervised = sum(int(mask[1:].sum()) for _ids, mask in rows)
    loss = nll_sum(model, rows, range(len(rows))) / supervised
    loss.backward()
    for key, parameter in trainable.items():
        expected[f"gradient.{key}"] = parameter.grad.clone()

    steps = []
    optimizer = torch.optim.AdamW(trainable.values(), **OPTIMIZER)
    scheduler = get_scheduler(SCHEDULE["name"], optimizer, SCHEDULE["num_warmup_steps"], SCHEDULE["num_training_steps"])
    for _step in range(STEPS):
        optimizer.zero_grad()
        step_loss = 0.0
        for micro_batch in WINDOW:
            part = nll_sum(model, rows, micro_batch) / supervised
            part.backward()
            step_loss += part.item()
        norm = torch.nn.utils.clip_grad_norm_(trainable.values(), MAX_GRAD_NORM)
        steps.append(dict(loss=step_loss, grad_norm=norm.item(), learning_rate=scheduler.get_last_lr()[0]))
        optimizer.step()
        scheduler.step()
    for key, parameter in trainable.items():
        expected[f"trained.{key}"] = parameter.detach().clone()
    save(expected, out.parent.parent / f"expected.{adapter}.safetensors")
    return dict(generated=answers, loss=loss.item(), steps=steps)


def save(tensors, path):
    save_file({k: v.detach().to(torch.float32).contiguous() for k, v in tensors.items()}, path)


def make_model(name, config, out):
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    model = save_model(config, name, out / "model")
    rows = conversations(config, name)
    save(forward_expected(model, rows), out / "expected.safetensors")
    golden = dict(
        model=name,
        sequences=[ids.tolist() for ids, _ in rows],
        assistant_masks=[mask.tolist() for _, mask in rows],
        supervised=sum(int(mask[1:].sum()) for _, mask in rows),
        prompt_tokens=PROMPT_TOKENS,
        generated=greedy(model, rows),
        training=dict(
            window=WINDOW, optimizer={**OPTIMIZER, "betas": list(OPTIMIZER["betas"])}, schedule=SCHEDULE,
            max_grad_norm=MAX_GRAD_NORM,
        ),
        adapters={},
    )  # fmt: skip
    for adapter in ADAPTERS_OF[name]:
        (out / "adapters").mkdir(exist_ok=True)
        golden["adapters"][adapter] = adapter_fixture(
            out / "model", name, adapter, rows, out / "adapters" / adapter
        )
    (out / "golden.json").write_text(json.dumps(golden, indent=1) + "\n")
    if name in ("gemma3", "llama", "llama-untied"):
        write_gguf(model, out / f"{name}-f32.gguf")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="only these models")
    parser.add_argument("--check", action="store_true", help="compare a fresh generation with the committed files")
    parser.add_argument("--tolerance", type=float, default=2e-5, help="of --check, relative to a tensor's largest value")
    options = parser.parse_args()
    torch.set_num_threads(2)
    configs = {n: c for n, c in model_configs().items() if not options.names or n in options.names}
    if not options.check:
        for name, config in configs.items():
            make_model(name, config, FIXTURES / name)
            print(name, flush=True)
        return 0
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for name, config in configs.items():
            make_model(name, config, Path(folder) / name)
            problems, worst = check(Path(folder) / name, FIXTURES / name, options.tolerance)
            print(f"{name}: {'differs' if problems else 'same'}, largest relative difference {worst:.1e}", flush=True)
            for problem in problems:
                print(f"  {problem}")
            failed |= bool(problems)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
