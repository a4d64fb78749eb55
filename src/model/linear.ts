/**
 * Products with frozen weight matrices, the one place that knows in which type a weight is held.
 *
 * Dimension letters of this folder: B batch, S segments, N tokens of all segments, T tokens of the longest, D width,
 * H query heads, K key heads, G = H/K, E head width, F feed-forward, V vocabulary, R rank.
 */

import * as tf from '@tensorflow/tfjs-core';
import {
  Bf16Tensor,
  boolAttribute,
  executeOp,
  gatherBf16,
  matMulBf16,
  nativeBackend,
  sliceBf16Rows,
  typeAttribute,
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

/**
 * W·x: columns [in, B], or with `rows` x [B, in], → columns [out, B]. For few columns: the weight as the left operand is read
 * up to a third faster, one column alone as a vector (*measured*, bench/README.md).
 */
export function projectColumns(weight: Weight, x: tf.Tensor2D, rows = false): tf.Tensor2D {
  if (weight instanceof Bf16Tensor) return tf.transpose(project(rows ? x : tf.transpose(x), weight));
  const native = nativeBackend();
  if (native === undefined || native.isUsingGpuDevice || x.shape[rows ? 0 : 1] !== 1) {
    return tf.matMul(weight, x, false, rows);
  }
  const attributes = [
    boolAttribute('transpose_a', false),
    boolAttribute('transpose_b', rows),
    typeAttribute('T', 'float32'),
  ];
  return executeOp('MatMul', attributes, [weight, x], 1)[0] as tf.Tensor2D;
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
  return weight instanceof Bf16Tensor && !nativeBackend()?.isUsingGpuDevice
    ? widenRows(weight, start, count)
    : viewWeightRows(weight, start, count);
}

/** Rows [start, start + count) of a weight as it is held, which share its memory on the native backend. */
export function viewWeightRows(weight: Weight, start: number, count: number): Weight {
  return weight instanceof Bf16Tensor
    ? sliceBf16Rows(weight, start, count)
    : tf.slice2d(weight, [start, 0], [count, -1]);
}

/** Chosen rows of a weight in float32: indices [M] → [M, in]. */
export function gatherWeightRows(weight: Weight, indices: tf.Tensor1D): tf.Tensor2D {
  return weight instanceof Bf16Tensor
    ? (gatherBf16(weight, indices) as tf.Tensor2D)
    : gatherRows(weight, indices);
}
