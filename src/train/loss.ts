/**
 * Loss of the supervised positions and its gradient, formed in the same visit. Positions without a target never reach the
 * head. Knows which rows count, not how the vocabulary is gone through.
 */

import * as tf from '@tensorflow/tfjs-core';
import { type Batch, IGNORE_INDEX } from '../dataset/batch.ts';
import type { Decoder } from '../model/decoder.ts';
import { rmsNorm, rmsNormBackward } from '../model/rms-norm.ts';
import { scoped } from '../model/scoped.ts';
import { blockwiseCrossEntropy } from './vocabulary-blocks.ts';
import type { FilterStatistics, VocabularyFilter } from './vocabulary-filter.ts';

/** Rows that go through the vocabulary together: more read the head's weight less often. */
const GROUP_ROWS = 1024;

/** Positions with a target, and the targets, in order. */
export function supervisedRows(batch: Batch): { rows: Int32Array; targets: Int32Array } {
  const rows = new Int32Array(batch.supervised);
  const targets = new Int32Array(batch.supervised);
  let at = 0;
  batch.targets.forEach((target, row) => {
    if (target === IGNORE_INDEX) return;
    rows[at] = row;
    targets[at] = target;
    at += 1;
  });
  return { rows, targets };
}

/** How the gradient is formed; without it there is only the loss. */
export interface GradientOptions {
  /** The gradient is that of Σ nll · scale. */
  scale: number;
  filter?: VocabularyFilter | undefined;
  seen?: ((statistics: FilterStatistics) => void) | undefined;
}

export interface HeadLoss {
  /** [M] negative log-likelihood of each target. */
  nll: tf.Tensor1D;
  /** [M, D] gradient of Σ nll · scale with respect to `hidden`; null where none is wanted. */
  dHidden: tf.Tensor2D | null;
}

/**
 * Loss of the last layer's output `hidden` [M, D] at the supervised rows over their `targets` [M], and its gradient where
 * `gradient` asks for it.
 */
export function headLoss(
  decoder: Decoder,
  hidden: tf.Tensor2D,
  targets: Int32Array,
  gradient: GradientOptions | null,
): HeadLoss {
  return scoped(() => {
    const nlls: tf.Tensor1D[] = [];
    const gradients: tf.Tensor2D[] = [];
    for (let at = 0; at < targets.length; at += GROUP_ROWS) {
      const of = targets.subarray(at, at + GROUP_ROWS);
      const rows = of.length === targets.length ? hidden : tf.slice2d(hidden, [at, 0], [of.length, -1]);
      const group = scoped(() => groupLoss(decoder, rows, of, gradient));
      nlls.push(group.nll);
      if (group.dRows) gradients.push(group.dRows);
    }
    const nll = nlls.length === 0 ? tf.zeros<tf.Rank.R1>([0]) : tf.concat(nlls);
    if (gradient === null) return { nll, dHidden: null };
    return { nll, dHidden: gradients.length === 0 ? tf.zerosLike(hidden) : tf.concat(gradients) };
  });
}

/** Un-normed rows [M, D] through final norm, head and cross-entropy, and back. */
function groupLoss(
  { weights, config }: Decoder,
  rows: tf.Tensor2D,
  targets: Int32Array,
  gradient: GradientOptions | null,
): { nll: tf.Tensor1D; dRows: tf.Tensor2D | null } {
  const { y: normed, saved } = rmsNorm(rows, weights.norm, config.rms_norm_eps);
  const head = { weight: weights.lm_head, softcap: config.final_logit_softcapping };
  const { nll, dRows } = blockwiseCrossEntropy(normed, targets, head, {
    ...gradient,
    gradient: gradient !== null,
  });
  if (gradient === null || dRows === null) return { nll, dRows: null };
  return { nll, dRows: rmsNormBackward(tf.mul(dRows, gradient.scale) as tf.Tensor2D, weights.norm, saved) };
}
