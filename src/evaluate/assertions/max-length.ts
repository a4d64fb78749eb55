/** `max-length`: the longest answer that passes, in characters (code points) or in the model's own tokens. */

import { type AssertionOf, type Checker, fails, passes } from './checker.ts';

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

export function maxLengthChecker({ max, unit }: AssertionOf<'max-length'>): Checker {
  return ({ text, tokens }) => {
    const length = unit === 'tokens' ? tokens : codePoints(text);
    return length <= max ? passes : fails(`${length} ${unit}, at most ${max}`);
  };
}
