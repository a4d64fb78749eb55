/** The one way in which a found secret or piece of personal data is shown. */

import { printable } from '../json-line.ts';

const SHOWN_AT_MOST = 4;

/** The beginning of a text, at most four characters and never more than a quarter of it, then an ellipsis. */
export function mask(text: string): string {
  const characters = Array.from(text.slice(0, 4 * SHOWN_AT_MOST));
  const shown = Math.min(SHOWN_AT_MOST, Math.floor(characters.length / 4));
  return `${printable(characters.slice(0, shown).join(''))}…`;
}
