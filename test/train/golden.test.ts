/**
 * Three steps of the training loop against peft, torch's AdamW and clipping, and transformers' cosine schedule on small random
 * models of every architecture (test/golden/README.md). Every epoch is one accumulation window over the three conversations,
 * so the order of the rows cannot matter.
 *
 * Tolerance. Losses and norms are sums over everything and agree as the forward pass does. AdamW divides each gradient by
 * its own size, so a parameter whose gradient is nearly zero moves by a full step in a direction that rounding may
 * choose: what is compared is the whole move of a matrix, ‖moved − expected‖ / ‖expected‖.
 */

import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLogger } from '../../src/log.ts';
import type { Decoder } from '../../src/model/decoder.ts';
import { adapterParameters, disposeAdapter } from '../../src/model/lora.ts';
import { lossAndGradients } from '../../src/train/gradients.ts';
import type { StepEvent } from '../../src/train/step-event.ts';
import { train } from '../../src/train/trainer.ts';
import { GOLDEN_MODELS, type Golden, goldenTensor, loadGolden } from '../helpers/golden.ts';
import { goldenAdapter, goldenDecoder } from '../helpers/golden-decoder.ts';
import { TEST_ALL, useTestRuntime } from '../helpers/runtime.ts';

const TOLERANCE = 2e-5;
const MOVE_TOLERANCE = 1e-3;

beforeAll(async () => {
  await useTestRuntime();
});

const SOME_ADAPTED = [
  ['gemma3', 'lora'],
  ['llama', 'lora'],
] as const;
const ADAPTED = [
  ...GOLDEN_MODELS.map((name) => [name, 'lora'] as const),
  ['llama', 'rslora'],
  ['llama', 'lora-qv'],
] as const;

describe.each(TEST_ALL ? ADAPTED : SOME_ADAPTED)('%s with adapter %s', (name, adapterName) => {
  let golden: Golden;
  let decoder: Decoder;

  beforeAll(async () => {
    golden = await loadGolden(name);
    decoder = await goldenDecoder(golden);
  });
  afterAll(() => decoder.dispose());

  it('has after three steps the losses, norms, rates and parameters of peft and torch', async () => {
    const fixture = golden.adapters.get(adapterName);
    if (!fixture) throw new Error(`no adapter ${adapterName}`);
    const { optimizer, schedule, max_grad_norm, window } = golden.training;
    expect(window.map(({ length }) => length)).toEqual([2, 1]);
    const before = tf.memory().numTensors;
    const adapter = await goldenAdapter(decoder, fixture);
    const conversations = golden.sequences.map((ids, row) => ({
      id: `${row}`,
      group: `${row}`,
      file: 'golden.jsonl',
      line: row + 1,
      ids,
      assistant_mask: golden.masks[row] as Uint8Array,
    }));
    const events: StepEvent[] = [];
    for await (const event of train({
      adapter,
      conversations,
      recipe: {
        num_train_epochs: schedule.num_training_steps,
        max_steps: -1,
        learning_rate: optimizer.lr,
        per_device_train_batch_size: 2,
        gradient_accumulation_steps: 2,
        lr_scheduler_type: schedule.name,
        warmup_ratio: schedule.num_warmup_steps / schedule.num_training_steps,
        weight_decay: optimizer.weight_decay,
        max_grad_norm,
        max_length: 64,
        packing: false,
        seed: 1,
      },
      lossAndGradients: (lora, batch, options) => lossAndGradients(decoder, lora, batch, options),
      logger: silentLogger,
    })) {
      events.push(event);
      if (events.length === fixture.steps.length) break;
    }

    for (const [i, expected] of fixture.steps.entries()) {
      const event = events[i] as StepEvent;
      expect(event.total_steps).toBe(schedule.num_training_steps);
      expect(event.supervised_tokens).toBe(golden.supervised);
      expect(event.learning_rate).toBeCloseTo(expected.learning_rate, 12);
      expect(Math.abs(event.loss / expected.loss - 1)).toBeLessThan(TOLERANCE);
      expect(Math.abs(event.grad_norm / expected.grad_norm - 1)).toBeLessThan(TOLERANCE);
    }
    const moves: { parameter: string; off: number }[] = [];
    for (const [parameter, tensor] of adapterParameters(adapter)) {
      const start = goldenTensor(fixture.parameters, parameter).values;
      const end = goldenTensor(fixture.expected, `trained.${parameter}`).values;
      let off = 0;
      let moved = 0;
      (await tensor.data<'float32'>()).forEach((value, i) => {
        off += (value - (end[i] as number)) ** 2;
        moved += ((end[i] as number) - (start[i] as number)) ** 2;
      });
      moves.push({ parameter, off: Math.sqrt(off / moved) });
    }
    expect(moves).toHaveLength(fixture.parameters.size);
    expect(moves.filter(({ off }) => !(off < MOVE_TOLERANCE))).toEqual([]);
    disposeAdapter(adapter);
    expect(tf.memory().numTensors).toBe(before);
  });
});
