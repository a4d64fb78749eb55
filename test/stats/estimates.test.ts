import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createRng } from '../../src/rng.ts';
import { clusterBootstrap, sortedQuantile } from '../../src/stats/cluster-bootstrap.ts';
import { partitionIntoClusters } from '../../src/stats/clusters.ts';
import type { Computable } from '../../src/stats/computable.ts';
import { meanEstimate } from '../../src/stats/mean-estimate.ts';
import { ratioEstimate } from '../../src/stats/ratio-estimate.ts';
import { oneSidedBounds, oneSidedPValue, twoSidedInterval } from '../../src/stats/t-interval.ts';

interface Clustered {
  groups: string[];
  tokens: number[];
  differences: number[];
  estimate: number;
  standard_error: number;
  clusters: number;
  one_sided: [number, number];
  two_sided: [number, number];
  p_value: number;
  bootstrap_90: [number, number];
  bootstrap_error: number;
}
const golden = JSON.parse(
  readFileSync(new URL('../golden/fixtures/stats.json', import.meta.url), 'utf8'),
) as {
  clustered: Clustered[];
  paired: { differences: number[]; interval: [number, number]; p_greater: number }[];
};

function value<T>(result: Computable<T>): T {
  if (!result.computable) throw new Error(result.reason);
  return result;
}
const singly = (n: number) => partitionIntoClusters(Array.from({ length: n }, (_, i) => String(i)));
const relative = (got: number, wanted: number) => Math.abs(got - wanted) / Math.abs(wanted);

describe('the ratio estimator', () => {
  test.each(golden.clustered)(
    'equals the cluster-robust weighted least squares of $clusters clusters',
    (row) => {
      const result = value(ratioEstimate(row.differences, row.tokens, partitionIntoClusters(row.groups)));
      expect(relative(result.estimate, row.estimate)).toBeLessThan(1e-12);
      expect(relative(result.standardError, row.standard_error)).toBeLessThan(1e-10);
      expect(result.degreesOfFreedom).toBe(row.clusters - 1);
      const one = oneSidedBounds(result, 0.95);
      const two = twoSidedInterval(result, 0.95);
      [one.lower, one.upper, two.lower, two.upper].forEach((got, i) => {
        expect(relative(got, [...row.one_sided, ...row.two_sided][i] as number)).toBeLessThan(1e-9);
      });
      expect(relative(oneSidedPValue(result), row.p_value)).toBeLessThan(1e-9);
    },
  );

  test('two conversations, by hand', () => {
    // d = (1, 5), n = (10, 20): Δ = 6/30 = 0.2; residuals 1 − 2 = −1 and 5 − 4 = 1; se = √(2/1·(1 + 1))/30 = 2/30
    const result = value(ratioEstimate([1, 5], [10, 20], singly(2)));
    expect(result).toMatchObject({ estimate: 0.2, degreesOfFreedom: 1, clusters: 2 });
    expect(result.standardError).toBeCloseTo(2 / 30, 15);
  });

  test('rows of one cluster count once: doubling every row changes nothing but the row count', () => {
    const [row] = golden.clustered as [Clustered];
    const once = value(ratioEstimate(row.differences, row.tokens, partitionIntoClusters(row.groups)));
    const twice = value(
      ratioEstimate(
        [...row.differences, ...row.differences],
        [...row.tokens, ...row.tokens],
        partitionIntoClusters([...row.groups, ...row.groups]),
      ),
    );
    expect(twice.estimate).toBeCloseTo(once.estimate, 14);
    expect(twice.standardError).toBeCloseTo(once.standardError, 14);
    expect(twice.degreesOfFreedom).toBe(once.degreesOfFreedom);
  });

  test.each<[string, number[], number[], string[]]>([
    ['nothing', [], [], []],
    ['one cluster', [1, 2], [3, 4], ['a', 'a']],
    ['a NaN difference', [1, Number.NaN], [3, 4], ['a', 'b']],
    ['an infinite weight', [1, 2], [3, Number.POSITIVE_INFINITY], ['a', 'b']],
    ['no weight', [1, 2], [0, 0], ['a', 'b']],
    ['sums that overflow', [1e308, 1e308], [1, 1], ['a', 'b']],
  ])('%s is not computable, with a reason', (_, numerators, denominators, groups) => {
    const result = ratioEstimate(numerators, denominators, partitionIntoClusters(groups));
    expect(result).toEqual({ computable: false, reason: expect.stringMatching(/\w/) });
  });

  test('lengths that differ throw: that is a bug, not data', () => {
    expect(() => ratioEstimate([1, 2, 3], [1, 2], singly(2))).toThrow(RangeError);
  });
});

test.each(golden.paired)('the mean of paired differences is the paired t interval', (row) => {
  const result = value(meanEstimate(row.differences, singly(row.differences.length)));
  const { lower, upper } = twoSidedInterval(result, 0.95);
  expect(relative(lower, row.interval[0])).toBeLessThan(1e-9);
  expect(relative(upper, row.interval[1])).toBeLessThan(1e-9);
  expect(relative(oneSidedPValue(result), row.p_greater)).toBeLessThan(1e-9);
});

test('without any spread the p-value is 0 for an increase and 1 otherwise', () => {
  const at = (estimate: number) => oneSidedPValue({ estimate, standardError: 0, degreesOfFreedom: 9 });
  expect([at(0.1), at(0), at(-0.1)]).toEqual([0, 1, 1]);
});

test.each([0.5, 1, 95, Number.NaN])('a confidence of %s throws', (confidence) => {
  const estimate = { estimate: 0, standardError: 1, degreesOfFreedom: 3 };
  expect(() => oneSidedBounds(estimate, confidence)).toThrow(/confidence must lie between/);
});

describe('the cluster bootstrap', () => {
  const run = (row: Clustered, seed: number, samples = 2000) =>
    value(
      clusterBootstrap(row.differences, row.tokens, partitionIntoClusters(row.groups), {
        rng: createRng(seed),
        samples,
        confidence: 0.95,
      }),
    );

  test.each(golden.clustered.slice(0, 2))(
    'agrees with SciPy on $clusters clusters within its Monte Carlo error',
    (row) => {
      // A 5 % quantile from 20,000 draws has a standard error of √(0.05·0.95/20000)/φ(1.645)·σ = 0.015 σ; 5 of them.
      const { oneSided } = run(row, 1, 20_000);
      expect(Math.abs(oneSided.lower - row.bootstrap_90[0])).toBeLessThan(0.075 * row.bootstrap_error);
      expect(Math.abs(oneSided.upper - row.bootstrap_90[1])).toBeLessThan(0.075 * row.bootstrap_error);
    },
  );

  test('is the same for the same seed and another for another', () => {
    const [row] = golden.clustered as [Clustered];
    expect(run(row, 5)).toEqual(run(row, 5));
    expect(run(row, 5)).not.toEqual(run(row, 6));
  });

  test('draws whole clusters: two clusters have three possible means', () => {
    // clusters {1, 3} and {8}: ratios 4/2 = 2, 8/1 = 8, 12/3 = 4; the extreme ones have probability ¼ each
    const partition = partitionIntoClusters(['a', 'a', 'b']);
    const options = { rng: createRng(3), samples: 500, confidence: 0.9 };
    const { twoSided } = value(clusterBootstrap([1, 3, 8], [1, 1, 1], partition, options));
    expect(twoSided).toEqual({ lower: 2, upper: 8 });
  });

  test.each<[string, number[], string[]]>([
    ['one cluster', [1, 2], ['a', 'a']],
    ['NaN', [Number.NaN, 2], ['a', 'b']],
  ])('%s is not computable', (_, numerators, groups) => {
    const options = { rng: createRng(1), confidence: 0.95 };
    expect(clusterBootstrap(numerators, [1, 1], partitionIntoClusters(groups), options).computable).toBe(
      false,
    );
  });

  test('quantiles interpolate linearly', () => {
    // NumPy: np.quantile([1, 2, 4, 8], 0.5) = 3
    expect(sortedQuantile([1, 2, 4, 8], 0.5)).toBe(3);
    expect(() => sortedQuantile([], 0.5)).toThrow(RangeError);
  });
});
