/** What a failed training means, from what train.py told and from the end of its log. Pure; starts and stops nothing. */

import { stripVTControlCharacters } from 'node:util';
import { UserError } from '../../errors.ts';

/** As lifeline.py's Fault tells it. */
export interface Fault {
  kind: string;
  detail: string;
  /** Of a loss or gradient that is not finite, counted from 1. */
  step?: number | undefined;
}

export interface Failure {
  fault: Fault | undefined;
  /** The last lines of standard output and error. */
  log: readonly string[];
  exitCode: number | undefined;
  signal: string | undefined;
}

const TAIL_LINES = 15;

/** Lines that say something: without torchrun's frames and rulers. */
export function logTail(log: readonly string[]): string[] {
  return log
    .map((line) => stripVTControlCharacters(line).trimEnd())
    .filter((line) => line.trim() !== '' && !/^[-=]{10,}$/.test(line))
    .slice(-TAIL_LINES)
    .map((line) => (line.length > 300 ? `${line.slice(0, 299)}…` : line));
}

const SET_UP =
  'run `lora-gate setup --accelerate` again after removing the folder that `lora-gate doctor` names';

/** The error for a training that ended without an adapter. */
export function explainFailure({ fault, log, exitCode, signal }: Failure): UserError {
  const detail = fault?.detail ?? '';
  const problems = logTail(log);
  switch (fault?.kind) {
    case 'versions':
      return new UserError(
        'accelerate-versions',
        `the Python packages are not those that were set up: ${detail}`,
        {
          hint: SET_UP,
        },
      );
    case 'module-missing':
      return new UserError('accelerate-module-missing', `a Python module is missing: ${detail}`, {
        problems,
        hint: detail.includes('deepspeed')
          ? 'install DeepSpeed into the environment that `lora-gate doctor` names: its bin/python -m pip install deepspeed'
          : SET_UP,
      });
    case 'no-gpu':
      return new UserError('accelerate-no-gpu', `there are not enough GPUs: ${detail}`, {
        hint: 'set training.accelerate.num_processes to one process a GPU; `lora-gate doctor` looks at driver and GPUs',
      });
    case 'machines-differ':
      return new UserError('accelerate-machines-differ', `the machines do not train the same: ${detail}`, {
        hint: 'every machine needs the same commit and the same version of lora-gate',
      });
    case 'disk-full':
      return new UserError('accelerate-disk-full', `the disk is full: ${detail}`, {
        problems,
        hint: 'free some space where TMPDIR lies, or name another folder in TMPDIR',
      });
    case 'out-of-memory':
      return new UserError('accelerate-out-of-memory', `there was not enough memory: ${detail}`, {
        hint: 'lower per_device_train_batch_size or max_length, set gradient_checkpointing: true, or shard the model with fsdp_config',
      });
    case 'killed':
      return new UserError(
        'accelerate-worker-killed',
        `a training was killed (${detail}), and the other processes were stopped`,
        {
          problems,
          hint: 'the system kills what takes too much memory: see `dmesg`; lower per_device_train_batch_size, or set gradient_checkpointing: true',
        },
      );
    case 'layers':
      return new UserError('accelerate-unsupported', `transformers reads this model differently: ${detail}`, {
        hint: 'use engine: tfjs, or a text-only checkpoint of the model',
      });
  }
  const how = signal ? `by ${signal}` : `with exit code ${exitCode ?? 'unknown'}`;
  const what = detail === '' ? `accelerate launch ended ${how}` : `the training failed: ${detail}`;
  return new UserError('accelerate-failed', what, {
    problems,
    hint: 'the lines above are the end of its log; run with --verbose for all of it',
  });
}
