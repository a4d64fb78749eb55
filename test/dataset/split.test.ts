/** The division into training and test rows: complete, of the share asked for, and without anything of one side on the other. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/dataset/conversation.ts';
import { splitConversations } from '../../src/dataset/split.ts';
import { createRng } from '../../src/rng.ts';

const row = (line: number, prompt: string, answer: string, group = `row-${line}`): Conversation => ({
  id: `row-${line}`,
  messages: [
    { role: 'user', content: prompt },
    { role: 'assistant', content: answer },
  ],
  tags: [],
  group,
  file: 'all.jsonl',
  line,
});

const plain = (count: number) =>
  Array.from({ length: count }, (_, i) => row(i + 1, `question number ${i}`, `answer ${i}`));

describe('splitConversations', () => {
  it('keeps every row once, in the order of the file, at the share that is asked for', () => {
    const rows = plain(50);
    const { train, test, units, testUnits } = splitConversations(rows, 0.2, createRng(1));
    expect([train.length, test.length, units, testUnits]).toEqual([40, 10, 50, 10]);
    expect([...train, ...test].toSorted((a, b) => a.line - b.line)).toEqual(rows);
    expect(test).toEqual(test.toSorted((a, b) => a.line - b.line));
  });

  it('gives the same division at the same seed and another at another', () => {
    const rows = plain(50);
    const lines = (seed: number) =>
      splitConversations(rows, 0.2, createRng(seed)).test.map(({ line }) => line);
    expect(lines(3)).toEqual(lines(3));
    expect(lines(3)).not.toEqual(lines(4));
  });

  it('never parts rows of one group or with one prompt, however these chain', () => {
    const shapes = fc.array(fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 14 })), {
      minLength: 5,
      maxLength: 30,
    });
    fc.assert(
      fc.property(shapes, fc.integer({ min: 0, max: 1000 }), (chained, seed) => {
        const rows = [
          ...plain(20),
          ...chained.map(([prompt, group], i) =>
            row(100 + i, i % 2 ? `Ask ${prompt}!` : `ask  ${prompt}`, `reply ${i}`, `group-${group}`),
          ),
        ];
        const { train, test } = splitConversations(rows, 0.3, createRng(seed));
        const keys = (side: readonly Conversation[]) =>
          side.flatMap(({ group, messages }) => [
            group,
            (messages[0]?.content ?? '')
              .toLowerCase()
              .replace(/[^a-z0-9]+/g, ' ')
              .trim(),
          ]);
        const trained = new Set(keys(train));
        expect(keys(test).filter((key) => trained.has(key))).toEqual([]);
        expect(train.length + test.length).toBe(rows.length);
      }),
      { seed: 11, numRuns: 100 },
    );
  });

  it('never parts rows that are nearly the same under other prompts', () => {
    const long = 'the tide is high at nine in the morning and low again at a quarter past three';
    const rows = plain(30);
    const twins = [
      row(101, 'When is high water?', `${long}.`),
      row(102, 'When is high water, please?', `${long}!`),
    ];
    for (let seed = 0; seed < 20; seed += 1) {
      const { test } = splitConversations([...rows, ...twins], 0.3, createRng(seed));
      expect([0, 2]).toContain(twins.filter((twin) => test.includes(twin)).length);
    }
  });

  it('refuses what is too little for two sides, and says how much there is', () => {
    const grouped = plain(30).map((each, i) => ({ ...each, group: `group-${i % 4}` }));
    expect(() => splitConversations(grouped, 0.2, createRng(1))).toThrow(
      '30 conversations are 4 independent ones, expected at least 10',
    );
    expect(() => splitConversations(plain(12), 0.05, createRng(1))).toThrow('a test set of 1 of 12');
  });
});
