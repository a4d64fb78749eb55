/** The comment fits and stays inert whatever the result holds: a great many adapters, metrics and answers of hostile text. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMENT_LIMIT, COMMENT_MARKER, renderComment } from '../../src/report/markdown.ts';
import type { ResultSection } from '../../src/report/result-section.ts';
import { exampleAnswer, exampleFullSection } from './example-evidence.ts';
import { exampleJudge } from './example-judge.ts';
import { exampleResult } from './example-result.ts';

const HOSTILE = [
  '</details>',
  '<script>alert(1)</script>',
  '<!-- lora-gate:comment -->',
  '```\n',
  '~~~mermaid\n',
  '\n# heading\n',
  '| a | b |\n',
  '@everyone ',
  '#1 ',
  '![x](https://e.example/t.png)',
  '[x](javascript:alert(1))',
  'https://e.example www.e.example ',
  '<br>',
  '\u202e\u2066',
  '\u0000\u001b[31m',
  'e\u0301\u0301\u0301\u0301\u0301',
  '\ud800',
  '𝕏🏴',
  '漢字',
  '$$x$$',
  '&lt;img&gt;',
  '\\',
];

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

/** A full section in which every text that somebody else writes is `text`, made as long as `length`. */
function section(
  text: string,
  { length, answers, metrics }: { length: number; answers: number; metrics: number },
) {
  const long = (most: number) =>
    (text === '' ? '' : text.repeat(Math.ceil(length / text.length))).slice(0, Math.min(length, most));
  const one = exampleFullSection();
  const [metric] = one.metrics;
  const judge = exampleJudge();
  const reason = long(600);
  return {
    ...one,
    metrics: Array.from({ length: metrics }, (_, i) => ({ ...metric!, name: `${i}${long(200)}` })),
    answers: {
      max_new_tokens: 64,
      conversations: answers,
      items: Array.from({ length: answers }, (_, i) =>
        exampleAnswer(i + 1, {
          prompt: long(2000),
          reference: long(4000),
          baseline: `${long(7999)}.`,
          candidate: long(8000),
        }),
      ),
    },
    assertions: (one.assertions ?? []).map((each) => ({ ...each, example: long(1024) })),
    judge: {
      ...judge,
      model: long(1024),
      reason: long(1024),
      failures: [{ kind: 'unreadable' as const, count: 2, example: long(1024) }],
      items: Array.from({ length: answers }, (_, i) => ({
        id: `row-${i + 1}`,
        group: `row-${i + 1}`,
        baseline: { scores: { relevance: 5 }, reasons: { relevance: reason } },
        candidate: { scores: { relevance: i % 2 === 0 ? 1 : 5.5 }, reasons: { relevance: reason } },
        pairwise: {
          verdict: 'tie' as const,
          baseline_first: { preferred: 'tie' as const, reason },
          candidate_first: { failure: 'unreadable' as const, detail: reason },
        },
      })),
    },
    warnings: [long(4096)],
  } satisfies ResultSection;
}

const ALLOWED = /^<(\/?(code|details|summary|br)|!-- lora-gate:comment --)>$/;

function expectInert(text: string): void {
  expect(Buffer.byteLength(text)).toBeLessThan(COMMENT_LIMIT);
  expect(text.startsWith('### ❌ lora-gate: regression')).toBe(true);
  expect(text.endsWith(`${COMMENT_MARKER}\n`)).toBe(true);
  expect(text.split(COMMENT_MARKER)).toHaveLength(2);
  expect((text.match(/<[^>]*>/g) ?? []).filter((tag) => !ALLOWED.test(tag))).toEqual([]);
  expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  expect(text.match(/```(?!mermaid|\n)|~~~|@everyone|(?<!&)#1\b|\]\(|\$\$|https:\/\/e|www\.e/g)).toBeNull();
  expect(text).not.toMatch(/\p{Surrogate}/u);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that none of them is left is the point.
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/);
  const lines = text.split('\n');
  for (const [i, line] of lines.entries()) {
    if (!/^\| --- /.test(line)) continue;
    const cells = line.split('|').length;
    for (let at = i - 1; lines[at]?.startsWith('|'); at += 1)
      expect(lines[at]?.split('|')).toHaveLength(cells);
  }
}

describe('whatever the result holds', () => {
  test('the comment fits, verdict first and marker last, and nothing in it is markup of a stranger', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.record({
          length: fc.constantFrom(0, 40, 700, 8000),
          answers: fc.constantFrom(0, 3, 60),
          metrics: fc.constantFrom(1, 3, 100),
        }),
        fc.constantFrom(1, 2, 7, 60),
        (text, size, adapters) => {
          const one = section(text, size);
          const all = Array.from({ length: adapters }, (_, i) => ({
            ...one,
            name: `${i}${text}`.slice(0, 256),
          }));
          expectInert(renderComment({ ...exampleResult(all), warnings: [text] }));
        },
      ),
      { seed: 4, numRuns: 25 },
    );
  });

  test('a thousand adapters of a hundred metrics and two thousand answers of the worst text fit, too', () => {
    const one = section(HOSTILE.join(''), { length: 8000, answers: 2000, metrics: 100 });
    const all = Array.from({ length: 1000 }, (_, i) => ({ ...one, name: `${i}${'<&@|'.repeat(60)}` }));
    const text = renderComment({ ...exampleResult(all), removed_adapters: all.map(({ name }) => name) });
    expectInert(text);
    expect(text).toMatch(/more adapters in <code>result\.json<\/code>/);
  });

  test('a few adapters of plain text keep their answers', () => {
    const all = ['one', 'two', 'three'].map((name) => ({ ...exampleFullSection(), name }));
    const text = renderComment(exampleResult(all));
    expectInert(text);
    expect(text.match(/Answers side by side/g)).toHaveLength(3);
    expect(text).not.toContain('Shortened');
  });
});
