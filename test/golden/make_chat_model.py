"""Makes the small random chat model of the end-to-end tests: a Gemma 3 of two layers whose vocabulary is that of the
gemma-like tokenizer fixture, which the tests lay beside it. Nothing is expected of its numbers but that it can learn.

    python make_chat_model.py            writes fixtures/chat-model/
"""

import json
from pathlib import Path

import torch
from transformers import Gemma3ForCausalLM, Gemma3TextConfig

FIXTURES = Path(__file__).parent / "fixtures"
TOKENIZER = FIXTURES / "tokenizers" / "gemma-like" / "tokenizer.json"


def main():
    tokenizer = json.loads(TOKENIZER.read_text())
    ids = [*tokenizer["model"]["vocab"].values(), *(token["id"] for token in tokenizer["added_tokens"])]
    special = {token["content"]: token["id"] for token in tokenizer["added_tokens"]}
    config = Gemma3TextConfig(
        vocab_size=max(ids) + 1, hidden_size=32, num_hidden_layers=2, num_attention_heads=2, num_key_value_heads=1,
        head_dim=16, intermediate_size=64, query_pre_attn_scalar=16, sliding_window=16, max_position_embeddings=512,
        layer_types=["sliding_attention", "full_attention"], bos_token_id=special["<bos>"],
        eos_token_id=special["<end_of_turn>"], pad_token_id=special["<pad>"],
        rope_parameters={
            "sliding_attention": {"rope_type": "default", "rope_theta": 10_000.0},
            "full_attention": {"rope_type": "default", "rope_theta": 1_000_000.0},
        },
    )  # fmt: skip
    torch.set_num_threads(1)
    torch.manual_seed(0)
    model = Gemma3ForCausalLM(config)
    for name, parameter in model.named_parameters():
        scale = 0.05 if name.endswith("norm.weight") else 0.2 if "embed_tokens" in name else 0.1
        parameter.data.normal_(0.0, scale)
    model.save_pretrained(FIXTURES / "chat-model")


if __name__ == "__main__":
    main()
