/** The test conversations that both sides were scored on, in nats a token. Knows neither Markdown nor HTML. */

import type { ResultConversation, ResultSection } from './result-section.ts';

export interface ComparedConversation {
  row: ResultConversation;
  /** Nats a token. */
  base: number;
  candidate: number;
  /** Candidate minus base: worse is positive. */
  change: number;
}

/** In the order of the test set; conversations without a score of either side are left out. */
export function comparedConversations({ conversations }: ResultSection): ComparedConversation[] {
  return conversations.flatMap((row) => {
    if (row.base === null || row.candidate === null || row.tokens === 0) return [];
    const [base, candidate] = [row.base / row.tokens, row.candidate / row.tokens];
    return [{ row, base, candidate, change: candidate - base }];
  });
}
