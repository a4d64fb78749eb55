/**
 * Scores of some rows of a file, as one machine of several finds them, put together to those of all rows. The result is what one
 * machine would have found, to the bit: the sums are taken over all rows in their order, never over sums of shares.
 */

import { type ConversationScore, type PerplexityScores, type ScoredRows, summarize } from './perplexity.ts';

export interface RowScores extends ScoredRows {
  /** The name in the store of the scores of all rows that these are some of: the same for all shares, and only for those. */
  key: string;
  /** Whether all of it was in the store. */
  cached: boolean;
}

export type Scored = PerplexityScores & { cached: boolean };

/** @throws RangeError unless the shares have every row exactly once: who reads shares of others checks that first. */
export function joinScores(
  shares: readonly RowScores[],
  conversations: readonly Pick<ConversationScore, 'id' | 'group'>[],
): Scored {
  const placed = new Map<number, { nll: number; tokens: number }>();
  for (const { rows, nll, tokens } of shares) {
    for (const [i, row] of rows.entries()) {
      if (placed.has(row)) throw new RangeError(`row ${row} is scored twice`);
      placed.set(row, { nll: nll[i] as number, tokens: tokens[i] as number });
    }
  }
  const scored = conversations.map(({ id, group }, row): ConversationScore => {
    const score = placed.get(row);
    if (!score) throw new RangeError(`row ${row} of ${conversations.length} is not scored`);
    return { id, group, ...score };
  });
  const sum = (of: (share: RowScores) => number) => shares.reduce((total, share) => total + of(share), 0);
  return {
    conversations: scored,
    ...summarize(scored),
    total_tokens: sum(({ total_tokens }) => total_tokens),
    seconds: sum(({ seconds }) => seconds),
    cached: shares.every(({ cached }) => cached),
  };
}
