/**
 * The part of the scores that causality and window leave: a segment's queries in ranges, each with the keys that it may see.
 * Knows which rows belong together, not what is computed of them.
 */

import * as tf from '@tensorflow/tfjs-core';
import { nativeBackend } from '../runtime/native-ops.ts';
import { openSlice, reshapeRows } from '../runtime/open-shapes.ts';

/** The queries [from, to) of every segment against the keys [keysFrom, to): all that the mask lets them see. */
export interface QueryRange {
  from: number;
  to: number;
  keysFrom: number;
}

/**
 * Scores exist for this many queries of a segment at a time, and only up to the last key they may see: a long segment costs
 * little more than the half below its diagonal, or the band of its window. A GPU loses more by many small products.
 */
const QUERY_ROWS = { cpu: 256, gpu: 1024 };

/** The ranges of a segment of T tokens, in order; `window` as in the attention's options. */
export function queryRanges(
  T: number,
  { window, query_rows = defaultRows() }: { window: number | undefined; query_rows?: number },
): QueryRange[] {
  return Array.from({ length: Math.ceil(T / query_rows) }, (_, part) => {
    const from = part * query_rows;
    return {
      from,
      to: Math.min(from + query_rows, T),
      keysFrom: window === undefined ? 0 : Math.max(0, from - window + 1),
    };
  });
}

/** Whether a segment of T tokens is one range, or ranges of one length: cuts that other segments have, too. */
export function isCutEvenly(T: number): boolean {
  const rows = defaultRows();
  return T <= rows || T % rows === 0;
}

function defaultRows(): number {
  return QUERY_ROWS[nativeBackend()?.isUsingGpuDevice ? 'gpu' : 'cpu'];
}

/** Keys of a range: [S·K, T, E] → [S·K, to − keysFrom, E]. This and what follows depend on T, but not on how many segments there are. */
export function keysOf(x: tf.Tensor3D, { keysFrom, to }: QueryRange): tf.Tensor3D {
  return keysFrom === 0 && to === x.shape[1] ? x : openSlice(x, [0, keysFrom, 0], [-1, to - keysFrom, -1]);
}

/** Queries of a range, which lie T apart for each head: [S·K, G·T, E] → [S·K, G·(to − from), E]. */
export function queriesOf(x: tf.Tensor3D, T: number, { from, to }: QueryRange): tf.Tensor3D {
  if (to - from === T) return x;
  const [, rows, E] = x.shape;
  const G = rows / T;
  const part = openSlice(reshapeRows(x, [G, T, E]), [0, 0, from, 0], [-1, -1, to - from, -1]);
  return reshapeRows(part, [G * (to - from), E]);
}

/** The inverse of `queriesOf` over all ranges of a segment. */
export function joinQueries(parts: readonly tf.Tensor3D[], ranges: readonly QueryRange[]): tf.Tensor3D {
  if (parts.length === 1) return parts[0] as tf.Tensor3D;
  const split = parts.map((part, at): tf.Tensor4D => {
    const { from, to } = ranges[at] as QueryRange;
    const [, rows, E] = part.shape;
    return reshapeRows(part, [rows / (to - from), to - from, E]);
  });
  const joined = tf.concat(split, 2);
  const [, G, T, E] = joined.shape;
  return reshapeRows(joined, [G * T, E]);
}

/** Sum of what every range gives its keys: [S·K, T, E]. */
export function addKeys(
  parts: readonly tf.Tensor3D[],
  T: number,
  ranges: readonly QueryRange[],
): tf.Tensor3D {
  const whole = parts.map((part, at) => {
    const { keysFrom, to } = ranges[at] as QueryRange;
    if (keysFrom === 0 && to === T) return part;
    const paddings: [number, number][] = [
      [0, 0],
      [keysFrom, T - to],
      [0, 0],
    ];
    return tf.pad(part, paddings);
  });
  return whole.length === 1 ? (whole[0] as tf.Tensor3D) : tf.addN(whole);
}
