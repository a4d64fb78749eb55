/** Random tensors, and how far two ways of computing the same are apart. */

import * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import type { Rng } from '../../src/rng.ts';

/** Normal values times `scale`. */
export function randomTensor<R extends tf.Rank>(rng: Rng, shape: tf.ShapeMap[R], scale = 1): tf.Tensor<R> {
  const size = (shape as number[]).reduce((product, length) => product * length, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, () => scale * rng.normal()),
    shape,
  );
}

/** Of the same shapes, and nowhere further apart than `tolerance` of the largest value expected. */
export function expectClose(
  found: readonly tf.Tensor[],
  plain: readonly tf.Tensor[],
  tolerance: number,
): void {
  for (const [at, tensor] of found.entries()) {
    const [values, expected] = [tensor, plain[at] as tf.Tensor].map((t) => t.dataSync<'float32'>());
    expect(tensor.shape).toEqual(plain[at]?.shape);
    const largest = expected!.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-30);
    let furthest = 0;
    for (const [i, value] of expected!.entries())
      furthest = Math.max(furthest, Math.abs(value - values![i]!));
    expect(furthest / largest).toBeLessThan(tolerance);
  }
}
