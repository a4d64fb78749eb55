/**
 * What a waiver does to a verdict: somebody accepted one thing that blocks, by name. The outcome stays what it is, since a
 * waived regression is a regression; only what it does to the merge changes. Pure. Knows nothing of who may waive.
 */

import { type Enforcement, type Outcome, type Verdict, verdictOf } from './outcome.ts';

/** Waives every error of the data checks but those that nobody can waive. */
export const DATA_CHECKS = 'data-checks';

/** A secret is out as soon as it is merged, whoever agrees. */
const NEVER_WAIVED: readonly string[] = ['secrets'];

export interface JudgedParts {
  metrics: readonly { name: string; blocking: boolean; outcome: Outcome }[];
  /** Errors that the change brings in, of each check of the data. */
  dataErrors: readonly { check: string; brought_in: number }[];
  policy: Enforcement;
}

/** One thing that keeps a change from being merged, by the name that a waiver has to give. */
export interface Blocker {
  /** A metric, or `data/leakage`. */
  name: string;
  regression: boolean;
  /** Why nobody can waive it; null for what can be waived. */
  fixed: string | null;
}

/** Of one adapter: what of it stands. */
export interface WaivedDecision {
  verdict: Verdict;
  /** Blockers that a waiver names. */
  waived: Blocker[];
  /** Those that still block. */
  standing: Blocker[];
}

function dataBlocker(check: string): Blocker {
  const fixed = NEVER_WAIVED.includes(check)
    ? `${check} in the data cannot be waived: once merged they are in the history`
    : null;
  return { name: `data/${check}`, regression: false, fixed };
}

/** The outcome that the parts give; errors in the data come before any score. */
export function outcomeOf(judged: Outcome, { dataErrors }: Pick<JudgedParts, 'dataErrors'>): Outcome {
  return dataErrors.some(({ brought_in }) => brought_in > 0) ? 'not_evaluated' : judged;
}

/** Everything that blocks, whether or not it decided the outcome; empty exactly where the verdict does not block. */
export function blockersOf(parts: JudgedParts): Blocker[] {
  const { metrics, dataErrors, policy } = parts;
  if (policy.mode === 'warn') return [];
  const blocking = metrics.filter((metric) => metric.blocking);
  const found = [
    ...dataErrors.filter(({ brought_in }) => brought_in > 0).map(({ check }) => dataBlocker(check)),
    ...blocking
      .filter(({ outcome }) => verdictOf(outcome, policy).blocked)
      .map(({ name, outcome }) => ({ name, regression: outcome === 'regression', fixed: null })),
  ];
  if (blocking.length > 0 || found.length > 0) return found;
  const fixed = 'nothing was judged, so there is nothing to accept';
  return [{ name: 'gate/blocking-metric', regression: false, fixed }];
}

/** Whether a waiver of `metric` is one of this blocker. */
export function waives(metric: string, { name, fixed }: Blocker): boolean {
  return fixed === null && (metric === name || (metric === DATA_CHECKS && name.startsWith('data/')));
}

/** The verdict with the waivers of `names`: not blocked once all that blocks is waived, else by what is left. */
export function waive(outcome: Outcome, parts: JudgedParts, names: readonly string[]): WaivedDecision {
  const verdict = verdictOf(outcome, parts.policy);
  const blockers = blockersOf(parts);
  const isWaived = (blocker: Blocker) => names.some((name) => waives(name, blocker));
  const waived = blockers.filter(isWaived);
  const standing = blockers.filter((blocker) => !isWaived(blocker));
  if (!verdict.blocked || waived.length === 0) return { verdict, waived: [], standing: blockers };
  if (standing.length === 0) return { verdict: { outcome, blocked: false, exit_code: 0 }, waived, standing };
  const regression = outcome === 'regression' && standing.some((blocker) => blocker.regression);
  return { verdict: { outcome, blocked: true, exit_code: regression ? 1 : 3 }, waived, standing };
}
