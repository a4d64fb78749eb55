/** The spread of trainings that differ in their seed: by hand, and whether the bounds hold what they promise. */

import { describe, expect, it } from 'vitest';
import { createRng } from '../../src/rng.ts';
import { seedSpread } from '../../src/stats/seed-spread.ts';

describe('the spread over seeds', () => {
  it('is s, its upper limit and both bounds as the tables give them', () => {
    // mean 2, squares 1 + 0 + 1, s = 1; χ²_{0.05, 2} = −2 ln 0.95 = 0.102587; t_{0.975, 2} = 4.302653; z_{0.975} = 1.959964
    const spread = seedSpread([1, 2, 3], 0.95);
    expect(spread).toMatchObject({ seeds: 3, mean: 2, standard_deviation: 1 });
    expect(spread.standard_deviation_upper).toBeCloseTo(Math.sqrt(2 / 0.102587), 4);
    expect(spread.prediction).toBeCloseTo(4.302653 * Math.SQRT2, 5);
    expect(spread.tolerance).toBeCloseTo(1.959964 * Math.SQRT2 * Math.sqrt(2 / 0.102587), 3);
  });

  it('predicts the difference of two further trainings 95 times in 100, and tolerates 95 % of all with confidence 95 %', () => {
    const rng = createRng(17);
    const RUNS = 4000;
    let [predicted, tolerated] = [0, 0];
    // P(|D| ≤ 1.959964·√2·σ) = 0.95: a bound tolerates 95 % of all differences exactly when it is at least that.
    const needed = 1.959964 * Math.SQRT2 * 0.3;
    for (let run = 0; run < RUNS; run += 1) {
      const draw = () => 2 + 0.3 * rng.normal();
      const { prediction, tolerance } = seedSpread([draw(), draw(), draw(), draw(), draw()], 0.95);
      if (Math.abs(draw() - draw()) <= prediction) predicted += 1;
      if (tolerance >= needed) tolerated += 1;
    }
    // Four binomial standard errors of 0.95 over 4,000 runs.
    const allowed = 4 * Math.sqrt((0.95 * 0.05) / RUNS);
    expect(Math.abs(predicted / RUNS - 0.95)).toBeLessThan(allowed);
    expect(Math.abs(tolerated / RUNS - 0.95)).toBeLessThan(allowed);
  });

  it('is nothing of equal trainings, and is not made from one or from what is no number', () => {
    expect(seedSpread([2, 2, 2], 0.95)).toMatchObject({ standard_deviation: 0, prediction: 0, tolerance: 0 });
    expect(() => seedSpread([2], 0.95)).toThrow(RangeError);
    expect(() => seedSpread([2, Number.NaN], 0.95)).toThrow(RangeError);
  });
});
