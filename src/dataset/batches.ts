/**
 * Which conversations go into a batch together, and the batch itself: segments laid end to end, targets shifted by one
 * inside each. Knows nothing of tensors; every row is used exactly once in a plan.
 */

import type { Rng } from '../rng.ts';
import { type Batch, IGNORE_INDEX } from './batch.ts';
import type { TokenizedConversation } from './conversation.ts';
import { packBestFitDecreasing } from './packing.ts';

/**
 * Lays the conversations `rows` end to end: targets[i] = ids[i + 1] where the assistant wrote token i + 1 of the same
 * conversation, else -100.
 * @throws RangeError when a row does not exist or there is none.
 */
export function makeBatch(conversations: readonly TokenizedConversation[], rows: readonly number[]): Batch {
  if (rows.length === 0) throw new RangeError('a batch needs at least one row');
  const segments = rows.map((row) => {
    const conversation = conversations[row];
    if (!conversation) throw new RangeError(`row ${row} of ${conversations.length} conversations`);
    if (conversation.ids.length === 0) throw new RangeError(`row ${row} has no tokens`);
    if (conversation.assistant_mask.length !== conversation.ids.length) {
      throw new RangeError(
        `row ${row} has ${conversation.ids.length} ids and a mask of ${conversation.assistant_mask.length}`,
      );
    }
    return conversation;
  });

  const tokens = segments.reduce((total, { ids }) => total + ids.length, 0);
  const ids = new Int32Array(tokens); // [N]
  const positions = new Int32Array(tokens); // [N]
  const targets = new Int32Array(tokens).fill(IGNORE_INDEX); // [N]
  const offsets = new Int32Array(segments.length + 1); // [S + 1]
  let supervised = 0;
  let start = 0;
  for (const [s, segment] of segments.entries()) {
    ids.set(segment.ids, start);
    for (let i = 0; i < segment.ids.length; i += 1) positions[start + i] = i;
    for (let i = 1; i < segment.ids.length; i += 1) {
      if (segment.assistant_mask[i] === 0) continue;
      targets[start + i - 1] = segment.ids[i] as number;
      supervised += 1;
    }
    start += segment.ids.length;
    offsets[s + 1] = start;
  }
  return { ids, positions, targets, offsets, rows: Int32Array.from(rows), supervised };
}

export interface BatchPlanOptions {
  /** Conversations a batch; with packing, bins of up to `max_length` tokens a batch. */
  per_device_train_batch_size: number;
  max_length: number;
  packing: boolean;
  rng: Rng;
}

/**
 * The batches of one epoch of training, each a list of rows: every row exactly once, in an order that the generator
 * decides. The batch with most tokens comes first, so that memory runs out at once or not at all.
 * @param lengths tokens of each conversation, none over `max_length`.
 */
export function planBatches(lengths: readonly number[], options: BatchPlanOptions): number[][] {
  const { per_device_train_batch_size: batchSize, max_length, packing, rng } = options;
  checkPlan(lengths, batchSize, max_length);
  const order = rng.shuffled(lengths.map((_, row) => row));
  const batches = packing
    ? chunked(rng.shuffled(packBestFitDecreasing(order, lengths, max_length)), batchSize).map((bins) =>
        bins.flat(),
      )
    : rng.shuffled(groupByLength(order, lengths, batchSize));
  return largestFirst(batches, lengths);
}

/**
 * Batches of rows of similar length: `order` in mega-batches of up to 50 batches (at least four of them when there are
 * rows enough), each sorted from long to short, cut into batches.
 * Source: transformers' `get_length_grouped_indices`.
 */
export function groupByLength(
  order: readonly number[],
  lengths: readonly number[],
  batchSize: number,
): number[][] {
  const batchesInMegaBatch = Math.max(1, Math.min(Math.floor(order.length / (batchSize * 4)), 50));
  return chunked(order, batchesInMegaBatch * batchSize).flatMap((megaBatch) =>
    chunked(longestFirst(megaBatch, lengths), batchSize),
  );
}

/**
 * The batches of an evaluation: rows from long to short, as many in a batch as `tokens_per_batch` tokens hold, a longer
 * row alone; every row exactly once.
 */
export function planEvaluationBatches(
  lengths: readonly number[],
  options: { tokens_per_batch: number },
): number[][] {
  checkPlan(lengths, 1, Number.POSITIVE_INFINITY);
  const batches: number[][] = [];
  let tokens = Number.POSITIVE_INFINITY;
  for (const row of longestFirst(
    lengths.map((_, index) => index),
    lengths,
  )) {
    const length = lengths[row] as number;
    if (tokens + length > options.tokens_per_batch) {
      batches.push([]);
      tokens = 0;
    }
    batches.at(-1)?.push(row);
    tokens += length;
  }
  return batches;
}

function longestFirst(rows: readonly number[], lengths: readonly number[]): number[] {
  return rows.toSorted((a, b) => (lengths[b] as number) - (lengths[a] as number));
}

function largestFirst(batches: number[][], lengths: readonly number[]): number[][] {
  const tokens = batches.map((batch) => batch.reduce((total, row) => total + (lengths[row] as number), 0));
  const largest = tokens.reduce((best, count, index) => (count > (tokens[best] as number) ? index : best), 0);
  return [
    ...batches.slice(largest, largest + 1),
    ...batches.slice(0, largest),
    ...batches.slice(largest + 1),
  ];
}

function chunked<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}

function checkPlan(lengths: readonly number[], batchSize: number, maxLength: number): void {
  if (!Number.isInteger(batchSize) || batchSize < 1) throw new RangeError(`batch size ${batchSize}`);
  const row = lengths.findIndex(
    (length) => !(Number.isInteger(length) && length >= 1 && length <= maxLength),
  );
  if (row >= 0) throw new RangeError(`row ${row} has ${lengths[row]} tokens, expected 1 to ${maxLength}`);
}
