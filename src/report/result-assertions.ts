/** The part of the result that holds the deterministic checks of the generated answers: counts, intervals, what failed. */

import { z } from 'zod';
import { ASSERTION_TYPES } from '../config/assertion-schema.ts';
import type { CheckedAssertion, CheckedPair } from '../evaluate/assertions/check-answers.ts';
import type { MetricDecision } from '../gate/metric-decision.ts';
import { OUTCOMES, worstOutcome } from '../gate/outcome.ts';
import { count, shortText } from './result-metric.ts';

const MOST_FAILING = 200;
const share = z.number().min(0).max(1);
const rate = z.strictObject({ passed: count, total: count, rate: share.nullable() });

export const assertions = z
  .array(
    z.strictObject({
      name: z.string().min(1).max(64),
      type: z.enum(ASSERTION_TYPES),
      min_pass_rate: share,
      max_drop: share.describe('Drop of the pass rate that does not matter'),
      base: rate,
      candidate: rate,
      difference: z
        .strictObject({ estimate: z.number(), lower: z.number(), upper: z.number() })
        .nullable()
        .describe('Pass rate of the candidate minus the baseline’s, with its two-sided interval'),
      outcome: z
        .enum(OUTCOMES)
        .describe('The graver of the metrics `assertions/<name>` and `…/min_pass_rate`'),
      undecided: count.describe('Answers that a check gave up on in time; they count as failed'),
      failing: z
        .array(z.string().min(1).max(1024))
        .max(MOST_FAILING)
        .describe('Test conversations whose candidate answer failed, the newly failing first'),
      example: shortText.nullable().describe('Why the first of them failed'),
    }),
  )
  .max(50)
  .nullable()
  .describe('Null where none are configured');

export type ResultAssertions = z.output<typeof assertions>;

/** Names of an assertion's two metrics: the drop against the baseline, and the lack against `min_pass_rate`. */
export const dropMetric = (name: string) => `assertions/${name}`;
export const leastMetric = (name: string) => `assertions/${name}/min_pass_rate`;

function rateOf(pairs: readonly CheckedPair[], side: 'baseline' | 'candidate') {
  const passed = pairs.filter((pair) => pair[side].passed).length;
  return { passed, total: pairs.length, rate: pairs.length === 0 ? null : passed / pairs.length };
}

/** `withheld` names rows, as `file:line`, whose text a report must not repeat, nor what follows from it. */
export function assertionsToResult(
  checked: readonly CheckedAssertion[],
  metrics: readonly MetricDecision[],
  withheld: ReadonlySet<string>,
): ResultAssertions {
  if (checked.length === 0) return null;
  return checked.map(({ assertion: { name, type, min_pass_rate, max_drop }, pairs: all }) => {
    const pairs = all ?? [];
    const own = metrics.filter((metric) => [dropMetric(name), leastMetric(name)].includes(metric.name));
    const drop = own.find((metric) => metric.name === dropMetric(name));
    const failed = pairs.filter(({ candidate }) => !candidate.passed);
    const failing = [
      ...failed.filter(({ baseline }) => baseline.passed),
      ...failed.filter(({ baseline }) => !baseline.passed),
    ];
    const shown = failing.find(({ place }) => !withheld.has(place));
    return {
      ...{ name, type, min_pass_rate, max_drop },
      base: rateOf(pairs, 'baseline'),
      candidate: rateOf(pairs, 'candidate'),
      // The metric counts a drop as positive.
      difference:
        drop?.interval && drop.estimate !== null
          ? { estimate: 0 - drop.estimate, lower: 0 - drop.interval.upper, upper: 0 - drop.interval.lower }
          : null,
      outcome: worstOutcome(own.map(({ outcome }) => outcome)) ?? 'not_evaluated',
      undecided: pairs.reduce(
        (sum, pair) => sum + Number(pair.baseline.undecided) + Number(pair.candidate.undecided),
        0,
      ),
      failing: failing.slice(0, MOST_FAILING).map(({ id }) => id),
      example: shown?.candidate.reason?.slice(0, 1024) ?? null,
    };
  });
}
