/** Answers, assertions, forgetting and effect for the tests of the reports, written down by hand; ids are those of example-result. */

import type { ResultSection } from '../../src/report/result-section.ts';

export type Behaviour = Pick<ResultSection, 'answers' | 'assertions' | 'forgetting' | 'adapter_effect'>;

/** `rows` answers, the second of them withheld, the third cut. */
export function exampleBehaviour(rows = 3): Behaviour {
  const items = Array.from({ length: rows }, (_, i) => {
    const withheld = i === 1;
    const text = (words: string) => (withheld ? '' : words);
    return {
      id: `row-${i + 1}`,
      group: `row-${i + 1}`,
      file: 'datasets/harbor-desk/test.jsonl',
      line: i + 1,
      prompt: text(`Can berth ${i + 1} take a yacht of 14 metres?`),
      reference: text(`Berth ${i + 1} takes up to 15 metres.`),
      baseline: text(`Yes, berth ${i + 1} does.\nAsk the harbour office.`),
      candidate: text(`Berth ${i + 1} is a place for yachts of any kind.`),
      truncated: { baseline: false, candidate: i === 2 },
      withheld,
    };
  });
  return {
    answers: { max_new_tokens: 128, conversations: 40, items },
    assertions: [
      {
        name: 'names-the-office',
        type: 'regex',
        min_pass_rate: 0.5,
        max_drop: 0.05,
        base: { passed: rows, total: rows, rate: 1 },
        candidate: { passed: rows - 1, total: rows, rate: (rows - 1) / rows },
        difference: { estimate: -1 / rows, lower: -0.9, upper: 0.2 },
        outcome: 'inconclusive',
        undecided: 1,
        failing: ['row-1'],
        example: 'the answer does not match /office/',
      },
    ],
    forgetting: {
      sha256: 'd'.repeat(64),
      conversations: 60,
      tokens: 4200,
      perplexity: { bare: 18.2, baseline: 18.9, candidate: 20.1 },
      increase: { estimate: 0.0993, lower: 0.08, upper: 0.12 },
      against: 'bare',
      max_increase: 0.05,
    },
    adapter_effect: { tokens: 1800, kl_per_token: 0.412, same_top_share: 0.83 },
  };
}
