/**
 * Which language a conversation is in, by its answers: ELD's n-gram detector (60 languages). Honest about short texts:
 * what has too few letters, or no clear winner, is `und`, undetermined. Code and formulas are read as whatever they look like.
 */

import { eld } from 'eld/extrasmall';
import type { Conversation } from '../conversation.ts';

/** ISO 639-1, or `und` for undetermined. */
export type Language = string;

export const UNDETERMINED: Language = 'und';

/** Enough to tell languages apart, and the time of a call grows with it. */
const CHARACTERS_READ = 160;
const LEAST_LETTERS = 16;
/** A syllable or a word each. */
const LEAST_IDEOGRAPHS = 4;

const LETTER = /\p{L}/gu;
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;

export function languageOf({ messages }: Pick<Conversation, 'messages'>): Language {
  let text = '';
  for (const { role, content } of messages) {
    if (role !== 'assistant') continue;
    text += `${content.slice(0, CHARACTERS_READ)}\n`;
    if (text.length >= CHARACTERS_READ) break;
  }
  return detect(text.slice(0, CHARACTERS_READ));
}

function detect(text: string): Language {
  const letters = text.match(LETTER)?.length ?? 0;
  if (letters < LEAST_LETTERS && (text.match(IDEOGRAPH)?.length ?? 0) < LEAST_IDEOGRAPHS) return UNDETERMINED;
  const result = eld.detect(text);
  return result.language !== '' && result.isReliable() ? result.language : UNDETERMINED;
}
