/**
 * What the generated answers of both sides say of them: the assertions that they are held to, and the judge. As metrics for the
 * gate; decides nothing.
 */

import { setImmediate } from 'node:timers/promises';
import type { Assertion, GatePolicy } from '../config/schema.ts';
import type { MetricInput } from '../gate/metric.ts';
import type { AnswerPolicy } from '../plan/deciding-policy.ts';
import type { ComparedAnswers } from './answers.ts';
import { type CheckedAssertion, checkAnswers } from './assertions/check-answers.ts';
import { assertionMetrics } from './assertions/metrics.ts';
import {
  type JudgeComparedOptions,
  type Judged,
  judgeCompared,
  judgedMetrics,
} from './judge/judge-compared.ts';
import type { OpenedJudge } from './judge/open-judge.ts';
import { firstChosen } from './questions.ts';

export interface Evidence {
  assertions: readonly CheckedAssertion[];
  /** null without a judge. */
  judged: Judged | null;
}

export interface EvidenceOptions extends JudgeComparedOptions {
  policy: AnswerPolicy;
  /** The change's own assertions, where its verdict under the edit is shown. */
  edited: readonly Assertion[];
  judge: OpenedJudge | null;
  /** What a judge has said of these answers already, on another machine. */
  judged?: Judged | null;
}

async function checkAssertions(
  assertions: readonly Assertion[],
  answers: ComparedAnswers | null,
  { test, policy, signal }: EvidenceOptions,
): Promise<CheckedAssertion[]> {
  const items = answers && firstChosen(answers.items, test, policy.answers.max_examples);
  const checked: CheckedAssertion[] = [];
  for (const assertion of assertions) {
    checked.push({ assertion, pairs: items && checkAnswers(assertion, items) });
    // A slow one holds everything up for seconds: between them an interruption is heard.
    await setImmediate();
    signal?.throwIfAborted();
  }
  return checked;
}

/**
 * Asserts and judges by the policy that decides; under the edit only the assertions and the limits are the change's: a judge that
 * it names itself is never asked.
 */
export async function gatherEvidence(
  answers: ComparedAnswers | null,
  options: EvidenceOptions,
): Promise<{ deciding: Evidence; underEdit: Evidence }> {
  const { policy, edited, judge, judged: before, ...judging } = options;
  const judged = before ?? (answers && judge && (await judgeCompared(answers, judge, judging)));
  return {
    deciding: { assertions: await checkAssertions(policy.assertions, answers, options), judged },
    underEdit: { assertions: await checkAssertions(edited, answers, options), judged },
  };
}

/** Every metric that the answers give under the limits of `gate`. */
export function evidenceMetrics(
  { assertions, judged }: Evidence,
  { judge: limits }: Pick<GatePolicy, 'judge'>,
): MetricInput[] {
  return [...assertions.flatMap(assertionMetrics), ...judgedMetrics(judged, limits)];
}
