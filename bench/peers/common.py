"""What every peer's process shares: the job it was given, its threads, the rows, and the one line of JSON it prints."""

import json
import os
import resource
import sys
import time

JOB = json.load(open(sys.argv[1]))
STARTED = float(sys.argv[2]) / 1000  # when the process was started, seconds since the epoch

os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")

import torch  # noqa: E402

torch.set_num_threads(JOB["threads"])
torch.set_num_interop_threads(1)
torch.manual_seed(0)

with open(JOB["rows"]) as file:
    ROWS = json.load(file)

IGNORE_INDEX = -100
# float32 on a processor; on a GPU bfloat16, as people train there.
DEVICE = JOB.get("device", "cpu")
DTYPE = torch.float32 if DEVICE == "cpu" else torch.bfloat16
if DEVICE != "cpu":
    torch.backends.cuda.matmul.allow_tf32 = True


def load_model():
    from transformers import AutoModelForCausalLM

    return AutoModelForCausalLM.from_pretrained(JOB["folder"], dtype=DTYPE).to(DEVICE)


def load_adapter(model):
    from peft import PeftConfig, PeftModel

    config = PeftConfig.from_pretrained(JOB["adapter"])
    config.lora_dropout = JOB.get("lora_dropout", config.lora_dropout)
    return PeftModel.from_pretrained(model, JOB["adapter"], is_trainable=True, config=config)


def labels_of(row):
    return [token if learnt else IGNORE_INDEX for token, learnt in zip(row["ids"], row["mask"])]


def padded_batch(indices):
    """input_ids, attention_mask and labels of some rows, padded on the right to the longest."""
    rows = [ROWS["rows"][i] for i in indices]
    longest = max(len(row["ids"]) for row in rows)

    def padded(values, filler):
        return values + [filler] * (longest - len(values))

    batch = {
        "input_ids": [padded(row["ids"], ROWS["pad_token_id"]) for row in rows],
        "attention_mask": [padded([1] * len(row["ids"]), 0) for row in rows],
        "labels": [padded(labels_of(row), IGNORE_INDEX) for row in rows],
    }
    return {name: torch.tensor(values, device=DEVICE) for name, values in batch.items()}


def batch_tokens(indices):
    """Tokens and supervised tokens, padding not counted."""
    rows = [ROWS["rows"][i] for i in indices]
    return sum(len(row["ids"]) for row in rows), sum(sum(row["mask"]) for row in rows)


def peak_rss_bytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


class Stopwatch:
    """Seconds of each step, in the order they happen."""

    def __init__(self):
        self.loaded = time.time() - STARTED
        self.rss_after_load = peak_rss_bytes()
        self.first = None
        self.steps = []
        self._at = None
        self._cpu = None

    def start(self):
        self._at = time.perf_counter()
        self._cpu = time.process_time()

    def stop(self, indices, loss, **more):
        if DEVICE != "cpu":
            torch.cuda.synchronize()
        seconds = time.perf_counter() - self._at
        cpu_seconds = time.process_time() - self._cpu
        if self.first is None:
            self.first = time.time() - STARTED
        tokens, supervised = batch_tokens(indices)
        self.steps.append(
            {
                "seconds": seconds,
                "cpu_seconds": cpu_seconds,
                "tokens": tokens,
                "supervised": supervised,
                "loss": loss,
                **more,
            }
        )
        self.start()


def report(watch, versions, **more):
    """The process's only line on standard output."""
    print(
        json.dumps(
            {
                "load_seconds": watch.loaded,
                "time_to_first_step_seconds": watch.first,
                "steps": watch.steps,
                "rss_after_load_bytes": watch.rss_after_load,
                "peak_rss_bytes": peak_rss_bytes(),
                "peak_device_bytes": None if DEVICE == "cpu" else torch.cuda.max_memory_allocated(),
                "threads": torch.get_num_threads(),
                "versions": {"python": sys.version.split()[0], "torch": torch.__version__, **versions},
                **more,
            }
        )
    )
