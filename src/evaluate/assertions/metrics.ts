/**
 * What an assertion says as metrics for the gate: a drop of the pass rate against the baseline, and a lack of passes against
 * the wanted rate. Decides nothing.
 */

import type { MetricInput } from '../../gate/metric.ts';
import type { Differences } from '../../gate/pairing.ts';
import { dropMetric, leastMetric } from '../../report/result-assertions.ts';
import type { CheckedAssertion, CheckedPair } from './check-answers.ts';

const value = (passed: boolean) => (passed ? 1 : 0);

/** Share of the pairs where `side` passed; null of none. */
function passRate(pairs: readonly CheckedPair[], side: 'baseline' | 'candidate'): number | null {
  return pairs.length === 0 ? null : pairs.filter((pair) => pair[side].passed).length / pairs.length;
}

/** Worse is positive. */
export function assertionMetrics({
  assertion: { name, max_drop, min_pass_rate },
  pairs: checked,
}: CheckedAssertion): MetricInput[] {
  const pairs = checked ?? [];
  const differences = (of: (pair: CheckedPair) => number): Differences =>
    pairs.length === 0
      ? {
          unavailable: checked ? 'no test prompt was answered' : 'the policy of the base asks for no answers',
        }
      : pairs.map((pair) => ({ id: pair.id, group: pair.group, tokens: 1, difference: of(pair) }));
  const shared = { kind: 'mean', better: 'higher', blocking: true } as const;
  const candidate = passRate(pairs, 'candidate');
  return [
    {
      ...shared,
      name: dropMetric(name),
      base: passRate(pairs, 'baseline'),
      candidate,
      margin: max_drop,
      differences: differences((pair) => value(pair.baseline.passed) - value(pair.candidate.passed)),
    },
    {
      ...shared,
      name: leastMetric(name),
      base: min_pass_rate,
      candidate,
      margin: 0,
      differences: differences((pair) => min_pass_rate - value(pair.candidate.passed)),
    },
  ];
}
