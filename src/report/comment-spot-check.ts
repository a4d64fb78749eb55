/** A person's blind choices beside the judge's, in the comment: one line. */

import { type Markdown, md, nothing } from './markdown-escape.ts';
import { countOf, formatCount, formatShare } from './numbers.ts';
import type { ResultSection } from './result-section.ts';
import { SPOT_CHOICES } from './result-spot-check.ts';

export function spotCheckPart({ spot_check: check }: ResultSection): Markdown {
  if (!check) return nothing;
  const { votes, k, agreement, kappa } = check;
  const counts = SPOT_CHOICES.map((choice) => {
    return `${choice} ${formatCount(votes.filter(({ vote }) => vote === choice).length)}`;
  });
  const both = votes.filter(({ judge }) => judge !== null).length;
  const chance = kappa === null ? 'Cohen’s κ cannot be computed' : `Cohen’s κ ${kappa.toFixed(2)}`;
  const judged =
    agreement === null
      ? 'the judge has no verdict on any of them'
      : `the judge agrees in ${formatShare(Number(agreement.toFixed(3)))} of ${formatCount(both)} (${chance})`;
  return md`**Spot check**, a person’s blind choice on ${formatCount(votes.length)} of ${countOf(k, 'conversation')}: ${counts.join(', ')}; ${judged}.`;
}
