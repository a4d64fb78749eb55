/**
 * One metric judged: its estimate, the rule of the margin, and what a report wants to show of both. Pure. Knows nothing
 * of the other metrics: the corrected p-value is handed in.
 */

import { createRng } from '../rng.ts';
import { clusterBootstrap } from '../stats/cluster-bootstrap.ts';
import { partitionIntoClusters } from '../stats/clusters.ts';
import { meanEstimate } from '../stats/mean-estimate.ts';
import {
  cautiousSpread,
  clustersToDetect,
  moreClustersToSettle,
  smallestDetectableEffect,
} from '../stats/power.ts';
import { type ClusteredEstimate, ratioEstimate } from '../stats/ratio-estimate.ts';
import { type Bounds, oneSidedBounds, oneSidedPValue, twoSidedInterval } from '../stats/t-interval.ts';
import { type Better, formatChange, type MetricInput, type MetricKind } from './metric.ts';
import type { Outcome } from './outcome.ts';
import { isUnavailable, type PairedDifference } from './pairing.ts';

/** One rule applied: what it wanted, what it found. */
export interface Check {
  name: string;
  expected: string;
  actual: string;
  passed: boolean;
  reason: string;
}

/** One metric judged, in the names of the result document. All numbers are on the scale of the estimate. */
export interface MetricDecision {
  name: string;
  kind: MetricKind;
  better: Better;
  blocking: boolean;
  outcome: Outcome;
  base: number | null;
  candidate: number | null;
  margin: number;
  /** null from here on when not evaluated. */
  estimate: number | null;
  standard_error: number | null;
  /** One-sided bounds, each at the policy's confidence: what the rule reads. */
  bounds: Bounds | null;
  /** Two-sided interval at the policy's confidence: what is shown. */
  interval: Bounds | null;
  p_value: number | null;
  /** After Holm's correction over the blocking metrics. */
  adjusted_p_value: number | null;
  conversations: number;
  clusters: number;
  tokens: number;
  smallest_detectable_effect: number | null;
  /**
   * Clusters in all that make an increase of twice the margin detectable, the spread taken at its upper limit; null when no number
   * does.
   */
  recommended_clusters: number | null;
  /** How many more would settle an inconclusive result; null when it is settled or when no number does. */
  more_clusters_needed: number | null;
  more_conversations_needed: number | null;
  /** The same one-sided bounds by the cluster bootstrap, and whether they lead to the same outcome. */
  bootstrap: (Bounds & { samples: number; seed: number; agrees: boolean }) | null;
  checks: Check[];
}

/** A metric whose scores allow a decision. */
export interface Evaluated {
  metric: MetricInput;
  differences: readonly PairedDifference[];
  estimate: ClusteredEstimate;
  pValue: number;
}

/** A metric that cannot be decided, and why. */
export interface NotEvaluated {
  metric: MetricInput;
  reason: string;
}

/** The estimate of a metric, or the reason why there is none. */
export function evaluateMetric(metric: MetricInput): Evaluated | NotEvaluated {
  const { differences, base, candidate } = metric;
  const failed = (reason: string): NotEvaluated => ({ metric, reason });
  if (isUnavailable(differences)) return failed(differences.unavailable);
  if (!Number.isFinite(metric.margin)) return failed(`the margin is ${metric.margin}, not a finite number`);
  if (base === null) return failed('there is no baseline value');
  if (candidate === null) return failed('there is no candidate value');
  if (!Number.isFinite(base)) return failed(`the baseline is ${base}, not a finite number`);
  if (!Number.isFinite(candidate)) return failed(`the candidate is ${candidate}, not a finite number`);
  if (new Set(differences.map(({ id }) => id)).size !== differences.length) {
    return failed('a conversation is there twice');
  }
  const estimate = estimateOf(metric.kind, differences);
  if (!estimate.computable) return failed(estimate.reason);
  return { metric, differences, estimate, pValue: oneSidedPValue(estimate) };
}

function columnsOf(kind: MetricKind, differences: readonly PairedDifference[]) {
  return {
    values: Float64Array.from(differences, ({ difference }) => difference),
    weights: Float64Array.from(differences, ({ tokens }) => (kind === 'mean' ? 1 : tokens)),
    partition: partitionIntoClusters(differences.map(({ group }) => group)),
  };
}

function estimateOf(kind: MetricKind, differences: readonly PairedDifference[]) {
  const { values, weights, partition } = columnsOf(kind, differences);
  return kind === 'mean' ? meanEstimate(values, partition) : ratioEstimate(values, weights, partition);
}

/** The rule. `significant` says whether the increase is above zero at the (corrected) level. */
function outcomeOf(estimate: number, upper: number, margin: number, significant: boolean): Outcome {
  if (upper <= margin) return 'pass';
  if (estimate > margin && significant) return 'regression';
  return 'inconclusive';
}

/** The record of a metric that was not evaluated. */
export function unjudged({ metric, reason }: NotEvaluated): MetricDecision {
  const { name, kind, better = 'lower', blocking, margin, differences } = metric;
  const paired = isUnavailable(differences) ? [] : differences;
  const finite = (value: number | null) => (value !== null && Number.isFinite(value) ? value : null);
  return {
    name,
    kind,
    better,
    blocking,
    outcome: 'not_evaluated',
    base: finite(metric.base),
    candidate: finite(metric.candidate),
    margin: finite(margin) ?? 0,
    estimate: null,
    standard_error: null,
    bounds: null,
    interval: null,
    p_value: null,
    adjusted_p_value: null,
    conversations: paired.length,
    clusters: new Set(paired.map(({ group }) => group)).size,
    tokens: paired.reduce((sum, { tokens }) => sum + (Number.isFinite(tokens) ? tokens : 0), 0),
    smallest_detectable_effect: null,
    recommended_clusters: null,
    more_clusters_needed: null,
    more_conversations_needed: null,
    bootstrap: null,
    checks: [{ name: `${name}/evaluated`, expected: 'paired scores', actual: 'none', passed: false, reason }],
  };
}

const article = (noun: string) => (noun === 'increase' ? `an ${noun}` : `a ${noun}`);

function checksOf(metric: MetricInput, estimate: number, bounds: Bounds, outcome: Outcome): Check[] {
  const show = (value: number) => formatChange(metric.kind, value);
  const worsening = metric.better === 'higher' ? 'drop' : 'increase';
  const regressed = outcome === 'regression';
  const within = bounds.upper <= metric.margin;
  return [
    {
      name: `${metric.name}/no-regression`,
      expected: `not both an estimate above ${show(metric.margin)} and a lower bound above ${show(0)}`,
      actual: `estimate ${show(estimate)}, lower bound ${show(bounds.lower)}`,
      passed: !regressed,
      reason: regressed
        ? `the ${worsening} is larger than the margin and larger than chance explains`
        : `no ${worsening} that is both larger than the margin and larger than chance explains`,
    },
    {
      name: `${metric.name}/within-margin`,
      expected: `upper bound at most ${show(metric.margin)}`,
      actual: `upper bound ${show(bounds.upper)}`,
      passed: within,
      reason: within
        ? `${article(worsening)} above the margin is ruled out`
        : `${article(worsening)} above the margin is not ruled out`,
    },
  ];
}

/** How the bootstrap cross-check is drawn; 0 samples leave it out. */
export interface CrossCheck {
  samples: number;
  seed: number;
}

export interface Level {
  confidence: number;
  /** p-value after the correction over the blocking metrics; the plain one for an advisory metric. */
  adjusted: number;
  /** How many tests share the error rate. */
  family: number;
}

/** Applies the rule to one metric and writes down everything a report wants to show of it. */
export function judged(
  { metric, differences, estimate, pValue }: Evaluated,
  level: Level,
  { samples, seed }: CrossCheck,
): MetricDecision {
  const { name, kind, better = 'lower', blocking, margin } = metric;
  const { confidence, adjusted, family } = level;
  const bounds = oneSidedBounds(estimate, confidence);
  const significant = adjusted < 1 - confidence;
  // The strictest level of Holm's steps: what is caught there is caught at any.
  const strictest = 1 - (1 - confidence) / family;
  const outcome = outcomeOf(estimate.estimate, bounds.upper, margin, significant);
  const { values, weights, partition } = columnsOf(kind, differences);
  const drawn =
    samples > 0
      ? clusterBootstrap(values, weights, partition, { rng: createRng(seed), samples, confidence })
      : undefined;
  const resampled = drawn?.computable
    ? {
        ...drawn.oneSided,
        samples,
        seed,
        agrees:
          outcomeOf(
            estimate.estimate,
            drawn.oneSided.upper,
            margin,
            significant && drawn.oneSided.lower > 0,
          ) === outcome,
      }
    : null;
  const more =
    outcome === 'inconclusive'
      ? moreClustersToSettle(estimate, {
          margin,
          confidence: estimate.estimate > margin ? strictest : confidence,
        })
      : undefined;
  const decision: MetricDecision = {
    name,
    kind,
    better,
    blocking,
    outcome,
    base: metric.base,
    candidate: metric.candidate,
    margin,
    estimate: estimate.estimate,
    standard_error: estimate.standardError,
    bounds,
    interval: twoSidedInterval(estimate, confidence),
    p_value: pValue,
    adjusted_p_value: adjusted,
    conversations: differences.length,
    clusters: estimate.clusters,
    tokens: differences.reduce((sum, { tokens }) => sum + tokens, 0),
    smallest_detectable_effect: smallestDetectableEffect(estimate, { confidence: strictest, margin }),
    recommended_clusters:
      clustersToDetect(2 * margin, cautiousSpread(estimate), { confidence: strictest, margin }) ?? null,
    more_clusters_needed: more ?? null,
    more_conversations_needed:
      more === undefined ? null : Math.ceil((more * differences.length) / estimate.clusters),
    bootstrap: resampled,
    checks: checksOf(metric, estimate.estimate, bounds, outcome),
  };
  return decision;
}
