/**
 * Softmax cross-entropy of rows against the whole vocabulary in one pass over blocks of it: each block's logits are formed,
 * used for the loss and for its gradient, and forgotten. The head's weight is read once, and of the logits [M, V] and their
 * gradient never more than one block exists, small enough for the processor's cache.
 *
 * The sums go on while the maximum still grows, as in attention by blocks: with m the maximum so far, s = Σ e^(l − m) and
 * a = Σ e^(l − m)·w_v are scaled by e^(m − m′) when a block raises it to m′ (online softmax: Milakov & Gimelshein, 2018;
 * with weighted sums: FlashAttention, Dao et al., 2022). At the end ln Σ e^l = m + ln s, and Σ_v p_v·w_v = a/s is the
 * softmax's part of the gradient. Both products are whole; nothing is computed twice.
 */

import * as tf from '@tensorflow/tfjs-core';
import { gatherWeightRows, project, projectBack, sliceWeightRows, type Weight } from '../model/linear.ts';
import { rowIndices } from '../model/rows.ts';
import { disposeAll, scoped } from '../model/scoped.ts';
import { capped, slope } from '../model/soft-cap.ts';
import { fusedExpRows, hasFusedOps } from '../runtime/fused-ops.ts';
import { freeing, nativeBackend } from '../runtime/native-ops.ts';
import { reshapeRows } from '../runtime/open-shapes.ts';
import { recorded } from '../runtime/recorded.ts';
import { webGpuBackend } from '../runtime/webgpu-tensors.ts';
import { type FilterStatistics, filteredPull, type VocabularyFilter } from './vocabulary-filter.ts';

export interface Head {
  /** [V, D]. */
  weight: Weight;
  /** Logits are cap·tanh(z/cap), where the architecture has it. */
  softcap: number | undefined;
}

export interface BlockOptions {
  /** Without it there is only the loss, and one product instead of two. */
  gradient: boolean;
  /** Leaves out what no row makes likely; not on a GPU, which would have to wait for the choice. */
  filter?: VocabularyFilter | undefined;
  /** Told of every filtered block. */
  seen?: ((statistics: FilterStatistics) => void) | undefined;
  /** Of a block. Default: as many as make BLOCK_VALUES logits. */
  columns?: number;
}

/**
 * Logits of a block. *Measured* (bench/README.md): blocks that stay in the cache are what makes the softmax cheap; on a GPU
 * few large ones keep it busy. With WebGPU a block fits into the 128 MiB that every device can bind.
 */
const BLOCK_VALUES = { cpu: 1 << 22, gpu: 1 << 26, webgpu: 1 << 24 };
const LEAST_COLUMNS = 512;

/** What has been summed over the blocks so far. */
interface Sums {
  /** m: [M, 1]. */
  max: tf.Tensor2D;
  /** s: [M, 1]. */
  sum: tf.Tensor2D;
  /** The target's, [M, 1]; 0 while it has not come. */
  logit: tf.Tensor2D;
  /** a: [M, D]; null without a gradient. */
  pull: tf.Tensor2D | null;
}

/** Columns of a block of the vocabulary for M rows. */
export function blockColumns(M: number, V: number): number {
  const values = BLOCK_VALUES[webGpuBackend() ? 'webgpu' : nativeBackend()?.isUsingGpuDevice ? 'gpu' : 'cpu'];
  return Math.min(V, Math.max(LEAST_COLUMNS, Math.floor(values / M)));
}

/**
 * Normed rows [M, D] and their targets → −ln softmax(logits)[target] [M], and its gradient with respect to the rows [M, D],
 * null unless asked for.
 */
export function blockwiseCrossEntropy(
  rows: tf.Tensor2D,
  targets: Int32Array,
  head: Head,
  options: BlockOptions,
): { nll: tf.Tensor1D; dRows: tf.Tensor2D | null } {
  return scoped(() => {
    const M = targets.length;
    const V = head.weight.shape[0] as number;
    const columns = options.columns ?? blockColumns(M, V);
    let sums = nothingYet(M);
    for (let start = 0; start < V; start += columns) {
      const before = sums;
      const count = Math.min(columns, V - start);
      sums = scoped(() => {
        const places = placesOf(targets, start, count);
        return freeing(sliceWeightRows(head.weight, start, count), (weight) =>
          addBlock(before, { rows, weight, ...places }, head, { ...options, share: count / V }),
        );
      });
      disposeAll(before);
    }
    const { max, sum, logit, pull } = sums;
    const nll = tf.add(tf.sub(max, logit), tf.log(sum));
    if (!pull) return { nll: tf.squeeze(nll, [1]) as tf.Tensor1D, dRows: null };
    const own = gatherWeightRows(head.weight, rowIndices(targets));
    const ownPull = head.softcap === undefined ? own : tf.mul(own, slope(logit, head.softcap));
    return {
      nll: tf.squeeze(nll, [1]) as tf.Tensor1D,
      dRows: tf.sub(tf.div(pull, sum), ownPull) as tf.Tensor2D,
    };
  });
}

/**
 * Where each row finds its target's logit in the block of `count` columns from `start` on, [M, 2], or some logit, and which do
 * find it, 1 or 0 [M, 1]. The same shapes whatever the targets are.
 */
function placesOf(targets: Int32Array, start: number, count: number): TargetPlaces {
  const at = new Int32Array(2 * targets.length);
  const inside = new Float32Array(targets.length);
  targets.forEach((target, row) => {
    const column = target - start;
    inside[row] = column >= 0 && column < count ? 1 : 0;
    at[2 * row] = row;
    at[2 * row + 1] = inside[row] === 1 ? column : 0;
  });
  return {
    at: tf.tensor2d(at, [targets.length, 2], 'int32'),
    inside: tf.tensor2d(inside, [targets.length, 1]),
  };
}

interface TargetPlaces {
  at: tf.Tensor2D;
  inside: tf.Tensor2D;
}

interface Block extends TargetPlaces {
  /** [M, D]. */
  rows: tf.Tensor2D;
  /** [C, D] of the block's columns. */
  weight: Weight;
}

type AddOptions = BlockOptions & {
  /** Of the vocabulary, that is in the block. */
  share: number;
};

/** m′ = max(m, row), e^(l − m′) and its sum, of every row l. */
function expRows(
  logits: tf.Tensor2D,
  before: tf.Tensor2D,
): { max: tf.Tensor2D; exp: tf.Tensor2D; sum: tf.Tensor2D } {
  if (hasFusedOps()) return fusedExpRows(logits, before);
  const max: tf.Tensor2D = tf.maximum(before, tf.max(logits, 1, true));
  const exp = scoped(() => tf.exp(tf.sub(logits, max)) as tf.Tensor2D);
  return { max, exp, sum: tf.sum(exp, 1, true) };
}

/** Before the first block: e^(m − m′) is 0 for whatever m′ it brings. */
function nothingYet(M: number): Sums {
  const column = (value: number): tf.Tensor2D => tf.fill([M, 1], value);
  return { max: column(Number.NEGATIVE_INFINITY), sum: column(0), logit: column(0), pull: null };
}

/** `before` and what a block adds to it: one function for blocks of all sizes, unless a filter looks at the numbers. */
function addBlock(before: Sums, block: Block, { softcap }: Pick<Head, 'softcap'>, options: AddOptions): Sums {
  const work = () => sumsWith(before, block, softcap, options);
  const { gradient, filter } = options;
  const inputs = { kind: 'head', softcap, gradient, variable: { before, ...block } };
  return filter ? work() : recorded(inputs, work);
}

function sumsWith(
  before: Sums,
  { rows, weight, at, inside }: Block,
  softcap: number | undefined,
  options: AddOptions,
): Sums {
  const logits = capped(project(rows, weight), softcap);
  const found = tf.mul(reshapeRows(tf.gatherND(logits, at), [1]), inside) as tf.Tensor2D;
  const logit: tf.Tensor2D = tf.add(before.logit, found);
  const { max, exp, sum: own } = expRows(logits, before.max);
  const decay = tf.exp(tf.sub(before.max, max)) as tf.Tensor2D;
  const grown = (old: tf.Tensor2D, part: tf.Tensor2D): tf.Tensor2D => tf.add(tf.mul(old, decay), part);
  const sum = grown(before.sum, own);
  if (!options.gradient) return { max, sum, logit, pull: null };
  const { filter, seen, share } = options;
  const weights: tf.Tensor2D = softcap === undefined ? exp : tf.mul(exp, slope(logits, softcap));
  const pull =
    filter && weight instanceof tf.Tensor && !nativeBackend()?.isUsingGpuDevice && !webGpuBackend()
      ? filteredPull({ weights, sum, weight, share }, filter, seen)
      : projectBack(weights, weight);
  return { max, sum, logit, pull: before.pull ? grown(before.pull, pull) : pull };
}
