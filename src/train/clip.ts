/** Clipping by the global norm, as `torch.nn.utils.clip_grad_norm_`. Pure: disposes nothing it was handed. */

import * as tf from '@tensorflow/tfjs-core';
import { recorded } from '../runtime/recorded.ts';
import type { TensorTree } from './tensor-tree.ts';

/** Σ x² of each tensor [tensors], in the tree's order; not read yet. The caller disposes it. */
export function sumsOfSquares(tree: TensorTree): tf.Tensor {
  if (tree.size === 0) return tf.zeros([0]);
  const work = () => tf.stack([...tree.values()].map((tensor) => tf.sum(tf.square(tensor))));
  return tf.tidy(() => recorded({ kind: 'norm', tree }, work));
}

/**
 * The Euclidean norm of all tensors taken as one vector. Sums of squares are float32 per tensor and added in double
 * precision in the tree's order, so the same tree gives the same number; NaN and infinity come through.
 */
export function globalNorm(sums: ArrayLike<number>): number {
  return Math.sqrt(Array.from(sums).reduce((total, value) => total + value, 0));
}

/** The factor for every gradient: max_norm / (norm + 1e-6), at most 1. A `max_norm` of 0 means no clipping, as in transformers. */
export function clipCoefficient(norm: number, max_norm: number): number {
  return max_norm > 0 ? Math.min(1, max_norm / (norm + 1e-6)) : 1;
}
