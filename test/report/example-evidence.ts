/** What stands beside the scores in a result, written down by hand for the conversations of example-result.ts. */

import type { ResultSection } from '../../src/report/result-section.ts';
import { exampleJudge } from './example-judge.ts';
import { exampleSection, worse } from './example-result.ts';

type Answers = NonNullable<ResultSection['answers']>;

export function exampleAnswer(
  row: number,
  change: Partial<Answers['items'][number]> = {},
): Answers['items'][number] {
  return {
    id: `row-${row}`,
    group: `row-${row}`,
    file: 'datasets/harbor-desk/test.jsonl',
    line: row,
    prompt: `Can berth ${row} take a yacht of 14 metres?`,
    reference: `Berth ${row} takes up to 16 metres.\nShall I book it?`,
    baseline: `Yes, berth ${row} takes 16 metres.`,
    candidate: `Berth ${row} costs 90 a night.`,
    truncated: { baseline: false, candidate: true },
    withheld: false,
    ...change,
  };
}

export function exampleAnswers(): Answers {
  return { max_new_tokens: 64, conversations: 40, items: [1, 2, 3].map((row) => exampleAnswer(row)) };
}

export function exampleAssertions(): NonNullable<ResultSection['assertions']> {
  return [
    {
      name: 'names-the-berth',
      type: 'contains',
      min_pass_rate: 0.9,
      max_drop: 0.02,
      base: { passed: 39, total: 40, rate: 0.975 },
      candidate: { passed: 36, total: 40, rate: 0.9 },
      // From the paired table 0 gained, 3 lost.
      difference: { estimate: -0.075, lower: -0.16, upper: 0.011 },
      outcome: 'inconclusive',
      undecided: 1,
      failing: ['row-3', 'row-7', 'row-9', 'row-12'],
      example: 'expected "berth" in the answer',
    },
    {
      name: 'short',
      type: 'max-length',
      min_pass_rate: 1,
      max_drop: 0,
      base: { passed: 40, total: 40, rate: 1 },
      candidate: { passed: 40, total: 40, rate: 1 },
      difference: { estimate: 0, lower: 0, upper: 0 },
      outcome: 'pass',
      undecided: 0,
      failing: [],
      example: null,
    },
  ];
}

/** A section with every part that a result can have. */
export function exampleFullSection(): ResultSection {
  return {
    ...exampleSection({ change: worse, judge: exampleJudge() }),
    answers: exampleAnswers(),
    assertions: exampleAssertions(),
    forgetting: {
      sha256: 'e'.repeat(64),
      conversations: 20,
      tokens: 3000,
      perplexity: { bare: 20, baseline: 20.5, candidate: 21 },
      increase: { estimate: Math.log(21 / 20), lower: 0.04, upper: 0.06 },
      against: 'bare',
      max_increase: 0.05,
    },
    adapter_effect: { tokens: 1980, kl_per_token: 0.123, same_top_share: 0.85 },
    spot_check: {
      seed: 7,
      k: 3,
      votes: [
        { id: 'row-1', vote: 'baseline', judge: 'baseline' },
        { id: 'row-2', vote: 'candidate', judge: 'tie' },
      ],
      // Of two pairs one is equal; the marginals agree by chance in 1/4: κ = (1/2 − 1/4) / (3/4).
      agreement: 0.5,
      kappa: 1 / 3,
    },
  };
}
