/** What every kind of assertion gives: a check of one answer. Knows none of the kinds. */

import type { Assertion } from '../../config/schema.ts';
import type { Answer } from '../answers.ts';

/** An answer and what the test set says itself. */
export interface Asserted extends Pick<Answer, 'text' | 'tokens'> {
  reference: string;
}

export interface Finding {
  passed: boolean;
  /** Why it failed, without the words of the answer. */
  reason: string | null;
}

/** Checks one answer; synchronous and pure, so that it can be stopped at any moment. */
export type Checker = (answer: Asserted) => Finding;

export type AssertionOf<T extends Assertion['type']> = Extract<Assertion, { type: T }>;

export const passes: Finding = { passed: true, reason: null };
export const fails = (reason: string): Finding => ({ passed: false, reason });
