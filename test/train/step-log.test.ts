import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Logger, silentLogger } from '../../src/log.ts';
import type { StepEvent } from '../../src/train/step-event.ts';
import { withProgress, withStepLog } from '../../src/train/step-log.ts';

let path: string;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lora-gate-step-log-'));
  path = join(folder, 'new', 'steps.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const event = (step: number): StepEvent => ({
  step,
  total_steps: 4,
  epoch: step / 2,
  loss: 2 / step,
  learning_rate: 1e-4,
  grad_norm: 0.5,
  tokens: 300,
  supervised_tokens: 100,
  seconds: 2,
  tokens_per_second: 150,
});

async function* events(from: number, to: number): AsyncGenerator<StepEvent, void> {
  for (let step = from; step <= to; step += 1) yield event(step);
}

async function drain(source: AsyncIterable<StepEvent>): Promise<number[]> {
  const steps: number[] = [];
  for await (const { step } of source) steps.push(step);
  return steps;
}

const lines = async () =>
  (await readFile(path, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('every event is a line of the log, there before the next step begins', async () => {
  let step = 0;
  for await (const passed of withStepLog(events(1, 4), path)) {
    step += 1;
    expect(passed.step).toBe(step);
    expect(await lines()).toEqual(Array.from({ length: step }, (_, i) => event(i + 1)));
  }
  expect(step).toBe(4);
});

test('a run that goes on keeps the earlier lines and replaces those of steps made again', async () => {
  await drain(withStepLog(events(1, 3), path));
  await appendFile(path, '{"step": 4, "to'); // torn by a crash
  await drain(withStepLog(events(3, 4), path));
  expect(await lines()).toEqual([1, 2, 3, 4].map(event));
});

test('a run from the start begins the log anew', async () => {
  await drain(withStepLog(events(1, 4), path));
  await drain(withStepLog(events(1, 2), path));
  expect(await lines()).toEqual([1, 2].map(event));
});

test('the bar counts steps, shows loss and tokens a second, and ends when the run breaks off', async () => {
  const shown: unknown[] = [];
  const logger: Logger = {
    ...silentLogger,
    progress: (label, options) => {
      shown.push([label, options]);
      return { update: (done, note) => shown.push([done, note]), stop: () => shown.push('stop') };
    },
  };
  async function* breaking() {
    yield* events(1, 2);
    throw new Error('broke off');
  }
  await expect(drain(withProgress(breaking(), logger, 'training'))).rejects.toThrow('broke off');
  expect(shown).toEqual([
    ['training', { total: 4, unit: 'steps' }],
    [1, 'loss 2.0000  150 tokens/s'],
    [2, 'loss 1.0000  150 tokens/s'],
    'stop',
  ]);
});
