"""The small random models of the golden fixtures and the conversations they see: configs, seeded weights, tokens."""

import json

import torch
from transformers import AutoModelForCausalLM, Gemma2Config, Gemma3TextConfig, GemmaConfig, LlamaConfig

LENGTHS = (7, 12, 9)
# Turns of the three conversations: [start, end) of what the assistant wrote. The first has one turn, the second two,
# the third ends in the assistant's words and starts with them right after BOS.
ASSISTANT = (((3, 7),), ((4, 7), (9, 12)), ((1, 4), (6, 9)))
SEED_OF = {"gemma": "2"}  # the others' seed is their name alone; greedy() refuses what that gives here

GEMMA = dict(
    vocab_size=160, hidden_size=32, num_attention_heads=4, head_dim=16, max_position_embeddings=64,
    bos_token_id=2, eos_token_id=1, pad_token_id=0,
)
LLAMA = dict(
    vocab_size=160, num_attention_heads=4, head_dim=16, max_position_embeddings=64,
    bos_token_id=1, eos_token_id=2, pad_token_id=0, rms_norm_eps=1e-5,
)  # fmt: skip


def model_configs():
    return {
        "gemma": GemmaConfig(**GEMMA, num_hidden_layers=3, num_key_value_heads=1, intermediate_size=96),
        # query_pre_attn_scalar differs from head_dim, the window is shorter than the conversations.
        "gemma2": Gemma2Config(
            **GEMMA, num_hidden_layers=4, num_key_value_heads=2, intermediate_size=96, query_pre_attn_scalar=24,
            sliding_window=4, attn_logit_softcapping=50.0, final_logit_softcapping=30.0,
        ),
        # Seven layers: layer 5 is global, the others local.
        "gemma3": Gemma3TextConfig(
            **GEMMA, num_hidden_layers=7, num_key_value_heads=2, intermediate_size=48, query_pre_attn_scalar=16,
            sliding_window=4,
            rope_parameters={
                "sliding_attention": {"rope_type": "default", "rope_theta": 10_000.0},
                "full_attention": {"rope_type": "default", "rope_theta": 1_000_000.0},
            },
        ),
        # As the larger Gemma 3 models: linear scaling, of the global layers alone. One key/value head, and every third
        # layer global instead of every sixth.
        "gemma3-linear": Gemma3TextConfig(
            **GEMMA, num_hidden_layers=4, sliding_window_pattern=3, num_key_value_heads=1, intermediate_size=64, query_pre_attn_scalar=24,
            sliding_window=4,
            rope_parameters={
                "sliding_attention": {"rope_type": "default", "rope_theta": 10_000.0},
                "full_attention": {"rope_type": "linear", "factor": 8.0, "rope_theta": 1_000_000.0},
            },
        ),
        "llama": LlamaConfig(
            **LLAMA, hidden_size=64, num_hidden_layers=3, num_key_value_heads=2, intermediate_size=48,
            tie_word_embeddings=True, rope_parameters={"rope_type": "default", "rope_theta": 10_000.0},
        ),
        # head_dim is not hidden_size / heads; with an original context of 32 the eight frequencies fall into all three
        # ranges of llama3's rule.
        "llama-untied": LlamaConfig(
            **LLAMA, hidden_size=48, num_hidden_layers=3, num_key_value_heads=2, intermediate_size=64,
            tie_word_embeddings=False,
            rope_parameters={
                "rope_type": "llama3", "rope_theta": 10_000.0, "factor": 8.0, "low_freq_factor": 1.0,
                "high_freq_factor": 4.0, "original_max_position_embeddings": 32,
            },
        ),
    }  # fmt: skip


# What these two configs look like on the Hub, where most files were written by transformers 4.
VERSION_4_CONFIGS = {
    "gemma3-linear": dict(
        architectures=["Gemma3ForCausalLM"], model_type="gemma3_text", dtype=None, torch_dtype="float32",
        transformers_version="4.51.0", rope_parameters=None, layer_types=None, rope_theta=1_000_000.0,
        rope_local_base_freq=10_000.0, rope_scaling={"factor": 8.0, "rope_type": "linear"}, sliding_window_pattern=3,
        _sliding_window_pattern=None, use_bidirectional_attention=None, tie_word_embeddings=None,
    ),
    "llama": dict(
        dtype=None, torch_dtype="float32", transformers_version="4.31.0", rope_parameters=None, rope_theta=10_000.0,
        rope_scaling=None, head_dim=None,
    ),
}  # fmt: skip


def seeded(name, salt):
    text = name + SEED_OF.get(name, "") + salt
    return torch.Generator().manual_seed(sum(ord(c) * 31**i for i, c in enumerate(text)) % 2**31)


def randomise(model, name):
    """Weights large enough that every part of the layer shows in the numbers."""
    generator = seeded(name, "weights")
    around = 1.0 if name.startswith("llama") else 0.0
    for key, parameter in model.named_parameters():
        noise = torch.randn(parameter.shape, generator=generator)
        if key.endswith("norm.weight"):
            value = around + 0.3 * noise
        elif "embed_tokens" in key or "lm_head" in key:
            value = 0.3 * noise
        else:
            value = (0.25 if "q_proj" in key or "k_proj" in key else 0.15) * noise
        parameter.data.copy_(value)


def save_model(config, name, folder):
    torch.manual_seed(0)
    model = AutoModelForCausalLM.from_config(config, attn_implementation="eager", dtype=torch.float32)
    randomise(model, name)
    model.save_pretrained(folder)
    if name in VERSION_4_CONFIGS:
        path = folder / "config.json"
        written = json.loads(path.read_text())
        for key, value in VERSION_4_CONFIGS[name].items():
            written.pop(key, None) if value is None and key != "rope_scaling" else written.update({key: value})
        path.write_text(json.dumps(written, indent=2, sort_keys=True) + "\n")
    # Read back: what is expected is what the files say.
    model = AutoModelForCausalLM.from_pretrained(folder, attn_implementation="eager", dtype=torch.float32).eval()
    assert config.rope_parameters == model.config.rope_parameters, model.config.rope_parameters
    assert getattr(config, "layer_types", None) == getattr(model.config, "layer_types", None)
    return model


def conversations(config, name):
    generator = seeded(name, "tokens")
    rows = []
    for length, turns in zip(LENGTHS, ASSISTANT):
        ids = torch.randint(3, config.vocab_size, (length,), generator=generator)
        ids[0] = config.bos_token_id
        mask = torch.zeros(length, dtype=torch.int64)
        for start, end in turns:
            mask[start:end] = 1
        rows.append((ids, mask))
    return rows
