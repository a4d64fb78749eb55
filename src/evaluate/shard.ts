/** A share of work that several machines do: which of the pieces of a plan are one machine's. Knows nothing of what the pieces are. */

/** One of `of` shares, counted from 1. */
export interface Shard {
  index: number;
  of: number;
}

/** All of it. */
export const WHOLE: Shard = { index: 1, of: 1 };

/** The pieces of one share: a run of neighbours, so that all shares together are the plan in its order. */
export function pieces<T>(plan: readonly T[], { index, of }: Shard): T[] {
  const at = (share: number) => Math.floor((share * plan.length) / of);
  return plan.slice(at(index - 1), at(index));
}
