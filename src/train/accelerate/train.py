"""One process of a training: TRL's SFTTrainer over rows, batches and learning rates that lora-gate has decided.

Every micro-batch of the plan is one element of the dataset, so the order of the plan is that of the dataset and TRL draws
nothing but the dropout masks. Knows no dataset files, no chat template and no tokenizer.
"""

import errno
import json
import math
import os
import shutil
import sys
import time
import traceback
from pathlib import Path

from lifeline import Fault, die_with_parent, tell

IGNORE_INDEX = -100


class Rows:
    """The tokenised rows, mapped from their files: processes of one machine share the memory."""

    def __init__(self, folder, max_length, packing):
        import numpy

        self.ids = numpy.memmap(folder / "ids.bin", dtype="<i4", mode="r")
        self.mask = numpy.memmap(folder / "mask.bin", dtype="u1", mode="r")
        self.offsets = numpy.fromfile(folder / "offsets.bin", dtype="<f8").astype("i8")
        self.max_length = max_length
        self.packing = packing

    def lines(self, rows):
        """Which rows go into one line of the batch: one, or with packing as many as max_length holds, in their order."""
        lines, room = [], 0
        for row in rows:
            length = int(self.offsets[row + 1] - self.offsets[row])
            if not lines or not self.packing or length > room:
                lines.append([])
                room = self.max_length
            lines[-1].append(row)
            room -= length
        return lines

    def batch(self, rows):
        """input_ids, labels and position_ids [lines, longest line].

        Positions start at 0 with every row, which is how transformers tells where one ends: no row sees another, nor the
        padding. The first token of a row is nobody's target. No rows give a batch that teaches nothing.
        """
        import torch

        lines = self.lines(rows)
        width = max([2, *(sum(int(self.offsets[r + 1] - self.offsets[r]) for r in line) for line in lines)])
        shape = (max(1, len(lines)), width)
        ids = torch.zeros(shape, dtype=torch.long)
        labels = torch.full(shape, IGNORE_INDEX, dtype=torch.long)
        positions = torch.arange(width).repeat(shape[0], 1)
        for i, line in enumerate(lines):
            at = 0
            for row in line:
                start, end = int(self.offsets[row]), int(self.offsets[row + 1])
                tokens = torch.tensor(self.ids[start:end], dtype=torch.long)
                learnt = torch.tensor(self.mask[start:end], dtype=torch.bool)
                learnt[0] = False
                to = at + end - start
                ids[i, at:to] = tokens
                labels[i, at:to] = torch.where(learnt, tokens, IGNORE_INDEX)
                positions[i, at:to] = torch.arange(to - at)
                at = to
            positions[i, at:] = torch.arange(width - at)
        return {"input_ids": ids, "labels": labels, "position_ids": positions}


def load_model(job):
    """The frozen model with the initial adapter on it. Safetensors, never a pickle, never code of the model's."""
    import torch
    from peft import PeftModel, get_peft_model_state_dict
    from safetensors import safe_open
    from transformers import AutoModelForCausalLM

    model = AutoModelForCausalLM.from_pretrained(
        job["model"],
        use_safetensors=True,
        dtype=getattr(torch, job["base_dtype"]),
        attn_implementation=job["attention"],
        local_files_only=True,
        trust_remote_code=False,
    )
    initial = job["folder"] / "initial"
    with safe_open(initial / "adapter_model.safetensors", "pt") as file:
        given = set(file.keys())
    model = PeftModel.from_pretrained(model, str(initial), is_trainable=True)
    taken = set(get_peft_model_state_dict(model))
    if given != taken:
        raise Fault("layers", f"{type(model.get_base_model()).__name__} has other layers: {', '.join(sorted(given ^ taken)[:3])}")
    return model


def make_tokenizer():
    """SFTTrainer wants one; the rows are tokenised, so this one knows a single word."""
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from transformers import PreTrainedTokenizerFast

    empty = Tokenizer(WordLevel({"<pad>": 0}, unk_token="<pad>"))
    return PreTrainedTokenizerFast(tokenizer_object=empty, pad_token="<pad>", eos_token="<pad>")


def make_arguments(job):
    import trl

    return trl.SFTConfig(
        output_dir=str(job["folder"] / "trainer"),
        per_device_train_batch_size=1,  # one micro-batch of the plan
        gradient_accumulation_steps=job["accumulation"],
        max_steps=job["steps"],
        learning_rate=job["learning_rate"],
        optim="adamw_torch",
        adam_beta1=0.9,
        adam_beta2=0.999,
        adam_epsilon=1e-8,
        weight_decay=job["weight_decay"],
        max_grad_norm=job["max_grad_norm"],
        max_length=None,
        packing=False,
        shuffle_dataset=False,
        dataset_kwargs={"skip_prepare_dataset": True},
        remove_unused_columns=False,
        activation_checkpointing=job["gradient_checkpointing"],
        activation_checkpointing_kwargs={"use_reentrant": False},
        bf16=job["mixed_precision"] == "bf16",
        fp16=job["mixed_precision"] == "fp16",
        use_cpu=job["use_cpu"],
        ddp_backend="gloo" if job["use_cpu"] and int(os.environ.get("WORLD_SIZE", "1")) > 1 else None,
        ddp_timeout=job["ddp_timeout"],
        ddp_find_unused_parameters=False,
        seed=job["seed"],
        dataloader_num_workers=0,
        dataloader_pin_memory=not job["use_cpu"],
        logging_nan_inf_filter=False,
        logging_strategy="no",
        save_strategy="no",
        report_to="none",
        disable_tqdm=True,
    )


def trainer_class():
    import torch
    import transformers
    import trl

    class PlannedTrainer(trl.SFTTrainer):
        """Takes order and learning rates from the plan, and tells every step's loss over all processes."""

        def __init__(self, job, **more):
            self.job = job
            self.window = None
            self.norm = None
            super().__init__(args=make_arguments(job), **more)

        def _get_train_sampler(self, *_, **__):
            return torch.utils.data.SequentialSampler(self.train_dataset)

        def create_scheduler(self, num_training_steps, optimizer=None):
            rates, peak = self.job["rates"], self.job["learning_rate"]
            factor = lambda step: rates[min(step, len(rates) - 1)] / peak  # noqa: E731
            self.lr_scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer or self.optimizer, factor)
            self._created_lr_scheduler = True
            return self.lr_scheduler

        def training_step(self, *args, **kwargs):
            loss = super().training_step(*args, **kwargs)
            seen = loss.detach().float()
            self.window = seen if self.window is None else self.window + seen
            return loss

        def _get_grad_norm(self, *args, **kwargs):
            self.norm = super()._get_grad_norm(*args, **kwargs)
            return self.norm

    class Steps(transformers.TrainerCallback):
        """Every process sees the same numbers, so that all stop where one has to."""

        def on_step_begin(self, args, state, control, **_):
            self.started = time.perf_counter()

        def on_pre_optimizer_step(self, args, state, control, **_):
            trainer, step = self.trainer, state.global_step + 1
            norm = trainer.norm
            norm = norm.full_tensor() if hasattr(norm, "full_tensor") else norm
            # TRL multiplies by the number of processes what it divides by the tokens of all of them.
            self.loss = float(trainer.accelerator.reduce(trainer.window, reduction="mean"))
            self.grad_norm = math.nan if norm is None else float(norm)
            self.learning_rate = trainer._get_learning_rate()
            trainer.window = trainer.norm = None
            if not math.isfinite(self.loss):
                raise Fault("loss-not-finite", str(self.loss), step=step)
            # float16 starts with a scale that is too large and skips its first steps.
            if norm is not None and not math.isfinite(self.grad_norm) and not args.fp16:
                raise Fault("gradient-not-finite", str(self.grad_norm), step=step)

        def on_step_end(self, args, state, control, **_):
            if not state.is_local_process_zero:
                return
            tell(
                "step",
                step=state.global_step,
                loss=self.loss,
                learning_rate=self.learning_rate,
                grad_norm=self.grad_norm if math.isfinite(self.grad_norm) else None,
                seconds=time.perf_counter() - self.started,
            )

    return PlannedTrainer, Steps


def trained_tensors(model):
    """The adapter's tensors under PEFT's names, whole and in float32. Every process has to ask: sharded ones are gathered."""
    tensors = {}
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        whole = parameter.detach()
        if hasattr(whole, "full_tensor"):
            whole = whole.full_tensor()
        elif hasattr(parameter, "ds_id"):
            import deepspeed

            with deepspeed.zero.GatheredParameters([parameter]):
                whole = parameter.detach().clone()
        plain = name.replace("_checkpoint_wrapped_module.", "").replace("_orig_mod.", "").removeprefix("module.")
        tensors[plain.replace(".default.", ".")] = whole.float().cpu().contiguous()
    return tensors


def share(content, accelerator):
    """The bytes that the first process has, on all machines."""
    import torch

    size = torch.tensor([len(content)], device=accelerator.device)
    torch.distributed.broadcast(size, 0)
    box = torch.frombuffer(bytearray(content or bytes(int(size))), dtype=torch.uint8).to(accelerator.device)
    torch.distributed.broadcast(box, 0)
    return box.cpu().numpy().tobytes()


def check_machines(job, accelerator):
    """All machines must have been told the same: rows, recipe and versions."""
    from accelerate.utils import gather_object

    told = gather_object([job["identity"]])
    if len(set(told)) > 1:
        others = [i for i, identity in enumerate(told) if identity != told[0]]
        raise Fault("machines-differ", f"processes {', '.join(map(str, others))} have other rows, another recipe or other versions than process 0")


def run(job):
    import datasets
    import transformers
    from safetensors.torch import save

    transformers.utils.logging.set_verbosity_error()
    datasets.disable_progress_bars()
    transformers.utils.logging.disable_progress_bar()
    transformers.set_seed(job["seed"])
    plan = json.loads((job["folder"] / "plan.json").read_text())
    rows = Rows(job["folder"], job["max_length"], job["packing"])
    PlannedTrainer, Steps = trainer_class()
    steps = Steps()
    trainer = PlannedTrainer(
        job,
        model=load_model(job),
        train_dataset=datasets.Dataset.from_dict({"input_ids": plan}),
        data_collator=lambda examples: rows.batch(examples[0]["input_ids"]),
        processing_class=make_tokenizer(),
        callbacks=[steps],
    )
    steps.trainer = trainer
    trainer.remove_callback(transformers.PrinterCallback)
    accelerator = trainer.accelerator
    if job["machines"] > 1:
        check_machines(job, accelerator)
    if accelerator.is_local_main_process:
        tell("loaded", processes=accelerator.num_processes, distributed_type=str(accelerator.distributed_type.value))
    trainer.train()

    tensors = trained_tensors(trainer.model)
    content = save(tensors, {"format": "pt"}) if accelerator.is_main_process else b""
    if job["machines"] > 1:
        content = share(content, accelerator)
    if accelerator.is_local_main_process:
        out = job["folder"] / "trained"
        out.mkdir()
        (out / "adapter_model.safetensors").write_bytes(content)
        shutil.copy(job["folder"] / "initial" / "adapter_config.json", out)
    accelerator.wait_for_everyone()
    if accelerator.is_local_main_process:
        tell("trained")


def explain(error):
    """A Fault for what was thrown."""
    if isinstance(error, Fault):
        return error
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT):
        return Fault("disk-full", str(error))
    if isinstance(error, ModuleNotFoundError):
        return Fault("module-missing", str(error))
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
        return Fault("out-of-memory", str(error).split("\n")[0])
    return Fault("crash", f"{type(error).__name__}: {str(error).strip().splitlines()[0] if str(error).strip() else ''}")


def main():
    die_with_parent()
    folder = Path(sys.argv[1])
    job = {**json.loads((folder / "job.json").read_text()), "folder": folder}
    try:
        run(job)
    except Exception as error:  # noqa: BLE001
        fault = explain(error)
        if not isinstance(error, Fault):
            traceback.print_exc()
        tell("fault", kind=fault.kind, detail=str(fault), rank=int(os.environ.get("RANK", "0")), **fault.more)
        sys.stderr.flush()
        # Not sys.exit: a process that waits for the others in its clean-up would never end.
        os._exit(1)
    # The same after success: everything is written, and taking down the process group while another process is already gone
    # can abort this one.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
