/** On the page: the error that kept one adapter from being judged, while the others were. */

import { countOf } from '../numbers.ts';
import type { ResultSection } from '../result-section.ts';
import { type Html, html, nothing } from './html.ts';
import { code, list, note } from './layout.ts';

const MOST_PROBLEMS = 50;

export function failurePart({ failure }: ResultSection): Html {
  if (!failure) return nothing;
  const shown = failure.problems.slice(0, MOST_PROBLEMS);
  const left = failure.problems.length - shown.length;
  const more = left > 0 ? note(html`${countOf(left, 'more problem')} in result.json.`) : nothing;
  const todo = failure.hint === null ? nothing : html`<p><strong>What to do:</strong> ${failure.hint}</p>`;
  return html`<div class="warnings"><h3>Could not be judged</h3><p>${failure.message} (${code(failure.code)})</p>${list(shown.map((problem) => code(problem)))}${more}${todo}</div>`;
}
