import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { parseResult, type Result, resultJsonSchema } from '../../src/report/result.ts';
import { exampleJudge } from './example-judge.ts';
import { better, exampleResult, exampleSection, unclear, worse } from './example-result.ts';

const published: unknown = JSON.parse(
  readFileSync(new URL('../../src/report/result.schema.json', import.meta.url), 'utf8'),
);

function refused(text: string): UserError {
  try {
    parseResult(text, { file: 'result.json' });
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown;
    throw thrown;
  }
  throw new Error('was accepted');
}

/** The example with changes made by `edit` to a copy that is not typed. */
// biome-ignore lint/suspicious/noExplicitAny: hostile documents are made by putting anything anywhere
function hostile(edit: (result: any) => void, result: Result = exampleResult()): string {
  const copy = structuredClone(result);
  edit(copy);
  return JSON.stringify(copy);
}

describe('the published JSON Schema', () => {
  test('is the one the code has (npx tsx test/golden/make-result-schema.ts)', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(resultJsonSchema())));
  });

  test('accepts results of every outcome and refuses one with a number as text', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(published as object);
    const missing = { unavailable: 'the training stopped' };
    const sections = [better, worse, unclear].map((change, i) => exampleSection({ change, name: `a${i}` }));
    const result = exampleResult([...sections, exampleSection({ candidate: missing })]);
    expect(new Set(result.adapters.map(({ verdict }) => verdict.outcome)).size).toBe(4);
    expect(validate(JSON.parse(JSON.stringify(result))), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(JSON.parse(hostile((r) => (r.adapters[0].metrics[0].estimate = '0.1'))))).toBe(false);
    expect(validate(JSON.parse(hostile((r) => (r.extra = 1))))).toBe(false);
  });
});

describe('a result read back', () => {
  test('is what was written', () => {
    const result = exampleResult([
      exampleSection(),
      exampleSection({ name: 'second', change: worse, judge: exampleJudge() }),
    ]);
    expect(parseResult(JSON.stringify(result), { file: 'result.json' })).toEqual(result);
    const none = exampleResult([]);
    expect(parseResult(JSON.stringify(none), { file: 'result.json' }).verdict.outcome).toBe('not_affected');
  });

  // biome-ignore lint/suspicious/noExplicitAny: see above
  test.each<[string, (result: any) => void, RegExp]>([
    [
      'a regression that calls itself a pass',
      (r) => (r.adapters[0].verdict.outcome = 'pass'),
      /verdict: does not follow/,
    ],
    [
      'a blocked one that says it is not',
      (r) => (r.adapters[0].verdict.blocked = false),
      /verdict: does not follow/,
    ],
    [
      'a total better than its parts',
      (r) => (r.verdict = { outcome: 'pass', blocked: false, exit_code: 0 }),
      /result\.json: verdict/,
    ],
    [
      'errors in the data beside a verdict from scores',
      (r) => {
        r.adapters[0].data_checks.counts = [{ check: 'secrets', severity: 'error', found: 1, brought_in: 1 }];
        r.adapters[0].data_checks.blocking = 1;
      },
      /verdict: does not follow/,
    ],
    [
      'errors in the data that are counted and then said not to block',
      (r) =>
        (r.adapters[0].data_checks.counts = [
          { check: 'secrets', severity: 'error', found: 1, brought_in: 1 },
        ]),
      /data_checks\.blocking: does not follow/,
    ],
    [
      'an outcome without an estimate',
      (r) => (r.adapters[0].metrics[0].estimate = null),
      /metrics\[0\]\.estimate/,
    ],
    ['an outcome without bounds', (r) => (r.adapters[0].metrics[0].bounds = null), /metrics\[0\]\.bounds/],
    ['a branch for a sha', (r) => (r.head.sha = 'main'), /head\.sha: expected a full commit sha/],
    ['an exit code of 70', (r) => (r.verdict.exit_code = 70), /verdict\.exit_code/],
    ['a fraction of a row', (r) => (r.adapters[0].data.added = 0.5), /data\.added/],
    ['a key of its own', (r) => (r.adapters[0].script = 'x'), /adapters\[0\]/],
    [
      'two sections of one name',
      (r) => r.adapters.push(r.adapters[0]),
      /adapters: an adapter is there twice/,
    ],
    [
      'a reason as long as a book',
      (r) => (r.adapters[0].reasons[0].reason = 'x'.repeat(5000)),
      /reasons\[0\]\.reason/,
    ],
    [
      'a spot check that claims more agreement than its votes show',
      (r) =>
        (r.adapters[0].spot_check = {
          seed: 1,
          k: 2,
          votes: [
            { id: 'row-1', vote: 'candidate', judge: 'baseline' },
            { id: 'row-2', vote: 'tie', judge: 'tie' },
          ],
          agreement: 1,
          kappa: 1,
        }),
      /spot_check\.kappa: agreement and κ do not follow/,
    ],
    [
      'a thousand metrics',
      (r) => (r.adapters[0].metrics = Array(1000).fill(r.adapters[0].metrics[0])),
      /metrics/,
    ],
  ])('%s is refused', (_, edit, problem) => {
    const error = refused(hostile(edit, exampleResult([exampleSection({ change: worse })])));
    expect(error.code).toBe('result-invalid');
    expect(error.problems.join('\n')).toMatch(problem);
  });

  test.each(['null', '[]', '"x"', '{}', '{"schema":"lora-gate/result/2"}'])('%s is no result', (text) => {
    expect(refused(text).code).toBe('result-invalid');
  });

  test('what is not JSON is said to be not JSON', () => {
    expect(refused('<html>')).toMatchObject({
      code: 'result-not-json',
      message: expect.stringContaining('result.json'),
    });
  });

  test('NaN does not survive JSON and is not let in as null', () => {
    const error = refused(hostile((r) => (r.adapters[0].metrics[0].margin = Number.NaN)));
    expect(error.problems.join('\n')).toMatch(/metrics\[0\]\.margin/);
  });
});
