/**
 * Layers' passes as functions against the same operation by operation: equal in every bit on a processor, for batches of all
 * sizes, with as many functions as there are kinds of layers and not one more for another batch.
 */

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Batch } from '../../src/dataset/batch.ts';
import type { Decoder } from '../../src/model/decoder.ts';
import { generate } from '../../src/model/generate.ts';
import { disposeAdapter, type LoraAdapter } from '../../src/model/lora.ts';
import { disposeAll } from '../../src/model/scoped.ts';
import { recordedFunctions, withoutRecorded } from '../../src/runtime/recorded.ts';
import { lossAndGradients } from '../../src/train/gradients.ts';
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

/** Loss and gradients of a batch, as plain numbers. */
function numbers(decoder: Decoder, adapter: LoraAdapter, batch: Batch, checkpointing = false) {
  const { nll_sum, gradients } = lossAndGradients(decoder, adapter, batch, {
    denominator: batch.supervised,
    gradient_checkpointing: checkpointing,
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
      counts.push(recordedFunctions());
      expect(functions).toEqual(withoutRecorded(() => numbers(decoder, adapter, batch)));
    }
    expect(new Set(counts).size).toBe(1);
    const all = goldenBatch(golden, [2, 0, 1]);
    for (const checkpointing of [false, true]) {
      const functions = numbers(decoder, adapter, all, checkpointing);
      expect(functions).toEqual(withoutRecorded(() => numbers(decoder, adapter, all, checkpointing)));
    }
    expect(tf.memory().numTensors).toBe(before);
  });
});

/** One segment of T tokens, every position but the last with a target. */
function longBatch(T: number): Batch {
  const ids = Int32Array.from({ length: T }, (_, i) => 3 + ((7 * i) % 50));
  const targets = Int32Array.from(ids, (_, i) => (i + 1 < T ? (ids[i + 1] as number) : -100));
  const positions = Int32Array.from(ids.keys());
  const rows = Int32Array.of(0);
  return { ids, positions, targets, offsets: Int32Array.of(0, T), rows, supervised: T - 1 };
}

it('gives the bits of the plain way for long segments, and writes down those that are cut as others are', async () => {
  const golden = await loadGolden('gemma3');
  const decoder = await goldenDecoder(golden);
  const adapter = await goldenAdapter(decoder, adapterOf(golden));
  const written = (T: number) => {
    const before = recordedFunctions();
    const batch = longBatch(T);
    const found = numbers(decoder, adapter, batch);
    expect(found).toEqual(withoutRecorded(() => numbers(decoder, adapter, batch)));
    return recordedFunctions() - before;
  };
  // The head and the optimizer know no segments: their functions are there after the first batch.
  written(200);
  expect(written(300)).toBe(0);
  expect(written(512)).toBeGreaterThan(0);
  expect(written(512)).toBe(0);
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
  const functions = recordedFunctions();
  const long = await answer(24);
  expect(recordedFunctions()).toBe(functions);
  expect(long.map((ids) => ids.slice(0, 3))).toEqual(short);
  decoder.dispose();
});
