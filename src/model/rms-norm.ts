/** Root-mean-square norm over the last dimension and its gradient with respect to the input (weights are frozen). */

import * as tf from '@tensorflow/tfjs-core';
import { fusedRmsNorm, fusedRmsNormGrad, hasFusedOps } from '../runtime/fused-ops.ts';
import { boolAttribute, executeOp, nativeBackend, typeAttribute } from '../runtime/native-ops.ts';

export interface SavedNorm {
  /** [..., D] the input. */
  x: tf.Tensor;
  /** [..., 1] 1/√(mean(x²) + eps). */
  inverse_rms: tf.Tensor;
}

/**
 * y = x / √(mean(x²) + eps) · w over one axis, the last unless told; `w`, which broadcasts over x, already holds the
 * architecture's offset.
 */
export function rmsNorm<T extends tf.Tensor>(
  x: T,
  w: tf.Tensor,
  eps: number,
  axis = -1,
): { y: T; saved: SavedNorm } {
  if (axis === -1 && w.rank === 1 && hasFusedOps()) {
    const { y, inverse_rms } = fusedRmsNorm(x, w, eps);
    return { y, saved: { x, inverse_rms } };
  }
  const inverse_rms = tf.rsqrt(tf.add(mean(tf.square(x), axis), eps));
  return { y: tf.mul(tf.mul(x, inverse_rms), w) as T, saved: { x, inverse_rms } };
}

/** Over one axis, which stays with length 1. tf.mean copies its input on the native backend, to be sure of its type. */
function mean(x: tf.Tensor, axis: number): tf.Tensor {
  if (!nativeBackend()) return tf.mean(x, axis, true);
  const attributes = [
    boolAttribute('keep_dims', true),
    typeAttribute('T', 'float32'),
    typeAttribute('Tidx', 'int32'),
  ];
  const along = tf.scalar(axis, 'int32');
  const [result] = executeOp('Mean', attributes, [x, along], 1);
  along.dispose();
  return result as tf.Tensor;
}

/** dx = r·(g − x·r²·mean(g·x)) with g = dy·w, r = 1/rms: from d(x·r)/dx with dr/dx = −r³·x/D. */
export function rmsNormBackward<T extends tf.Tensor>(dy: T, w: tf.Tensor1D, saved: SavedNorm): T {
  const { x, inverse_rms } = saved;
  if (hasFusedOps()) return fusedRmsNormGrad(dy, x, w, inverse_rms);
  const g = tf.mul(dy, w);
  const along = tf.mul(tf.square(inverse_rms), mean(tf.mul(g, x), -1));
  return tf.mul(inverse_rms, tf.sub(g, tf.mul(x, along))) as T;
}
