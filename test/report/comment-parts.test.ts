/** The parts of the comment that stand beside the scores: judge, assertions, general text, answers, spot check, data. */

import { describe, expect, test } from 'vitest';
import { answersPart } from '../../src/report/comment-answers.ts';
import { assertionsPart } from '../../src/report/comment-assertions.ts';
import { forgettingPart } from '../../src/report/comment-forgetting.ts';
import { judgePart } from '../../src/report/comment-judge.ts';
import { advice } from '../../src/report/comment-metrics.ts';
import { spotCheckPart } from '../../src/report/comment-spot-check.ts';
import { renderComment } from '../../src/report/markdown.ts';
import type { ResultSection } from '../../src/report/result-section.ts';
import { exampleAnswer, exampleAnswers, exampleFullSection } from './example-evidence.ts';
import { exampleJudge } from './example-judge.ts';
import { exampleResult, exampleSection } from './example-result.ts';

const LIMITS = { examples: 3, answerCharacters: 600 };
const section = (change: Partial<ResultSection> = {}): ResultSection => ({
  ...exampleFullSection(),
  ...change,
});
const judge = (change = {}) => judgePart(section({ judge: exampleJudge(change) })).source;
const answers = (change: Partial<ResultSection>, limits = LIMITS) =>
  answersPart(section(change), limits).source;

describe('the judge', () => {
  test('is told with each dimension, the win rate, its canaries, its errors and its cost', () => {
    expect(judge()).toMatchInlineSnapshot(`
      "<details><summary>Judge: lfm-40b, 3 prompts, scale 1 to 5, votes</summary>

      | Dimension | Base | Candidate | Δ [95 % CI] | Prompts | Vote |
      | --- | --- | --- | --- | --- | --- |
      | relevance | 4.50 | 3.00 | −1.50 &#91;−7.85 to +4.85&#93; | 2 of 3 | votes |

      **Win rate of the candidate** 25 % &#91;0 % to 100 %&#93;: 0 won, 1 tied, 1 lost, 1 without a verdict; votes.

      - Canaries: 87.5 % of 8 right, 80 % needed (shuffled 4 of 4, instruction 3 of 4)
      - Order: 50 % of the pairs turn with the order of the answers, and count as ties
      - Repeats: the same answer 3 of 4 times (75 %)
      - Length: the longer answer won 0 of 1 (0 % &#91;0 % to 79.3 %&#93;)
      - Replies that were no verdict: 10 %
      - Failures: unreadable 2× (no JSON in the reply)
      - Cost: 40 requests, 2 known already, 12,000 + 900 tokens, 0.0200 by the configured prices, 31.0 s

      </details>"
    `);
  });

  test('that failed its canaries is said to be advisory, and why, at each metric', () => {
    const { canaries, win_rate, dimensions } = exampleJudge();
    const text = judge({
      advisory: true,
      reason: 'the judge has to get 80 % of its canaries right',
      dimensions: dimensions.map((each) => ({ ...each, votes: false })),
      win_rate: { ...win_rate, votes: false },
      canaries: {
        ...canaries,
        passed: false,
        by_metric: [{ metric: 'relevance', right: 4, wrong: 3, failed: 1, accuracy: 0.5, passed: false }],
      },
    });
    expect(text).toContain('advisory: 50 % of its canaries right, 1 without a reply |');
    expect(text).toContain('without a verdict; advisory: no canaries.');
    expect(text).toContain('No vote where it says so: the judge has to get 80 % of its canaries right');
    expect(text).toContain('advisory where it failed its canaries</summary>');
  });

  test('without numbers has dashes and no invented ones', () => {
    const text = judge({
      dimensions: [
        {
          ...exampleJudge().dimensions[0],
          baseline: null,
          candidate: null,
          difference: null,
          interval: null,
        },
      ],
      position_flip_rate: null,
      parse_failure_rate: null,
      repeat_agreement: { asked: 0, agreed: 0, rate: null },
      length_bias: { decided: 0, longer_won: 0, rate: null, interval: null, correlation: null },
    });
    expect(text).toContain('| relevance | — | — | — |');
    expect(text).toContain('Order: — of the pairs');
    expect(text).not.toMatch(/NaN|null|undefined/);
  });

  test('is left out where there is none', () => {
    expect(judgePart(exampleSection()).source).toBe('');
  });
});

describe('the assertions', () => {
  test('show rates, the change, what was wanted, and which answers fail, by file and line', () => {
    expect(assertionsPart(section(), { failing: 2 }).source).toMatchInlineSnapshot(`
      "<details><summary>Assertions: 1 of 2 pass</summary>

      | Assertion | Base | Candidate | Δ points [95 % CI] | Wanted | Outcome |
      | --- | --- | --- | --- | --- | --- |
      | names-the-berth (contains) | 97.5 % (39 of 40) | 90 % (36 of 40) | −7.5 [−16.0 to +1.1] | 90 % or more, drop 2 % at most | ⚠️ inconclusive |
      | short (max-length) | 100 % (40 of 40) | 100 % (40 of 40) | 0.0 [0.0 to 0.0] | 100 % or more, drop 0 % at most | ✅ pass |

      - **names-the-berth** fails for 4 answers of the candidate, 1 of them not decided in time, the newly failing first: <code>row-3</code> at <code>datasets/harbor-desk/test.jsonl:3</code>, <code>row-7</code> at <code>datasets/harbor-desk/test.jsonl:7</code>, 2 more. The first one: expected "berth" in the answer

      </details>"
    `);
  });

  test('an answer that no conversation has is named without a place', () => {
    const [first] = section().assertions ?? [];
    const part = assertionsPart(section({ assertions: [{ ...first!, failing: ['gone'] }] }), { failing: 5 });
    expect(part.source).toContain('<code>gone</code>, 3 more. The first one');
  });

  test('are left out where none are configured', () => {
    expect(assertionsPart(exampleSection(), { failing: 5 }).source).toBe('');
  });
});

describe('general text and the adapter’s effect', () => {
  test('are a line each', () => {
    expect(forgettingPart(section()).source.split('\n')).toEqual([
      '**General text** (20 texts, 3,000 tokens that have nothing to do with this adapter): perplexity 20.00 without an adapter, 20.50 baseline, 21.00 candidate, +5.00 % over the bare model (95 % CI +4.08 % to +6.18 %); 5 % is allowed.',
      '**What the adapter changes**, over 1,980 tokens of the test set: the next token’s distribution by 0.123 nats (KL from the bare model), the likeliest token in 15 % of the places.',
    ]);
  });

  test('say when it is the further increase that counts', () => {
    const { forgetting } = section();
    const part = forgettingPart(section({ forgetting: { ...forgetting!, against: 'baseline' } }));
    expect(part.source).toContain(
      '5 % is allowed, and since the baseline is above that already, 1 % more than it.',
    );
  });
});

describe('what to do about forgetting', () => {
  const comment = (outcome: 'regression' | 'inconclusive') => {
    const [perplexity] = section().metrics;
    return advice(
      { ...section(), metrics: [{ ...perplexity!, name: 'forgetting', margin: Math.log(1.05), outcome }] },
      5,
    ).source;
  };

  test('is to train more gently, and not to look for test conversations', () => {
    expect(comment('regression')).toContain(
      '**forgetting**: general texts became less likely by more than +5.00 %, and by more than chance explains. Train more gently',
    );
    expect(comment('inconclusive')).toContain(
      'the general texts are too few to say whether they became less likely by more than +5.00 %.',
    );
    for (const outcome of ['regression', 'inconclusive'] as const)
      expect(comment(outcome)).not.toMatch(/test set|conversations that got worst/);
  });
});

describe('the spot check', () => {
  test('is a line with the votes, the agreement and κ', () => {
    expect(spotCheckPart(section()).source).toBe(
      '**Spot check**, a person’s blind choice on 2 of 3 conversations: baseline 1, candidate 1, tie 0; the judge agrees in 50 % of 2 (Cohen’s κ 0.33).',
    );
  });

  test('without a judge’s verdicts says so', () => {
    const votes = [{ id: 'row-1', vote: 'tie' as const, judge: null }];
    const part = spotCheckPart(
      section({ spot_check: { seed: 7, k: 1, votes, agreement: null, kappa: null } }),
    );
    expect(part.source).toContain('the judge has no verdict on any of them.');
  });
});

describe('the answers', () => {
  test('stand side by side, the worst by the judge first, with its reasons', () => {
    const text = answers({});
    const order = [...text.matchAll(/\*\*(Worse|Better|row-\d+)\*\*/g)].map(([, name]) => name);
    // row-1: the baseline preferred (−1), one point lower; row-2: a tie, two points lower; row-3: no verdict at all.
    expect(order).toEqual(['Worse', 'row-1', 'row-2']);
    expect(text).toContain('| Baseline: relevance 4 | Candidate: relevance 2 |\n| --- | --- |');
    expect(text).toContain('| Yes, berth 1 takes 16 metres. | Berth 1 costs 90 a night. (cut off by');
    expect(text).toContain('Reference: Berth 1 takes up to 16 metres.<br>Shall I book it?');
    expect(text).toContain('The judge prefers the baseline: “it names the berth” · “the other one');
  });

  test('without a judge are ranked by the change in NLL', () => {
    // better than before on odd rows, worse on even ones
    const conversations = section().conversations.map((row, i) => ({
      ...row,
      candidate: (row.base ?? 0) + (i % 2 === 0 ? -i - 1 : i + 1) * row.tokens,
    }));
    const text = answers({ judge: null, conversations });
    const order = [...text.matchAll(/\*\*(Worse|Better|row-\d+)\*\*/g)].map(([, name]) => name);
    expect(order).toEqual(['Worse', 'row-2', 'Better', 'row-3', 'row-1']);
    expect(text).not.toContain('The judge');
  });

  test('of a row with a secret are not repeated, nor what the judge says of them', () => {
    const items = [
      exampleAnswer(1, { withheld: true, prompt: '', reference: '', baseline: '', candidate: '' }),
    ];
    const text = answers({ answers: { ...exampleAnswers(), items } });
    expect(text).toContain('The texts are withheld');
    expect(text).toContain('The judge prefers the baseline');
    expect(text).not.toContain('it names the berth');
  });

  test('are cut to their length and a few lines; of a long prompt the end is shown', () => {
    const prompt = `${'begin '.repeat(500)}the question`;
    const items = [exampleAnswer(1, { prompt, candidate: 'verse\n'.repeat(400) })];
    const text = answers({ answers: { ...exampleAnswers(), items } }, { examples: 1, answerCharacters: 100 });
    expect(text).toMatch(/Prompt: …[a-z ]*the question\n/);
    expect((text.match(/verse/g) ?? []).length).toBeLessThanOrEqual(15);
    expect(text.length).toBeLessThan(1500);
  });

  test('that are the same on both sides are no example', () => {
    const items = [exampleAnswer(1, { candidate: 'same', baseline: 'same' })];
    expect(answers({ answers: { ...exampleAnswers(), items } })).toContain(
      'Both models give the same answers',
    );
  });
});

test('lengths, turns and languages are shown from base to head', () => {
  const full = section();
  full.data_checks.distributions.head.turns = [150, 20, 8];
  full.data_checks.distributions.head.languages = [
    { language: 'en', conversations: 160 },
    { language: 'de', conversations: 18 },
  ];
  const text = renderComment(exampleResult([full]));
  expect(text).toContain('| base | 160 | 210, 95 % to 480 | 120, 95 % to 300 | 1: 100 % | en 100 % |');
  expect(text).toContain(
    '| head | 178 | 210, 95 % to 480 | 120, 95 % to 300 | 1: 84 %, 2: 11 %, 3 or more: 4 % | en 90 %, de 10 % |',
  );
});
