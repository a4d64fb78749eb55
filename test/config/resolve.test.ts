/** Defaults of an organisation under the configurations of both sides: which file, merged how, and what a change cannot do with it. */

import { describe, expect, it } from 'vitest';
import { type DefaultsPlace, resolveConfigs } from '../../src/config/resolve.ts';
import { UserError } from '../../src/errors.ts';

const FILE = 'lora-gate.yml';
const SHA = 'f'.repeat(40);

const ADAPTERS = 'adapters: { desk: { train: data/train.jsonl, test: data/test.jsonl } }\n';
const WHOLE = `version: 1\nmodel: models/tiny\n${ADAPTERS}`;
const DEFAULTS = `version: 1
model: models/tiny
allowed_models: [models/tiny, models/small]
gate: { confidence: 0.9, perplexity: { max_increase: 2% } }
`;

interface Asked {
  base?: string | null;
  head?: string | null;
  defaults?: string;
}

async function resolved({ base = null, head = null, defaults = DEFAULTS }: Asked) {
  const asked: DefaultsPlace[] = [];
  const side = (text: string | null, name: string) => text && { text, file: `${FILE} at ${name}` };
  const configs = await resolveConfigs({
    ...{ base: side(base, 'base') || null, head: side(head, 'head') || null, path: FILE },
    readDefaults: async (place) => {
      asked.push(place);
      return { repository: `team/${place.repo}`, path: place.path, sha: SHA, text: defaults };
    },
  });
  return { ...configs, asked: asked.map(({ owner, repo, path }) => ({ owner, repo, path })) };
}

async function problemsOf(asked: Asked): Promise<string> {
  try {
    await resolved(asked);
  } catch (thrown) {
    if (thrown instanceof UserError) return [thrown.code, ...thrown.problems].join('\n');
    throw thrown;
  }
  throw new Error('expected problems');
}

const extending = (reference: string, rest = ADAPTERS) => `_extends: ${reference}\n${rest}`;

describe('a base that extends', () => {
  it('gets every key that it has not itself, mappings key by key, lists as a whole', async () => {
    const own = `${ADAPTERS}gate: { perplexity: { max_increase: 3% }, mode: warn }\nallowed_models: [models/tiny]\n`;
    const { base, asked, defaults } = await resolved({ base: extending('.github', own) });
    expect(base?.config).toMatchObject({
      model: 'models/tiny',
      allowed_models: ['models/tiny'],
      gate: { confidence: 0.9, perplexity: { max_increase: 0.03 }, mode: 'warn' },
    });
    expect(base?.config).not.toHaveProperty('_extends');
    expect(asked).toEqual([{ owner: null, repo: '.github', path: FILE }]);
    expect(defaults).toEqual({ repository: 'team/.github', path: FILE, sha: SHA });
  });

  it.each([
    ['policies', { owner: null, repo: 'policies', path: FILE }],
    ['team/policies', { owner: 'team', repo: 'policies', path: FILE }],
    ['policies:ml/strict.lora-gate.yml', { owner: null, repo: 'policies', path: 'ml/strict.lora-gate.yml' }],
  ])('names the file as %s', async (reference, place) => {
    expect((await resolved({ base: extending(reference) })).asked).toEqual([place]);
  });

  it.each([
    '../secrets',
    'policies:secrets.yml',
    'policies:../lora-gate.yml',
    'policies:a//lora-gate.yml',
    'policies:lora-gate.json',
    '"policies@v1"',
    '[.github]',
    '""',
  ])('cannot name %s', async (reference) => {
    expect(await problemsOf({ base: extending(reference, WHOLE) })).toMatch(
      /^config-invalid\nlora-gate\.yml at base:1: _extends is /,
    );
  });

  it('is told of each problem in the file that has it', async () => {
    const defaults = `${DEFAULTS}judge: { provider: telepathy }\n`;
    expect(await problemsOf({ base: extending('.github', `${ADAPTERS}gaet: {}\n`), defaults })).toMatch(
      /lora-gate\.yml at base:3: unknown key "gaet".*\nlora-gate\.yml of team\/\.github at fffffff:5: judge\.provider/,
    );
  });

  it.each([
    ['', 'the file is empty'],
    ['- a\n', 'expected keys and values'],
    [`_extends: other\n${DEFAULTS}`, '1: _extends stands in a file that is extended'],
    ['version: [\n', 'not valid YAML'],
    [`# ${'x'.repeat(300_000)}`, '300002 characters, more than'],
  ])('is told what is wrong with defaults that begin %.20j', async (defaults, message) => {
    const problems = await problemsOf({ base: extending('.github', WHOLE), defaults });
    expect(problems).toMatch(/^config-invalid\nlora-gate\.yml of team\/\.github at fffffff:\d: .+$/);
    expect(problems).toContain(message);
  });

  it('leaves the prototype of all objects as it is', async () => {
    const defaults = `${DEFAULTS}__proto__: { polluted: true }\n`;
    expect(await problemsOf({ base: extending('.github'), defaults })).toContain('unknown key "__proto__"');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('is refused where nobody can fetch', async () => {
    const base = { text: extending('.github'), file: FILE };
    await expect(resolveConfigs({ base, head: null, path: FILE })).rejects.toMatchObject({
      code: 'extends-unresolved',
    });
  });
});

describe('a change', () => {
  it('is read over the very file that the base names, fetched once, wherever it points itself', async () => {
    const head = extending('private', `${ADAPTERS}gate: { mode: warn }\n`);
    const { head: of, asked, warnings } = await resolved({ base: extending('.github'), head });
    expect(asked).toEqual([{ owner: null, repo: '.github', path: FILE }]);
    expect(of?.config.gate).toMatchObject({ confidence: 0.9, mode: 'warn' });
    expect(warnings).toEqual([
      'this change edits _extends from ".github" to "private"; read here with ".github", and it takes effect once it is merged',
    ]);
  });

  it('can take the defaults out, and is then read alone', async () => {
    const { head, warnings } = await resolved({ base: extending('.github'), head: WHOLE });
    expect(head?.config.gate.confidence).toBe(0.95);
    expect(warnings).toEqual(['this change edits _extends from ".github" to none']);
  });

  it.each([null, WHOLE])('can bring in the owner’s common defaults where the base has none', async (base) => {
    const { head, asked } = await resolved({ base, head: extending('.github') });
    expect(asked).toEqual([{ owner: null, repo: '.github', path: FILE }]);
    expect(head?.config.gate.confidence).toBe(0.9);
  });

  it.each(['private', '.github:other.lora-gate.yml', 'team/.github'])(
    'has %s not read where the base names nothing',
    async (reference) => {
      const { head, asked, warnings } = await resolved({ base: WHOLE, head: extending(reference, WHOLE) });
      expect(asked).toEqual([]);
      expect(head?.config.gate.confidence).toBe(0.95);
      expect(warnings.join()).toContain('read here with none, and it takes effect once it is merged');
      expect(await problemsOf({ base: WHOLE, head: extending(reference) })).toContain('version is missing');
    },
  );
});
