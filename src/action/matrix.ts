/** What `mode: plan` hands to the jobs after it: matrices of parts, as `strategy.matrix` takes them by `fromJSON`. */

import { measureRun, shardingOf } from '../parts/measure-run.ts';
import { type PartEntry, planParts } from '../parts/plan-parts.ts';
import type { Comparison } from '../plan/comparison.ts';
import { measuredRates } from './durations.ts';

export interface Matrices {
  /** For a job before the others; empty unless several jobs need the same adapter. */
  train: { include: PartEntry[] };
  evaluate: { include: PartEntry[] };
}

export interface MatrixOptions {
  /** Where rates of earlier runs are kept. */
  cacheDir: string;
  /** Path of the configuration in the repository. */
  config: string;
  /** Instead of the configuration's. */
  maxJobs?: number | undefined;
  targetMinutes?: number | undefined;
  /** For a fork, whose jobs read nothing that another of them wrote. */
  fork?: boolean | undefined;
}

export async function matricesOf(comparison: Comparison, options: MatrixOptions): Promise<Matrices> {
  const { cacheDir, config, maxJobs, targetMinutes, fork = false } = options;
  if (comparison.plan.adapters.length === 0) return { train: { include: [] }, evaluate: { include: [] } };
  const sizes = await measureRun(comparison, (adapter) => measuredRates(cacheDir, config, adapter));
  const { max_jobs, target_minutes } = shardingOf(comparison);
  const { train, evaluate } = planParts(sizes, {
    max_jobs: maxJobs ?? max_jobs,
    target_minutes: targetMinutes ?? target_minutes,
    max_shares: fork ? 1 : undefined,
  });
  return { train: { include: train }, evaluate: { include: evaluate } };
}

/** The output wherever nothing is to be trained: `fromJSON` of empty text is an error of the workflow. */
export const NO_JOBS = JSON.stringify({ include: [] });
