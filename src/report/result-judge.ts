/**
 * The part of the result that holds what the judge said, and what is known of the judge: its canaries, its flips, its
 * failures. Failures are entries of their own kind here, neither scores nor gaps.
 */

import { z } from 'zod';
import { CORRUPTIONS } from '../config/judge-schema.ts';
import { count, name, shortText } from './result-metric.ts';

const MOST_ITEMS = 100_000;
const MOST_DIMENSIONS = 16;

const share = z.number().min(0).max(1).nullable().describe('null where there was nothing to count');
const value = z.number().nullable();
const interval = z.strictObject({ lower: z.number(), upper: z.number() }).nullable();
const reason = z.string().max(600).describe('Written by the judge: hostile text');

export const CANARY_KINDS = [...CORRUPTIONS, 'instruction'] as const;
export const FAILURE_KINDS = ['unreadable', 'refused', 'unreachable', 'rejected', 'spend_cap'] as const;

const tally = { right: count, wrong: count, failed: count };

const failure = z.strictObject({ failure: z.enum(FAILURE_KINDS), detail: shortText });
const scores = z.strictObject({
  scores: z.record(name, z.number()),
  reasons: z.record(name, reason),
});
const scored = z.union([scores, failure]);
const PREFERENCES = ['baseline', 'candidate', 'tie'] as const;
const preference = z.union([z.strictObject({ preferred: z.enum(PREFERENCES), reason }), failure]);

const item = z.strictObject({
  id: z.string().min(1).max(1024),
  group: z.string().min(1).max(1024),
  baseline: scored,
  candidate: scored,
  pairwise: z.strictObject({
    verdict: z
      .enum([...PREFERENCES, 'failed'])
      .describe('tie where the two orders disagree, failed where either gave no verdict'),
    baseline_first: preference,
    candidate_first: preference,
  }),
});

const dimension = z.strictObject({
  name,
  baseline: value.describe('Mean over the prompts whose answers of both sides were scored'),
  candidate: value,
  difference: value.describe('Candidate minus baseline'),
  interval: interval.describe('Two-sided, at the policy’s confidence, clustered by group'),
  scored: count,
  failed: count.describe('Prompts without a score for one of the answers'),
  votes: z.boolean().describe('Whether the judge’s canaries of this dimension passed'),
});

const winRate = z.strictObject({
  rate: share.describe('Wins and half the ties, of the candidate'),
  interval: interval.describe('Two-sided, at the policy’s confidence, clustered by group'),
  wins: count,
  ties: count,
  losses: count,
  failed: count,
  votes: z.boolean(),
});

const canaries = z.strictObject({
  asked: count,
  threshold: z.number().min(0).max(1),
  accuracy: share.describe('A canary without a verdict counts as wrong'),
  passed: z.boolean(),
  by_kind: z.array(z.strictObject({ kind: z.enum(CANARY_KINDS), ...tally })).max(CANARY_KINDS.length),
  by_metric: z
    .array(z.strictObject({ metric: name, ...tally, accuracy: share, passed: z.boolean() }))
    .max(MOST_DIMENSIONS + 1),
});

export const judge = z.strictObject({
  provider: z.enum(['openai-compatible', 'local']),
  model: shortText,
  scale: z.strictObject({ lowest: z.number(), highest: z.number() }),
  prompts: count.describe('Test prompts that were judged'),
  dimensions: z.array(dimension).max(MOST_DIMENSIONS),
  win_rate: winRate,
  canaries,
  position_flip_rate: share.describe('Pairs whose verdict changed with the order of the answers'),
  parse_failure_rate: share.describe('Replies that were no verdict, of all replies in this run'),
  length_bias: z.strictObject({
    decided: count.describe('Pairs with a winner, and answers of different length'),
    longer_won: count,
    rate: share,
    interval: interval.describe('Wilson, two-sided'),
    correlation: value.describe('Of the difference of the mean scores with that of the lengths (Pearson)'),
  }),
  repeat_agreement: z.strictObject({ asked: count, agreed: count, rate: share }),
  advisory: z.boolean().describe('Whether any of its metrics has no vote'),
  reason: shortText.nullable().describe('Why a metric has no vote, or was not evaluated'),
  failures: z
    .array(z.strictObject({ kind: z.enum(FAILURE_KINDS), count, example: shortText }))
    .max(FAILURE_KINDS.length),
  cost: z.strictObject({
    requests: count.describe('Sent in this run, repeated ones among them'),
    cached: count.describe('Verdicts that an earlier run had already'),
    prompt_tokens: count,
    completion_tokens: count,
    spend: z.number().min(0).nullable().describe('By the prices of the configuration; null without prices'),
    seconds: z.number().min(0),
  }),
  items: z.array(item).max(MOST_ITEMS),
});

export type ResultJudge = z.output<typeof judge>;
export type ResultJudgeItem = z.output<typeof item>;
export type CanaryKind = (typeof CANARY_KINDS)[number];
export type FailureKind = (typeof FAILURE_KINDS)[number];
export type Preference = (typeof PREFERENCES)[number];

/** The verdicts of `withheld` ids without the judge's words, which may repeat those of the answers. */
export function withoutWords(result: ResultJudge, withheld: ReadonlySet<string>): ResultJudge {
  const scoresOnly = (entry: ResultJudgeItem['baseline']) =>
    'scores' in entry ? { ...entry, reasons: {} } : { ...entry, detail: 'withheld' };
  const preferenceOnly = (entry: ResultJudgeItem['pairwise']['baseline_first']) =>
    'preferred' in entry ? { ...entry, reason: '' } : { ...entry, detail: 'withheld' };
  const items = result.items.map((item) => {
    if (!withheld.has(item.id)) return item;
    const { verdict, baseline_first, candidate_first } = item.pairwise;
    return {
      ...item,
      baseline: scoresOnly(item.baseline),
      candidate: scoresOnly(item.candidate),
      pairwise: {
        verdict,
        baseline_first: preferenceOnly(baseline_first),
        candidate_first: preferenceOnly(candidate_first),
      },
    };
  });
  return { ...result, items };
}
