"""Writes a transformers model as a float32 GGUF file the way llama.cpp's converter does: its tensor names, Gemma's norms
stored with 1 added, Llama's q and k rows permuted to interleaved rotary pairs, llama3's rotary factors as a tensor."""

import math

import gguf
import numpy as np

NAMES = {
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "self_attn.q_norm": "attn_q_norm",
    "self_attn.k_norm": "attn_k_norm",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
    "input_layernorm": "attn_norm",
}
NORMS = {
    "gemma3": {
        "post_attention_layernorm": "post_attention_norm",
        "pre_feedforward_layernorm": "ffn_norm",
        "post_feedforward_layernorm": "post_ffw_norm",
    },
    "llama": {"post_attention_layernorm": "ffn_norm"},
}
OUTSIDE = {"model.embed_tokens.weight": "token_embd.weight", "model.norm.weight": "output_norm.weight"}


def gguf_name(name, arch):
    if name in OUTSIDE:
        return OUTSIDE[name]
    if name == "lm_head.weight":
        return "output.weight"
    _model, _layers, layer, part = name.split(".", 3)
    part = part.removesuffix(".weight")
    return f"blk.{layer}.{(NAMES | NORMS[arch])[part]}.weight"


def permute(weights, heads):
    """llama.cpp conversion: LlamaModel.permute."""
    rows = weights.shape[0]
    return weights.reshape(heads, 2, rows // heads // 2, *weights.shape[1:]).swapaxes(1, 2).reshape(weights.shape)


def llama3_factors(rope, head_dim):
    """llama.cpp conversion: LlamaModel.generate_extra_tensors."""
    freqs = 1.0 / (rope["rope_theta"] ** (np.arange(0, head_dim, 2, dtype=np.float32) / head_dim))
    low = rope["original_max_position_embeddings"] / rope["low_freq_factor"]
    high = rope["original_max_position_embeddings"] / rope["high_freq_factor"]
    factors = []
    for freq in freqs:
        wavelen = 2 * math.pi / freq
        if wavelen < high:
            factors.append(1)
        elif wavelen > low:
            factors.append(rope["factor"])
        else:
            smooth = (rope["original_max_position_embeddings"] / wavelen - rope["low_freq_factor"]) / (
                rope["high_freq_factor"] - rope["low_freq_factor"]
            )
            factors.append(1 / ((1 - smooth) / rope["factor"] + smooth))
    return np.array(factors, dtype=np.float32)


def tokens_of(config):
    """A SentencePiece-like vocabulary: special tokens at the model's ids, then one token per visible character."""
    characters = ["\u2581"] + [chr(c) for c in range(33, 127)]
    characters += [chr(c) for c in range(0xC0, 0x180)]
    texts = characters[: config.vocab_size - 4]
    special = {config.pad_token_id: "<pad>", config.eos_token_id: "<eos>", config.bos_token_id: "<bos>", 3: "<unk>"}
    tokens, types, scores, rest = [], [], [], iter(texts)
    for index in range(config.vocab_size):
        tokens.append(special[index] if index in special else next(rest))
        kind = gguf.TokenType.NORMAL
        if index in special:
            kind = gguf.TokenType.UNKNOWN if special[index] == "<unk>" else gguf.TokenType.CONTROL
        types.append(kind)
        scores.append(0.0 if index in special else -float(index))
    return tokens, types, scores


def write_gguf(model, path):
    config = model.config
    arch = "gemma3" if config.model_type.startswith("gemma3") else config.model_type
    writer = gguf.GGUFWriter(path, arch)
    writer.add_name(path.stem)
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    writer.add_context_length(config.max_position_embeddings)
    writer.add_embedding_length(config.hidden_size)
    writer.add_block_count(config.num_hidden_layers)
    writer.add_feed_forward_length(config.intermediate_size)
    writer.add_head_count(config.num_attention_heads)
    writer.add_head_count_kv(config.num_key_value_heads)
    writer.add_layer_norm_rms_eps(config.rms_norm_eps)
    writer.add_key_length(config.head_dim)
    writer.add_value_length(config.head_dim)
    if arch == "gemma3":
        writer.add_rope_freq_base(config.rope_parameters["full_attention"]["rope_theta"])
        writer.add_sliding_window(config.sliding_window)
    else:
        writer.add_vocab_size(config.vocab_size)
        writer.add_rope_freq_base(config.rope_parameters["rope_theta"])
        writer.add_rope_dimension_count(config.head_dim)
    tokens, types, scores = tokens_of(config)
    writer.add_tokenizer_model("llama")
    writer.add_tokenizer_pre("default")
    writer.add_token_list(tokens)
    writer.add_token_scores(scores)
    writer.add_token_types(types)
    writer.add_bos_token_id(config.bos_token_id)
    writer.add_eos_token_id(config.eos_token_id)
    writer.add_unk_token_id(3)
    writer.add_pad_token_id(config.pad_token_id)
    writer.add_add_bos_token(True)
    writer.add_add_eos_token(False)
    if arch == "llama" and config.rope_parameters["rope_type"] == "llama3":
        writer.add_tensor("rope_freqs.weight", llama3_factors(config.rope_parameters, config.head_dim))
    for name, tensor in model.state_dict().items():
        if name == "lm_head.weight" and config.tie_word_embeddings:
            continue
        values = tensor.numpy()
        if arch == "gemma3" and name.endswith("norm.weight"):
            values = values + 1
        if arch == "llama" and name.endswith("q_proj.weight"):
            values = permute(values, config.num_attention_heads)
        if arch == "llama" and name.endswith("k_proj.weight"):
            values = permute(values, config.num_key_value_heads)
        writer.add_tensor(gguf_name(name, arch), np.ascontiguousarray(values, dtype=np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
