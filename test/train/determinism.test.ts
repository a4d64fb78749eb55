/** The promises about bytes, kept with a real decoder on the TensorFlow backend, dropout and packing included. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserError } from '../../src/errors.ts';
import { silentLogger } from '../../src/log.ts';
import type { Decoder } from '../../src/model/decoder.ts';
import { createLoraAdapter, disposeAdapter, TARGET_MODULES } from '../../src/model/lora.ts';
import { lossAndGradients } from '../../src/train/gradients.ts';
import { trainingStreams } from '../../src/train/seeds.ts';
import { type TrainingRecipe, train } from '../../src/train/trainer.ts';
import { type Golden, loadGolden } from '../helpers/golden.ts';
import { goldenDecoder } from '../helpers/golden-decoder.ts';
import { useTestRuntime } from '../helpers/runtime.ts';
import { bytesOf } from './toy-model.ts';

let golden: Golden;
let decoder: Decoder;
let folder: string;

beforeAll(async () => {
  await useTestRuntime();
  golden = await loadGolden('llama');
  decoder = await goldenDecoder(golden);
  folder = await mkdtemp(join(tmpdir(), 'lora-gate-determinism-'));
});
afterAll(async () => {
  decoder.dispose();
  await rm(folder, { recursive: true, force: true });
});

const recipe: TrainingRecipe = {
  num_train_epochs: 2,
  max_steps: -1,
  learning_rate: 1e-3,
  per_device_train_batch_size: 1,
  gradient_accumulation_steps: 2,
  lr_scheduler_type: 'linear',
  warmup_ratio: 0.1,
  weight_decay: 0.01,
  max_grad_norm: 1,
  max_length: 24,
  packing: true,
  seed: 11,
};

/** The adapter's bytes after two epochs of 12 rows; interrupted in micro-batch `abortAt` when told. */
async function run(options: { seed?: number; abortAt?: number; checkpoints?: string } = {}) {
  const seed = options.seed ?? recipe.seed;
  const lora = { r: 4, lora_alpha: 8, lora_dropout: 0.1, target_modules: TARGET_MODULES, use_rslora: false };
  const adapter = createLoraAdapter(decoder.config, lora, trainingStreams(seed).init);
  const conversations = Array.from({ length: 12 }, (_, row) => ({
    id: `${row}`,
    group: `${row}`,
    file: 'golden.jsonl',
    line: row + 1,
    ids: golden.sequences[row % 3]!,
    assistant_mask: golden.masks[row % 3]!,
  }));
  const controller = new AbortController();
  let passes = 0;
  let steps = 0;
  let code: string | undefined;
  try {
    for await (const _ of train({
      adapter,
      conversations,
      recipe: { ...recipe, seed },
      logger: silentLogger,
      signal: controller.signal,
      ...(options.checkpoints
        ? { checkpoints: { folder: options.checkpoints, save_steps: 2, identity: { seed: String(seed) } } }
        : {}),
      lossAndGradients: (lora_, batch, settings) => {
        passes += 1;
        if (passes === options.abortAt) controller.abort();
        return lossAndGradients(decoder, lora_, batch, settings);
      },
    })) {
      steps += 1;
    }
  } catch (error) {
    code = (error as UserError).code;
  }
  const bytes = await bytesOf(adapter);
  disposeAdapter(adapter);
  return { bytes, steps, code };
}

test('the same seed gives the same bytes twice, interrupted or not, and another seed gives others', async () => {
  const before = tf.memory().numTensors;
  const whole = await run();
  expect(whole.steps).toBeGreaterThanOrEqual(4);
  expect((await run()).bytes).toBe(whole.bytes);
  expect((await run({ seed: 12 })).bytes).not.toBe(whole.bytes);

  const first = await run({ abortAt: 6, checkpoints: folder });
  expect(first.code).toBe('training-interrupted');
  expect(first.bytes).not.toBe(whole.bytes);
  const second = await run({ checkpoints: folder });
  expect(first.steps + second.steps).toBe(whole.steps);
  expect(second.bytes).toBe(whole.bytes);
  expect(tf.memory().numTensors).toBe(before);
});
