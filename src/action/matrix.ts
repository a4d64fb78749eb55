/** What `mode: plan` hands to the jobs after it: one entry for each adapter that the change affects. Pure. */

import type { Comparison } from '../plan/comparison.ts';

export interface MatrixEntry {
  adapter: string;
  reasons: string[];
}

/** A job's `strategy.matrix` takes it by `fromJSON`; at most as many as GitHub takes of one matrix. */
export const MOST_JOBS = 256;

export function matrixOf({ plan }: Pick<Comparison, 'plan'>): { include: MatrixEntry[] } {
  const include = plan.adapters.slice(0, MOST_JOBS).map(({ name, reasons }) => ({
    adapter: name,
    reasons: [...new Set(reasons.map(({ reason }) => reason))],
  }));
  return { include };
}

/** The output wherever nothing is to be trained: `fromJSON` of empty text is an error of the workflow. */
export const NO_JOBS = JSON.stringify({ include: [] });
