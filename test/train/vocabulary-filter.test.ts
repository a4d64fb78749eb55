/** The filtered pull of a block against the whole one, on probabilities that are peaked as real ones are. */

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRng } from '../../src/rng.ts';
import {
  type FilterStatistics,
  filteredPull,
  type VocabularyFilter,
} from '../../src/train/vocabulary-filter.ts';
import { useTestRuntime } from '../helpers/runtime.ts';

const [M, V, D] = [12, 6000, 16];
const FILTER: VocabularyFilter = { least_probability: 1e-6, most_left_out: 0.02, most_columns: 0.5 };

beforeAll(async () => {
  await useTestRuntime();
});

/** e^(logit − max) of logits with the given spread, and a weight whose rows share a direction, as embeddings do. */
function block(spread: number, seed = 3) {
  const rng = createRng(seed);
  const logits = Float32Array.from({ length: M * V }, () => rng.normal() * spread);
  const weights = tf.tidy(() => {
    const l = tf.tensor2d(logits, [M, V]);
    return tf.exp(tf.sub(l, tf.max(l, 1, true)));
  }) as tf.Tensor2D;
  const sum = tf.tidy(() => tf.sum(weights, 1, true)) as tf.Tensor2D;
  const values = Float32Array.from({ length: V * D }, () => 0.5 + rng.normal());
  return { weights, sum, weight: tf.tensor2d(values, [V, D]), share: 1 };
}

/** Relative error of Σ p_v·w_v, of all rows together. */
function compare(spread: number, filter: VocabularyFilter) {
  const pull = block(spread);
  const before = tf.memory().numTensors;
  const seen: FilterStatistics[] = [];
  const filtered = filteredPull(pull, filter, (one) => seen.push(one));
  expect(tf.memory().numTensors).toBe(before + 1);
  const whole = tf.matMul(pull.weights, pull.weight);
  const [a, b] = tf.tidy(() => [filtered, whole].map((x) => tf.div(x, pull.sum).dataSync<'float32'>())) as [
    Float32Array,
    Float32Array,
  ];
  const square = (of: (at: number) => number) => a.reduce((sum, _, at) => sum + of(at) ** 2, 0);
  const error = Math.sqrt(
    square((at) => (a[at] as number) - (b[at] as number)) / square((at) => b[at] as number),
  );
  tf.dispose([filtered, whole, pull.weights, pull.sum, pull.weight]);
  return { error, seen };
}

describe('filteredPull', () => {
  it('leaves most columns out and stays within the bound of what it left out', () => {
    // Logits of spread 6: a few tokens take nearly all of the probability.
    const { error, seen } = compare(6, FILTER);
    expect(seen).toHaveLength(1);
    const [{ columns, of, left_out }] = seen as [FilterStatistics];
    expect(of).toBe(V);
    expect(columns).toBeGreaterThan(M);
    expect(columns).toBeLessThan(V / 2);
    expect(left_out).toBeGreaterThan(0);
    // Rows of the weight are about 4 apart from their mean (√16 · 1), and what a row is pulled to is of that size, too.
    expect(error).toBeGreaterThan(0);
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

  it('puts the mean in the place of a block in which nothing matters', () => {
    const pull = block(1);
    // As after an earlier block that took all of the probability: of 6,000 tokens within e^±4 of each other none is left.
    const sum = tf.mul(pull.sum, 1e9) as tf.Tensor2D;
    const seen: FilterStatistics[] = [];
    const result = filteredPull({ ...pull, sum }, FILTER, (one) => seen.push(one));
    expect(seen[0]?.columns).toBe(0);
    const expected = tf.tidy(() => tf.mul(pull.sum, tf.mean(pull.weight, 0, true)));
    const [a, b] = [result.dataSync(), expected.dataSync()];
    a.forEach((value, at) => {
      expect(Math.abs(value / (b[at] as number) - 1)).toBeLessThan(1e-5);
    });
    tf.dispose([result, expected, sum, pull.weights, pull.sum, pull.weight]);
  });

  it('gives what is not a number back as such', () => {
    const pull = block(6);
    const weights = tf.mul(pull.weights, Number.NaN) as tf.Tensor2D;
    const result = filteredPull({ ...pull, weights }, FILTER);
    expect(result.dataSync()[0]).toBeNaN();
    tf.dispose([result, weights, pull.weights, pull.sum, pull.weight]);
  });
});
