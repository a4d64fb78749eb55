/**
 * `engine: accelerate` against our own engine on the same rows: processes of their own, gloo between them, TRL and PEFT as
 * released.
 *
 * Tolerance. Both are float32 and add in another order, which moves a loss by some 1e-7 of itself; 1e-5 leaves room for other
 * processors. AdamW divides by the size of a gradient, so of a parameter the whole move is compared and not each value.
 */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAdapter, writeAdapter } from '../../../src/adapter/peft.ts';
import { scoreConversations } from '../../../src/evaluate/perplexity.ts';
import { silentLogger } from '../../../src/log.ts';
import type { Decoder } from '../../../src/model/decoder.ts';
import { type AdapterTensor, adapterFromTensors, adapterToTensors } from '../../../src/model/lora.ts';
import { openCheckpoint, resolveModel } from '../../../src/model/source/resolve.ts';
import { trainAcceleratedAdapter } from '../../../src/train/accelerated-adapter.ts';
import { type TrainingSummary, trainAdapter } from '../../../src/train/train-adapter.ts';
import { loadGolden } from '../../helpers/golden.ts';
import { loadDecoder } from '../../helpers/golden-decoder.ts';
import { useTestRuntime } from '../../helpers/runtime.ts';
import {
  cacheDir,
  jobFolders,
  LORA,
  makeSetting,
  pythonEnvironment,
  RECIPE,
  SET_UP_MILLISECONDS,
  type Setting,
  settings,
} from './setting.ts';

const TOLERANCE = 1e-5;
const MOVE_TOLERANCE = 1e-3;
const RUN_MILLISECONDS = 300_000;

let setting: Setting;
let decoder: Decoder;
beforeAll(async () => {
  await pythonEnvironment();
  await useTestRuntime();
  // 22 rows: the last window of an epoch is not full.
  setting = await makeSetting(22);
  decoder = await loadDecoder(path.join(setting.folder, 'model'));
}, SET_UP_MILLISECONDS);
afterAll(async () => {
  decoder?.dispose();
  await setting?.remove();
});

type Tensors = ReadonlyMap<string, AdapterTensor>;

/** ‖theirs − ours‖ / ‖ours‖ of the worst matrix. */
function farthest(theirs: Tensors, ours: Tensors): number {
  expect([...theirs.keys()].sort()).toEqual([...ours.keys()].sort());
  const distances = [...ours].map(([name, { values }]) => {
    const other = (theirs.get(name) as AdapterTensor).values;
    const square = (of: (i: number) => number) => values.reduce((sum, _, i) => sum + of(i) ** 2, 0);
    return Math.sqrt(
      square((i) => (other[i] as number) - (values[i] as number)) / square((i) => values[i] as number),
    );
  });
  return Math.max(...distances);
}

function expectSameSteps(theirs: TrainingSummary, ours: TrainingSummary): void {
  expect(theirs.steps).toBe(ours.steps);
  for (const [i, expected] of ours.events.entries()) {
    const { loss, grad_norm, learning_rate, ...told } = theirs.events[i]!;
    expect(Math.abs(loss / expected.loss - 1)).toBeLessThan(TOLERANCE);
    expect(Math.abs(grad_norm / expected.grad_norm - 1)).toBeLessThan(10 * TOLERANCE);
    expect(learning_rate).toBeCloseTo(expected.learning_rate, 12);
    const { step, total_steps, epoch, tokens, supervised_tokens } = expected;
    expect(told).toMatchObject({ step, total_steps, epoch, tokens, supervised_tokens });
  }
}

describe('two processes on one machine', () => {
  it(
    'take the batches of our engine, have its losses, norms and rates, and give its adapter',
    async () => {
      const stepLog = path.join(setting.folder, 'log.jsonl');
      const theirs = await trainAcceleratedAdapter({ ...setting.options(), label: 'accelerate', stepLog });
      const recipe = { ...RECIPE, gradient_accumulation_steps: 2 * RECIPE.gradient_accumulation_steps };
      const { conversations } = setting;
      const ours = await trainAdapter({
        decoder,
        lora: LORA,
        recipe,
        conversations,
        label: 'tfjs',
        logger: silentLogger,
      });
      expect(ours.steps).toBe(6);
      expectSameSteps(theirs, ours);
      const tensors = await adapterToTensors(ours.adapter);
      expect(farthest(theirs.tensors, tensors)).toBeLessThan(MOVE_TOLERANCE);

      // Theirs is scored by us as ours is.
      const score = (adapter: typeof ours.adapter) =>
        scoreConversations(decoder, conversations, { adapter, logger: silentLogger });
      const adapter = adapterFromTensors(decoder.config, LORA, theirs.tensors);
      const [byThem, byUs] = [await score(adapter), await score(ours.adapter)];
      expect(byUs.nll_per_token).toBeLessThan(ours.events[0]!.loss - 1);
      expect(Math.abs(byThem.nll_per_token / byUs.nll_per_token - 1)).toBeLessThan(TOLERANCE);

      const logged = (await readFile(stepLog, 'utf8')).trim().split('\n');
      expect(logged.map((line) => JSON.parse(line).loss)).toEqual(theirs.events.map(({ loss }) => loss));
    },
    RUN_MILLISECONDS,
  );
});

describe('two machines', () => {
  const machine = (rank: number, more: Parameters<Setting['options']>[0] = {}) => {
    const options = setting.options({ settings: settings({ num_processes: 2, num_machines: 2 }), ...more });
    // Below the ports that the system hands out, and another for every process of tests.
    const MASTER_PORT = String(20_000 + (process.pid % 10_000));
    const place = { MASTER_ADDR: '127.0.0.1', MASTER_PORT, MACHINE_RANK: String(rank) };
    const host = { ...options.host, variables: { ...options.host.variables, ...place } };
    return trainAcceleratedAdapter({ ...options, host, label: `machine ${rank}` });
  };

  it(
    'each get the whole adapter and every step, whichever of them is the first',
    async () => {
      const recipe = { ...RECIPE, max_steps: 2 };
      const [first, second] = await Promise.all([machine(0, { recipe }), machine(1, { recipe })]);
      expect(first.events.map(({ loss }) => loss)).toEqual(second.events.map(({ loss }) => loss));
      expect(first.steps).toBe(2);
      expect(second.tensors).toEqual(first.tensors);
    },
    RUN_MILLISECONDS,
  );

  it(
    'refuse to train when they have different rows',
    async () => {
      const ends = await Promise.allSettled([
        machine(0),
        machine(1, { conversations: [...setting.conversations.slice(1), setting.conversations[0]!] }),
      ]);
      const codes = ends.map((end) => (end.status === 'rejected' ? end.reason.code : 'trained'));
      expect(codes).toContain('accelerate-machines-differ');
      expect(codes).not.toContain('trained');
      expect(await jobFolders()).toEqual([]);
    },
    RUN_MILLISECONDS,
  );
});

describe('one process', () => {
  it(
    'reads a GGUF file with the rotary scaling that transformers leaves out, and lets no packed row see another',
    async () => {
      const golden = await loadGolden('llama-untied');
      const conversations = golden.sequences.map((ids, row) => ({
        id: `${row}`,
        group: `${row}`,
        file: 'golden.jsonl',
        line: row + 1,
        ids,
        assistant_mask: golden.masks[row] as Uint8Array,
      }));
      const files = await resolveModel(golden.gguf, { cacheDir, logger: silentLogger });
      const checkpoint = await openCheckpoint(files);
      await checkpoint.close();
      // All rows fit into one line.
      const recipe = {
        ...RECIPE,
        packing: true,
        per_device_train_batch_size: 1,
        max_steps: 3,
        max_length: 128,
      };
      const theirs = await trainAcceleratedAdapter({
        ...setting.options({ recipe, conversations, settings: settings() }),
        model: { files, config: checkpoint.config },
        label: 'accelerate',
      });
      const goldenDecoder = await loadDecoder(golden.gguf);
      const shared = { lora: LORA, recipe, conversations, label: 'tfjs', logger: silentLogger };
      const ours = await trainAdapter({ ...shared, decoder: goldenDecoder });
      goldenDecoder.dispose();
      expectSameSteps(theirs, ours);
      // After three steps values whose gradient is nearly zero weigh more.
      const tensors = await adapterToTensors(ours.adapter);
      expect(farthest(theirs.tensors, tensors)).toBeLessThan(10 * MOVE_TOLERANCE);

      // The folder that we write is the one that PEFT read at its start, with other values.
      const folder = path.join(setting.folder, 'written');
      const origin = { base_model_name_or_path: null, revision: null };
      await writeAdapter(folder, { lora: LORA, ...origin, tensors: theirs.tensors });
      expect((await readAdapter(folder, checkpoint.config)).tensors).toEqual(theirs.tensors);
    },
    RUN_MILLISECONDS,
  );
});
