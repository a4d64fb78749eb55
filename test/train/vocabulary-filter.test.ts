/** The filtered backward product of the head against the whole one, on probabilities that are peaked as real ones are. */

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRng } from '../../src/rng.ts';
import {
  type FilterStatistics,
  filteredHeadBackward,
  headBackward,
  type VocabularyFilter,
} from '../../src/train/vocabulary-filter.ts';
import { useTestRuntime } from '../helpers/runtime.ts';

const [C, V, D] = [12, 6000, 16];
const FILTER: VocabularyFilter = { least_probability: 1e-6, most_left_out: 0.02, most_columns: 0.5 };

beforeAll(async () => {
  await useTestRuntime();
});

/** softmax − onehot of logits with the given spread, and a weight whose rows share a direction, as embeddings do. */
function head(spread: number, seed = 3) {
  const rng = createRng(seed);
  const logits = Float32Array.from({ length: C * V }, () => rng.normal() * spread);
  const targets = Int32Array.from({ length: C }, () => rng.integer(V));
  const dLogits = tf.tidy(() =>
    tf.sub(tf.softmax(tf.tensor2d(logits, [C, V])), tf.oneHot(tf.tensor1d(targets, 'int32'), V)),
  ) as tf.Tensor2D;
  const weight = tf.tensor2d(
    Float32Array.from({ length: V * D }, () => 0.5 + rng.normal()),
    [V, D],
  );
  return { gradient: { dLogits, targets, capped: undefined }, weight };
}

function compare(spread: number, filter: VocabularyFilter) {
  const { gradient, weight } = head(spread);
  const before = tf.memory().numTensors;
  const seen: FilterStatistics[] = [];
  const filtered = filteredHeadBackward(gradient, weight, filter, (chunk) => seen.push(chunk));
  const whole = headBackward(gradient, weight);
  expect(tf.memory().numTensors).toBe(before + 2);
  const [a, b] = [filtered.dataSync<'float32'>(), whole.dataSync<'float32'>()];
  const square = (of: (at: number) => number) => a.reduce((sum, _, at) => sum + of(at) ** 2, 0);
  const error = Math.sqrt(
    square((at) => (a[at] as number) - (b[at] as number)) / square((at) => b[at] as number),
  );
  tf.dispose([filtered, whole, weight, gradient.dLogits]);
  return { error, seen };
}

describe('filteredHeadBackward', () => {
  it('leaves most columns out and stays within the bound of what it left out', () => {
    // Logits of spread 6: a few tokens take nearly all of the probability.
    const { error, seen } = compare(6, FILTER);
    expect(seen).toHaveLength(1);
    const [{ columns, left_out }] = seen as [FilterStatistics];
    expect(columns).toBeGreaterThan(C);
    expect(columns).toBeLessThan(V / 2);
    expect(left_out).toBeGreaterThan(0);
    // Rows of the weight are about 4 apart from their mean (√16 · 1), and gradients of a row are of that size, too.
    expect(error).toBeLessThan(5 * left_out + 1e-6);
  });

  it('takes the whole product where every column matters', () => {
    const { error, seen } = compare(0.5, FILTER);
    expect(seen).toEqual([]);
    expect(error).toBe(0);
  });

  it('takes the whole product where too much would be left out', () => {
    const { error, seen } = compare(6, { ...FILTER, least_probability: 0.5, most_left_out: 1e-4 });
    expect(seen[0]?.left_out).toBeGreaterThan(1e-4);
    expect(error).toBe(0);
  });

  it('gives what is not a number back as such', () => {
    const { gradient, weight } = head(6);
    const broken = tf.mul(gradient.dLogits, Number.NaN) as tf.Tensor2D;
    const result = filteredHeadBackward({ ...gradient, dLogits: broken }, weight, FILTER);
    expect(result.dataSync()[0]).toBeNaN();
    tf.dispose([result, broken, weight, gradient.dLogits]);
  });
});
