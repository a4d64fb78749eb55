/** `regex`: a JavaScript regular expression, with the u flag, that matches somewhere in the answer. */

import { type AssertionOf, type Checker, fails, passes } from './checker.ts';

export function regexChecker({ pattern }: AssertionOf<'regex'>): Checker {
  const expression = new RegExp(pattern, 'u');
  return ({ text }) => (expression.test(text) ? passes : fails('does not match the pattern'));
}
