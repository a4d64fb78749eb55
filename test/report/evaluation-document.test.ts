import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { parseEvaluation, readEvaluation } from '../../src/report/evaluation-document.ts';

// 12 nats over 8 tokens: 1.5 nats a token
const good = {
  schema: 'lora-gate/evaluation/1',
  model: 'pip:tiny==1/model.gguf',
  adapter: null,
  data: { path: 'test.jsonl', sha256: '0'.repeat(64), rows: 2 },
  perplexity: Math.exp(1.5),
  nll_per_token: 1.5,
  tokens: 8,
  conversations: [
    { id: 'a', group: 'a', nll: 4, tokens: 3 },
    { id: 'b', group: 'b', nll: 8, tokens: 5 },
  ],
  seconds: 0.5,
  tokens_per_second: 16,
  peak_rss_bytes: 1e9,
};

function refused(text: string): UserError {
  try {
    parseEvaluation(text, 'base.json');
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown;
    throw thrown;
  }
  throw new Error('was accepted');
}

/** The document with one value replaced, as JSON text. */
function changed(path: readonly (string | number)[], value: unknown): string {
  const copy = structuredClone(good);
  let at = copy as unknown as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path.at(-1) as string] = value;
  return JSON.stringify(copy);
}

describe('a saved evaluation', () => {
  test('is read as it was written', () => {
    expect(parseEvaluation(JSON.stringify(good), 'base.json')).toEqual(good);
  });

  test.each<[string, (string | number)[], unknown, RegExp]>([
    ['a string for a number', ['tokens'], '8', /base\.json: tokens: .*expected/],
    ['null, which is what NaN becomes', ['conversations', 1, 'nll'], null, /conversations\[1\]\.nll/],
    ['a negative NLL', ['conversations', 0, 'nll'], -4, /conversations\[0\]\.nll/],
    ['a fraction of a token', ['conversations', 0, 'tokens'], 2.5, /conversations\[0\]\.tokens/],
    ['no conversations', ['conversations'], [], /conversations/],
    ['an id of a megabyte', ['conversations', 0, 'id'], 'x'.repeat(1e6), /conversations\[0\]\.id/],
    ['a hash that is none', ['data', 'sha256'], 'A'.repeat(64), /data\.sha256/],
    ['another schema', ['schema'], 'lora-gate/evaluation/2', /schema/],
    ['a perplexity that is not that of its conversations', ['perplexity'], 1.5, /perplexity: says 1\.5, but/],
    ['a mean that is not that of its conversations', ['nll_per_token'], 1.4, /nll_per_token: says 1\.4/],
    ['a token count that is not theirs', ['tokens'], 9, /tokens: says 9, but the conversations have 8/],
    ['an id twice', ['conversations', 1, 'id'], 'a', /id "a" is there twice/],
    ['another number of rows', ['data', 'rows'], 3, /data\.rows: says 3, but there are 2/],
  ])('%s is refused by name', (_, path, value, problem) => {
    const error = refused(changed(path, value));
    expect(error.code).toBe('evaluation-invalid');
    expect(error.problems.join('\n')).toMatch(problem);
  });

  test('an infinity written as a number too large is refused', () => {
    const text = JSON.stringify(good).replace('"seconds":0.5', '"seconds":1e999');
    expect(refused(text).problems.join()).toMatch(/seconds/);
  });

  test('every problem is listed at once', () => {
    const error = refused('{"schema":"lora-gate/evaluation/1","model":3}');
    expect(error.problems.length).toBeGreaterThan(8);
  });

  test.each(['', 'NaN', '{"a":', '[1', JSON.stringify(good).replace('1.5', 'NaN')])(
    '%j is not JSON',
    (text) => {
      expect(refused(text).code).toBe('evaluation-not-json');
    },
  );

  test('keys that are not ours are dropped, the prototype is left alone', () => {
    const text = JSON.stringify(good).replace('{', '{"__proto__":{"polluted":true},"more":1,');
    expect(parseEvaluation(text, 'base.json')).toEqual(good);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('on disk', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'evaluation-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('the file is read, and named when it is wrong', async () => {
    const file = join(folder, 'base.json');
    await writeFile(file, JSON.stringify(good));
    expect(await readEvaluation(file)).toEqual(good);
    await writeFile(file, '{}');
    await expect(readEvaluation(file)).rejects.toMatchObject({
      code: 'evaluation-invalid',
      message: expect.stringContaining(file),
    });
  });

  test('a missing file and a folder are user errors', async () => {
    for (const file of [join(folder, 'none.json'), folder, '/dev/zero']) {
      await expect(readEvaluation(file)).rejects.toMatchObject({ code: 'evaluation-unreadable' });
    }
  });
});
