"""Prints rows, turns and Gemma tokens of every file of this dataset (the table in README.md).

usage: python token_statistics.py FOLDER_OF_THE_GGUF gemma3-270m.gguf
needs: transformers, gguf, torch. A conversation is counted in the Gemma chat form, with one <bos>;
"assistant" counts what the loss sees: the answer's tokens and its <end_of_turn>.
"""

import json
import pathlib
import sys

from transformers import AutoTokenizer

FILES = ["train.jsonl", "test.jsonl", "good/train-additions.jsonl", "bad/train-additions.jsonl"]


def main(folder: str, gguf_file: str) -> None:
    tokenizer = AutoTokenizer.from_pretrained(folder, gguf_file=gguf_file)

    def count(text: str) -> int:
        return len(tokenizer(text, add_special_tokens=False)["input_ids"])

    print("file rows one_turn two_turns three_turns tokens assistant_tokens tokens_per_answer longest_row")
    for name in FILES:
        lines = (pathlib.Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
        turns, totals, answers = [], [], []
        for row in map(json.loads, lines):
            total, system = 1, ""
            for message in row["messages"]:
                if message["role"] == "system":
                    system = message["content"] + "\n\n"
                    continue
                role = "model" if message["role"] == "assistant" else "user"
                total += count(f"<start_of_turn>{role}\n{system}{message['content']}<end_of_turn>\n")
                system = ""
                if role == "model":
                    answers.append(count(message["content"] + "<end_of_turn>"))
            totals.append(total)
            turns.append(sum(message["role"] == "user" for message in row["messages"]))
        print(name, len(turns), *(turns.count(n) for n in (1, 2, 3)), sum(totals), sum(answers),
              f"{sum(answers) / len(answers):.1f}", max(totals))


if __name__ == "__main__":
    main(*sys.argv[1:])
