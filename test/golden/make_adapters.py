"""Adapters as PEFT writes them: test/golden/fixtures/adapters/<name>/ and expected.json with values as torch sees them.

    pip install torch transformers peft && python test/golden/make_adapters.py
"""

import json
import shutil
from pathlib import Path

import torch
from peft import LoraConfig, get_peft_model
from transformers import Gemma3Config, Gemma3ForConditionalGeneration, LlamaConfig, LlamaForCausalLM

OUT = Path(__file__).parent / "fixtures" / "adapters"

MODEL = LlamaConfig(
    vocab_size=32,
    hidden_size=8,
    intermediate_size=12,
    num_hidden_layers=2,
    num_attention_heads=2,
    num_key_value_heads=1,
    head_dim=4,
)

# Its vision part has layers of the same names, which a list of names would mean, too.
MULTIMODAL = Gemma3Config(
    text_config=dict(
        vocab_size=32,
        hidden_size=8,
        intermediate_size=12,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=1,
        head_dim=4,
    ),
    vision_config=dict(
        hidden_size=8, intermediate_size=12, num_hidden_layers=1, num_attention_heads=2, image_size=28, patch_size=14
    ),
)
MULTIMODAL_TARGETS = r"model\.language_model\.layers\.\d+\.(?:self_attn\.q_proj|mlp\.down_proj)"

ADAPTERS = {
    "all-linear": dict(r=2, lora_alpha=4, lora_dropout=0.1, target_modules="all-linear", use_rslora=True),
    "regex": dict(r=3, lora_alpha=6, target_modules=r".*\.(q_proj|v_proj)$"),
    "list-bf16": dict(r=1, lora_alpha=16, target_modules=["down_proj", "k_proj"]),
    "dora": dict(r=1, target_modules=["q_proj"], use_dora=True),
    "one-layer": dict(r=1, target_modules=["q_proj"], layers_to_transform=[1]),
    "with-head": dict(r=1, target_modules=["q_proj", "lm_head"]),
}



def values_of(model) -> dict:
    return {
        key.replace(".default", "").removeprefix("base_model.model."): {
            "shape": list(value.shape),
            "values": value.float().flatten().tolist(),
        }
        for key, value in model.state_dict().items()
        if "lora_" in key
    }


def make(name: str, seed: int, base, origin: str, options: dict) -> dict:
    torch.manual_seed(seed)
    base = base()
    base.name_or_path = origin
    model = get_peft_model(base, LoraConfig(task_type="CAUSAL_LM", revision="0123abc", **options))
    for parameter in model.parameters():
        if parameter.requires_grad:
            parameter.data = torch.randn_like(parameter) * 0.5
    if name.endswith("bf16"):
        model = model.to(torch.bfloat16)
    folder = OUT / name
    shutil.rmtree(folder, ignore_errors=True)
    model.save_pretrained(folder, save_embedding_layers=False)
    (folder / "README.md").unlink(missing_ok=True)
    (folder / "adapter_model.safetensors").chmod(0o644)
    return values_of(model)


if __name__ == "__main__":
    torch.set_num_threads(1)
    expected = {
        name: make(name, seed, lambda: LlamaForCausalLM(MODEL), "example/tiny-llama", options)
        for seed, (name, options) in enumerate(ADAPTERS.items())
    }
    expected["multimodal"] = make(
        "multimodal",
        len(ADAPTERS),
        lambda: Gemma3ForConditionalGeneration(MULTIMODAL),
        "example/tiny-gemma3",
        dict(r=2, lora_alpha=4, target_modules=MULTIMODAL_TARGETS),
    )
    (OUT / "expected.json").write_text(json.dumps(expected))
