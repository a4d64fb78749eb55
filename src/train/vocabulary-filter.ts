/**
 * One block's part Σ_v e_v·w_v of the softmax's pull over the columns that matter: those where some row gives the token more
 * than a least probability. Most of a vocabulary is out of the question in most places, so a fraction of the product is
 * left. Takes the whole product where that is not so, or where too much would be left out.
 *
 * What is left out is not dropped but replaced: the columns U of a row pull along Σ_{v∈U} e_v·w_v, which is taken for
 * (Σ_{v∈U} e_v)·w̄, with w̄ the mean of the block's w_v. With p_v the probabilities, a row's gradient is off by at most
 * Σ_{v∈U} p_v · max‖w_v − w̄‖. Probabilities are taken relative to the sum so far, which never makes them too small.
 */

import * as tf from '@tensorflow/tfjs-core';
import { gatherWeightRows, projectBack } from '../model/linear.ts';
import { gatherColumns, rowIndices } from '../model/rows.ts';
import { scoped } from '../model/scoped.ts';

export interface VocabularyFilter {
  /** Columns without a row above this probability are left out. */
  least_probability: number;
  /** The whole product is taken when more probability than this would be left out, in the mean over the rows. */
  most_left_out: number;
  /** The whole product is taken when more than this share of the columns would stay: it is faster then. */
  most_columns: number;
}

/** *Measured* on real text, see bench/README.md. */
export const VOCABULARY_FILTER: VocabularyFilter = {
  least_probability: 1e-6,
  most_left_out: 0.02,
  most_columns: 0.5,
};

/** What the filter did to one block: for benchmarks and tests. */
export interface FilterStatistics {
  /** Kept, of the block's `of`. */
  columns: number;
  of: number;
  /** Probability of the others, in the mean over the rows. */
  left_out: number;
}

export interface BlockPull {
  /** e_v of each row and column, at least 0: [M, B]. */
  weights: tf.Tensor2D;
  /** Sum over the blocks so far, on the same scale: [M, 1]. */
  sum: tf.Tensor2D;
  /** Of the block: [B, D]. */
  weight: tf.Tensor2D;
  /** The block's share of the vocabulary, and so of `most_left_out`. */
  share: number;
}

/** Σ_v e_v·w_v: [M, D]. Reads a row of B values back: not for a GPU, which would have to wait. */
export function filteredPull(
  { weights, sum, weight, share }: BlockPull,
  filter: VocabularyFilter,
  seen?: (statistics: FilterStatistics) => void,
): tf.Tensor2D {
  return scoped(() => {
    const of = weights.shape[1];
    const kept = columnsKept(tf.div(weights, sum), filter.least_probability);
    if (kept.length > filter.most_columns * of) return projectBack(weights, weight);
    const columns = rowIndices(kept);
    const part = gatherColumns(weights, columns);
    const others: tf.Tensor2D = tf.sub(tf.sum(weights, 1, true), tf.sum(part, 1, true));
    const left_out = tf.mean(tf.div(others, sum)).dataSync<'float32'>()[0] as number;
    seen?.({ columns: kept.length, of, left_out });
    // Written so that NaN takes the whole product, too.
    if (!(left_out <= filter.most_left_out * share)) return projectBack(weights, weight);
    const replaced = tf.mul(others, tf.mean(weight, 0, true)) as tf.Tensor2D;
    if (kept.length === 0) return replaced;
    return tf.add(projectBack(part, gatherWeightRows(weight, columns)), replaced);
  });
}

/** Sorted columns with a value above the least. */
function columnsKept(probabilities: tf.Tensor2D, least: number): Int32Array {
  const values = scoped(() => tf.max(probabilities, 0)).dataSync<'float32'>();
  const kept = new Int32Array(values.length);
  let count = 0;
  for (let column = 0; column < values.length; column += 1) {
    // Written so that NaN is kept.
    if (!((values[column] as number) <= least)) {
      kept[count] = column;
      count += 1;
    }
  }
  return kept.slice(0, count);
}
