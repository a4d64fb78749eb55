/**
 * The answer of a statistic that may have none: too few clusters, a NaN, nothing to divide by. A caller has to look at
 * `computable` before it can read a number, so a missing value never compares as "fine". Knows nothing of metrics.
 */

export interface NotComputable {
  computable: false;
  /** One sentence: what is wrong with the input. */
  reason: string;
}

export type Computable<T> = ({ computable: true } & T) | NotComputable;

export function notComputable(reason: string): NotComputable {
  return { computable: false, reason };
}

/** The first index whose value is not a finite number, or -1. */
export function firstNotFinite(values: ArrayLike<number>): number {
  for (let i = 0; i < values.length; i += 1) if (!Number.isFinite(values[i])) return i;
  return -1;
}
