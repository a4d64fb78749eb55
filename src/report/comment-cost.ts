/** In the comment: what the run took, in one line. */

import { costText } from './cost-text.ts';
import { type Markdown, md, nothing } from './markdown-escape.ts';
import type { Result } from './result.ts';

export function costLine(result: Result): Markdown {
  return result.adapters.length === 0 ? nothing : md`**Cost:** ${costText(result)}.`;
}
