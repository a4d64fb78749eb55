/**
 * Causal grouped-query attention over the segments of a batch, with an optional sliding window and score soft cap, and its
 * gradient. Knows nothing of projections, norms or positions: queries and keys come turned and ready.
 */

import * as tf from '@tensorflow/tfjs-core';
import { fusedSoftmax, fusedSoftmaxGrad, hasFusedOps } from '../runtime/fused-ops.ts';
import { executeOp, nativeBackend, typeAttribute } from '../runtime/native-ops.ts';
import { reshapeRows, reshapeTo } from '../runtime/open-shapes.ts';
import { addKeys, joinQueries, keysOf, type QueryRange, queriesOf, queryRanges } from './attention-ranges.ts';
import { gatherRows } from './rows.ts';
import { scoped } from './scoped.ts';
import type { SegmentBlock, SegmentLayout } from './segments.ts';

export interface AttentionOptions {
  /** Scores are multiplied by this. */
  scale: number;
  /** cap·tanh(score/cap) before the mask. */
  softcap: number | undefined;
  /** Keys that a query sees, its own included. */
  window: number | undefined;
  /** Queries that go through together, unless told QUERY_ROWS. */
  query_rows?: number;
}

/** Of the queries [from, to) of every segment. */
interface SavedRange {
  /** [S·K, G·(to − from), to − keysFrom]. */
  probabilities: tf.Tensor3D;
  /** tanh(score/cap), with a soft cap only. */
  capped: tf.Tensor3D | null;
}

interface SavedBlock {
  /** [S·K, G·T, E], queries already scaled. */
  q: tf.Tensor3D;
  /** [S·K, T, E]. */
  k: tf.Tensor3D;
  v: tf.Tensor3D;
  ranges: SavedRange[];
}

export interface SavedAttention {
  blocks: SavedBlock[];
}

export const MASKED = -1e30;

/** [T, T]: 1 where query row t may see key column u, else 0; made where it is used. */
function causalBand(T: number, window: number | undefined): tf.Tensor2D {
  const below = tf.scalar(window === undefined ? -1 : Math.min(window - 1, T), 'int32');
  const attributes = [typeAttribute('T', 'float32'), typeAttribute('Tindex', 'int32')];
  const inputs = [tf.ones([T, T]), below, tf.scalar(0, 'int32')];
  return executeOp('MatrixBandPart', attributes, inputs, 1)[0] as tf.Tensor2D;
}

/** [T, T]: 0 where query row t may see key column u (t − window < u ≤ t), −1e30 elsewhere. */
export function causalMask(T: number, window: number | undefined): tf.Tensor2D {
  if (nativeBackend()) return scoped(() => tf.mul(tf.sub(1, causalBand(T, window)), MASKED) as tf.Tensor2D);
  const values = new Float32Array(T * T);
  for (let t = 0; t < T; t += 1) {
    for (let u = 0; u < T; u += 1) {
      if (u > t || (window !== undefined && u <= t - window)) values[t * T + u] = MASKED;
    }
  }
  return tf.tensor2d(values, [T, T]);
}

/** [N, heads, E] → [S·K, (heads/K)·T, E]: one batch entry a segment and key head. */
function toBlock(x: tf.Tensor3D, block: SegmentBlock, K: number): tf.Tensor3D {
  const [, heads, E] = x.shape;
  const { S, T } = block;
  const rows = block.gather ? gatherRows(withZeroRow(x, block), block.gather) : x;
  const held = block.shapes?.get(heads);
  const split = reshapeTo(rows, [S, T, K, heads / K, E], held?.split);
  return reshapeTo(tf.transpose(split, [0, 2, 3, 1, 4]), [S * K, (heads / K) * T, E], held?.joined);
}

function withZeroRow(x: tf.Tensor3D, block: SegmentBlock): tf.Tensor3D {
  return block.padded
    ? tf.pad(x, [
        [0, 1],
        [0, 0],
        [0, 0],
      ])
    : x;
}

/** The rows of `toBlock` back, [S·T, heads, E] in the block's own order. */
function fromBlock(y: tf.Tensor3D, block: SegmentBlock, K: number): tf.Tensor3D {
  const { S, T } = block;
  const [, rows, E] = y.shape;
  const G = rows / T;
  const split = reshapeTo(y, [S, K, G, T, E], block.shapes?.get(K * G)?.apart);
  return reshapeRows(tf.transpose(split, [0, 3, 1, 2, 4]), [K * G, E]);
}

/** Blocks' rows end to end, then in the order of the batch: [N, heads, E]. */
function collect(parts: tf.Tensor3D[], layout: SegmentLayout): tf.Tensor3D {
  const joined = parts.length === 1 ? (parts[0] as tf.Tensor3D) : tf.concat(parts, 0);
  return layout.scatter ? gatherRows(joined, layout.scatter) : joined;
}

/** Soft cap, mask and softmax of scores [batch, rows, keys]; `mask` broadcasts over the scores. */
export function attentionProbabilities(
  scores: tf.Tensor3D,
  mask: tf.Tensor,
  softcap: number | undefined,
): { probabilities: tf.Tensor3D; capped: tf.Tensor3D | null } {
  const softmax = (unmasked: tf.Tensor): tf.Tensor3D => {
    const masked: tf.Tensor3D = tf.add(unmasked, mask);
    return hasFusedOps() ? fusedSoftmax(masked) : tf.softmax(masked);
  };
  if (softcap === undefined) return { probabilities: softmax(scores), capped: null };
  const capped = tf.tanh(tf.div(scores, softcap)) as tf.Tensor3D;
  return { probabilities: softmax(tf.mul(capped, softcap)), capped };
}

/** q [N, H, E], k and v [N, K, E] → context [N, H, E]. `masks` has one [T, T] mask a block. */
export function attend(
  q: tf.Tensor3D,
  k: tf.Tensor3D,
  v: tf.Tensor3D,
  layout: SegmentLayout,
  masks: readonly tf.Tensor2D[],
  options: AttentionOptions,
): { context: tf.Tensor3D; saved: SavedAttention } {
  return scoped(() => {
    const K = k.shape[1];
    const scaled = tf.mul(q, options.scale) as tf.Tensor3D;
    const blocks: SavedBlock[] = [];
    const parts = layout.blocks.map((block, at) => {
      const { T } = block;
      const qb = toBlock(scaled, block, K);
      const kb = toBlock(k, block, K);
      const vb = toBlock(v, block, K);
      const heads = qb.shape[1] / T;
      const saved: SavedRange[] = [];
      const ranges = queryRanges(T, options);
      const contexts = ranges.map((range) => {
        const { from, to, keysFrom } = range;
        const whole = masks[at] as tf.Tensor2D;
        const seen =
          to - from === T ? whole : tf.slice2d(whole, [from, keysFrom], [to - from, to - keysFrom]);
        const scores: tf.Tensor3D = tf.matMul(queriesOf(qb, T, range), keysOf(kb, range), false, true);
        const { probabilities, capped } = attentionProbabilities(
          scores,
          tf.tile(seen, [heads, 1]),
          options.softcap,
        );
        saved.push({ probabilities, capped });
        return tf.matMul(probabilities, keysOf(vb, range)) as tf.Tensor3D;
      });
      blocks.push({ q: qb, k: kb, v: vb, ranges: saved });
      return fromBlock(joinQueries(contexts, ranges), block, K);
    });
    return { context: collect(parts, layout), saved: { blocks } };
  });
}

/**
 * Gradients of `attend`. With P the probabilities: dV = Pᵀ·dO, dP = dO·Vᵀ, dS = P∘(dP − Σ_u dP∘P), and through the cap
 * dS·(1 − tanh²). Padding rows of dO are zero, so they add nothing.
 */
export function attendBackward(
  dContext: tf.Tensor3D,
  saved: SavedAttention,
  layout: SegmentLayout,
  options: AttentionOptions,
): { dq: tf.Tensor3D; dk: tf.Tensor3D; dv: tf.Tensor3D } {
  return scoped(() => {
    const parts = { dq: [] as tf.Tensor3D[], dk: [] as tf.Tensor3D[], dv: [] as tf.Tensor3D[] };
    layout.blocks.forEach((block, at) => {
      const { q, k, v, ranges: kept } = saved.blocks[at] as SavedBlock;
      const { T } = block;
      const ranges = queryRanges(T, options);
      const K = k.shape[0] / block.S;
      const dO = toBlock(dContext, block, K);
      const of = ranges.map((range, i) =>
        rangeBackward(queriesOf(dO, T, range), { q, k, v }, T, range, kept[i] as SavedRange),
      );
      const dq = joinQueries(
        of.map((part) => part.dq),
        ranges,
      );
      const dk = addKeys(
        of.map((part) => part.dk),
        T,
        ranges,
      );
      const dv = addKeys(
        of.map((part) => part.dv),
        T,
        ranges,
      );
      parts.dq.push(fromBlock(tf.mul(dq, options.scale), block, K));
      parts.dk.push(fromBlock(dk, block, K));
      parts.dv.push(fromBlock(dv, block, K));
    });
    return { dq: collect(parts.dq, layout), dk: collect(parts.dk, layout), dv: collect(parts.dv, layout) };
  });
}

/** P∘(dP − Σ_u dP∘P). */
function softmaxBackward(probabilities: tf.Tensor3D, dP: tf.Tensor3D): tf.Tensor3D {
  if (hasFusedOps()) return fusedSoftmaxGrad(probabilities, dP);
  return scoped(() => {
    const along = tf.sum(tf.mul(dP, probabilities), -1, true);
    return tf.mul(probabilities, tf.sub(dP, along)) as tf.Tensor3D;
  });
}

/** One range's share: dq of its queries, without the scale, and what it gives its keys. */
function rangeBackward(
  dO: tf.Tensor3D,
  { q, k, v }: Pick<SavedBlock, 'q' | 'k' | 'v'>,
  T: number,
  range: QueryRange,
  { probabilities, capped }: SavedRange,
): { dq: tf.Tensor3D; dk: tf.Tensor3D; dv: tf.Tensor3D } {
  return scoped(() => {
    const dP: tf.Tensor3D = tf.matMul(dO, keysOf(v, range), false, true);
    let dS = softmaxBackward(probabilities, dP);
    if (capped) dS = tf.mul(dS, tf.sub(1, tf.square(capped)));
    return {
      dq: tf.matMul(dS, keysOf(k, range)) as tf.Tensor3D,
      dk: tf.matMul(dS, queriesOf(q, T, range), true, false) as tf.Tensor3D,
      dv: tf.matMul(probabilities, dO, true, false) as tf.Tensor3D,
    };
  });
}
