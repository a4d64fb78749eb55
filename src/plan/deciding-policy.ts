/** Whose configuration decides over an adapter: by default the base commit's, and that of the change where the base has none. */

import type { AdapterConfig, Assertion, Config } from '../config/schema.ts';
import type { Comparison } from './comparison.ts';
import type { PlannedAdapter } from './plan-run.ts';

/** What the answers are held to. */
export interface AnswerPolicy extends Pick<Config, 'answers' | 'judge'> {
  assertions: readonly Assertion[];
}

/** The configuration that decides over an adapter, and its commit. */
export function policyOf(
  { baseConfig, headConfig, base, head }: Comparison,
  { policy_source }: PlannedAdapter<AdapterConfig>,
) {
  const fromBase = policy_source === 'base';
  return { config: (fromBase ? baseConfig : headConfig) as Config, sha: fromBase ? base.sha : head.sha };
}

/** Assertions go with the test set, the rest with the gate. */
export function answerPolicyOf(comparison: Comparison, planned: PlannedAdapter<AdapterConfig>): AnswerPolicy {
  const { answers, judge } = policyOf(comparison, planned).config;
  const { assertions } = planned.base ?? planned.head;
  return { answers, judge, assertions };
}

/** The change's own assertions, where it edits policy or test set and its verdict under the edit is shown. */
export function editedAssertions({
  policy_edits,
  test_set_edited,
  head,
}: PlannedAdapter<AdapterConfig>): readonly Assertion[] {
  return policy_edits.length > 0 || test_set_edited ? head.assertions : [];
}
