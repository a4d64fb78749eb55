/** Root-mean-square norm over the last dimension and its gradient with respect to the input (weights are frozen). */

import * as tf from '@tensorflow/tfjs-core';

export interface SavedNorm {
  /** [..., D] the input. */
  x: tf.Tensor;
  /** [..., 1] 1/√(mean(x²) + eps). */
  inverse_rms: tf.Tensor;
}

/** y = x / √(mean(x²) + eps) · w; `w` [D] already holds the architecture's offset. */
export function rmsNorm<T extends tf.Tensor>(x: T, w: tf.Tensor1D, eps: number): { y: T; saved: SavedNorm } {
  const inverse_rms = tf.rsqrt(tf.add(tf.mean(tf.square(x), -1, true), eps));
  return { y: tf.mul(tf.mul(x, inverse_rms), w) as T, saved: { x, inverse_rms } };
}

/** dx = r·(g − x·r²·mean(g·x)) with g = dy·w, r = 1/rms: from d(x·r)/dx with dr/dx = −r³·x/D. */
export function rmsNormBackward<T extends tf.Tensor>(dy: T, w: tf.Tensor1D, saved: SavedNorm): T {
  const { x, inverse_rms } = saved;
  const g = tf.mul(dy, w);
  const along = tf.mul(tf.square(inverse_rms), tf.mean(tf.mul(g, x), -1, true));
  return tf.mul(inverse_rms, tf.sub(g, tf.mul(x, along))) as T;
}
