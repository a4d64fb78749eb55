/**
 * One assertion on the answers of both sides. Time is bounded for each answer and for each side: what is given up on counts as
 * failed, and what the candidate's answers take never shortens the baseline's time.
 */

import { bounded, GAVE_UP } from '../../bounded.ts';
import type { Assertion } from '../../config/schema.ts';
import type { Answer, ComparedAnswers } from '../answers.ts';
import type { Checker, Finding } from './checker.ts';
import { containsChecker, notContainsChecker } from './contains.ts';
import { jsonSchemaChecker } from './json-schema.ts';
import { maxLengthChecker } from './max-length.ts';
import { regexChecker } from './regex.ts';
import { similarityChecker } from './similarity.ts';

export interface TimeLimits {
  /** Milliseconds of one check. */
  answer: number;
  /** Milliseconds of all checks of one side, and more for each answer. */
  side: number;
  more: number;
}

/** No honest check comes near; a busy machine has room. */
const TIME_LIMITS: TimeLimits = { answer: 1000, side: 10_000, more: 20 };

export interface CheckedAnswer extends Finding {
  /** The check took too long. */
  undecided: boolean;
}

export interface CheckedPair {
  id: string;
  group: string;
  /** Where the test conversation stands. */
  place: string;
  baseline: CheckedAnswer;
  candidate: CheckedAnswer;
}

export interface CheckedAssertion {
  assertion: Assertion;
  /** null where nothing was answered. */
  pairs: readonly CheckedPair[] | null;
}

function checkerOf(assertion: Assertion): Checker {
  switch (assertion.type) {
    case 'contains':
      return containsChecker(assertion);
    case 'not-contains':
      return notContainsChecker(assertion);
    case 'regex':
      return regexChecker(assertion);
    case 'json-schema':
      return jsonSchemaChecker(assertion);
    case 'max-length':
      return maxLengthChecker(assertion);
    case 'similarity':
      return similarityChecker(assertion);
  }
}

/** The check of one side's answers, one after the other. */
function openSide(check: Checker, limit: number, total: number) {
  let left = total;
  return (answer: Answer, reference: string): CheckedAnswer => {
    const most = Math.ceil(Math.min(left, limit));
    if (most <= 0) {
      return { passed: false, undecided: true, reason: 'not checked: the answers before it took too long' };
    }
    const started = performance.now();
    try {
      const finding = bounded(() => check({ ...answer, reference }), most);
      if (finding !== GAVE_UP) return { ...finding, undecided: false };
      return { passed: false, undecided: true, reason: `the check took over ${most} ms` };
    } catch (thrown) {
      // A pattern or a schema that goes deeper than the stack.
      if (!(thrown instanceof RangeError)) throw thrown;
      return { passed: false, undecided: true, reason: 'the check went too deep' };
    } finally {
      left -= performance.now() - started;
    }
  };
}

export function checkAnswers(
  assertion: Assertion,
  items: ComparedAnswers['items'],
  { answer, side, more }: TimeLimits = TIME_LIMITS,
): CheckedPair[] {
  const check = checkerOf(assertion);
  const open = () => openSide(check, answer, side + more * items.length);
  const [ofBaseline, ofCandidate] = [open(), open()];
  return items.map(({ prompt: { id, group, file, line, reference }, baseline, candidate }) => ({
    id,
    group,
    place: `${file}:${line}`,
    baseline: ofBaseline(baseline, reference),
    candidate: ofCandidate(candidate, reference),
  }));
}
