/**
 * How far two raters agree beyond chance: Cohen's κ for nominal categories (Cohen 1960). Knows nothing of who rates or
 * what the categories mean.
 */

import { type Computable, notComputable } from './computable.ts';

export interface Agreement {
  /** Items that both rated. */
  items: number;
  /** Share of them on which the two say the same. */
  observed: number;
  /** (observed − expected) / (1 − expected); null where both always say the same one thing, so that chance explains all. */
  kappa: number | null;
}

/** Agreement of two ratings of each item: `pairs` [n] of categories. Not computable without items. */
export function cohenKappa(pairs: readonly (readonly [string, string])[]): Computable<Agreement> {
  const items = pairs.length;
  if (items === 0) return notComputable('there is no item that both rated');
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  let same = 0;
  for (const [a, b] of pairs) {
    first.set(a, (first.get(a) ?? 0) + 1);
    second.set(b, (second.get(b) ?? 0) + 1);
    if (a === b) same += 1;
  }
  // In whole numbers as long as possible: "chance explains all" is then exact.
  let chance = 0;
  for (const [category, count] of first) chance += count * (second.get(category) ?? 0);
  const kappa = chance === items * items ? null : (same * items - chance) / (items * items - chance);
  return { computable: true, items, observed: same / items, kappa };
}
