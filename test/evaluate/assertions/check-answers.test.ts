/** Each kind of assertion on answers made for it, hostile ones among them; and what the gate makes of the counts. */

import { describe, expect, it } from 'vitest';
import { AssertionSchema } from '../../../src/config/assertion-schema.ts';
import type { Answer, ComparedAnswers } from '../../../src/evaluate/answers.ts';
import { checkAnswers } from '../../../src/evaluate/assertions/check-answers.ts';
import { assertionMetrics } from '../../../src/evaluate/assertions/metrics.ts';
import { decide } from '../../../src/gate/decide.ts';
import { assertionsToResult, assertions as resultSchema } from '../../../src/report/result-assertions.ts';

const answer = (text: string, tokens = 1): Answer => ({ text, tokens, truncated: false });

function items(
  count: number,
  answers: (n: number) => { baseline: string; candidate: string; reference?: string; group?: string },
): ComparedAnswers['items'] {
  return Array.from({ length: count }, (_, n) => {
    const { baseline, candidate, reference = '', group = `row-${n}` } = answers(n);
    return {
      prompt: { id: `row-${n}`, group, file: 'test.jsonl', line: n + 1, messages: [], reference },
      baseline: answer(baseline),
      candidate: answer(candidate),
    };
  });
}

const assertion = (more: object) => AssertionSchema.parse({ name: 'it', ...more });

function one(more: object, text: string, { tokens = 1, reference = '' } = {}) {
  const [item] = items(1, () => ({ baseline: text, candidate: text, reference }));
  const [pair] = checkAnswers(assertion(more), [{ ...item!, candidate: answer(text, tokens) }]);
  return pair!.candidate;
}

const passes = (more: object, text: string, about = {}) => one(more, text, about).passed;

describe('an assertion', () => {
  it('contains looks for the text, with capitals as they are unless told', () => {
    const wanted = { type: 'contains', text: 'Fair winds' };
    expect(passes(wanted, 'Aye. Fair winds.')).toBe(true);
    expect(one(wanted, 'Aye. fair winds.')).toEqual({
      passed: false,
      undecided: false,
      reason: 'does not contain "Fair winds"',
    });
    expect(passes({ ...wanted, ignore_case: true }, 'FAIR WINDS')).toBe(true);
    // The same letter, composed and not.
    expect(passes({ type: 'contains', text: 'caf\u00e9' }, 'cafe\u0301')).toBe(true);
  });

  it('not-contains fails where the text is', () => {
    const unwanted = { type: 'not-contains', text: 'as an AI' };
    expect(passes(unwanted, 'Aye.')).toBe(true);
    expect(one(unwanted, 'Well, as an AI I cannot').reason).toBe('contains "as an AI"');
    expect(passes(unwanted, 'AS AN AI')).toBe(true);
    expect(passes({ ...unwanted, ignore_case: true }, 'AS AN AI')).toBe(false);
  });

  it('regex matches anywhere, by code points', () => {
    expect(passes({ type: 'regex', pattern: '^Aye, .+\\.$' }, 'Aye, she lies here.')).toBe(true);
    expect(passes({ type: 'regex', pattern: '^Aye, .+\\.$' }, 'Aye, she lies\nhere.')).toBe(false);
    expect(passes({ type: 'regex', pattern: '^.$' }, '🚢')).toBe(true);
  });

  it('max-length counts code points, or the tokens that were generated', () => {
    expect(passes({ type: 'max-length', max: 2 }, '🚢🚢')).toBe(true);
    expect(one({ type: 'max-length', max: 2 }, 'abc').reason).toBe('3 characters, at most 2');
    expect(passes({ type: 'max-length', max: 7, unit: 'tokens' }, 'x'.repeat(100), { tokens: 7 })).toBe(true);
    expect(passes({ type: 'max-length', max: 7, unit: 'tokens' }, 'x', { tokens: 8 })).toBe(false);
  });

  it('json-schema wants one JSON document and nothing around it', () => {
    const schema = {
      type: 'object',
      properties: { quay: { type: 'string' }, when: { type: 'string', format: 'date' } },
      required: ['quay'],
    };
    const fits = { type: 'json-schema', schema };
    expect(passes(fits, ' {"quay": "north"}\n')).toBe(true);
    expect(one(fits, 'Sure! {"quay": "north"}').reason).toBe('is not JSON');
    expect(one(fits, '{"quay": 5}').reason).toBe('breaks the schema at #/properties/quay/type');
    expect(one(fits, '{}').reason).toBe('breaks the schema at #/required');
    expect(passes(fits, '{"quay": "north", "when": "2026-13-01"}')).toBe(false);
  });

  it('similarity holds the answer to its reference', () => {
    const near = { type: 'similarity', min_score: 0.8 };
    const reference = 'Aye, the Marten lies at the north quay.';
    expect(passes(near, reference, { reference })).toBe(true);
    expect(one(near, 'Nothing of the kind', { reference }).reason).toMatch(/^chrF2 0\.\d{3}, at least 0\.8$/);
  });
});

describe('a schema in the configuration', () => {
  const problem = (schema: object) =>
    AssertionSchema.safeParse({ name: 'it', type: 'json-schema', schema }).error?.issues[0]?.message;

  it('may refer to parts of itself and to nothing else', () => {
    expect(problem({ $ref: '#/$defs/quay', $defs: { quay: { type: 'string' } } })).toBeUndefined();
    expect(problem({ $ref: 'https://example.com/schema.json' })).toContain("can't resolve reference");
    expect(problem({ $ref: 'file:///etc/passwd' })).toContain("can't resolve reference");
  });

  it('is refused when it is none', () => {
    expect(problem({ type: 'text' })).toContain('expected a JSON Schema (draft 2020-12)');
    expect(problem({ typo: 1 })).toContain('unknown keyword');
    // Its answer is a promise, which would pass whatever the answer is.
    expect(problem({ $async: true, type: 'string' })).toContain('$async');
  });
});

const SLOW = { type: 'regex', pattern: '^(a+)+$' };
const hostile = `${'a'.repeat(60)}!`;

describe('a hostile answer', () => {
  it('to a slow pattern is given up on in time, and counts as failed', () => {
    const started = performance.now();
    expect(one(SLOW, hostile)).toEqual({
      passed: false,
      undecided: true,
      reason: 'the check took over 1000 ms',
    });
    // Both sides, a second each; seen: 2.0 s.
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it('to a slow pattern of a schema is given up on as well', () => {
    const schema = { type: 'string', pattern: '^(a+)+$' };
    expect(one({ type: 'json-schema', schema }, JSON.stringify(hostile)).undecided).toBe(true);
  });

  it('a hundred times takes no longer than the side may, and never the baseline’s time', () => {
    const started = performance.now();
    const pairs = checkAnswers(
      assertion(SLOW),
      items(100, () => ({ baseline: 'aaa', candidate: hostile })),
      { answer: 200, side: 2000, more: 5 },
    );
    // 2.5 s of the candidate's side; seen: 2.6 s. A hundred times 200 ms would be 20 s.
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(pairs.at(-1)!.candidate.reason).toBe('not checked: the answers before it took too long');
    expect(pairs.every(({ candidate }) => candidate.undecided && !candidate.passed)).toBe(true);
    expect(pairs.every(({ baseline }) => baseline.passed && !baseline.undecided)).toBe(true);
  });
});

const policy = { confidence: 0.95, on_inconclusive: 'warn', mode: 'enforce' } as const;

function decided(more: object, all: ComparedAnswers['items']) {
  const checked = { assertion: assertion(more), pairs: checkAnswers(assertion(more), all) };
  const decision = decide(assertionMetrics(checked), policy, { bootstrapSamples: 0 });
  const result = assertionsToResult([checked], decision.metrics, new Set(['test.jsonl:3']));
  expect(resultSchema.parse(result)).toEqual(result);
  return { decision, metrics: decision.metrics, result: result![0]! };
}

describe('the gate on assertions', () => {
  const wanted = { type: 'contains', text: 'Aye' };

  it('passes equal answers with a difference of exactly zero', () => {
    const all = items(40, () => ({ baseline: 'Aye', candidate: 'Aye' }));
    const { decision, metrics, result } = decided(wanted, all);
    expect(decision.outcome).toBe('pass');
    expect(metrics.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['assertions/it', 'pass'],
      ['assertions/it/min_pass_rate', 'pass'],
    ]);
    expect(result).toMatchObject({
      base: { passed: 40, total: 40, rate: 1 },
      candidate: { passed: 40, total: 40, rate: 1 },
      difference: { estimate: 0, lower: 0, upper: 0 },
      outcome: 'pass',
      undecided: 0,
      failing: [],
      example: null,
    });
  });

  it('blocks a drop beyond the margin and chance, and names what fails, the newly failing first', () => {
    // Row 0 failed before as well; a quarter of the others are new.
    const all = items(40, (n) => ({
      baseline: n === 0 ? 'No' : 'Aye',
      candidate: n % 4 === 0 || n === 2 ? 'No' : 'Aye',
    }));
    const { decision, result } = decided({ ...wanted, min_pass_rate: 0.5 }, all);
    expect(decision).toMatchObject({ outcome: 'regression', blocked: true });
    expect(result.outcome).toBe('regression');
    // 39 of 40 passed, 29 of 40 do: 10/40 less.
    expect(result.difference!.estimate).toBeCloseTo(-0.25, 12);
    expect(result.difference!.upper).toBeLessThan(0);
    expect(result.failing.slice(0, 2)).toEqual(['row-2', 'row-4']);
    expect(result.failing.at(-1)).toBe('row-0');
    expect(result.example).toBe('does not contain "Aye"');
  });

  it('blocks a rate below the wanted one even without a drop', () => {
    const all = items(40, (n) => ({ baseline: n < 30 ? 'Aye' : 'No', candidate: n < 30 ? 'Aye' : 'No' }));
    const { metrics } = decided({ ...wanted, min_pass_rate: 0.95 }, all);
    expect(metrics.map(({ outcome }) => outcome)).toEqual(['pass', 'regression']);
    // 0.95 − 30/40
    expect(metrics[1]!.estimate).toBeCloseTo(0.2, 12);
  });

  it('takes prompts of one group as one observation', () => {
    const grouped = (size: number) =>
      items(40, (n) => ({
        baseline: 'Aye',
        candidate: n < 4 ? 'No' : 'Aye',
        group: `group-${Math.floor(n / size)}`,
      }));
    const [alone, together] = [1, 4].map((size) => decided(wanted, grouped(size)).metrics[0]!);
    expect([alone!.clusters, together!.clusters]).toEqual([40, 10]);
    expect(together!.standard_error).toBeGreaterThan(1.5 * alone!.standard_error!);
  });

  it('does not evaluate without answers, and that is no pass', () => {
    const none = { assertion: assertion(wanted), pairs: null };
    const decision = decide(assertionMetrics(none), policy);
    expect(decision).toMatchObject({ outcome: 'not_evaluated', blocked: true });
    expect(assertionsToResult([none], decision.metrics, new Set())![0]).toMatchObject({
      outcome: 'not_evaluated',
      difference: null,
      candidate: { passed: 0, total: 0, rate: null },
    });
  });

  it('says nothing of why a withheld row failed', () => {
    const all = items(4, (n) => ({ baseline: 'Aye', candidate: n === 2 ? 'No' : 'Aye' }));
    expect(decided(wanted, all).result).toMatchObject({ failing: ['row-2'], example: null });
  });
});
