/**
 * Products with frozen weight matrices, the one place that knows in which type a weight is held.
 *
 * Dimension letters of this folder: B batch, S segments, N tokens of all segments, T tokens of the longest, D width,
 * H query heads, K key heads, G = H/K, E head width, F feed-forward, V vocabulary, R rank.
 */

import * as tf from '@tensorflow/tfjs-core';
import { Bf16Tensor, matMulBf16 } from '../runtime/native-ops.ts';

/** [out, in], as checkpoints store it. */
export type Weight = tf.Tensor2D | Bf16Tensor;

/** y = x·Wᵀ: [N, in] → [N, out]. */
export function project(x: tf.Tensor2D, weight: Weight): tf.Tensor2D {
  return weight instanceof Bf16Tensor
    ? matMulBf16(x, weight, { transposeW: true })
    : tf.matMul(x, weight, false, true);
}

/** dx = dy·W: [N, out] → [N, in]; the backward product of `project`. */
export function projectBack(dy: tf.Tensor2D, weight: Weight): tf.Tensor2D {
  return weight instanceof Bf16Tensor ? matMulBf16(dy, weight, { transposeW: false }) : tf.matMul(dy, weight);
}
