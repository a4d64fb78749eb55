"""TRL's SFTTrainer on tokenised rows with assistant masks, in the order of our batches. Its metrics stay on, as it ships."""

import tempfile
import warnings

from common import DEVICE, JOB, ROWS, Stopwatch, load_adapter, load_model, report

import datasets
import peft
import torch
import transformers
import trl
from torch.utils.data import SequentialSampler
from transformers import AutoTokenizer, TrainerCallback

warnings.filterwarnings("ignore")
datasets.disable_progress_bars()
transformers.utils.logging.set_verbosity_error()

batches = ROWS["batches"]
batch_size = max(len(indices) for indices in batches)
if any(len(indices) != batch_size for indices in batches[:-1]):
    raise SystemExit("only the last batch may be smaller")
rows = [ROWS["rows"][i] for indices in batches for i in indices]
dataset = datasets.Dataset.from_dict(
    {"input_ids": [row["ids"] for row in rows], "assistant_masks": [row["mask"] for row in rows]}
)

losses = []


class InOrder(trl.SFTTrainer):
    """Takes the rows in the order given, and keeps the loss of each step at full precision."""

    def _get_train_sampler(self, *args, **kwargs):
        return SequentialSampler(self.train_dataset)

    def compute_loss(self, *args, **kwargs):
        result = super().compute_loss(*args, **kwargs)
        losses.append(float((result[0] if isinstance(result, tuple) else result).detach()))
        return result


class Watch(TrainerCallback):
    def on_train_begin(self, *args, **kwargs):
        watch.start()

    def on_step_end(self, args, state, control, **kwargs):
        watch.stop(batches[state.global_step - 1], losses[-1])


model = load_adapter(load_model())
watch = Stopwatch()
padding_free = bool(JOB.get("padding_free"))
with tempfile.TemporaryDirectory() as folder:
    args = trl.SFTConfig(
        output_dir=folder,
        per_device_train_batch_size=batch_size,
        gradient_accumulation_steps=1,
        num_train_epochs=1,
        learning_rate=JOB["learning_rate"],
        lr_scheduler_type="constant",
        weight_decay=0.0,
        max_grad_norm=JOB["max_grad_norm"],
        max_length=None,
        packing=False,
        padding_free=padding_free,
        shuffle_dataset=False,
        loss_type=JOB["loss_type"],
        gradient_checkpointing=bool(JOB.get("checkpointing")),
        gradient_checkpointing_kwargs={"use_reentrant": False},
        bf16=DEVICE != "cpu",
        fp16=False,
        use_cpu=DEVICE == "cpu",
        dataloader_num_workers=0,
        save_strategy="no",
        logging_strategy="steps",
        logging_steps=1,
        report_to="none",
        disable_tqdm=True,
    )
    trainer = InOrder(
        model=model,
        args=args,
        train_dataset=dataset,
        processing_class=AutoTokenizer.from_pretrained(JOB["folder"]),
        callbacks=[Watch()],
    )
    trainer.remove_callback(transformers.PrinterCallback)
    trainer.train()

report(
    watch,
    {"transformers": transformers.__version__, "peft": peft.__version__, "trl": trl.__version__},
    loss_type=args.loss_type,
    attention=model.config._attn_implementation,
)
