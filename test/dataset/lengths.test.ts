import { describe, expect, it } from 'vitest';
import { checkLengths, lengthStatistics } from '../../src/dataset/lengths.ts';
import { formatUserError, UserError } from '../../src/errors.ts';
import { tokenized } from './data.ts';

const ofLength = (tokens: number, line = 1) =>
  tokenized(Array(tokens).fill(7), [...Array(tokens - 1).fill(0), 1], line);

describe('checkLengths', () => {
  it('accepts a conversation of exactly max_length tokens', () => {
    expect(() => checkLengths([ofLength(8)], { max_length: 8 })).not.toThrow();
  });

  it('lists every conversation that is too long or has nothing to learn from', () => {
    const conversations = [
      ofLength(9, 1),
      ofLength(8, 2),
      tokenized([1, 2], [0, 0], 3),
      tokenized([1, 2], [1, 0], 4),
    ];
    let thrown: unknown;
    try {
      checkLengths(conversations, { max_length: 8 });
    } catch (error) {
      thrown = error;
    }
    expect(thrown instanceof UserError && formatUserError(thrown)).toMatchInlineSnapshot(`
      "error[dataset-length]: 3 problems in the lengths of the conversations
        rows.jsonl:1: 9 tokens, more than max_length 8: split the conversation or raise max_length
        rows.jsonl:3: no token to learn from after the chat template: check the assistant turns
        rows.jsonl:4: no token to learn from after the chat template: check the assistant turns
      hint: No conversation is skipped or cut: mend the rows listed or raise max_length."
    `);
  });
});

describe('lengthStatistics', () => {
  it('counts tokens, supervised tokens and assistant turns', () => {
    const statistics = lengthStatistics([
      tokenized([1, 2, 3, 4, 5, 6], [0, 0, 1, 1, 0, 1]),
      tokenized([1, 2, 3], [0, 0, 1]),
    ]);
    expect(statistics).toEqual({
      count: 2,
      min: 3,
      median: 4.5,
      p95: 5.85, // 3 + 0.95 × (6 − 3)
      max: 6,
      total_tokens: 9,
      supervised_tokens: 4,
      turns: 3,
    });
  });

  it('interpolates the percentiles as numpy does', () => {
    // np.quantile(np.arange(1, 101), [0.5, 0.95]) → 50.5, 95.05
    const statistics = lengthStatistics(Array.from({ length: 100 }, (_, i) => ofLength(i + 1)));
    expect(statistics.median).toBeCloseTo(50.5, 10);
    expect(statistics.p95).toBeCloseTo(95.05, 10);
  });

  it('is all zero for no conversations', () => {
    expect(new Set(Object.values(lengthStatistics([])))).toEqual(new Set([0]));
  });
});
