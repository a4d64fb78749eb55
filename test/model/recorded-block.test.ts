/**
 * Layers' passes as functions against the same operation by operation: equal in every bit on a processor, for batches of all
 * sizes, with as many functions as there are kinds of layers and not one more for another batch.
 */

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Batch } from '../../src/dataset/batch.ts';
import type { Decoder } from '../../src/model/decoder.ts';
import { generate } from '../../src/model/generate.ts';
import { disposeAdapter, type LoraAdapter, type LoraModule } from '../../src/model/lora.ts';
import { disposeAll } from '../../src/model/scoped.ts';
import { functionsWritten, withoutRecorded } from '../../src/runtime/recorded.ts';
import { type GradientOptions, lossAndGradients } from '../../src/train/gradients.ts';
import {
  GOLDEN_MODELS,
  type Golden,
  type GoldenAdapter,
  goldenBatch,
  loadGolden,
} from '../helpers/golden.ts';
import { goldenAdapter, goldenDecoder, loadDecoder } from '../helpers/golden-decoder.ts';
import { useTestRuntime } from '../helpers/runtime.ts';

beforeAll(async () => {
  await useTestRuntime();
});

const adapterOf = ({ adapters }: Golden) => adapters.get('lora') as GoldenAdapter;

type Options = Pick<GradientOptions, 'gradient_checkpointing' | 'dropout'>;

/** Loss and gradients of a batch, as plain numbers. */
function numbers(decoder: Decoder, adapter: LoraAdapter, batch: Batch, options: Options = {}) {
  const { nll_sum, gradients } = lossAndGradients(decoder, adapter, batch, {
    denominator: batch.supervised,
    ...options,
  });
  const found = new Map([...gradients].map(([name, gradient]) => [name, [...gradient.dataSync()]]));
  const loss = nll_sum.dataSync()[0];
  disposeAll([nll_sum, ...gradients.values()]);
  return { loss, found };
}

describe.each(GOLDEN_MODELS)('%s', (name) => {
  let golden: Golden;
  let decoder: Decoder;
  let adapter: LoraAdapter;

  beforeAll(async () => {
    golden = await loadGolden(name);
    decoder = await goldenDecoder(golden);
    adapter = await goldenAdapter(decoder, adapterOf(golden));
    return () => {
      disposeAdapter(adapter);
      decoder.dispose();
    };
  });

  it('gives the bits of the plain way for every batch, without a function more for a batch of other sizes', () => {
    const before = tf.memory().numTensors;
    const counts: number[] = [];
    // One segment each time, of three lengths: the same blocks of attention, of other sizes.
    for (const row of [0, 1, 2, 0]) {
      const batch = goldenBatch(golden, [row]);
      const functions = numbers(decoder, adapter, batch);
      counts.push(functionsWritten());
      expect(functions).toEqual(withoutRecorded(() => numbers(decoder, adapter, batch)));
    }
    expect(new Set(counts).size).toBe(1);
    const all = goldenBatch(golden, [2, 0, 1]);
    for (const gradient_checkpointing of [false, true]) {
      const functions = numbers(decoder, adapter, all, { gradient_checkpointing });
      expect(functions).toEqual(
        withoutRecorded(() => numbers(decoder, adapter, all, { gradient_checkpointing })),
      );
    }
    expect(tf.memory().numTensors).toBe(before);
  });

  it('drops by the seed of the batch, with the same functions for every seed', () => {
    const before = tf.memory().numTensors;
    const written = functionsWritten();
    const losses: (number | undefined)[] = [];
    const counts: number[] = [];
    for (const [row, seed] of [
      [0, 1],
      [0, 2],
      [2, 2],
      [0, 1],
    ] as const) {
      const batch = goldenBatch(golden, [row]);
      const dropout = { p: 0.2, seed };
      const functions = numbers(decoder, adapter, batch, { dropout });
      counts.push(functionsWritten());
      expect(functions).toEqual(withoutRecorded(() => numbers(decoder, adapter, batch, { dropout })));
      expect(functions).toEqual(numbers(decoder, adapter, batch, { dropout, gradient_checkpointing: true }));
      if (row === 0) losses.push(functions.loss);
    }
    expect(losses[0]).not.toBe(losses[1]);
    expect(losses[2]).toBe(losses[0]);
    expect(counts[0]).toBeGreaterThan(written);
    expect(new Set(counts.slice(1)).size).toBe(1);
    expect(tf.memory().numTensors).toBe(before);
  });
});

/** S segments of T tokens, every position but the last of each with a target. */
function longBatch(T: number, S = 1): Batch {
  const ids = Int32Array.from({ length: S * T }, (_, i) => 3 + ((7 * i) % 50));
  const targets = Int32Array.from(ids, (_, i) => ((i + 1) % T === 0 ? -100 : (ids[i + 1] as number)));
  const positions = Int32Array.from(ids.keys(), (i) => i % T);
  const offsets = Int32Array.from({ length: S + 1 }, (_, s) => s * T);
  return {
    ids,
    positions,
    targets,
    offsets,
    rows: Int32Array.from({ length: S }).map((_, s) => s),
    supervised: S * (T - 1),
  };
}

it('gives the bits of the plain way for long segments, and writes down those that are cut as others are', async () => {
  const golden = await loadGolden('gemma3');
  const decoder = await goldenDecoder(golden);
  const adapter = await goldenAdapter(decoder, adapterOf(golden));
  const written = (T: number, S = 1) => {
    const before = functionsWritten();
    const batch = longBatch(T, S);
    const found = numbers(decoder, adapter, batch);
    expect(found).toEqual(withoutRecorded(() => numbers(decoder, adapter, batch)));
    return functionsWritten() - before;
  };
  // The head and the optimizer know no segments: their functions are there after the first batch.
  written(200);
  expect(written(300)).toBe(0);
  expect(written(512)).toBeGreaterThan(0);
  expect(written(512)).toBe(0);
  // However many there are: the last batch of an epoch has fewer than the others.
  expect(written(512, 3)).toBe(0);
  expect(written(512, 2)).toBe(0);
  disposeAdapter(adapter);
  decoder.dispose();
});

it('gives the bits of the plain way with bfloat16 weights, whose products are made block by block', async () => {
  const golden = await loadGolden('gemma3');
  const decoder = await loadDecoder(golden.folder, 'bfloat16');
  const adapter = await goldenAdapter(decoder, adapterOf(golden));
  for (const rows of [[0], [2], [1, 2]]) {
    const batch = goldenBatch(golden, rows);
    const functions = numbers(decoder, adapter, batch);
    expect(functions).toEqual(withoutRecorded(() => numbers(decoder, adapter, batch)));
  }
  disposeAdapter(adapter);
  decoder.dispose();
});

it('answers with one function a kind of layer, however long the answer', async () => {
  const golden = await loadGolden('gemma3');
  const decoder = await goldenDecoder(golden);
  const prompts = golden.sequences.slice(0, 2).map((ids) => ids.slice(0, 5));
  const answer = async (max_new_tokens: number) =>
    (await generate(decoder, prompts, { max_new_tokens, stop_token_ids: [] })).map(({ ids }) => ids);
  const short = await answer(3);
  const functions = functionsWritten();
  const long = await answer(24);
  expect(functionsWritten()).toBe(functions);
  expect(long.map((ids) => ids.slice(0, 3))).toEqual(short);
  decoder.dispose();
});

it('leaves no tensor behind when a pass fails', async () => {
  const golden = await loadGolden('gemma3');
  const decoder = await goldenDecoder(golden);
  const adapter = await goldenAdapter(decoder, adapterOf(golden));
  const module = adapter.modules.get('model.layers.1.mlp.up_proj') as LoraModule;
  const right = module.A;
  module.A = tf.zeros([2, 3]);
  const before = tf.memory().numTensors;
  expect(() => numbers(decoder, adapter, goldenBatch(golden, [1, 2]))).toThrow(/size-incompatible/);
  expect(() => decoder.forward(goldenBatch(golden, [1]), { adapter })).toThrow(/size-incompatible/);
  module.A.dispose();
  module.A = right;
  expect(tf.memory().numTensors).toBe(before - 1);

  // In the backward pass, when some of the gradients are there already.
  class Failing extends Map<string, tf.Tensor2D> {
    override get(name: string) {
      if (this.size === 5) throw new Error('no more');
      return super.get(name);
    }
  }
  const options = { denominator: 1, gradients: new Failing() };
  const again = tf.memory().numTensors;
  expect(() => lossAndGradients(decoder, adapter, goldenBatch(golden, [1]), options)).toThrow('no more');
  expect(tf.memory().numTensors).toBe(again);
  disposeAdapter(adapter);
  decoder.dispose();
});
