/** Waivers in the result, in the comment and on the page; what a result from a stranger's job claims of them is not believed. */

import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { applyWaivers } from '../../src/report/apply-waivers.ts';
import { renderReport } from '../../src/report/html/report.ts';
import { COMMENT_LIMIT, renderComment } from '../../src/report/markdown.ts';
import { parseResult, type Result } from '../../src/report/result.ts';
import type { ResultSection } from '../../src/report/result-section.ts';
import type { ResultWaiver } from '../../src/report/result-waivers.ts';
import { BASE_SHA, better, exampleResult, exampleSection, HEAD_SHA, worse } from './example-result.ts';

const waiver = (change: Partial<ResultWaiver> = {}): ResultWaiver => ({
  metric: 'perplexity',
  reason: 'the old test set is wrong about berth 12',
  by: 'maria',
  at: '2026-01-02T04:00:00.000Z',
  url: 'https://github.example/harbor/desk/pull/12#issuecomment-7',
  head_sha: HEAD_SHA,
  ...change,
});

const regressed = () => exampleResult([exampleSection({ change: worse })]);
const reread = (result: Result) => parseResult(JSON.stringify(result), { file: 'result.json' });
const problems = (result: Result): string => {
  try {
    reread(result);
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown.problems.join('\n');
    throw thrown;
  }
  return '';
};

function blockedByData(...checks: ('leakage' | 'secrets')[]): ResultSection {
  const section = exampleSection();
  const counts = checks.map((check) => ({ check, severity: 'error' as const, found: 1, brought_in: 1 }));
  return {
    ...section,
    verdict: { outcome: 'not_evaluated', blocked: true, exit_code: 3 },
    metrics: [],
    data_checks: { ...section.data_checks, counts, blocking: checks.length },
  };
}

describe('a waiver applied', () => {
  test('unblocks, keeps the outcome, and is in a document that readers accept', () => {
    const result = applyWaivers(regressed(), [waiver()]);
    expect(result.verdict).toEqual({ outcome: 'regression', blocked: false, exit_code: 0 });
    expect(result.adapters[0]?.waivers).toEqual([waiver()]);
    expect(result.unused_waivers).toEqual([]);
    expect(reread(result)).toEqual(result);
  });

  test('taken away again gives the result before it', () => {
    const before = regressed();
    expect(applyWaivers(applyWaivers(before, [waiver()]), [])).toEqual(before);
  });

  test.each<[string, Partial<ResultWaiver>, RegExp]>([
    ['a metric that is not there', { metric: 'style' }, /nothing of that name blocks/],
    ['another adapter', { metric: 'pilot:perplexity' }, /no such adapter/],
    ['another commit', { head_sha: BASE_SHA }, /another commit/],
    ['the data, in which nothing is wrong', { metric: 'data-checks' }, /nothing of that name blocks/],
  ])('for %s has no effect and is listed with the reason', (_, change, why) => {
    const result = applyWaivers(regressed(), [waiver(change)]);
    expect(result.verdict).toEqual({ outcome: 'regression', blocked: true, exit_code: 1 });
    expect(result.unused_waivers).toEqual([{ ...waiver(change), why: expect.stringMatching(why) }]);
    expect(reread(result)).toEqual(result);
  });

  test('for what does not block has no effect', () => {
    const result = applyWaivers(exampleResult([exampleSection({ change: better })]), [waiver()]);
    expect(result.unused_waivers[0]?.why).toBe('it does not block');
    expect(renderComment(result)).toContain('### ✅ lora-gate: pass — ');
  });

  test('that could mean two adapters has none; with the adapter’s name it is for that one', () => {
    const two = exampleResult([
      exampleSection({ name: 'desk', change: worse }),
      exampleSection({ name: 'pilot', change: worse }),
    ]);
    const unclear = applyWaivers(two, [waiver()]);
    expect(unclear.verdict.blocked).toBe(true);
    expect(unclear.unused_waivers[0]?.why).toBe('it blocks 2 adapters: name one, as in desk:perplexity');
    const one = applyWaivers(two, [waiver({ metric: 'pilot:perplexity' })]);
    expect(one.adapters.map(({ verdict }) => verdict.blocked)).toEqual([true, false]);
    expect(one.verdict).toEqual({ outcome: 'regression', blocked: true, exit_code: 1 });
    const both = applyWaivers(
      two,
      ['pilot', 'desk'].map((name) => waiver({ metric: `${name}:perplexity` })),
    );
    expect(both.verdict.blocked).toBe(false);
    expect(reread(both)).toEqual(both);
  });

  test('lifts errors in the data, but no secrets', () => {
    const leak = applyWaivers(exampleResult([blockedByData('leakage')]), [waiver({ metric: 'data-checks' })]);
    expect(leak.verdict).toEqual({ outcome: 'not_evaluated', blocked: false, exit_code: 0 });
    expect(reread(leak)).toEqual(leak);
    const secret = exampleResult([blockedByData('leakage', 'secrets')]);
    const both = applyWaivers(secret, [
      waiver({ metric: 'data-checks' }),
      waiver({ metric: 'data/secrets' }),
    ]);
    expect(both.verdict).toEqual({ outcome: 'not_evaluated', blocked: true, exit_code: 3 });
    expect(both.unused_waivers).toMatchObject([
      { metric: 'data/secrets', why: expect.stringMatching(/cannot be waived/) },
    ]);
    expect(reread(both)).toEqual(both);
  });
});

describe('a result that comes with waivers of its own', () => {
  test('loses them, and what they unblocked blocks again', () => {
    const claimed = applyWaivers(regressed(), [waiver({ by: 'nobody' })]);
    expect(reread(claimed).verdict.blocked).toBe(false);
    const real = applyWaivers(claimed, []);
    expect(real.verdict).toEqual({ outcome: 'regression', blocked: true, exit_code: 1 });
    expect(JSON.stringify(real)).not.toContain('nobody');
  });

  test.each<[string, (result: Result) => void, RegExp]>([
    [
      'a waived one that says it blocks',
      (r) => (r.adapters[0]!.verdict = { outcome: 'regression', blocked: true, exit_code: 1 }),
      /adapters\[0\]\.verdict: does not follow/,
    ],
    [
      'a waived regression that calls itself a pass',
      (r) => (r.adapters[0]!.verdict.outcome = 'pass'),
      /adapters\[0\]\.verdict: does not follow/,
    ],
    [
      'a waiver for nothing that blocks',
      (r) => r.adapters[0]!.waivers.push(waiver({ metric: 'style' })),
      /waivers\[1\]\.metric: names nothing that blocks/,
    ],
    [
      'a waiver for another adapter',
      (r) => (r.adapters[0]!.waivers[0]!.metric = 'pilot:perplexity'),
      /names nothing that blocks[\s\S]*verdict: does not follow/,
    ],
    [
      'a waiver for another commit',
      (r) => (r.adapters[0]!.waivers[0]!.head_sha = BASE_SHA),
      /waivers: a waiver is for another commit/,
    ],
    [
      'a waiver from a javascript address',
      (r) => (r.adapters[0]!.waivers[0]!.url = 'javascript:alert(1)'),
      /waivers\[0\]\.url/,
    ],
  ])('%s is refused', (_, edit, expected) => {
    const result = structuredClone(applyWaivers(regressed(), [waiver()]));
    edit(result);
    expect(problems(result)).toMatch(expected);
  });
});

describe('the comment', () => {
  test('says who waived what and why, and advises nothing more', () => {
    const text = renderComment(applyWaivers(regressed(), [waiver()]));
    expect(text.split('\n', 1)[0]).toMatch(/^### ❌ lora-gate: regression, waived — perplexity/);
    expect(text).toContain(
      '**Waived**, for <code>fed4321</code> and until the next push\n\n- **perplexity** [by <code>maria</code>](<https://github.example/harbor/desk/pull/12#issuecomment-7>): the old test set is wrong about berth 12\n',
    );
    expect(text).toContain('- Nothing: what blocked has been waived.');
    expect(text).not.toContain('To accept it all the same');
  });

  test('says which waivers had no effect, and how to write one that has', () => {
    const text = renderComment(applyWaivers(regressed(), [waiver({ metric: 'style' })]));
    expect(text).toContain('**Waivers without effect**\n\n- **style** [by <code>maria</code>]');
    expect(text).toContain(': nothing of that name blocks');
    expect(text).toContain(`<code>/lora-gate waive perplexity &#64;${HEAD_SHA} &#60;reason&#62;</code>`);
  });

  test('offers no waiver of secrets, and none without a pull request', () => {
    const secret = exampleResult([blockedByData('secrets')]);
    expect(renderComment(secret)).not.toContain('To accept it');
    expect(renderComment({ ...regressed(), source: null })).not.toContain('To accept it');
    expect(renderComment(exampleResult([blockedByData('leakage')]))).toContain(
      '/lora-gate waive data/leakage',
    );
  });

  test('stays inert and short with waivers of hostile text', () => {
    const text = '</details><script>alert(1)</script>`@everyone` [x](https://e.example)\n# h\u202e|'.repeat(
      8,
    );
    const hostile = waiver({ reason: text.slice(0, 1024), by: text.slice(0, 256) });
    const comment = renderComment(applyWaivers(regressed(), Array(200).fill(hostile)));
    expect(Buffer.byteLength(comment)).toBeLessThan(COMMENT_LIMIT);
    expect(comment).not.toMatch(/<script|@everyone|\]\(https|\u202e|\n# h/);
    expect(comment).toContain('… and 190 more waivers');
  });
});

describe('the page', () => {
  test('shows waivers and those without effect', () => {
    const page = renderReport(applyWaivers(regressed(), [waiver(), waiver({ metric: 'style', by: 'otto' })]));
    expect(page).toContain('<title>lora-gate: regression, waived</title>');
    expect(page).toMatch(
      /<th scope="row">perplexity<\/th><td>the old test set is wrong about berth 12<\/td>/,
    );
    expect(page).toContain('<time datetime="2026-01-02T04:00:00.000Z">2026-01-02 04:00 UTC</time>');
    expect(page).toMatch(/Waivers without effect[\s\S]*<strong>style<\/strong> by <a href[^>]*>otto<\/a>/);
  });

  test('escapes them', () => {
    const reason = '</td><script>alert(1)</script>"\u202e';
    const page = renderReport(applyWaivers(regressed(), [waiver({ reason, by: reason })]));
    expect(page).not.toContain('<script>alert(1)');
    expect(page).toContain('&lt;/td&gt;&lt;script&gt;alert(1)');
  });
});
