/** In the comment: the error that kept one adapter from being judged, while the others were. */

import { clip, code, join, lines, list, type Markdown, md, nothing, paragraph } from './markdown-escape.ts';
import { countOf } from './numbers.ts';
import type { ResultSection } from './result-section.ts';

/** At most `most` of its problems; nothing where there was no error. */
export function failurePart({ failure }: ResultSection, most: number): Markdown {
  if (!failure) return nothing;
  const shown = failure.problems.slice(0, most).map((problem) => code(clip(problem, 300)));
  const left = failure.problems.length - shown.length;
  return join(
    [
      md`**This adapter could not be judged:** ${lines(clip(failure.message, 1000), 5)} (${code(failure.code)})`,
      shown.length > 0 ? list(shown) : nothing,
      left > 0 ? md`… and ${countOf(left, 'more problem')} in ${code('result.json')}` : nothing,
    ],
    paragraph,
  );
}

/** What to do about it. */
export function failureAdvice({ failure }: ResultSection): Markdown {
  if (!failure) return nothing;
  if (failure.kind === 'bug') {
    return md`This is a bug in lora-gate, or of the machine, and not of this change. The log has the details; running it again may help.`;
  }
  return failure.hint === null
    ? md`Mend that and run the check again; without scores there is no pass.`
    : md`${clip(failure.hint, 600)}`;
}
