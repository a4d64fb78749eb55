/** The part of the result document that holds judged metrics: the gate's own record of a decision, as a schema. */

import { z } from 'zod';
import { BETTER, METRIC_KINDS } from '../gate/metric.ts';
import type { MetricDecision } from '../gate/metric-decision.ts';
import { EXIT_CODES, OUTCOMES, RUN_OUTCOMES } from '../gate/outcome.ts';

export const shortText = z.string().max(1024);
export const name = z.string().min(1).max(256);
export const count = z.int().min(0);
const number = z.number();
const maybe = number.nullable();

const bounds = z.strictObject({ lower: number, upper: number });

export const check = z
  .strictObject({
    name,
    expected: shortText,
    actual: shortText,
    passed: z.boolean(),
    reason: z.string().max(4096),
  })
  .describe('One rule applied: what it wanted, what it found');

export const verdict = z.strictObject({
  outcome: z.enum(OUTCOMES),
  blocked: z.boolean(),
  exit_code: z.literal(EXIT_CODES),
});

export const runVerdict = z.strictObject({ ...verdict.shape, outcome: z.enum(RUN_OUTCOMES) });

export const metric = z
  .strictObject({
    name,
    kind: z
      .enum(METRIC_KINDS)
      .describe(
        'perplexity: all changes are differences of ln perplexity (nats a token); mean: plain differences',
      ),
    better: z.enum(BETTER).describe('Which way the values of both sides get better'),
    blocking: z.boolean().describe('false for an advisory metric, which decides nothing'),
    outcome: z.enum(OUTCOMES),
    base: maybe.describe('The baseline’s value'),
    candidate: maybe.describe('The candidate’s value'),
    margin: number.describe('The largest immaterial increase, on the scale of the estimate'),
    estimate: maybe.describe('Candidate minus baseline; worse is positive'),
    standard_error: maybe,
    bounds: bounds
      .nullable()
      .describe('One-sided bounds, each at the policy’s confidence: what the rule reads'),
    interval: bounds.nullable().describe('Two-sided interval at the policy’s confidence'),
    p_value: maybe.describe('One-sided, of no increase'),
    adjusted_p_value: maybe.describe('After Holm’s correction over the blocking metrics'),
    conversations: count,
    clusters: count.describe('Independent units: groups of conversations'),
    tokens: count.describe('Supervised tokens'),
    smallest_detectable_effect: maybe.describe('The true increase caught with probability 0.8'),
    recommended_clusters: count.nullable().describe('Clusters that make twice the margin detectable'),
    more_clusters_needed: count
      .nullable()
      .describe('To settle an inconclusive result; null when nothing would'),
    more_conversations_needed: count.nullable(),
    bootstrap: z
      .strictObject({ lower: number, upper: number, samples: count, seed: z.int(), agrees: z.boolean() })
      .nullable()
      .describe('The one-sided bounds by cluster bootstrap'),
    checks: z.array(check).max(20),
  })
  .refine((value) => (value.outcome === 'not_evaluated') === (value.estimate === null), {
    path: ['estimate'],
    message: 'expected an estimate exactly when the metric was evaluated',
  })
  .refine(
    (value) => value.outcome === 'not_evaluated' || (value.bounds !== null && value.interval !== null),
    {
      path: ['bounds'],
      message: 'expected bounds and an interval of an evaluated metric',
    },
  );

export type ResultMetric = z.output<typeof metric>;

/** The gate's record and the document's are one shape; this fails to compile when they drift apart. */
export function metricToResult(decision: MetricDecision): ResultMetric {
  return decision;
}
