/** What is said of adapters that a change takes out of the configuration. */

import { clip, code, join, type Markdown, md, nothing } from './markdown-escape.ts';
import { formatCount } from './numbers.ts';

export function removedAdapters(names: readonly string[]): Markdown {
  if (names.length === 0) return nothing;
  const shown = names.slice(0, 10).map((name) => code(clip(name, 60)));
  const more = names.length > 10 ? md` and ${formatCount(names.length - 10)} more` : nothing;
  return md`**This change removes** ${join(shown, md`, `)}${more}: nothing was judged for it.`;
}
