/** A judge's part of a result, written down by hand: the numbers follow from the three items. */

import type { ResultJudge } from '../../src/report/result-judge.ts';

const scored = (score: number, reason = 'to the point') => ({
  scores: { relevance: score },
  reasons: { relevance: reason },
});
const preferred = (side: 'baseline' | 'candidate' | 'tie', reason = 'it names the berth') => ({
  preferred: side,
  reason,
});

export function exampleJudge(change: Partial<ResultJudge> = {}): ResultJudge {
  return {
    provider: 'openai-compatible',
    model: 'lfm-40b',
    scale: { lowest: 1, highest: 5 },
    prompts: 3,
    dimensions: [
      {
        name: 'relevance',
        baseline: 4.5,
        candidate: 3,
        difference: -1.5,
        // d = −1 and −2 in two groups: se = 0.5, t(0.975, 1) = 12.706.
        interval: { lower: -7.853, upper: 4.853 },
        scored: 2,
        failed: 1,
        votes: true,
      },
    ],
    win_rate: {
      rate: 0.25,
      interval: { lower: 0, upper: 1 },
      wins: 0,
      ties: 1,
      losses: 1,
      failed: 1,
      votes: true,
    },
    canaries: {
      asked: 8,
      threshold: 0.8,
      accuracy: 0.875,
      passed: true,
      by_kind: [
        { kind: 'shuffled', right: 4, wrong: 0, failed: 0 },
        { kind: 'instruction', right: 3, wrong: 1, failed: 0 },
      ],
      by_metric: [
        { metric: 'relevance', right: 7, wrong: 1, failed: 0, accuracy: 0.875, passed: true },
        { metric: 'win_rate', right: 8, wrong: 0, failed: 0, accuracy: 1, passed: true },
      ],
    },
    position_flip_rate: 0.5,
    parse_failure_rate: 0.1,
    length_bias: {
      decided: 1,
      longer_won: 0,
      rate: 0,
      interval: { lower: 0, upper: 0.793 },
      correlation: null,
    },
    repeat_agreement: { asked: 4, agreed: 3, rate: 0.75 },
    advisory: false,
    reason: null,
    failures: [{ kind: 'unreadable', count: 2, example: 'no JSON in the reply' }],
    cost: {
      requests: 40,
      cached: 2,
      prompt_tokens: 12_000,
      completion_tokens: 900,
      spend: 0.02,
      seconds: 31,
    },
    items: [
      {
        id: 'row-1',
        group: 'row-1',
        baseline: scored(5),
        candidate: scored(4),
        pairwise: {
          verdict: 'baseline',
          baseline_first: preferred('baseline'),
          candidate_first: preferred('baseline', 'the other one invents a price'),
        },
      },
      {
        id: 'row-2',
        group: 'row-2',
        baseline: scored(4),
        candidate: scored(2, 'it does not answer'),
        pairwise: {
          verdict: 'tie',
          baseline_first: preferred('baseline'),
          candidate_first: preferred('candidate'),
        },
      },
      {
        id: 'row-3',
        group: 'row-3',
        baseline: scored(4),
        candidate: { failure: 'unreadable', detail: 'no JSON in the reply' },
        pairwise: {
          verdict: 'failed',
          baseline_first: preferred('tie'),
          candidate_first: { failure: 'unreadable', detail: 'no JSON in the reply' },
        },
      },
    ],
    ...change,
  };
}
