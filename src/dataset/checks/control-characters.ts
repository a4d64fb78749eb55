/**
 * Characters that change or hide text without being seen: C0 and C1 controls, bidirectional marks, zero-width spaces, tag
 * characters. Zero-width joiners and direction marks that scripts and emoji need are left alone.
 */

import type { Conversation } from '../conversation.ts';
import { messageName, type Report } from './finding.ts';

interface Kind {
  name: string;
  pattern: RegExp;
}

const KINDS: readonly Kind[] = [
  {
    name: 'control character',
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    pattern: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu,
  },
  { name: 'bidirectional control', pattern: /[\u202a-\u202e\u2066-\u2069]/gu },
  { name: 'zero-width character', pattern: /[\u200b\u2060-\u2064\ufeff\u00ad\u180e]/gu },
  { name: 'line or paragraph separator', pattern: /[\u2028\u2029]/gu },
  { name: 'noncharacter or private-use character', pattern: /[\p{Co}\p{Noncharacter_Code_Point}]/gu },
  // Flags of regions (England, Scotland, Wales) are spelt in tags behind a black flag.
  { name: 'tag character', pattern: /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]{0,8})[\u{e0000}-\u{e007f}]/gu },
  { name: 'run of variation selectors', pattern: /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{2,}/gu },
];

/** Cheap and true of nearly every text: nothing in it is of any kind. */
const PLAIN = /^[\t\n\r\x20-\x7e\u00a0-\u00ac\u00ae-\u0fff\u2010-\u2027\u2030-\u205e\u20a0-\ud7ff]*$/;

export function checkControlCharacters(row: Conversation, report: Report): void {
  for (const [index, { content }] of row.messages.entries()) {
    if (PLAIN.test(content)) continue;
    for (const { name, pattern } of KINDS) {
      const found = content.match(pattern);
      if (!found) continue;
      const kinds = [...new Set(found.map((text) => codePoint(text)))];
      const shown = kinds.slice(0, 4).join(', ') + (kinds.length > 4 ? ', …' : '');
      report('control_characters', row, {
        message: `${found.length === 1 ? `a ${name}` : `${found.length} times a ${name}`} in ${messageName(row, index)}: ${shown}`,
        fix: 'Delete it, unless the model is meant to write it.',
      });
    }
  }
}

function codePoint(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
