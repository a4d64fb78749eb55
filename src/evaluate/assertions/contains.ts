/** `contains` and `not-contains`: a text that has to be in an answer, or must not be. */

import { type AssertionOf, type Checker, fails, passes } from './checker.ts';

/** Capitals and composed letters in one form; without a locale, so that every machine says the same. */
function folded(text: string, ignoreCase: boolean): string {
  const composed = text.normalize('NFC');
  return ignoreCase ? composed.toLowerCase() : composed;
}

function finder({ text, ignore_case }: AssertionOf<'contains' | 'not-contains'>) {
  const wanted = folded(text, ignore_case);
  return (answer: string) => folded(answer, ignore_case).includes(wanted);
}

const quoted = (text: string) => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);

export function containsChecker(assertion: AssertionOf<'contains'>): Checker {
  const found = finder(assertion);
  return ({ text }) => (found(text) ? passes : fails(`does not contain ${quoted(assertion.text)}`));
}

export function notContainsChecker(assertion: AssertionOf<'not-contains'>): Checker {
  const found = finder(assertion);
  return ({ text }) => (found(text) ? fails(`contains ${quoted(assertion.text)}`) : passes);
}
