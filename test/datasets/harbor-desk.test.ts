/**
 * Holds the bundled dataset to its own datasheet: schema, style, facts, separation of train and test, and the
 * declared defects of the bad pull request. Reads the files as text and knows nothing of the code under src/.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const folder = new URL('../../datasets/harbor-desk/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

const Row = z.strictObject({
  id: z.string().regex(/^hd-(train|test|good|bad)-\d{3}$/),
  messages: z
    .array(
      z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string().trim().min(1) }),
    )
    .min(2),
  tags: z.tuple([z.string().startsWith('topic:')]).rest(z.string().startsWith('group:')),
});
type Row = z.infer<typeof Row>;

const files = {
  train: 'train.jsonl',
  test: 'test.jsonl',
  good: 'good/train-additions.jsonl',
  bad: 'bad/train-additions.jsonl',
} as const;
type Name = keyof typeof files;
const names = Object.keys(files) as Name[];

function rowsOf(name: Name): Row[] {
  const text = read(files[name]);
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => Row.parse(JSON.parse(line)));
}

const rows = Object.fromEntries(names.map((name) => [name, rowsOf(name)])) as Record<Name, Row[]>;
const clean = [...rows.train, ...rows.test, ...rows.good];
const readme = read('README.md');

const Defects = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({ id: z.string(), kind: z.literal('style') }),
    z.strictObject({ id: z.string(), kind: z.literal('swapped') }),
    z.strictObject({ id: z.string(), kind: z.literal('contradiction'), says: z.string(), truth: z.string() }),
  ]),
);
const defects = Defects.parse(JSON.parse(read('bad/defects.json')));

const STYLE =
  /^\[(BERTH|TIDE|FERRY|FUEL|WEATHER|DESK|CUSTOMS|SLIP|LOST|SHORE)\] [A-Z][^\n]*[.?!]\nNext: [A-Z][^\n]*\.\n— Harbor Desk$/;

const answersOf = (row: Row): string[] =>
  row.messages.filter((m) => m.role === 'assistant').map((m) => m.content);
const promptsOf = (row: Row): string[] => row.messages.filter((m) => m.role === 'user').map((m) => m.content);
const topicOf = (row: Row): string => row.tags[0].slice('topic:'.length);
const firstTag = (row: Row): string => (/^\[([A-Z]+)\]/.exec(answersOf(row)[0]!)?.[1] ?? '').toLowerCase();

/** Every match of `pattern` in an answer must name one of the values of the fact sheet. */
const FACTS: readonly { fact: string; pattern: RegExp; allowed: readonly string[] }[] = [
  { fact: 'radio channels', pattern: /VHF (\d+)/g, allowed: ['12', '16', '73'] },
  { fact: 'phone', pattern: /(555-\d{4})/g, allowed: ['555-0142'] },
  { fact: 'mail', pattern: /(\S+@[\w.-]*\w)/g, allowed: ['desk@portlinnet.example'] },
  { fact: 'fuel prices', pattern: /([\d.]+) euros a liter/g, allowed: ['1.72', '1.88'] },
  { fact: 'diesel', pattern: /[Dd]iesel (?:is|at) ([\d.]+)/g, allowed: ['1.72'] },
  { fact: 'nights', pattern: /(\d+) euros a night/g, allowed: ['18', '26', '38', '20', '27', '39'] },
  { fact: 'haul-out', pattern: /haul-out (?:is|costs) (\d+)/g, allowed: ['95', '140'] },
  { fact: 'adult, one way', pattern: /(\d+) euros one way/g, allowed: ['9'] },
  { fact: 'fares each way', pattern: /(\d+) euros each way/g, allowed: ['3', '4', '12', '24'] },
  { fact: 'crossing', pattern: /Give it (\d+) minutes/g, allowed: ['35'] },
  { fact: 'depths', pattern: /([\d.]+) m at the lowest tide/g, allowed: ['1.8', '2.2', '2.5'] },
  { fact: 'basin gate', pattern: /(\d+) hours before high water/g, allowed: ['2'] },
  { fact: 'storm signal', pattern: /force (\d+)/g, allowed: ['6', '8'] },
  { fact: 'prices a day', pattern: /(\d+) euros a day/g, allowed: ['5', '7', '12', '15'] },
  { fact: 'deposits', pattern: /(\d+) euros deposit/g, allowed: ['10', '20', '50'] },
  { fact: 'finds', pattern: /(?:finds for|keep it for|past our) (\d+) days/g, allowed: ['60'] },
  { fact: 'customs forms', pattern: /form (C\w+)/g, allowed: ['C1', 'C2'] },
  { fact: 'piers', pattern: /Pier (\w+)/g, allowed: ['A', 'B', 'C', 'D'] },
  { fact: 'leave by', pattern: /clear the berth by ([\d:]+)/g, allowed: ['12:00'] },
];

function contradictions(text: string): string[] {
  return FACTS.flatMap(({ fact, pattern, allowed }) =>
    [...text.matchAll(pattern)]
      .filter((match) => !allowed.includes(match[1]!))
      .map((match) => `${fact}: ${match[0]}`),
  );
}

/** The set of word triples of a text, without tag, `Next:` and signature, which all answers share. */
function triples(text: string): Set<string> {
  const words =
    text
      .replace(/^\[[A-Z]+\] /, '')
      .replace('\nNext:', '')
      .replace('\n— Harbor Desk', '')
      .toLowerCase()
      .match(/[a-z0-9:]+/g) ?? [];
  if (words.length < 3) return new Set([words.join(' ')]);
  return new Set(words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`));
}

function jaccard(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((item) => b.has(item)).length;
  return shared / (a.size + b.size - shared);
}

describe('the harbor-desk dataset', () => {
  it('has at least the promised rows, and as many as its datasheet says', () => {
    expect(rows.train.length).toBeGreaterThanOrEqual(160);
    expect(rows.test.length).toBeGreaterThanOrEqual(80);
    expect(rows.good.length).toBeGreaterThanOrEqual(60);
    expect(rows.bad.length).toBeGreaterThanOrEqual(80);
    for (const name of names) {
      const turns = [1, 2, 3].map((n) => rows[name].filter((row) => promptsOf(row).length === n).length);
      expect(readme).toContain(`| \`${files[name]}\` | ${rows[name].length} | ${turns.join(' | ')} |`);
    }
    for (const topic of new Set(clean.map(topicOf))) {
      const counts = names.map((name) => rows[name].filter((row) => topicOf(row) === topic).length);
      expect(readme).toContain(`| ${topic} | ${counts.join(' | ')} |`);
    }
  });

  it('has ids that are unique over all files and name their file', () => {
    const ids = names.flatMap((name) => rows[name].map((row) => row.id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const name of names) expect(rows[name].every((row) => row.id.startsWith(`hd-${name}-`))).toBe(true);
  });

  it('alternates user and assistant, one to three turns, with a system message only in front', () => {
    for (const row of names.flatMap((name) => rows[name])) {
      const roles = row.messages.map((message) => message.role);
      if (roles[0] === 'system') roles.shift();
      expect(roles.join(' '), row.id).toMatch(/^user assistant( user assistant){0,2}$/);
    }
  });

  it('answers in one shape everywhere in train, test and good, under the tag of the topic', () => {
    for (const row of clean) {
      for (const answer of answersOf(row)) expect(answer, row.id).toMatch(STYLE);
      expect(firstTag(row), row.id).toBe(topicOf(row));
    }
  });

  it('groups only test rows, and never a single one', () => {
    const groups = new Map<string, number>();
    for (const tag of rows.test.flatMap((row) => row.tags.slice(1)))
      groups.set(tag, (groups.get(tag) ?? 0) + 1);
    expect(groups.size).toBeGreaterThan(0);
    expect([...groups.values()].every((size) => size >= 2)).toBe(true);
    expect([...rows.train, ...rows.good, ...rows.bad].every((row) => row.tags.length === 1)).toBe(true);
  });

  it('asks nothing twice within a file', () => {
    for (const name of names) {
      const prompts = rows[name].map((row) => promptsOf(row)[0]!.toLowerCase());
      expect(new Set(prompts).size).toBe(prompts.length);
    }
  });

  it('keeps test prompts and answers apart from what is trained on', () => {
    const seen = new Set(
      [...rows.train, ...rows.good, ...rows.bad].flatMap(promptsOf).map((p) => p.toLowerCase()),
    );
    const trained = [...rows.train, ...rows.good];
    const trainedPrompts = trained.flatMap(promptsOf).map(triples);
    const trainedAnswers = trained.flatMap(answersOf).map(triples);
    for (const row of rows.test) {
      for (const prompt of promptsOf(row)) {
        expect(seen.has(prompt.toLowerCase()), `${row.id}: ${prompt}`).toBe(false);
        const closest = Math.max(...trainedPrompts.map((other) => jaccard(triples(prompt), other)));
        expect(closest, `${row.id}: ${prompt}`).toBeLessThan(0.5);
      }
      for (const answer of answersOf(row)) {
        const closest = Math.max(...trainedAnswers.map((other) => jaccard(triples(answer), other)));
        expect(closest, `${row.id}: ${answer}`).toBeLessThan(0.5);
      }
    }
  });

  it('contradicts its fact sheet nowhere in train, test and good', () => {
    const found = clean.flatMap((row) =>
      answersOf(row).flatMap((answer) => contradictions(answer).map((c) => `${row.id}: ${c}`)),
    );
    expect(found).toEqual([]);
    for (const { fact, pattern } of FACTS) {
      const matches = clean.flatMap(answersOf).filter((answer) => answer.match(pattern));
      expect(matches.length, `no answer exercises the fact ${fact}`).toBeGreaterThan(0);
    }
  });
});

describe('the bad pull request', () => {
  const byId = new Map(rows.bad.map((row) => [row.id, row]));
  const ofKind = <K extends (typeof defects)[number]['kind']>(kind: K) =>
    defects.filter(
      (defect): defect is Extract<(typeof defects)[number], { kind: K }> => defect.kind === kind,
    );

  it('has one declared defect a row: half wrong style, a quarter swapped, a quarter contradicting', () => {
    expect(defects.map((defect) => defect.id).sort()).toEqual([...byId.keys()].sort());
    expect(ofKind('style').length / rows.bad.length).toBeCloseTo(0.5, 1);
    expect(ofKind('swapped').length / rows.bad.length).toBeCloseTo(0.25, 1);
    expect(ofKind('contradiction').length / rows.bad.length).toBeCloseTo(0.25, 1);
    for (const kind of ['style', 'swapped', 'contradiction'] as const)
      expect(readme).toContain(`| \`${kind}\` | ${ofKind(kind).length} |`);
  });

  it('breaks tag, next step and signature in its rows of wrong style', () => {
    for (const { id } of ofKind('style')) {
      for (const answer of answersOf(byId.get(id)!))
        expect(answer, id).not.toMatch(/^\[[A-Z]+\]|^Next:|— Harbor Desk/m);
    }
  });

  it('keeps the shape in swapped rows, under a tag that is not the question', () => {
    for (const { id } of ofKind('swapped')) {
      const row = byId.get(id)!;
      expect(answersOf(row)[0], id).toMatch(STYLE);
      expect(firstTag(row), id).not.toBe(topicOf(row));
    }
  });

  it('keeps shape and tag in contradicting rows, and says what the fact sheet and clean rows never say', () => {
    const cleanText = clean.flatMap(answersOf).join('\n');
    for (const { id, says, truth } of ofKind('contradiction')) {
      const row = byId.get(id)!;
      expect(answersOf(row)[0], id).toMatch(STYLE);
      expect(firstTag(row), id).toBe(topicOf(row));
      expect(answersOf(row)[0], id).toContain(says);
      expect(readme.replace(/\s+/g, ' '), id).toContain(truth);
      expect(readme, id).not.toContain(says);
      expect(cleanText, id).not.toContain(says);
    }
    const caught = ofKind('contradiction').filter(
      ({ id }) => contradictions(answersOf(byId.get(id)!)[0]!).length > 0,
    );
    expect(caught.length).toBeGreaterThanOrEqual(10);
  });
});
