/**
 * What the generated answers of both sides say of them: the assertions that they are held to. As metrics for the gate; decides
 * nothing.
 */

import type { Assertion } from '../config/schema.ts';
import type { Conversation } from '../dataset/conversation.ts';
import type { MetricInput } from '../gate/metric.ts';
import type { ComparedAnswers } from './answers.ts';
import { type CheckedAssertion, checkAnswers } from './assertions/check-answers.ts';
import { assertionMetrics } from './assertions/metrics.ts';
import { firstChosen } from './questions.ts';

export interface Evidence {
  assertions: readonly CheckedAssertion[];
}

/** Each of `assertions` on the answers to the `most` first chosen prompts of `test`. */
export function checkAssertions(
  assertions: readonly Assertion[],
  answers: ComparedAnswers | null,
  { test, most }: { test: readonly Conversation[]; most: number },
): CheckedAssertion[] {
  const items = answers && firstChosen(answers.items, test, most);
  return assertions.map((assertion) => ({ assertion, pairs: items && checkAnswers(assertion, items) }));
}

/** Every metric that the answers give. */
export function evidenceMetrics({ assertions }: Evidence): MetricInput[] {
  return assertions.flatMap(assertionMetrics);
}
