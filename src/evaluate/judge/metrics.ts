/**
 * What the judge said as metrics for the gate, one for each limit of the policy. A judge without a vote is advisory, or not
 * evaluated where the policy requires it; more than 2 % without a verdict is not evaluated.
 */

import type { GatePolicy } from '../../config/schema.ts';
import type { MetricInput } from '../../gate/metric.ts';
import type { Differences } from '../../gate/pairing.ts';
import type { ResultJudge } from '../../report/result-judge.ts';
import { isUnsettled, WIN_RATE } from './calibration.ts';
import { pairedScores, pairPoints } from './summary.ts';

export const MOST_FAILED = 0.02;
const PARITY = 0.5;

interface Part {
  failed: number;
  votes: boolean;
}

/** Why a metric cannot be evaluated, or undefined. */
function hindrance(judge: ResultJudge, metric: string, part: Part, required: boolean): string | undefined {
  const { prompts, failures, canaries, reason } = judge;
  if (prompts === 0) return 'the judge saw no prompts';
  if (part.failed > MOST_FAILED * prompts) {
    const kinds = failures.map(({ kind, count, example }) => `${kind} ${count}× (${example})`);
    return `the judge gave no verdict on ${part.failed} of ${prompts} prompts, more than 2 %: ${kinds.join('; ')}`;
  }
  if (part.votes) return undefined;
  const own = canaries.by_metric.find((entry) => entry.metric === metric);
  if (own && isUnsettled(canaries, own)) return reason ?? 'the judge could not be tried';
  return required ? `the judge is required and has no vote: ${reason}` : undefined;
}

/** Metrics of the configured limits, worse being positive: a drop of the mean score, a lack of wins against one half. */
export function judgeMetrics(
  judge: ResultJudge,
  limits: GatePolicy['judge'],
  { required }: { required: boolean },
): MetricInput[] {
  const { win_rate: winRate, ...drops } = limits;
  const metric = (
    name: string,
    part: Part,
    differences: Differences,
    rest: Pick<MetricInput, 'base' | 'candidate' | 'margin'>,
  ): MetricInput => {
    const unavailable = hindrance(judge, name, part, required);
    return {
      name: `judge/${name}`,
      kind: 'mean',
      better: 'higher',
      ...rest,
      differences: unavailable === undefined ? differences : { unavailable },
      // Without a vote and without a hindrance it is shown and decides nothing.
      blocking: part.votes || unavailable !== undefined,
    };
  };
  const dimensions = Object.entries(drops).map(([name, limit]) => {
    const part = judge.dimensions.find((dimension) => dimension.name === name);
    if (!part) {
      return metric(
        name,
        { failed: 0, votes: true },
        { unavailable: 'the judge was not asked for it' },
        { base: null, candidate: null, margin: limit.max_drop },
      );
    }
    const differences = pairedScores(judge.items, name).map(({ id, group, baseline, candidate }) => ({
      id,
      group,
      tokens: 1,
      difference: baseline - candidate,
    }));
    const { baseline: base, candidate } = part;
    return metric(name, part, differences, { base, candidate, margin: limit.max_drop });
  });
  if (!winRate) return dimensions;
  const points = pairPoints(judge.items).map(({ id, group, points: won }) => ({
    id,
    group,
    tokens: 1,
    difference: PARITY - won,
  }));
  return [
    ...dimensions,
    metric(WIN_RATE, judge.win_rate, points, {
      base: PARITY,
      candidate: judge.win_rate.rate,
      margin: PARITY - winRate.min,
    }),
  ];
}

/** The same metrics where there is no verdict at all: not evaluated, each for `reason`. */
export function unjudgedMetrics(limits: GatePolicy['judge'], reason: string): MetricInput[] {
  const { win_rate: winRate, ...drops } = limits;
  const metric = (name: string, base: number | null, margin: number): MetricInput => ({
    name: `judge/${name}`,
    kind: 'mean',
    better: 'higher',
    base,
    candidate: null,
    margin,
    differences: { unavailable: reason },
    blocking: true,
  });
  return [
    ...Object.entries(drops).map(([name, { max_drop }]) => metric(name, null, max_drop)),
    ...(winRate ? [metric(WIN_RATE, PARITY, PARITY - winRate.min)] : []),
  ];
}

/** What a reader of the result has to be told, one a sentence. */
export function judgeWarnings(judge: ResultJudge): string[] {
  const warnings: string[] = [];
  if (judge.reason !== null) warnings.push(`judge: ${judge.reason}`);
  const worst = Math.max(judge.win_rate.failed, ...judge.dimensions.map(({ failed }) => failed));
  if (worst > 0)
    warnings.push(`judge: no verdict on ${worst} of ${judge.prompts} prompts; they are listed as failed`);
  return warnings;
}
