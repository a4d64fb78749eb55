/**
 * The head's backward product dLogits·W over the columns that matter: those of the targets, and those where some row of the
 * chunk gives the token a probability above a threshold. Most of a vocabulary is out of the question in most places, so a
 * fraction of the product is left. Falls back to the whole product where that is not so, or where too much would be lost.
 *
 * What is left out is not dropped but replaced: the columns U of a row with probability m = Σ_{v∈U} p_v pull along
 * Σ_{v∈U} p_v·w_v, which is taken for m·w̄, with w̄ the mean of w over a sample of U. A row's gradient of the logits sums to zero,
 * so m = −Σ of the columns kept: it is known exactly. The error of a row is at most m·max‖w_v − w̄‖, and a chunk whose mean m
 * exceeds a limit takes the whole product.
 */

import * as tf from '@tensorflow/tfjs-core';
import { projectBack, type Weight } from '../model/linear.ts';
import { gatherColumns, gatherRows, rowIndices } from '../model/rows.ts';
import { scoped } from '../model/scoped.ts';
import { Bf16Tensor, gatherBf16 } from '../runtime/native-ops.ts';

export interface VocabularyFilter {
  /** Columns without a row above this probability are left out. */
  least_probability: number;
  /** The whole product is taken when more probability than this is left out, in the mean over a chunk's rows. */
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

/** What the filter did to one chunk: for benchmarks and tests. */
export interface FilterStatistics {
  columns: number;
  left_out: number;
}

export interface HeadGradient {
  /** softmax − onehot [C, V], before the soft cap's own slope. */
  dLogits: tf.Tensor2D;
  /** [C] */
  targets: Int32Array;
  /** Capped logits [C, V] and the cap, where there is one. */
  capped: { logits: tf.Tensor2D; cap: number } | undefined;
}

/** d(cap·tanh(z/cap))/dz = 1 − (logit/cap)². */
function throughCap(dLogits: tf.Tensor2D, logits: tf.Tensor2D, cap: number): tf.Tensor2D {
  return tf.mul(dLogits, tf.sub(1, tf.square(tf.div(logits, cap))));
}

/** The head's whole backward product: [C, V] → [C, D]. */
export function headBackward({ dLogits, capped }: HeadGradient, weight: Weight): tf.Tensor2D {
  return scoped(() => projectBack(capped ? throughCap(dLogits, capped.logits, capped.cap) : dLogits, weight));
}

/** `headBackward` over the columns that matter. Reads one row of V values back: not for a GPU, which would have to wait. */
export function filteredHeadBackward(
  gradient: HeadGradient,
  weight: Weight,
  filter: VocabularyFilter,
  seen?: (statistics: FilterStatistics) => void,
): tf.Tensor2D {
  const { dLogits, targets, capped } = gradient;
  const kept = columnsKept(dLogits, targets, filter.least_probability);
  if (kept.length > filter.most_columns * dLogits.shape[1]) return headBackward(gradient, weight);
  return scoped(() => {
    const columns = rowIndices(kept);
    const part = gatherColumns(dLogits, columns);
    const sums = tf.sum(part, 1, true);
    const left_out = -(tf.mean(sums).dataSync<'float32'>()[0] as number);
    seen?.({ columns: kept.length, left_out });
    // Written so that NaN takes the whole product, too.
    if (!(left_out <= filter.most_left_out)) return headBackward(gradient, weight);
    const dHead = capped ? throughCap(part, gatherColumns(capped.logits, columns), capped.cap) : part;
    const rows = weightRows(weight, columns);
    const product = tf.matMul(dHead, rows) as tf.Tensor2D;
    // The sum over a capped row is not zero: what is left out of it stays out.
    if (capped) return product;
    const mean = tf.mean(weightRows(weight, rowIndices(sampleOfOthers(kept, dLogits.shape[1]))), 0, true);
    return tf.sub(product, tf.mul(sums, mean)) as tf.Tensor2D;
  });
}

function weightRows(weight: Weight, rows: tf.Tensor1D): tf.Tensor2D {
  return weight instanceof Bf16Tensor ? (gatherBf16(weight, rows) as tf.Tensor2D) : gatherRows(weight, rows);
}

/** Columns of the sample for w̄. */
const SAMPLE = 4096;

/** Columns that are not in the sorted `kept`, evenly spread. */
function sampleOfOthers(kept: Int32Array, columns: number): Int32Array {
  const others = columns - kept.length;
  const every = Math.max(1, Math.floor(others / SAMPLE));
  const sample = new Int32Array(Math.ceil(others / every));
  let passed = 0;
  let next = 0;
  for (let column = 0; column < columns; column += 1) {
    if (kept[next] === column) next += 1;
    else {
      if (passed % every === 0) sample[passed / every] = column;
      passed += 1;
    }
  }
  return sample;
}

/** Sorted columns of the targets and of every value above the threshold. */
function columnsKept(dLogits: tf.Tensor2D, targets: Int32Array, least: number): Int32Array {
  const largest = scoped(() => tf.max(dLogits, 0));
  const values = largest.dataSync<'float32'>();
  largest.dispose();
  // A target's gradient is negative in its own row: it is kept whatever the maximum over the rows says.
  for (const target of targets) values[target] = Number.POSITIVE_INFINITY;
  let count = 0;
  const kept = new Int32Array(values.length);
  for (let column = 0; column < values.length; column += 1) {
    if ((values[column] as number) > least) {
      kept[count] = column;
      count += 1;
    }
  }
  return kept.slice(0, count);
}
