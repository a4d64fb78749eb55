/**
 * Attention in ranges of queries against attention in one piece, values and gradients: long segments and short ones, window,
 * soft cap, grouped heads, padding. Tolerance: sums of float32 in another order, values of size 1.
 */

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { type AttentionOptions, attend, attendBackward, causalMask } from '../../src/model/attention.ts';
import { queryRanges } from '../../src/model/attention-ranges.ts';
import { disposeLayout, layOutSegments } from '../../src/model/segments.ts';
import { createRng } from '../../src/rng.ts';
import { useTestRuntime } from '../helpers/runtime.ts';

const TOLERANCE = 1e-5;
const [H, K, E] = [4, 2, 8];

beforeAll(async () => {
  await useTestRuntime();
});

function compute(offsets: number[], options: AttentionOptions) {
  return tf.tidy(() => {
    const rng = createRng(5);
    const N = offsets.at(-1) as number;
    const random = (heads: number) =>
      tf.tensor3d(
        Float32Array.from({ length: N * heads * E }, () => rng.normal()),
        [N, heads, E],
      );
    const [q, k, v, d] = [random(H), random(K), random(K), random(H)];
    const layout = layOutSegments(Int32Array.from(offsets));
    const masks = layout.blocks.map(({ T }) => causalMask(T, options.window));
    const { context, saved } = attend(q, k, v, layout, masks, options);
    const { dq, dk, dv } = attendBackward(d, saved, layout, options);
    const values = [context, dq, dk, dv].map((tensor) => tensor.dataSync<'float32'>());
    disposeLayout(layout);
    return values;
  }) as unknown as Float32Array[];
}

const largestDifference = (a: Float32Array, b: Float32Array) =>
  a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] as number))), 0);

test.each([
  ['one segment', [0, 29], undefined, undefined],
  ['a window shorter than a range', [0, 29], 3, undefined],
  ['a window longer than a range', [0, 29], 11, undefined],
  ['a soft cap', [0, 29], undefined, 2],
  ['segments of several lengths', [0, 29, 50, 53, 60], 11, undefined],
])('is the same in ranges as in one piece: %s', (_, offsets, window, softcap) => {
  const options = { scale: 0.3, softcap, window };
  const whole = compute(offsets, { ...options, query_rows: 64 });
  const inRanges = compute(offsets, { ...options, query_rows: 7 });
  whole.forEach((values, index) => {
    expect(values.some((value) => Math.abs(value) > 0.1)).toBe(true);
    expect(largestDifference(inRanges[index] as Float32Array, values)).toBeLessThan(TOLERANCE);
  });
});

test.each([undefined, 1, 3, 5, 9])('masks what lies ahead and what window %s leaves behind', (window) => {
  const values = causalMask(5, window).arraySync();
  for (const [t, row] of values.entries()) {
    for (const [u, value] of row.entries()) {
      const seen = u <= t && (window === undefined || u > t - window);
      expect(value === 0).toBe(seen);
      if (!seen) expect(value).toBeLessThan(-1e29);
    }
  }
});

test('looks only at keys that some query of the range may see', () => {
  expect(queryRanges(10, { window: undefined, query_rows: 4 })).toEqual([
    { from: 0, to: 4, keysFrom: 0 },
    { from: 4, to: 8, keysFrom: 0 },
    { from: 8, to: 10, keysFrom: 0 },
  ]);
  // Query 4 with a window of 3 sees 2, 3 and itself.
  expect(queryRanges(10, { window: 3, query_rows: 4 }).map(({ keysFrom }) => keysFrom)).toEqual([0, 2, 6]);
});
