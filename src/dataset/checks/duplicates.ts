/** Rows that an earlier row of the same split already is, to the character or nearly. */

import type { Report } from './finding.ts';
import type { RowMatcher } from './row-matcher.ts';
import type { RowView } from './row-view.ts';

/** Reports a row that `kept` knows, then keeps it. */
export function checkDuplicate(row: RowView, kept: RowMatcher, report: Report): void {
  const match = kept.match(row);
  kept.keep(row);
  if (!match) return;
  const { file, line } = match.conversation;
  if (match.exact) {
    report(
      'duplicates',
      row.conversation,
      {
        message: `the same messages as ${file}:${line}`,
        fix: 'Delete one of the two; a row that should count more is better said in other words.',
      },
      [match.conversation],
    );
    return;
  }
  report(
    'near_duplicates',
    row.conversation,
    {
      message: `nearly the same as ${file}:${line} (${percent(match.similarity)} of their 5-grams in common)`,
      fix: 'Keep the better of the two, or make them differ in substance.',
    },
    [match.conversation],
  );
}

/** A similarity as a whole percentage, never rounded up to 100. */
export function percent(share: number): string {
  return `${share < 1 ? Math.min(99, Math.round(100 * share)) : 100} %`;
}
