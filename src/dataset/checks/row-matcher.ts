/**
 * Finds among kept rows one that is the same as, or nearly the same as, a row: by hash for the first, by MinHash and
 * then the exact Jaccard similarity for the second. System messages count for sameness only: whole datasets share one.
 */

import type { Conversation } from '../conversation.ts';
import { createSignature, type Signature, sign } from './min-hash.ts';
import { createNearIndex } from './near-index.ts';
import { dialogueOf, type RowView, sameContent } from './row-view.ts';
import { createJaccard, createShingler } from './shingles.ts';

/** Share of the 5-grams of either that two near duplicates have in common, at least. */
export const NEAR_DUPLICATE_SIMILARITY = 0.8;

/** Exact comparisons for one row; a row that has so many alike rows just below the limit is no duplicate of the next. */
const MOST_VERIFIED = 8;

export interface RowMatch {
  conversation: Conversation;
  /** The messages are the same to the character. */
  exact: boolean;
  /** Jaccard similarity of the 5-gram sets. */
  similarity: number;
}

export interface RowMatcher {
  match(row: RowView): RowMatch | undefined;
  keep(row: RowView): void;
}

/** Gives the signature of a row, valid until the next call. */
export type Signer = (row: RowView) => Signature;

/** One for all matchers: each asks for the same row in turn, which is signed once. */
export function createSigner(): Signer {
  const shingler = createShingler();
  const signature = createSignature();
  let signed: RowView | undefined;
  return (row) => {
    if (signed !== row) sign(shingler.hashes(row.text), signature);
    signed = row;
    return signature;
  };
}

/** @param capacity how many rows will be kept. */
export function createRowMatcher(capacity: number, signatureOf: Signer): RowMatcher {
  const byContent = new Map<number, Conversation>();
  const rows: Conversation[] = [];
  const near = createNearIndex(capacity);
  const jaccard = createJaccard();

  return {
    match(row) {
      const same = byContent.get(row.contentKey);
      if (same && sameContent(same, row.conversation))
        return { conversation: same, exact: true, similarity: 1 };
      let similarity = 0;
      let verified = 0;
      const found = near.find(signatureOf(row), (kept) => {
        if (verified === MOST_VERIFIED) return false;
        verified += 1;
        similarity = jaccard(row.text, dialogueOf(rows[kept] as Conversation));
        return similarity >= NEAR_DUPLICATE_SIMILARITY;
      });
      if (found === undefined) return undefined;
      return { conversation: rows[found] as Conversation, exact: false, similarity };
    },
    keep(row) {
      // An exact duplicate would only make the lists longer.
      const same = byContent.get(row.contentKey);
      if (same && sameContent(same, row.conversation)) return;
      byContent.set(row.contentKey, row.conversation);
      near.add(signatureOf(row));
      rows.push(row.conversation);
    },
  };
}
