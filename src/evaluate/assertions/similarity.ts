/** `similarity`: how near an answer is to the reference, by chrF2. */

import { type AssertionOf, type Checker, fails, passes } from './checker.ts';
import { chrf } from './chrf.ts';

export function similarityChecker({ min_score }: AssertionOf<'similarity'>): Checker {
  return ({ text, reference }) => {
    const score = chrf(text, reference);
    return score >= min_score ? passes : fails(`chrF2 ${score.toFixed(3)}, at least ${min_score}`);
  };
}
