/** Holm's step-down correction of p-values (Holm 1979): keeps the chance of any false alarm at the stated level. */

/**
 * [m] p-values adjusted for being m tests, in the order given; compare them with the level directly.
 *
 * @throws RangeError when a p-value is not in [0, 1].
 */
export function holmAdjusted(pValues: readonly number[]): number[] {
  for (const p of pValues) if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is not a p-value`);
  const order = pValues.map((_, i) => i).sort((a, b) => (pValues[a] as number) - (pValues[b] as number));
  const adjusted = new Array<number>(pValues.length).fill(1);
  let running = 0;
  order.forEach((index, rank) => {
    running = Math.max(running, (pValues.length - rank) * (pValues[index] as number));
    adjusted[index] = Math.min(1, running);
  });
  return adjusted;
}
