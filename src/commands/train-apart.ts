/**
 * Trains several adapters at once, each in a process of its own that is this program with `run --part`: it writes into the store, and the
 * run that has started it finds everything there. A process that is killed takes no other with it.
 */

import { mkdtemp, rm, stat } from 'node:fs/promises';
import os, { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import pLimit from 'p-limit';
import { UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { PART_FILE, readPart } from '../parts/part-document.ts';
import { partName } from '../parts/part-name.ts';
import { thrownError } from '../report/failure.ts';
import { freeGpuBytes } from '../runtime/gpu-memory.ts';
import { chooseJobs, estimateTrainingBytes } from '../stages/choose-jobs.ts';
import type { MissingTraining } from '../stages/expected-cost.ts';
import {
  NONE_APART,
  type TrainApart,
  type TrainApartOptions,
  type TrainedApart,
  trainingKey,
} from '../stages/train-apart.ts';

export interface TrainApartSettings {
  /** The words that start this program. */
  program: readonly string[];
  /** Options of every command, as this one has got them. */
  globals: readonly string[];
  /** Path of the configuration in the repository. */
  config: string;
  /** The store's folder; below the cache folder where absent. */
  store: string | undefined;
  jobs: number | 'auto';
  /** Peak memory of an earlier run with this configuration; null where none was measured. */
  peakBytes: () => Promise<number | null>;
  logger: Logger;
  signal: AbortSignal;
}

/** Of a part that could be written, and says why there is nothing in it. */
export const EXIT_FAILED_PART = 3;
/** Of a killed process's log. */
const MOST_LINES = 200;
/** The time that a training has to write its checkpoint. */
const GRACE_MILLISECONDS = 30_000;

export function trainInProcesses(settings: TrainApartSettings): TrainApart {
  return async (trainings, options) => {
    const { jobs, why } = await jobsFor(trainings, options, settings);
    const { logger, signal } = settings;
    if (jobs < 2) {
      logger.info(`one training at a time: ${why}`);
      return NONE_APART;
    }
    logger.info(`${jobs} trainings at once: ${why}`);
    const done = {
      trained: new Set<string>(),
      failures: new Map<string, unknown>(),
      seconds: new Map<string, number>(),
    };
    const limit = pLimit(jobs);
    const all = await Promise.allSettled(
      trainings.map((training) =>
        limit(async () => {
          signal.throwIfAborted();
          const { adapter } = training;
          const over = options.over();
          if (over) {
            done.failures.set(adapter, over);
            return;
          }
          try {
            keep(done, training, await trainOne(training, options, settings));
          } catch (thrown) {
            signal.throwIfAborted();
            if (!done.failures.has(adapter)) done.failures.set(adapter, thrown);
          }
        }),
      ),
    );
    const broken = all.find((one) => one.status === 'rejected');
    if (broken) throw broken.reason;
    return done;
  };
}

interface Done extends TrainedApart {
  trained: Set<string>;
  seconds: Map<string, number>;
}

function keep(
  done: Done,
  training: MissingTraining,
  trained: { hash: string; seconds: number } | null,
): void {
  const { adapter, hash } = training;
  // One that another process has put there in the meantime was not trained here.
  if (trained?.hash !== hash) return;
  done.trained.add(trainingKey(training));
  done.seconds.set(adapter, (done.seconds.get(adapter) ?? 0) + trained.seconds);
}

async function jobsFor(
  trainings: readonly MissingTraining[],
  { models, comparison }: TrainApartOptions,
  { jobs, peakBytes }: TrainApartSettings,
) {
  if (jobs === 1) return { jobs, why: '--jobs 1' };
  const { files } = await models.text(comparison.headConfig?.model as string);
  const paths = files.kind === 'gguf' ? [files.file] : files.weights;
  const sizes = await Promise.all(paths.map(async (file) => (await stat(file)).size));
  const peak = await peakBytes();
  const { device } = await models.runtime();
  return chooseJobs(jobs, {
    trainings: trainings.length,
    bytes:
      peak ??
      estimateTrainingBytes(
        sizes.reduce((sum, bytes) => sum + bytes, 0),
        files.kind,
      ),
    measured: peak !== null,
    free_bytes: os.freemem(),
    cores: os.availableParallelism(),
    gpu_free_bytes: device === 'gpu' ? await freeGpuBytes() : null,
  });
}

/** What was trained, or null where it was in the store by then. @throws UserError of the training, `training-killed` */
async function trainOne(
  { adapter, role }: MissingTraining,
  { comparison }: TrainApartOptions,
  { program, globals, config, store, logger, signal }: TrainApartSettings,
): Promise<{ hash: string; seconds: number } | null> {
  const label = `${adapter} (${role})`;
  const out = await mkdtemp(path.join(tmpdir(), 'lora-gate-part-'));
  try {
    const [file = process.execPath, ...words] = program;
    const child = execa(
      file,
      [
        ...[...words, ...globals, '--quiet', 'run', '--repo', comparison.repo, '--config', config],
        ...['--base', comparison.base.sha, '--head', comparison.head.sha, '--out', out],
        ...(store === undefined ? [] : ['--store', store]),
        ...['--part', partName({ work: 'train', adapter, role })],
      ],
      {
        reject: false,
        // A group of its own: a terminal's Ctrl-C reaches it once, through us, and it writes its checkpoint.
        detached: true,
        stdin: 'ignore',
        stdout: 'ignore',
        // What this process has set for itself would make the other one talk.
        env: { TF_CPP_MIN_LOG_LEVEL: undefined },
        cancelSignal: signal,
        killSignal: 'SIGTERM',
        forceKillAfterDelay: GRACE_MILLISECONDS,
      },
    );
    const lines: string[] = [];
    const reading = readLines(child.iterable({ from: 'stderr' }), (line) => {
      logger.info(`[${label}] ${line}`);
      lines.push(line);
      if (lines.length > MOST_LINES) lines.shift();
    });
    // Also of a cancelled one: nothing goes on behind the back of whoever waits for this program.
    const ended = await child;
    await reading;
    signal.throwIfAborted();
    if (ended.exitCode !== 0 && ended.exitCode !== EXIT_FAILED_PART) throw endedBadly(label, ended, lines);
    const { shares, failed } = await readPart(path.join(out, PART_FILE));
    if (failed) throw thrownError(failed);
    const trained = shares.find((share) => share.role === role)?.trained;
    return trained?.origin === 'trained' ? trained : null;
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

async function readLines(printed: AsyncIterable<unknown>, take: (line: string) => void): Promise<void> {
  try {
    for await (const line of printed) take(String(line));
  } catch {
    // How it ended is told by its exit.
  }
}

/** The error that the process has told, or why there is none. */
function endedBadly(
  label: string,
  { exitCode, signal: by }: { exitCode?: number | undefined; signal?: string | undefined },
  lines: readonly string[],
): Error {
  if (by === 'SIGKILL' || exitCode === 137) {
    return new UserError(
      'training-killed',
      `the training of ${label} was killed, most likely because the machine is out of memory`,
      {
        hint: 'Train fewer at once: lower --jobs, or give --jobs 1. See the log of the system (`dmesg`) for what killed it.',
      },
    );
  }
  const at = lines.findLastIndex((line) => /^error\[[a-z0-9-]+\]: /.test(line));
  const [, told, message] = /^error\[([a-z0-9-]+)\]: (.*)$/.exec(lines[at] ?? '') ?? [];
  if (told === undefined || message === undefined) {
    return new Error(`the training of ${label} ended with ${by ?? exitCode}: ${lines.slice(-5).join(' | ')}`);
  }
  const rest = lines.slice(at + 1);
  const hint = rest.find((line) => line.startsWith('hint: '))?.slice('hint: '.length);
  const problems = rest.filter((line) => line.startsWith('  ')).map((line) => line.trim());
  return new UserError(told, message, { problems, ...(hint !== undefined && { hint }) });
}
