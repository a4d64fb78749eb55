import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createRng } from '../../src/rng.ts';
import { partitionIntoClusters } from '../../src/stats/clusters.ts';
import { holmAdjusted } from '../../src/stats/holm.ts';
import {
  cautiousSpread,
  clustersToDetect,
  moreClustersToSettle,
  smallestDetectableEffect,
} from '../../src/stats/power.ts';
import { ratioEstimate } from '../../src/stats/ratio-estimate.ts';
import { studentTQuantile } from '../../src/stats/student-t.ts';
import { oneSidedBounds } from '../../src/stats/t-interval.ts';
import { wilsonInterval } from '../../src/stats/wilson-interval.ts';

const golden = JSON.parse(
  readFileSync(new URL('../golden/fixtures/stats.json', import.meta.url), 'utf8'),
) as {
  wilson: [number, number, number, number, number][];
};

describe('Wilson', () => {
  test.each(golden.wilson)(
    '%d of %d at %d is SciPy’s interval',
    (successes, trials, confidence, low, high) => {
      const interval = wilsonInterval(successes, trials, confidence);
      if (!interval.computable) throw new Error(interval.reason);
      expect(interval.lower).toBeCloseTo(low, 12);
      expect(interval.upper).toBeCloseTo(high, 12);
    },
  );

  test.each([
    [0, 0],
    [3, 2],
    [-1, 5],
    [Number.NaN, 5],
  ])('%d of %d is not computable', (successes, trials) => {
    expect(wilsonInterval(successes, trials, 0.95).computable).toBe(false);
  });
});

describe('Holm', () => {
  test('a worked example', () => {
    // sorted 0.005·4 = 0.02, 0.01·3 = 0.03, 0.03·2 = 0.06, max(0.06, 0.04·1) = 0.06
    const adjusted = holmAdjusted([0.01, 0.04, 0.03, 0.005]);
    [0.03, 0.06, 0.06, 0.02].forEach((p, i) => {
      expect(adjusted[i]).toBeCloseTo(p, 15);
    });
  });

  test('one test is not corrected, none is fine, and nothing exceeds one', () => {
    expect(holmAdjusted([0.04])).toEqual([0.04]);
    expect(holmAdjusted([])).toEqual([]);
    expect(holmAdjusted([0.9, 0.8])).toEqual([1, 1]);
  });

  test('NaN throws instead of sorting to somewhere harmless', () => {
    expect(() => holmAdjusted([0.01, Number.NaN])).toThrow(RangeError);
  });
});

describe('power', () => {
  const spread = { standardError: 0.01, degreesOfFreedom: 79 };

  test('the smallest detectable effect adds both quantiles when significance is the harder half', () => {
    const expected = (studentTQuantile(0.95, 79) + studentTQuantile(0.8, 79)) * 0.01;
    expect(smallestDetectableEffect(spread, { confidence: 0.95, margin: 0 })).toBeCloseTo(expected, 15);
    // the margin is what has to be crossed once it is above t·se = 0.0166
    const wide = smallestDetectableEffect(spread, { confidence: 0.95, margin: 0.05 });
    expect(wide).toBeCloseTo(0.05 + studentTQuantile(0.8, 79) * 0.01, 15);
  });

  test('an effect of that size is caught four times in five (simulation)', () => {
    const rng = createRng(11);
    const k = 40;
    const sd = 0.05;
    const margin = 0.005;
    const known = { standardError: sd / Math.sqrt(k), degreesOfFreedom: k - 1 };
    const effect = smallestDetectableEffect(known, { confidence: 0.95, margin });
    const partition = partitionIntoClusters(Array.from({ length: k }, (_, i) => String(i)));
    const ones = new Float64Array(k).fill(1);
    let caught = 0;
    for (let run = 0; run < 4000; run += 1) {
      const result = ratioEstimate(
        ones.map(() => effect + sd * rng.normal()),
        ones,
        partition,
      );
      if (!result.computable) throw new Error(result.reason);
      if (result.estimate > margin && oneSidedBounds(result, 0.95).lower > 0) caught += 1;
    }
    // binomial standard error √(0.8·0.2/4000) = 0.0063; four of them, and 0.01 for the t approximation
    expect(Math.abs(caught / 4000 - 0.8)).toBeLessThan(0.036);
  });

  test('the number of clusters to detect an effect is the fewest that do', () => {
    const options = { confidence: 0.95, margin: Math.log(1.01) };
    const effect = 2 * options.margin;
    const needed = clustersToDetect(effect, spread, options) as number;
    const at = (clusters: number) =>
      smallestDetectableEffect(
        { standardError: 0.01 * Math.sqrt(79 / (clusters - 1)), degreesOfFreedom: clusters - 1 },
        options,
      );
    expect(at(needed)).toBeLessThanOrEqual(effect);
    expect(at(needed - 1)).toBeGreaterThan(effect);
    expect(clustersToDetect(options.margin, spread, options)).toBeUndefined();
  });

  test('a spread is planned with at its upper limit, which shrinks towards what was seen', () => {
    // χ²_{0.2} of 2 degrees of freedom is −2 ln 0.8
    const few = cautiousSpread({ standardError: 0.01, degreesOfFreedom: 2 });
    expect(few.standardError).toBeCloseTo(0.01 * Math.sqrt(2 / (-2 * Math.log(0.8))), 12);
    const many = cautiousSpread({ standardError: 0.01, degreesOfFreedom: 5000 });
    expect(many.standardError / 0.01).toBeGreaterThan(1);
    expect(many.standardError / 0.01).toBeLessThan(1.01);
  });

  test.each([
    ['below the margin', 0.002],
    ['above the margin', 0.015],
  ])(
    'an open result %s is settled by as many more clusters as it says, and not by one fewer',
    (_, estimate) => {
      const margin = 0.01;
      const more = moreClustersToSettle({ ...spread, estimate }, { confidence: 0.95, margin }) as number;
      expect(more).toBeGreaterThan(1);
      const settled = (extra: number) => {
        const clusters = 80 + extra;
        const standardError = 0.01 * Math.sqrt(79 / (clusters - 1));
        const { lower, upper } = oneSidedBounds(
          { estimate, standardError, degreesOfFreedom: clusters - 1 },
          0.95,
        );
        return estimate > margin ? lower > 0 : upper <= margin;
      };
      expect([settled(more), settled(more - 1)]).toEqual([true, false]);
    },
  );

  test('a settled result needs none, and one on the margin is settled by no number', () => {
    const options = { confidence: 0.95, margin: 0.05 };
    expect(moreClustersToSettle({ ...spread, estimate: 0 }, options)).toBe(0);
    expect(moreClustersToSettle({ ...spread, estimate: 0.05 }, options)).toBeUndefined();
  });
});
