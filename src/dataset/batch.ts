/**
 * Batches without padding: the tokens of several conversations laid end to end. Every conversation is a segment that
 * attends to itself alone and whose positions start at 0, so a packed batch computes what its conversations would
 * compute one by one.
 */

export interface Batch {
  /** [N] token ids of all segments, end to end. */
  ids: Int32Array;
  /** [N] position of each token in its own segment. */
  positions: Int32Array;
  /** [N] the token to predict at this position (the next of its segment), or -100 where nothing is learnt. */
  targets: Int32Array;
  /** [S + 1] start of each segment in the N tokens, then N. */
  offsets: Int32Array;
  /** [S] indices into the conversations the batch was made from. */
  rows: Int32Array;
  /** How many targets are not -100. */
  supervised: number;
}

export const IGNORE_INDEX = -100;
