"""Reference files for src/model/weights and src/model/source: fixtures/weights/.

    pip install torch transformers safetensors gguf && python test/golden/make_weights.py

quants.gguf                 two rows of every tensor type that is read, blocks by gguf-py (K-quants, which it cannot write:
                            random blocks with ordinary and with subnormal scales)
quants-expected.safetensors what gguf.quants.dequantize makes of them
half.safetensors            one in eleven of all half and bfloat16 bit patterns, and some float32
half-expected.safetensors   the same as float32, by torch
adapter.safetensors         float32 tensors as the reference implementation writes them; the test writes the same bytes
gemma2-q8.gguf              a small Gemma 2 with quantised matrices, permuted and shifted as llama.cpp does
llama-q4.gguf               the same for a Llama with grouped heads
*-expected.safetensors      their state dicts as transformers' own GGUF loader reads them
configs.json                config.json contents (old and new forms) and what transformers' config classes make of them
"""

import json
from pathlib import Path

import gguf
import numpy as np
import torch
from gguf import GGMLQuantizationType as Type
from safetensors.numpy import save_file as save_numpy
from safetensors.torch import save_file
from transformers import (
    AutoConfig,
    AutoModelForCausalLM,
    Gemma2Config,
    Gemma2ForCausalLM,
    Gemma3Config,
    Gemma3TextConfig,
    GemmaConfig,
    LlamaConfig,
    LlamaForCausalLM,
)

from gguf_of import permute

OUT = Path(__file__).parent / "fixtures" / "weights"
SIMPLE = [Type.F32, Type.F16, Type.BF16, Type.Q8_0, Type.Q4_0, Type.Q4_1, Type.Q5_0, Type.Q5_1]
K_QUANTS = {Type.Q4_K: (0, 2), Type.Q5_K: (0, 2), Type.Q6_K: (208,)}  # where the half scales are in a block


def random_blocks(kind, rows, columns, rng):
    elements, size = gguf.GGML_QUANT_SIZES[kind]
    blocks = rng.integers(0, 256, (rows * columns // elements, size), dtype=np.uint8)
    for at in K_QUANTS[kind]:
        scales = rng.normal(0, 0.01, len(blocks)).astype(np.float16)
        scales[::3] = rng.integers(1, 1024, len(scales[::3]), dtype=np.uint16).view(np.float16)  # subnormal
        blocks[:, at : at + 2] = scales.view(np.uint8).reshape(-1, 2)
    return blocks.reshape(rows, -1)


def quants():
    rng = np.random.default_rng(7)
    writer = gguf.GGUFWriter(OUT / "quants.gguf", "llama")
    writer.add_string("test.text", "grüße 🌍")
    writer.add_array("test.texts", ["a", "", "é"])
    writer.add_array("test.floats", [0.5, -1.25])
    writer.add_array("test.bools", [True, False])
    writer.add_int64("test.negative", -5)
    writer.add_uint64("test.large", 2**63 + 1)
    expected = {}
    for kind in [*SIMPLE, *K_QUANTS]:
        if kind in K_QUANTS:
            data = random_blocks(kind, 2, 512, rng)
        else:
            data = gguf.quants.quantize(rng.normal(0, 0.3, (2, 96)).astype(np.float32), kind)
        writer.add_tensor(kind.name, data, raw_dtype=kind)
        expected[kind.name] = gguf.quants.dequantize(data, kind).astype(np.float32)
    finish(writer)
    save_numpy(expected, OUT / "quants-expected.safetensors")


def finish(writer):
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def halves():
    bits = torch.from_numpy(np.arange(0, 65536, 11).astype(np.uint16).view(np.int16).copy())
    half, bfloat = bits.view(torch.float16), bits.view(torch.bfloat16)
    torch.manual_seed(3)
    tensors = {
        "half": half[~half.isnan()].contiguous(),
        "bfloat": bfloat[~bfloat.isnan()].contiguous(),
        "single": torch.randn(3, 5),
        "scalar": torch.tensor(2.5),
        "empty": torch.zeros(0, 4),
    }
    save_file(tensors, OUT / "half.safetensors", metadata={"format": "pt"})
    save_file({k: v.float() for k, v in tensors.items()}, OUT / "half-expected.safetensors")


def adapter():
    torch.manual_seed(4)
    names = ["layers.10.b", "layers.2.a", "Z", "z.lora_A.weight", "é"]
    tensors = {name: torch.randn(2, i + 1) for i, name in enumerate(names)}
    save_file(tensors, OUT / "adapter.safetensors", metadata={"format": "pt"})


def write_model(model, arch, path, names, kind):
    """Like gguf_of.write_gguf, but with quantised matrices and no tokenizer."""
    config = model.config
    writer = gguf.GGUFWriter(path, arch)
    writer.add_context_length(config.max_position_embeddings)
    writer.add_embedding_length(config.hidden_size)
    writer.add_block_count(config.num_hidden_layers)
    writer.add_feed_forward_length(config.intermediate_size)
    writer.add_head_count(config.num_attention_heads)
    writer.add_head_count_kv(config.num_key_value_heads)
    writer.add_layer_norm_rms_eps(config.rms_norm_eps)
    writer.add_key_length(config.head_dim)
    writer.add_value_length(config.head_dim)
    writer.add_rope_freq_base(config.rope_parameters["rope_theta"])
    writer.add_vocab_size(config.vocab_size)
    writer.add_bos_token_id(config.bos_token_id)
    writer.add_eos_token_id(config.eos_token_id)
    if arch == "llama":
        writer.add_rope_dimension_count(config.head_dim)
    else:
        writer.add_sliding_window(config.sliding_window)
        writer.add_attn_logit_softcapping(config.attn_logit_softcapping)
        writer.add_final_logit_softcapping(config.final_logit_softcapping)
    for name, tensor in model.state_dict().items():
        if name == "lm_head.weight" and config.tie_word_embeddings:
            continue
        values = tensor.float().numpy()
        if arch == "gemma2" and name.endswith("norm.weight"):
            values = values + 1
        if arch == "llama" and name.endswith("q_proj.weight"):
            values = permute(values, config.num_attention_heads)
        if arch == "llama" and name.endswith("k_proj.weight"):
            values = permute(values, config.num_key_value_heads)
        parts = name.removesuffix(".weight").split(".", 3)
        stored = f"blk.{parts[2]}.{names[parts[3]]}.weight" if len(parts) == 4 else names[name]
        this = kind if values.ndim == 2 else Type.F32
        writer.add_tensor(stored, gguf.quants.quantize(values, this), raw_dtype=this)
    finish(writer)
    loaded = AutoModelForCausalLM.from_pretrained(path.parent, gguf_file=path.name, dtype=torch.float32)
    state = {k: v.contiguous() for k, v in loaded.state_dict().items()}
    if config.tie_word_embeddings:
        del state["lm_head.weight"]
    save_file(state, path.with_name(f"{path.stem}-expected.safetensors"))


OUTSIDE = {
    "model.embed_tokens.weight": "token_embd.weight",
    "model.norm.weight": "output_norm.weight",
    "lm_head.weight": "output.weight",
}
LAYER = {
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
    "input_layernorm": "attn_norm",
}
GEMMA2 = {
    "post_attention_layernorm": "post_attention_norm",
    "pre_feedforward_layernorm": "ffn_norm",
    "post_feedforward_layernorm": "post_ffw_norm",
}


def models():
    small = dict(
        vocab_size=40,
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        head_dim=16,
        max_position_embeddings=128,
        attn_implementation="eager",
    )
    torch.manual_seed(5)
    gemma2 = Gemma2ForCausalLM(Gemma2Config(**small, sliding_window=8)).eval()
    llama = LlamaForCausalLM(LlamaConfig(**small, bos_token_id=1, eos_token_id=2)).eval()
    with torch.no_grad():
        for model in (gemma2, llama):
            for name, parameter in model.named_parameters():
                if name.endswith("norm.weight"):
                    parameter.add_(torch.randn_like(parameter) * 0.1)
    write_model(gemma2, "gemma2", OUT / "gemma2-q8.gguf", OUTSIDE | LAYER | GEMMA2, Type.Q8_0)
    llama_names = OUTSIDE | LAYER | {"post_attention_layernorm": "ffn_norm"}
    write_model(llama, "llama", OUT / "llama-q4.gguf", llama_names, Type.Q4_1)


FIELDS = [
    "vocab_size", "hidden_size", "intermediate_size", "num_hidden_layers", "num_attention_heads",
    "num_key_value_heads", "head_dim", "rms_norm_eps", "max_position_embeddings", "tie_word_embeddings",
    "bos_token_id", "pad_token_id",
]  # fmt: skip
OPTIONAL = ["layer_types", "sliding_window", "query_pre_attn_scalar", "attn_logit_softcapping", "final_logit_softcapping"]
CLASSES = {
    "GemmaForCausalLM": GemmaConfig,
    "Gemma2ForCausalLM": Gemma2Config,
    "Gemma3ForCausalLM": Gemma3TextConfig,
    "Gemma3ForConditionalGeneration": Gemma3Config,
    "LlamaForCausalLM": LlamaConfig,
}
LLAMA3 = {"factor": 32.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0, "original_max_position_embeddings": 8192}
CONFIGS = {
    "gemma, all defaults": ("GemmaForCausalLM", {}),
    "gemma 2b": (
        "GemmaForCausalLM",
        dict(
            hidden_act="gelu", hidden_size=2048, intermediate_size=16384, num_attention_heads=8, num_hidden_layers=18,
            num_key_value_heads=1, head_dim=256, rope_scaling=None, rope_theta=10000.0, vocab_size=256000,
        ),
    ),
    "gemma2, all defaults": ("Gemma2ForCausalLM", {}),
    "gemma2 27b": (
        "Gemma2ForCausalLM",
        dict(
            hidden_size=4608, intermediate_size=36864, num_hidden_layers=46, num_attention_heads=32,
            num_key_value_heads=16, head_dim=128, query_pre_attn_scalar=144, rope_theta=10000.0, eos_token_id=[1, 107],
        ),
    ),
    "gemma3, all defaults": ("Gemma3ForCausalLM", {}),
    "gemma3 270m, old form": (
        "Gemma3ForCausalLM",
        dict(
            hidden_size=640, intermediate_size=2048, num_hidden_layers=18, num_attention_heads=4, num_key_value_heads=1,
            max_position_embeddings=32768, sliding_window=512, rope_theta=1e6, rope_local_base_freq=10000.0,
            rope_scaling=None, vocab_size=262144, _sliding_window_pattern=6,
        ),
    ),
    "gemma3, pattern of three": (
        "Gemma3ForCausalLM",
        dict(num_hidden_layers=7, sliding_window_pattern=3, rope_scaling={"rope_type": "linear", "factor": 4.0}),
    ),
    "gemma3, rope_parameters": (
        "Gemma3ForCausalLM",
        dict(
            num_hidden_layers=6,
            rope_parameters={
                "full_attention": {"rope_type": "linear", "factor": 8.0, "rope_theta": 500000.0},
                "sliding_attention": {"rope_type": "default", "rope_theta": 20000.0},
            },
        ),
    ),
    "gemma3 4b, multimodal": (
        "Gemma3ForConditionalGeneration",
        dict(
            eos_token_id=[1, 106],
            text_config=dict(
                hidden_size=2560, intermediate_size=10240, model_type="gemma3_text", num_hidden_layers=34,
                rope_scaling={"factor": 8.0, "rope_type": "linear"}, sliding_window=1024,
            ),
        ),
    ),
    "llama, all defaults": ("LlamaForCausalLM", {}),
    "llama 3.2 1b, old form": (
        "LlamaForCausalLM",
        dict(
            bos_token_id=128000, eos_token_id=[128001, 128008, 128009], head_dim=64, hidden_size=2048,
            intermediate_size=8192, max_position_embeddings=131072, num_attention_heads=32, num_hidden_layers=16,
            num_key_value_heads=8, rms_norm_eps=1e-5, rope_scaling={**LLAMA3, "rope_type": "llama3"},
            rope_theta=500000.0, tie_word_embeddings=True, vocab_size=128256,
        ),
    ),
    "llama, rope_parameters": (
        "LlamaForCausalLM",
        dict(
            hidden_size=64, num_attention_heads=4, num_hidden_layers=2, max_position_embeddings=4096,
            rope_parameters={"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
                             "rope_theta": 250000.0},
        ),
    ),
}  # fmt: skip


def expected_config(architecture, fields):
    config = CLASSES[architecture](**json.loads(json.dumps(fields)))
    text = getattr(config, "text_config", None) or config
    out = {name: getattr(text, name) for name in FIELDS}
    out |= {name: getattr(text, name, None) for name in OPTIONAL}
    eos = getattr(config, "eos_token_id", None)
    eos = text.eos_token_id if eos is None else eos
    out["eos_token_ids"] = eos if isinstance(eos, list) else [eos]
    rope = text.rope_parameters
    out["rope"] = rope if "full_attention" in rope else {"full_attention": rope}
    return out


def configs():
    cases = []
    for name, (architecture, fields) in CONFIGS.items():
        given = {"architectures": [architecture], **fields}
        cases.append({"name": name, "given": given, "expected": expected_config(architecture, fields)})
    for name in ("gemma2-q8", "llama-q4"):
        config = AutoConfig.from_pretrained(OUT, gguf_file=f"{name}.gguf")
        cases.append({"name": name, "gguf": f"{name}.gguf", "rms_norm_eps": config.rms_norm_eps})
    (OUT / "configs.json").write_text(json.dumps(cases, indent=1) + "\n")


if __name__ == "__main__":
    torch.set_num_threads(1)
    OUT.mkdir(parents=True, exist_ok=True)
    quants()
    halves()
    adapter()
    models()
    configs()
