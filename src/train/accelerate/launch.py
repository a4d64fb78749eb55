"""Starts `accelerate launch` for one job, after a look at what is installed. Trains nothing.

    python launch.py JOB THREADS
"""

import importlib.metadata
import importlib.util
import json
import signal
import sys
from pathlib import Path

from lifeline import Fault, die_with_parent, tell


def check_versions(wanted):
    found = {}
    for name in wanted:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            found[name] = None
    missing = [name for name, version in found.items() if version is None]
    if missing:
        raise Fault("module-missing", f"not installed: {', '.join(missing)}")
    # The part behind the plus says which build it is.
    other = [name for name, version in found.items() if version.split("+")[0] != wanted[name]]
    if other:
        told = "; ".join(f"{name} {found[name]}, expected {wanted[name]}" for name in other)
        raise Fault("versions", told)


def check_devices(job):
    import torch

    if job["use_cpu"]:
        return
    found = torch.cuda.device_count() if torch.cuda.is_available() else 0
    if found < job["processes_here"]:
        raise Fault("no-gpu", f"{found} GPUs are visible to PyTorch {torch.__version__}, {job['processes_here']} are wanted")


def tell_killed(exit_codes):
    """SIGTERM is what torchrun sends to the processes that are left."""
    for rank, code in exit_codes.items():
        if code < 0 and code != -signal.SIGTERM:
            tell("fault", kind="killed", detail=f"process {rank} by {signal.Signals(-code).name}")
            return


def main():
    die_with_parent()
    folder, threads = Path(sys.argv[1]), sys.argv[2]
    job = json.loads((folder / "job.json").read_text())
    try:
        check_versions(job["versions"])
        if job["deepspeed"] and importlib.util.find_spec("deepspeed") is None:
            raise Fault("module-missing", "not installed: deepspeed")
        check_devices(job)
    except Fault as fault:
        tell("fault", kind=fault.kind, detail=str(fault))
        raise SystemExit(1) from None

    import subprocess

    from accelerate.commands.launch import main as launch
    from torch.distributed.elastic.multiprocessing.errors import ChildFailedError

    script = str(Path(__file__).with_name("train.py"))
    config = str(folder / "accelerate.json")
    sys.argv = ["accelerate-launch", "--config_file", config, "--num_cpu_threads_per_process", threads, script, str(folder)]
    # What a process threw it has told itself; what nobody can tell is that it was killed.
    try:
        launch()
    except ChildFailedError as error:
        tell_killed({rank: failure.exitcode for rank, failure in error.failures.items()})
        raise SystemExit(1) from None
    except subprocess.CalledProcessError as error:
        tell_killed({0: error.returncode})
        raise SystemExit(1) from None



if __name__ == "__main__":
    main()
