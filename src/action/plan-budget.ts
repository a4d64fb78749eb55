/** Whether a plan is over the budget before any machine is taken, as far as a hosted job can tell: by rates that the configuration tells. */

import { measureRun } from '../parts/measure-run.ts';
import type { Comparison } from '../plan/comparison.ts';
import { budgetOf, type Expected, overEstimate } from '../stages/budget.ts';
import { measuredRates } from './durations.ts';

/**
 * At least so long: the candidates are trained and scored in any case, the baselines are mostly in the store.
 * null where no rate is known: nothing is stopped for that.
 */
async function leastExpected(
  comparison: Comparison,
  { cacheDir, config }: { cacheDir: string; config: string },
): Promise<Expected[]> {
  const sizes = await measureRun(comparison, (adapter) => measuredRates(cacheDir, config, adapter));
  return sizes.map(({ training, scoring, rates }) => ({
    seconds:
      rates.training === null || rates.scoring === null
        ? null
        : training.candidate / rates.training + scoring / rates.scoring,
    judge_tokens: null,
  }));
}

/** Whole minutes, one at least; null where they cannot be told. @throws UserError `budget-exceeded` */
export async function checkPlannedCost(
  comparison: Comparison,
  options: { cacheDir: string; config: string },
): Promise<number | null> {
  const expected = await leastExpected(comparison, options);
  const over = overEstimate(budgetOf(comparison), expected);
  if (over) throw over;
  const seconds = expected.reduce(
    (sum, one) => (sum === null || one.seconds === null ? null : sum + one.seconds),
    0 as number | null,
  );
  return seconds === null ? null : Math.max(1, Math.round(seconds / 60));
}
