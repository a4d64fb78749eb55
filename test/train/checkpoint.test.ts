import { mkdir, mkdtemp, readdir, readFile, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { type Logger, silentLogger } from '../../src/log.ts';
import { type CheckpointOptions, removeCheckpoints } from '../../src/train/checkpoint.ts';
import type { StepEvent } from '../../src/train/step-event.ts';
import { type TrainOptions, train } from '../../src/train/trainer.ts';
import { bytesOf, recipe, toyAdapter, toyConversations, toyLoss } from './toy-model.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lora-gate-checkpoints-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const identity = { recipe: 'aaa', data: 'bbb' };

function collecting(): Logger & { warnings: string[]; infos: string[] } {
  const warnings: string[] = [];
  const infos: string[] = [];
  return {
    ...silentLogger,
    warnings,
    infos,
    warn: (message) => warnings.push(message),
    info: (message) => infos.push(message),
  };
}

/** A run of 6 steps with dropout, optionally interrupted in the micro-batch `abortAt` (counted from 1; two a step). */
async function run(options: Partial<TrainOptions> & { abortAt?: number } = {}) {
  const adapter = toyAdapter(1, 0.2);
  const controller = new AbortController();
  const events: StepEvent[] = [];
  let passes = 0;
  let error: UserError | undefined;
  try {
    const steps = train({
      adapter,
      conversations: toyConversations(11),
      recipe,
      logger: silentLogger,
      signal: controller.signal,
      ...options,
      lossAndGradients: (...args) => {
        passes += 1;
        if (passes === options.abortAt) controller.abort();
        return toyLoss(...args);
      },
    });
    for await (const event of steps) events.push(event);
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    error = thrown;
  }
  return { adapter, events, error, passes };
}

const checkpoints = (changes: Partial<CheckpointOptions> = {}): CheckpointOptions => ({
  folder,
  save_steps: 100,
  identity,
  ...changes,
});

const numbers = (events: readonly StepEvent[]) =>
  events.map(({ step, loss, grad_norm, learning_rate, epoch }) => ({
    step,
    loss,
    grad_norm,
    learning_rate,
    epoch,
  }));

describe('going on', () => {
  // In a step's first micro-batch, in its second, in the very first, in the second epoch.
  test.each([3, 4, 1, 9])(
    'after an interruption in micro-batch %i gives the bytes of a run that was never interrupted',
    async (abortAt) => {
      const whole = await run();
      const before = tf.memory().numTensors;
      const first = await run({ abortAt, checkpoints: checkpoints() });
      expect(first.error?.code).toBe('training-interrupted');
      const done = first.events.length;
      expect(done).toBeLessThan(6);
      expect(await readdir(folder)).toEqual(done > 0 ? [`checkpoint-${done}`] : []);
      expect(first.error?.hint).toContain(done > 0 ? `go on from step ${done}` : 'nothing to go on from');

      const logger = collecting();
      const second = await run({ checkpoints: checkpoints(), logger });
      expect(second.events[0]!.step).toBe(done + 1);
      expect(numbers([...first.events, ...second.events])).toEqual(numbers(whole.events));
      expect(await bytesOf(second.adapter)).toBe(await bytesOf(whole.adapter));
      if (done > 0) expect(logger.infos).toEqual([`going on from the checkpoint of step ${done} of 6`]);
      expect(tf.memory().numTensors).toBe(before + 8); // the two adapters
    },
  );

  test('after two interruptions gives the same bytes too, and every step that led there', async () => {
    const whole = await run();
    const first = await run({ abortAt: 4, checkpoints: checkpoints() });
    const second = await run({ abortAt: 5, checkpoints: checkpoints() });
    let restored: readonly StepEvent[] = [];
    const last = await run({
      checkpoints: checkpoints(),
      onRestored: (events) => {
        restored = [...events];
      },
    });
    // Times as well: what a training took is the sum over all of its parts.
    expect(restored).toEqual([...first.events, ...second.events]);
    expect(numbers([...restored, ...last.events])).toEqual(numbers(whole.events));
    expect(last.events[0]!.step).toBeGreaterThan(2);
    expect(await bytesOf(last.adapter)).toBe(await bytesOf(whole.adapter));
  });

  test('in a folder that another process uses for the same: both come to the end, and one may clear up first', async () => {
    const whole = await run();
    const clearing = async () => {
      const one = await run({ checkpoints: checkpoints({ save_steps: 1 }) });
      // As whoever has trained does.
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
      return one;
    };
    const all = await Promise.all([clearing(), clearing(), clearing(), clearing()]);
    for (const { error, adapter } of all) {
      expect(error).toBeUndefined();
      expect(await bytesOf(adapter)).toBe(await bytesOf(whole.adapter));
    }
  });

  test('from a finished run does nothing and gives its adapter', async () => {
    const whole = await run({ checkpoints: checkpoints({ save_steps: 3 }) });
    const again = await run({ checkpoints: checkpoints({ save_steps: 3 }) });
    expect(again.events).toEqual([]);
    expect(await bytesOf(again.adapter)).toBe(await bytesOf(whole.adapter));
  });
});

describe('on the disk', () => {
  test('a checkpoint is made every save_steps steps, and the newest two stay', async () => {
    await run({ checkpoints: checkpoints({ save_steps: 2 }) });
    expect((await readdir(folder)).sort()).toEqual(['checkpoint-4', 'checkpoint-6']);
    await removeCheckpoints(folder);
    expect(await readdir(folder)).toEqual([]);
  });

  test.each([
    [
      'a changed byte',
      async (path: string) => {
        const bytes = await readFile(join(path, 'state.safetensors'));
        bytes[bytes.length - 3]! ^= 1;
        await writeFile(join(path, 'state.safetensors'), bytes);
      },
      'SHA-256',
    ],
    ['a cut file', (path: string) => truncate(join(path, 'state.safetensors'), 40), 'SHA-256'],
    ['no state', (path: string) => rm(join(path, 'state.safetensors')), 'ENOENT'],
    ['half a manifest', (path: string) => truncate(join(path, 'checkpoint.json'), 20), 'JSON'],
    [
      'an empty folder',
      async (path: string) => {
        await rm(join(path, 'state.safetensors'));
        await rm(join(path, 'checkpoint.json'));
      },
      'ENOENT',
    ],
  ])('%s: the checkpoint before it is taken, with a warning', async (_name, damage, reason) => {
    const whole = await run({ checkpoints: checkpoints({ save_steps: 2 }) });
    await damage(join(folder, 'checkpoint-6'));
    const logger = collecting();
    const again = await run({ checkpoints: checkpoints({ save_steps: 2 }), logger });
    expect(again.events.map(({ step }) => step)).toEqual([5, 6]);
    expect(logger.warnings.length).toBe(1);
    expect(logger.warnings[0]).toContain(`passed over a damaged checkpoint, ${join(folder, 'checkpoint-6')}`);
    expect(logger.warnings[0]).toContain(reason);
    expect(await bytesOf(again.adapter)).toBe(await bytesOf(whole.adapter));
    // The damaged one was replaced by the run that went on.
    expect((await run({ checkpoints: checkpoints() })).events).toEqual([]);
  });

  test('a half-written checkpoint of a process that died is not seen, and cleared away', async () => {
    await run({ checkpoints: checkpoints({ save_steps: 4 }) });
    const torn = join(folder, 'checkpoint-4.123.abc.tmp');
    await rename(join(folder, 'checkpoint-4'), torn);
    const before = new Date(Date.now() - 2 * 3_600_000);
    await utimes(torn, before, before);
    // What another process writes now stays.
    await mkdir(join(folder, 'checkpoint-5.124.abc.tmp'));
    expect((await run({ checkpoints: checkpoints() })).events.length).toBe(6);
    expect(await readdir(folder)).toEqual(['checkpoint-5.124.abc.tmp']);
  });

  test('one of another recipe and other data is refused with both reasons', async () => {
    await run({ checkpoints: checkpoints({ save_steps: 2 }) });
    const { error, passes } = await run({
      checkpoints: checkpoints({ identity: { recipe: 'changed', data: 'changed too' } }),
    });
    expect(passes).toBe(0);
    expect(error?.code).toBe('checkpoint-mismatch');
    expect(error?.message).toContain('was made with another data, another recipe');
    expect(error?.problems).toEqual([
      'data: the checkpoint has bbb, this run changed too',
      'recipe: the checkpoint has aaa, this run changed',
    ]);
  });

  test('a folder that cannot be written ends the run before its first step', async () => {
    await writeFile(join(folder, 'file'), '');
    const { error, passes } = await run({
      checkpoints: checkpoints({ folder: join(folder, 'file'), save_steps: 1 }),
    });
    expect(error?.code).toBe('checkpoint-unwritable');
    expect(error?.message).toContain(join(folder, 'file'));
    expect(passes).toBe(0);
  });
});
