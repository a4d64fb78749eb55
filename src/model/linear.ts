/**
 * Products with frozen weight matrices, the one place that knows in which type a weight is held.
 *
 * Dimension letters of this folder: B batch, S segments, N tokens of all segments, T tokens of the longest, D width,
 * H query heads, K key heads, G = H/K, E head width, F feed-forward, V vocabulary, R rank.
 */

import * as tf from '@tensorflow/tfjs-core';
import {
  Bf16Tensor,
  gatherBf16,
  matMulBf16,
  nativeBackend,
  sliceBf16Rows,
  widenRows,
} from '../runtime/native-ops.ts';
import { gatherRows } from './rows.ts';

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

/**
 * Rows [start, start + count) of a weight, for products with a part of its outputs; the caller disposes of them. Widened to
 * float32 once where the products would each do that.
 */
export function sliceWeightRows(weight: Weight, start: number, count: number): Weight {
  if (!(weight instanceof Bf16Tensor)) return tf.slice2d(weight, [start, 0], [count, -1]);
  return nativeBackend()?.isUsingGpuDevice
    ? sliceBf16Rows(weight, start, count)
    : widenRows(weight, start, count);
}

/** Chosen rows of a weight in float32: indices [M] → [M, in]. */
export function gatherWeightRows(weight: Weight, indices: tf.Tensor1D): tf.Tensor2D {
  return weight instanceof Bf16Tensor
    ? (gatherBf16(weight, indices) as tf.Tensor2D)
    : gatherRows(weight, indices);
}
