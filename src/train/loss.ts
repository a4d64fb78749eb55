/**
 * Cross-entropy of the supervised positions, in chunks of rows: the head's logits [C, V] exist for one chunk at a time, and
 * the gradient is formed in the same visit. Positions without a target never reach the head.
 */

import * as tf from '@tensorflow/tfjs-core';
import { type Batch, IGNORE_INDEX } from '../dataset/batch.ts';
import type { Decoder } from '../model/decoder.ts';
import { rmsNorm, rmsNormBackward } from '../model/rms-norm.ts';
import { gatherRows, rowIndices } from '../model/rows.ts';
import { scoped } from '../model/scoped.ts';
import { executeOp, nativeBackend, typeAttribute } from '../runtime/native-ops.ts';
import {
  type FilterStatistics,
  filteredHeadBackward,
  headBackward,
  type VocabularyFilter,
} from './vocabulary-filter.ts';

/** Floats of one chunk's logits: 64 rows of Gemma's vocabulary. */
const CHUNK_ELEMENTS = 64 * 262_144;

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

/** −log softmax(logits)[target] and its gradient softmax − onehot: [C], [C, V]. */
function softmaxCrossEntropy(
  logits: tf.Tensor2D,
  targets: tf.Tensor1D,
): { nll: tf.Tensor1D; dLogits: tf.Tensor2D } {
  if (nativeBackend()) {
    const attributes = [typeAttribute('T', 'float32'), typeAttribute('Tlabels', 'int32')];
    const [nll, dLogits] = executeOp('SparseSoftmaxCrossEntropyWithLogits', attributes, [logits, targets], 2);
    return { nll: nll as tf.Tensor1D, dLogits: dLogits as tf.Tensor2D };
  }
  const log: tf.Tensor2D = tf.logSoftmax(logits);
  const hot = tf.cast(tf.oneHot(targets, logits.shape[1]), 'float32') as tf.Tensor2D;
  return {
    nll: tf.neg(tf.sum(tf.mul(log, hot), 1)) as tf.Tensor1D,
    dLogits: tf.sub(tf.exp(log), hot) as tf.Tensor2D,
  };
}

/** How the gradient is formed; without it there is only the loss. */
export interface GradientOptions {
  /** The gradient is that of Σ nll · scale. */
  scale: number;
  /** Leaves out what no row makes likely; not on a GPU, which would have to wait for the choice. */
  filter?: VocabularyFilter | undefined;
  /** Told of every filtered chunk. */
  seen?: ((statistics: FilterStatistics) => void) | undefined;
}

interface Chunk {
  /** [C] */
  nll: tf.Tensor1D;
  /** [C, D] with respect to the un-normed rows; null when no gradient is wanted. */
  dRows: tf.Tensor2D | null;
}

/** One chunk of un-normed rows [C, D] through final norm, head and cross-entropy, and back. */
function chunkLoss(
  decoder: Decoder,
  rows: tf.Tensor2D,
  targets: Int32Array,
  gradient: GradientOptions | null,
): Chunk {
  const { weights, config } = decoder;
  const cap = config.final_logit_softcapping;
  const { y: normed, saved } = rmsNorm(rows, weights.norm, config.rms_norm_eps);
  const logits = decoder.head(normed);
  const { nll, dLogits } = softmaxCrossEntropy(logits, rowIndices(targets));
  if (gradient === null) return { nll, dRows: null };
  if (cap === undefined) logits.dispose();
  const head = { dLogits, targets, capped: cap === undefined ? undefined : { logits, cap } };
  const { filter, seen } = gradient;
  const unscaled =
    filter && !nativeBackend()?.isUsingGpuDevice
      ? filteredHeadBackward(head, weights.lm_head, filter, seen)
      : headBackward(head, weights.lm_head);
  const dNormed = tf.mul(unscaled, gradient.scale) as tf.Tensor2D;
  return { nll, dRows: rmsNormBackward(dNormed, weights.norm, saved) };
}

export interface HeadLoss {
  /** [supervised] negative log-likelihood of each target, in the order of `supervisedRows`. */
  nll: tf.Tensor1D;
  /** [N, D] gradient of Σ nll · scale with respect to `hidden`; null where none is wanted. */
  dHidden: tf.Tensor2D | null;
}

/** Loss of the last layer's output `hidden` [N, D] over the batch's targets, and its gradient where `gradient` asks for it. */
export function headLoss(
  decoder: Decoder,
  hidden: tf.Tensor2D,
  batch: Batch,
  gradient: GradientOptions | null,
): HeadLoss {
  return scoped(() => {
    const { rows, targets } = supervisedRows(batch);
    const [N, D] = hidden.shape;
    const chunkRows = Math.max(1, Math.floor(CHUNK_ELEMENTS / decoder.config.vocab_size));
    const nlls: tf.Tensor1D[] = [];
    const gradients: tf.Tensor2D[] = [];
    for (let at = 0; at < rows.length; at += chunkRows) {
      const chunk = scoped(() =>
        chunkLoss(
          decoder,
          gatherRows(hidden, rowIndices(rows.subarray(at, at + chunkRows))),
          targets.subarray(at, at + chunkRows),
          gradient,
        ),
      );
      nlls.push(chunk.nll);
      if (chunk.dRows) gradients.push(chunk.dRows);
    }
    const nll = nlls.length === 0 ? tf.zeros<tf.Rank.R1>([0]) : tf.concat(nlls);
    if (gradient === null) return { nll, dHidden: null };
    // Rows without a target take the zero row behind the others.
    const from = new Int32Array(N).fill(rows.length);
    rows.forEach((row, i) => {
      from[row] = i;
    });
    const dRows = tf.concat([...gradients, tf.zeros<tf.Rank.R2>([1, D])]);
    return { nll, dHidden: gatherRows(dRows, rowIndices(from)) };
  });
}
