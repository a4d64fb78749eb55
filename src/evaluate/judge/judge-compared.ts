/**
 * The judge on what both sides answered: which of the answers it sees, and its metrics under one set of limits. Whatever keeps
 * it from a verdict is a reason in words, never a number.
 */

import type { GatePolicy } from '../../config/schema.ts';
import type { Conversation } from '../../dataset/conversation.ts';
import type { MetricInput } from '../../gate/metric.ts';
import type { ResultJudge } from '../../report/result-judge.ts';
import type { ComparedAnswers } from '../answers.ts';
import { firstChosen } from '../questions.ts';
import { type JudgeAnswersOptions, judgeAnswers } from './judge-answers.ts';
import { judgeMetrics, judgeWarnings, unjudgedMetrics } from './metrics.ts';
import type { OpenedJudge } from './open-judge.ts';
import type { JudgedExample } from './question.ts';

export interface Judged {
  /** null where it was not asked. */
  result: ResultJudge | null;
  required: boolean;
  /** What a reader has to be told; why it was not asked comes first. */
  warnings: string[];
}

export interface JudgeComparedOptions extends Omit<JudgeAnswersOptions, 'config' | 'judge'> {
  test: readonly Conversation[];
  /** Rows with a secret or personal data, as `file:line`: they are not sent to another machine. */
  withheld: ReadonlySet<string>;
}

export async function judgeCompared(
  answers: ComparedAnswers,
  { config, judge }: OpenedJudge,
  { test, withheld, ...options }: JudgeComparedOptions,
): Promise<Judged> {
  const { required } = config;
  if ('unavailable' in judge) return { result: null, required, warnings: [`judge: ${judge.unavailable}`] };
  const chosen = firstChosen(answers.items, test, config.max_examples);
  const kept = chosen.filter(
    ({ prompt: { file, line } }) => judge.provider === 'local' || !withheld.has(`${file}:${line}`),
  );
  const examples = kept.map(
    ({ prompt: { id, group, messages, reference }, baseline, candidate }): JudgedExample => ({
      ...{ id, group, messages, reference },
      baseline: baseline.text,
      candidate: candidate.text,
    }),
  );
  const result = await judgeAnswers(examples, { ...options, config, judge });
  const warnings = judgeWarnings(result);
  const unsent = chosen.length - kept.length;
  if (unsent > 0) {
    warnings.push(`judge: ${unsent} test prompts hold a secret or personal data and were not sent to it`);
  }
  return { result, required, warnings };
}

/** Metrics of `limits`; `judged` is null where the policy has no judge. */
export function judgedMetrics(judged: Judged | null, limits: GatePolicy['judge']): MetricInput[] {
  if (!judged) return unjudgedMetrics(limits, 'the policy that decides has no judge');
  const { result, required, warnings } = judged;
  if (!result) return unjudgedMetrics(limits, warnings[0] ?? 'the judge was not asked');
  return judgeMetrics(result, limits, { required });
}
