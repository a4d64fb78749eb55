/**
 * How far one model's next-token distribution is from another's, row by row, in one pass over blocks of the vocabulary: of the
 * logits [M, V] of both never more than one block exists.
 *
 * With a and b the logits of both models, KL(p ‖ q) = Σ p·(a − b) − ln Σ e^a + ln Σ e^b. The three sums go on while the maxima
 * still grow, as in the loss (train/vocabulary-blocks.ts).
 */

import * as tf from '@tensorflow/tfjs-core';
import { project, sliceWeightRows } from '../model/linear.ts';
import { disposeAll, scoped } from '../model/scoped.ts';
import { capped } from '../model/soft-cap.ts';
import { freeing } from '../runtime/native-ops.ts';
import { blockColumns, type Head } from '../train/vocabulary-blocks.ts';

export interface Divergence {
  /** [M] KL(first ‖ second), nats. */
  kl: tf.Tensor1D;
  /** [M] 1 where both find the same token most likely (of equals the first in the vocabulary), else 0. */
  same_top: tf.Tensor1D;
}

/** What has been summed of one model's logits; every part is [M, 1]. */
interface Sums {
  max: tf.Tensor2D;
  /** Σ e^(l − max). */
  sum: tf.Tensor2D;
  /** Column of the maximum. */
  top: tf.Tensor2D;
}

interface State {
  first: Sums;
  second: Sums;
  /** Σ e^(a − max a)·(a − b). */
  gap: tf.Tensor2D;
}

/** Normed rows [M, D] of both models before the same head. `columns` of a block: as many as fit the cache unless told. */
export function blockwiseDivergence(
  first: tf.Tensor2D,
  second: tf.Tensor2D,
  head: Head,
  columns = blockColumns(first.shape[0], head.weight.shape[0] as number),
): Divergence {
  return scoped(() => {
    const V = head.weight.shape[0] as number;
    let state: State | null = null;
    for (let start = 0; start < V; start += columns) {
      const before: State | null = state;
      state = scoped((): State => {
        const count = Math.min(columns, V - start);
        const [a, b] = freeing(sliceWeightRows(head.weight, start, count), (weight) => [
          capped(project(first, weight), head.softcap),
          capped(project(second, weight), head.softcap),
        ]) as [tf.Tensor2D, tf.Tensor2D];
        return addBlock(before, a, b, start);
      });
      disposeAll(before);
    }
    const { first: p, second: q, gap } = state as unknown as State;
    const logSum = ({ max, sum }: Sums) => tf.add(max, tf.log(sum));
    const kl = tf.add(tf.sub(tf.div(gap, p.sum), logSum(p)), logSum(q));
    return {
      kl: tf.squeeze(kl, [1]) as tf.Tensor1D,
      same_top: tf.cast(tf.squeeze(tf.equal(p.top, q.top), [1]), 'float32') as tf.Tensor1D,
    };
  });
}

function addBlock(before: State | null, a: tf.Tensor2D, b: tf.Tensor2D, start: number): State {
  const p = grow(before?.first, a, start);
  const q = grow(before?.second, b, start);
  const part = tf.sum(tf.mul(p.exp, tf.sub(a, b)), 1, true) as tf.Tensor2D;
  const gap = before && p.decay ? (tf.add(tf.mul(before.gap, p.decay), part) as tf.Tensor2D) : part;
  return { first: p.sums, second: q.sums, gap };
}

function grow(before: Sums | undefined, logits: tf.Tensor2D, start: number) {
  const own: tf.Tensor2D = tf.max(logits, 1, true);
  const ownTop = tf.expandDims(
    tf.cast(tf.add(tf.argMax(logits, 1), tf.scalar(start, 'int32')), 'float32'),
    1,
  );
  const max: tf.Tensor2D = before ? tf.maximum(before.max, own) : own;
  const decay = before ? (tf.exp(tf.sub(before.max, max)) as tf.Tensor2D) : null;
  const exp = tf.exp(tf.sub(logits, max)) as tf.Tensor2D;
  const part: tf.Tensor2D = tf.sum(exp, 1, true);
  const sum = before && decay ? (tf.add(tf.mul(before.sum, decay), part) as tf.Tensor2D) : part;
  const top = (before ? tf.where(tf.greater(own, before.max), ownTop, before.top) : ownTop) as tf.Tensor2D;
  return { sums: { max, sum, top }, exp, decay };
}
