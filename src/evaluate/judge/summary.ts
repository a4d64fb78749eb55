/** From the judged items to their numbers: means and differences, win rate, flips, the pull of length. Pure; asks nobody. */

import type { FailureKind, ResultJudge, ResultJudgeItem } from '../../report/result-judge.ts';
import { FAILURE_KINDS } from '../../report/result-judge.ts';
import { partitionIntoClusters } from '../../stats/clusters.ts';
import { meanEstimate } from '../../stats/mean-estimate.ts';
import { twoSidedInterval } from '../../stats/t-interval.ts';
import { wilsonInterval } from '../../stats/wilson-interval.ts';
import { type Failure, isFailure, type JudgedExample } from './question.ts';

export interface PairedScore {
  id: string;
  group: string;
  baseline: number;
  candidate: number;
}

/** The prompts whose answers of both sides have a score of `dimension`. */
export function pairedScores(items: readonly ResultJudgeItem[], dimension: string): PairedScore[] {
  return items.flatMap(({ id, group, ...item }) => {
    if (isFailure(item.baseline) || isFailure(item.candidate)) return [];
    const [baseline, candidate] = [item.baseline.scores[dimension], item.candidate.scores[dimension]];
    return baseline === undefined || candidate === undefined ? [] : [{ id, group, baseline, candidate }];
  });
}

const POINTS = { candidate: 1, tie: 0.5, baseline: 0 } as const;

/** What each pair with a verdict is worth to the candidate: 1, ½ or 0. */
export function pairPoints(
  items: readonly ResultJudgeItem[],
): { id: string; group: string; points: number }[] {
  return items.flatMap(({ id, group, pairwise: { verdict } }) =>
    verdict === 'failed' ? [] : [{ id, group, points: POINTS[verdict] }],
  );
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Clustered t interval of a mean, null where it cannot be computed. */
function intervalOf(values: readonly number[], groups: readonly string[], confidence: number) {
  const estimate = meanEstimate(values, partitionIntoClusters(groups));
  return estimate.computable ? twoSidedInterval(estimate, confidence) : null;
}

export function dimensionSummary(
  items: readonly ResultJudgeItem[],
  name: string,
  confidence: number,
): Omit<ResultJudge['dimensions'][number], 'votes'> {
  const pairs = pairedScores(items, name);
  const differences = pairs.map(({ baseline, candidate }) => candidate - baseline);
  const groups = pairs.map(({ group }) => group);
  return {
    name,
    baseline: mean(pairs.map(({ baseline }) => baseline)),
    candidate: mean(pairs.map(({ candidate }) => candidate)),
    difference: mean(differences),
    interval: intervalOf(differences, groups, confidence),
    scored: pairs.length,
    failed: items.length - pairs.length,
  };
}

export function winRateSummary(
  items: readonly ResultJudgeItem[],
  confidence: number,
): Omit<ResultJudge['win_rate'], 'votes'> {
  const pairs = pairPoints(items);
  const points = pairs.map((pair) => pair.points);
  const of = (wanted: number) => points.filter((value) => value === wanted).length;
  const groups = pairs.map(({ group }) => group);
  const interval = intervalOf(points, groups, confidence);
  return {
    rate: mean(points),
    interval: interval && {
      lower: Math.max(0, interval.lower),
      upper: Math.min(1, interval.upper),
    },
    wins: of(POINTS.candidate),
    ties: of(POINTS.tie),
    losses: of(POINTS.baseline),
    failed: items.length - pairs.length,
  };
}

/** The share of pairs whose preference depends on which answer stood first; of equal answers nobody was asked. */
export function positionFlipRate(
  items: readonly ResultJudgeItem[],
  examples: readonly JudgedExample[],
): number | null {
  const equal = new Set(
    examples.filter(({ baseline, candidate }) => baseline === candidate).map(({ id }) => id),
  );
  const flips = items.flatMap(({ id, pairwise: { baseline_first: one, candidate_first: other } }) =>
    equal.has(id) || isFailure(one) || isFailure(other) ? [] : [one.preferred === other.preferred ? 0 : 1],
  );
  return mean(flips);
}

/** Pearson's r; null without spread on both sides. */
function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const [mx, my] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  if (mx === null || my === null) return null;
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - mx) * (y - my);
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
  }
  return xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : null;
}

export function lengthBias(
  items: readonly ResultJudgeItem[],
  examples: readonly JudgedExample[],
  confidence: number,
): ResultJudge['length_bias'] {
  const longer = new Map(
    examples.map(({ id, baseline, candidate }) => [id, candidate.length - baseline.length]),
  );
  const lengthOf = ({ id }: ResultJudgeItem) => longer.get(id) ?? 0;
  const decided = items.filter(
    (item) => ['baseline', 'candidate'].includes(item.pairwise.verdict) && lengthOf(item) !== 0,
  );
  const won = decided.filter((item) => (item.pairwise.verdict === 'candidate') === lengthOf(item) > 0).length;
  const interval = wilsonInterval(won, decided.length, confidence);
  const overall = items.flatMap((item): [number, number][] => {
    if (isFailure(item.baseline) || isFailure(item.candidate)) return [];
    const level = (scores: Readonly<Record<string, number>>) => mean(Object.values(scores)) ?? 0;
    return [[level(item.candidate.scores) - level(item.baseline.scores), lengthOf(item)]];
  });
  return {
    decided: decided.length,
    longer_won: won,
    rate: decided.length === 0 ? null : won / decided.length,
    interval: interval.computable ? { lower: interval.lower, upper: interval.upper } : null,
    correlation: correlation(overall),
  };
}

/** Every failure by its kind, with the words of the first. */
export function failureCounts(failures: readonly Failure[]): ResultJudge['failures'] {
  return FAILURE_KINDS.flatMap((kind: FailureKind) => {
    const of = failures.filter(({ failure }) => failure === kind);
    const [first] = of;
    return first ? [{ kind, count: of.length, example: first.detail.slice(0, 1024) }] : [];
  });
}
