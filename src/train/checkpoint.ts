/**
 * Where a training run stands, on disk: `checkpoint-<step>/` with the parameters and AdamW's moments in
 * `state.safetensors`, the steps so far in `steps.json` and what they belong to in `checkpoint.json`. Whole or not there: a folder gets its name when
 * everything in it has reached the disk. Random streams need no saving: they follow from seed and step.
 */

import { access, constants, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { z } from 'zod';
import { flush, hashFile, temporaryName } from '../adapter/atomic-file.ts';
import { messageOf, UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { AdapterTensor } from '../model/lora.ts';
import { readSafetensorsF32, writeSafetensors } from '../model/weights/safetensors.ts';
import type { StepEvent } from './step-event.ts';
import { disposeTree, type TensorTree } from './tensor-tree.ts';

export interface CheckpointOptions {
  /** A folder for this run's checkpoints alone. */
  folder: string;
  /** Steps between two checkpoints. */
  save_steps: number;
  /** What the run is made of, each as a hash or a name: `{ recipe, data, model, engine }`. Going on needs all equal. */
  identity: Readonly<Record<string, string>>;
}

export interface TrainingState {
  /** Steps done. */
  step: number;
  /** One a step: what the curve and the time of the whole training are made of. */
  events: readonly StepEvent[];
  parameters: TensorTree;
  mu: TensorTree;
  nu: TensorTree;
}

const KEPT = 2;
const PARTS = ['parameters', 'mu', 'nu'] as const;
const STATE = 'state.safetensors';
const STEPS = 'steps.json';
const MANIFEST = 'checkpoint.json';

const manifestSchema = z.strictObject({
  schema: z.literal(2),
  step: z.int().nonnegative(),
  identity: z.record(z.string(), z.string()),
  state_sha256: z.string(),
  steps_sha256: z.string(),
});

/** What a process meets that trains the same beside us: it has just put this checkpoint there, or has come to its end and cleared up. */
const MET_ANOTHER = ['ENOENT', 'ENOTEMPTY', 'EEXIST'];
const TRIES = 5;
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';

/** Writes `checkpoint-<step>` and removes all but the newest two. */
export async function saveCheckpoint(options: CheckpointOptions, state: TrainingState): Promise<void> {
  const home = join(options.folder, `checkpoint-${state.step}`);
  for (let tries = 1; ; tries += 1) {
    try {
      await writeCheckpoint(home, options, state);
      break;
    } catch (error) {
      if (tries === TRIES || !MET_ANOTHER.includes(codeOf(error))) throw unwritable(home, error);
    }
  }
  for (const { path } of (await listCheckpoints(options.folder)).slice(KEPT)) {
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function writeCheckpoint(
  home: string,
  { folder, identity }: CheckpointOptions,
  state: TrainingState,
): Promise<void> {
  const temporary = temporaryName(home);
  try {
    await mkdir(temporary, { recursive: true });
    const tensors = new Map<string, AdapterTensor>();
    for (const part of PARTS) {
      for (const [name, tensor] of state[part]) {
        tensors.set(`${part}.${name}`, {
          shape: tensor.shape,
          values: (await tensor.data()) as Float32Array,
        });
      }
    }
    const state_sha256 = await writeSafetensors(join(temporary, STATE), tensors);
    await writeFile(join(temporary, STEPS), JSON.stringify(state.events));
    const manifest: z.infer<typeof manifestSchema> = {
      ...{ schema: 2, step: state.step, identity, state_sha256 },
      steps_sha256: await hashFile(join(temporary, STEPS)),
    };
    await writeFile(join(temporary, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    for (const name of [STATE, STEPS, MANIFEST]) await flush(join(temporary, name));
    await flush(temporary);
    await rm(home, { recursive: true, force: true });
    await rename(temporary, home);
    await flush(folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

function unwritable(path: string, error: unknown): UserError {
  return new UserError('checkpoint-unwritable', `${path} could not be written: ${messageOf(error)}`, {
    hint: 'free some disk space or choose another output folder',
    cause: error,
  });
}

const HALF_WRITTEN_MILLISECONDS = 3_600_000;
const ageOf = (path: string) =>
  stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );

/** Makes the folder, so that a run fails at its beginning and not at its first checkpoint, and clears half-written ones. */
async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw unwritable(folder, error);
  }
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    // A younger one may be what another process is writing now.
    if (/^checkpoint-.*\.tmp$/.test(name) && (await ageOf(path)) > HALF_WRITTEN_MILLISECONDS)
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * The newest intact checkpoint, as tensors the caller disposes; undefined when there is none. A damaged one is passed
 * over with a warning.
 * @throws UserError `checkpoint-mismatch` when it belongs to another recipe, other rows or another model,
 * `checkpoint-unwritable`.
 */
export async function restoreCheckpoint(
  options: CheckpointOptions,
  logger: Logger,
): Promise<TrainingState | undefined> {
  await prepareFolder(options.folder);
  for (const { path } of await listCheckpoints(options.folder)) {
    let manifest: z.infer<typeof manifestSchema>;
    try {
      manifest = manifestSchema.parse(JSON.parse(await readFile(join(path, MANIFEST), 'utf8')));
      await checkHash(path, STATE, manifest.state_sha256);
      await checkHash(path, STEPS, manifest.steps_sha256);
    } catch (error) {
      logger.warn(`passed over a damaged checkpoint, ${path}: ${messageOf(error)}`);
      continue;
    }
    checkIdentity(path, manifest.identity, options.identity);
    try {
      return await readState(path, manifest.step);
    } catch (error) {
      // Another process that trains the same has come to its end, and cleared up.
      logger.warn(`passed over ${path}, which is gone: ${messageOf(error)}`);
    }
  }
  return undefined;
}

async function checkHash(path: string, name: string, expected: string): Promise<void> {
  const found = await hashFile(join(path, name));
  if (found !== expected) throw new Error(`${name} has SHA-256 ${found}, expected ${expected}`);
}

/** Newest first. */
async function listCheckpoints(folder: string): Promise<{ path: string; step: number }[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names
    .map((name) => ({ path: join(folder, name), step: Number(/^checkpoint-(\d+)$/.exec(name)?.[1]) }))
    .filter(({ step }) => Number.isInteger(step))
    .sort((a, b) => b.step - a.step);
}

function checkIdentity(
  path: string,
  found: Readonly<Record<string, string>>,
  expected: Readonly<Record<string, string>>,
): void {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
  const differing = names.filter((name) => found[name] !== expected[name]);
  if (differing.length === 0) return;
  throw new UserError(
    'checkpoint-mismatch',
    `the checkpoint ${path} was made with another ${differing.join(', another ')}`,
    {
      problems: differing.map(
        (name) =>
          `${name}: the checkpoint has ${found[name] ?? 'none'}, this run ${expected[name] ?? 'none'}`,
      ),
      hint: 'remove the folder to start over, or put back what it was made with to go on',
    },
  );
}

async function readState(path: string, step: number): Promise<TrainingState> {
  // Ours, and its checksum has been compared.
  const events = JSON.parse(await readFile(join(path, STEPS), 'utf8')) as StepEvent[];
  const state = { step, events, parameters: new Map(), mu: new Map(), nu: new Map() } satisfies TrainingState;
  // Ours, and its checksum has been compared: three times the adapter, however large that is.
  const { tensors } = await readSafetensorsF32(join(path, STATE), { maxBytes: Number.POSITIVE_INFINITY });
  for (const [key, { shape, values }] of tensors) {
    const part = PARTS.find((candidate) => key.startsWith(`${candidate}.`));
    if (part) state[part].set(key.slice(part.length + 1), tf.tensor(values, [...shape], 'float32'));
  }
  return state;
}

/** Removes a finished run's checkpoints. */
export async function removeCheckpoints(folder: string): Promise<void> {
  for (const { path } of await listCheckpoints(folder)) await rm(path, { recursive: true, force: true });
}

export function disposeTrainingState(state: TrainingState): void {
  for (const part of PARTS) disposeTree(state[part]);
}
