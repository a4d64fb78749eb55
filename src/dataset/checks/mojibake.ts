/**
 * Text that was UTF-8 and has been decoded as Windows-1252 or Latin-1 on its way (`cafÃ©`, `itâ€™s`), and characters that were lost
 * (U+FFFD). Knows the byte patterns, no languages.
 */

import type { Conversation } from '../conversation.ts';
import { messageName, type Report } from './finding.ts';

/** What the bytes 0x80 to 0xBF, the continuation bytes of UTF-8, look like in Windows-1252 or Latin-1. */
const CONTINUATION =
  '[\\u0080-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2013\\u2014\\u2018-\\u201a\\u201c-\\u201e\\u2020-\\u2022\\u2026\\u2030\\u2039\\u203a\\u20ac\\u2122]';

/** The same without what stands behind a word: quotation marks, dashes, an ellipsis, a degree sign and the like. */
const NEVER_BEHIND_A_LETTER =
  '[\\u0080-\\u009f\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u201a\\u2020-\\u2022\\u2030\\u20ac\\u2122]';

/** Latin letters, punctuation and symbols, emoji, the byte order mark, U+FFFD: one is enough. */
const SURE = [
  `[\\u00c2\\u00c3]${CONTINUATION}`,
  `\\u00e2${NEVER_BEHIND_A_LETTER}${CONTINUATION}`,
  `\\u00f0[\\u0178\\u009f]${CONTINUATION}{2}`,
  '\\u00ef\\u00bb\\u00bf',
  '\\u00ef\\u00bf\\u00bd',
].join('|');

/** First bytes of Greek, Cyrillic, Hebrew, Arabic and of scripts with three bytes: three in a row, as words have them. */
const IN_A_ROW = `(?:[\\u00ce-\\u00df]${CONTINUATION}){3}|(?:[\\u00e0-\\u00ef]${CONTINUATION}{2}){2}`;

const MOJIBAKE = new RegExp(`${SURE}|${IN_A_ROW}|\\ufffd`);
const LATIN_1_LETTER_OR_LOST = /[\u00c2-\u00f0\ufffd]/;

export function isMojibake(text: string): boolean {
  return LATIN_1_LETTER_OR_LOST.test(text) && MOJIBAKE.test(text);
}

export function checkMojibake(row: Conversation, report: Report): void {
  const index = row.messages.findIndex(({ content }) => isMojibake(content));
  if (index === -1) return;
  const lost = row.messages[index]?.content.includes('\ufffd') ?? false;
  report('mojibake', row, {
    message: lost
      ? `lost characters (U+FFFD) in ${messageName(row, index)}`
      : `UTF-8 decoded as another encoding in ${messageName(row, index)}`,
    fix: 'Export the text from its source again as UTF-8; what was lost cannot be brought back here.',
  });
}
