/**
 * The limits that a policy sets to what a run takes: before the work by what it is expected to take, and while it is going on by what
 * it took. What cannot be estimated stops nothing beforehand. Knows numbers only.
 */

import type { Config } from '../config/schema.ts';
import { UserError } from '../errors.ts';
import type { Comparison } from '../plan/comparison.ts';
import type { Result } from '../report/result.ts';
import type { ResultCost } from '../report/result-section.ts';

export type Budget = Result['budget'];
export type Expected = ResultCost['estimated'];

/** Of the base commit; of the head only where the base has no configuration. */
export function budgetOf({ baseConfig, headConfig }: Pick<Comparison, 'baseConfig' | 'headConfig'>): Budget {
  const { budget } = (baseConfig ?? headConfig ?? { budget: {} }) as Pick<Config, 'budget'>;
  return { gpu_minutes: budget.gpu_minutes ?? null, judge_tokens: budget.judge_tokens ?? null };
}

const number = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 1 });

/** The judge's configuration, held to the tokens that are left for all adapters together. */
export function limitJudge(judge: Config['judge'], { judge_tokens: most }: Budget): Config['judge'] {
  if (judge.provider !== 'openai-compatible' || most === null) return judge;
  return { ...judge, token_limit: Math.min(judge.token_limit ?? most, most) };
}

/** Why nothing is started: what is known of the estimate, which may be a part of it, is above the budget already. */
export function overEstimate(
  { gpu_minutes, judge_tokens }: Budget,
  expected: readonly Expected[],
): UserError | null {
  const known = (of: (one: Expected) => number | null) =>
    expected.reduce((sum, one) => sum + (of(one) ?? 0), 0);
  const minutes = known(({ seconds }) => seconds) / 60;
  const tokens = known((one) => one.judge_tokens);
  const problems = [
    ...(gpu_minutes !== null && minutes > gpu_minutes
      ? [`about ${number(minutes)} minutes expected, budget.gpu_minutes allows ${number(gpu_minutes)}`]
      : []),
    ...(judge_tokens !== null && tokens > judge_tokens
      ? [`about ${number(tokens)} judge tokens expected, budget.judge_tokens allows ${number(judge_tokens)}`]
      : []),
  ];
  if (problems.length === 0) return null;
  return new UserError(
    'budget-exceeded',
    'this change would take more than the budget allows, so nothing was started',
    {
      problems,
      hint: 'Make the change smaller, or have a maintainer raise `budget` on the base branch: it is read from there.',
    },
  );
}

/** Why nothing more is started: the time of the run is used up. */
export function overSpent({ gpu_minutes: most }: Budget, seconds: number): UserError | null {
  if (most === null || seconds / 60 < most) return null;
  return new UserError(
    'budget-spent',
    `the run has taken ${number(seconds / 60)} minutes, and budget.gpu_minutes allows ${number(most)}`,
    {
      hint: 'Run it again: what was finished is in the store and costs nothing. Or have a maintainer raise `budget` on the base branch.',
    },
  );
}
