/**
 * How the segments of a batch lie in the padded blocks that attention works on. Segments of like length share a block, so
 * little of it is padding; everything outside attention stays [N, …] without any.
 */

import type * as tf from '@tensorflow/tfjs-core';
import { rowIndices } from './rows.ts';
import { disposeAll } from './scoped.ts';

/** S segments of at most T tokens. */
export interface SegmentBlock {
  S: number;
  T: number;
  /** [S·T] the row of [N + 1] that fills each place; N, the zero row, where a segment has ended. Undefined: rows 0…N−1 as they are. */
  gather: tf.Tensor1D | undefined;
  /** Whether any place is padding. */
  padded: boolean;
  /** By how many heads a tensor has: its shapes in this block, for work that must not depend on S and T. */
  shapes?: ReadonlyMap<number, BlockShapes>;
}

/** int32 shapes, with G = heads/K. */
export interface BlockShapes {
  /** [S, T, K, G, E]. */
  split: tf.Tensor1D;
  /** [S·K, G·T, E]. */
  joined: tf.Tensor1D;
  /** [S, K, G, T, E]. */
  apart: tf.Tensor1D;
}

export interface SegmentLayout {
  blocks: readonly SegmentBlock[];
  /** [N] where each row lies in the blocks' rows, end to end; undefined when they lie in order. */
  scatter: tf.Tensor1D | undefined;
}

/** A shorter segment joins a block while it fills at least this share of the block's rows. */
const LEAST_FILL = 0.75;

/** `offsets` [S + 1] as in a Batch. */
export function layOutSegments(offsets: Int32Array): SegmentLayout {
  const lengths = Array.from(
    { length: offsets.length - 1 },
    (_, s) => (offsets[s + 1] as number) - (offsets[s] as number),
  );
  const N = offsets[offsets.length - 1] as number;
  const order = lengths
    .map((_, s) => s)
    .sort((a, b) => (lengths[b] as number) - (lengths[a] as number) || a - b);
  const groups: number[][] = [];
  let longest = 0;
  for (const s of order) {
    const length = lengths[s] as number;
    if (groups.length === 0 || length < LEAST_FILL * longest) {
      groups.push([]);
      longest = length;
    }
    (groups[groups.length - 1] as number[]).push(s);
  }

  const blocks: SegmentBlock[] = [];
  const scatter = new Int32Array(N);
  let placed = 0;
  let inOrder = true;
  for (const group of groups) {
    const S = group.length;
    const T = lengths[group[0] as number] as number;
    const gather = new Int32Array(S * T).fill(N);
    group.forEach((s, at) => {
      const start = offsets[s] as number;
      for (let t = 0; t < (lengths[s] as number); t += 1) {
        const place = at * T + t;
        gather[place] = start + t;
        scatter[start + t] = placed + place;
        if (placed + place !== start + t) inOrder = false;
      }
    });
    placed += S * T;
    blocks.push({ S, T, gather: rowIndices(gather), padded: gather.includes(N) });
  }
  if (inOrder && placed === N && blocks.length === 1) {
    (blocks[0] as SegmentBlock).gather?.dispose();
    return { blocks: [{ ...(blocks[0] as SegmentBlock), gather: undefined }], scatter: undefined };
  }
  return { blocks, scatter: rowIndices(scatter) };
}

/** The layout with the shapes of queries (H heads), keys and values (K heads) in its blocks. */
export function withShapes(layout: SegmentLayout, H: number, K: number, E: number): SegmentLayout {
  const shapesOf = ({ S, T }: SegmentBlock, heads: number): BlockShapes => ({
    split: rowIndices([S, T, K, heads / K, E]),
    joined: rowIndices([S * K, (heads / K) * T, E]),
    apart: rowIndices([S, K, heads / K, T, E]),
  });
  const blocks = layout.blocks.map((block) => ({
    ...block,
    shapes: new Map([...new Set([H, K])].map((heads) => [heads, shapesOf(block, heads)])),
  }));
  return { ...layout, blocks };
}

export function disposeLayout(layout: SegmentLayout): void {
  for (const { gather, shapes } of layout.blocks) {
    gather?.dispose();
    for (const held of shapes?.values() ?? []) disposeAll(held);
  }
  layout.scatter?.dispose();
}
