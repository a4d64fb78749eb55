/** The adapters for which the comment has no room, gravest first: each by its name and verdict, the rest as a count. */

import { consequence, NAME_LENGTH, numbersOf, outcomeWord, SYMBOLS } from './comment-headline.ts';
import { isWaived } from './comment-waivers.ts';
import { clip, code, join, list, type Markdown, md, nothing, paragraph } from './markdown-escape.ts';
import { countOf } from './numbers.ts';
import type { ResultSection } from './result-section.ts';

/** At most `most` names. */
export function namedAdapters(sections: readonly ResultSection[], most: number): Markdown {
  if (sections.length === 0) return nothing;
  const named = sections.slice(0, most).map((section) => {
    const { verdict } = section;
    return md`${SYMBOLS[verdict.outcome]} ${code(clip(section.name, NAME_LENGTH))} — ${outcomeWord(verdict.outcome)}${consequence(verdict, isWaived(section))}: ${numbersOf(section)}`;
  });
  const left = sections.length - named.length;
  const rest = left > 0 ? md`… and ${countOf(left, 'more adapter')} in ${code('result.json')}` : nothing;
  return join([list(named), rest], paragraph);
}
