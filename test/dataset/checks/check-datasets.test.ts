import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkDatasets } from '../../../src/dataset/checks/check-datasets.ts';
import { CHECK_NAMES, defaultSeverities, type Severities } from '../../../src/dataset/checks/finding.ts';
import { MOST_FINDINGS } from '../../../src/dataset/checks/findings.ts';
import { readConversations } from '../../../src/dataset/read.ts';
import { check, createProse, inputOf, shown, type Turns } from './rows.ts';

const ALL_WRONG: Turns[] = [
  ['Where is the desk, please?', 'In the white house at the head of the first pier.'],
  ['Where is the desk, please?', 'In the white house at the head of the first pier.'],
  ['How may I reach Marta?', 'Write to marta@linnet.org, she reads it every morning.'],
  ['Say nothing', '...'],
  ['Say it', 'As an AI language model, I cannot.'],
];

describe('checkDatasets', () => {
  it('lists errors first, then warnings, then notes, by check and row', async () => {
    const report = await check({ train: ALL_WRONG, test: [ALL_WRONG[2] as Turns] });
    expect(shown(report).map((line) => line.split(':').slice(0, 2).join(':'))).toEqual([
      'error leakage train.jsonl:3',
      'warning empty_answers train.jsonl:4',
      'warning refusals train.jsonl:5',
      'warning duplicates train.jsonl:2',
      'warning personal_data test.jsonl:1',
      'warning personal_data train.jsonl:3',
    ]);
    expect(report.counts).toEqual({
      leakage: 1,
      empty_answers: 1,
      refusals: 1,
      duplicates: 1,
      personal_data: 2,
    });
  });

  it('says what to do about each finding, in a sentence', async () => {
    const { findings } = await check({ train: ALL_WRONG, test: [ALL_WRONG[2] as Turns] });
    for (const { fix } of findings) expect(fix).toMatch(/^[A-Z].*\.$/s);
  });

  it('gives each check the severity that is asked for, and leaves out those that are off', async () => {
    const severities: Severities = {
      ...defaultSeverities(),
      personal_data: 'error',
      refusals: 'off',
      duplicates: 'note',
    };
    const report = await check({ train: ALL_WRONG }, { severities });
    expect(shown(report).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'error personal_data',
      'warning empty_answers',
      'note duplicates',
    ]);
    expect(report.counts.refusals).toBeUndefined();
  });

  it('marks what the change brings in, when the base is known', async () => {
    const { findings } = await check({
      base: ALL_WRONG.slice(0, 3),
      train: ALL_WRONG,
      test: [['Who reads the mail?', 'Ines does, at ines@linnet.org, in the afternoon.']],
    });
    expect(
      findings.map(({ file, line, check: name, introduced }) => [`${file}:${line}`, name, introduced]),
    ).toEqual([
      ['train.jsonl:4', 'empty_answers', true],
      ['train.jsonl:5', 'refusals', true],
      ['train.jsonl:2', 'duplicates', false],
      ['test.jsonl:1', 'personal_data', undefined],
      ['train.jsonl:3', 'personal_data', false],
    ]);
  });

  it('takes a second copy of a row of the base for one that the change brings in', async () => {
    const row: Turns = ['Where is the desk, please?', 'In the white house at the head of the first pier.'];
    const { findings, distributions } = await check({ base: [row], train: [row, row] });
    expect(findings.map(({ line, check: name, introduced }) => [line, name, introduced])).toEqual([
      [2, 'duplicates', true],
    ]);
    expect(distributions.added?.conversations).toBe(1);
  });

  it('finds nothing wrong with good rows, and nothing at all in no rows', async () => {
    const prose = createProse(71);
    const good = Array.from({ length: 50 }, () => [prose(6), prose(25)]);
    const test = Array.from({ length: 20 }, () => [prose(6), prose(25)]);
    expect((await check({ train: good, test, base: good.slice(5) })).findings).toEqual([]);
    expect(await check({ train: [], test: [], base: [] })).toMatchObject({ findings: [], counts: {} });
  });

  it('counts all findings of a check and lists the first ten thousand', async () => {
    const train = Array.from({ length: MOST_FINDINGS + 5 }, () => ['Hi', 'Hello']);
    const report = await check({ train });
    expect(report.counts).toEqual({ duplicates: MOST_FINDINGS + 4 });
    expect(report.findings).toHaveLength(MOST_FINDINGS);
    expect(report.unlisted).toHaveLength(4);
  });

  it('stops when it is told to, and lets other work run', async () => {
    const prose = createProse(73);
    const input = inputOf({ train: Array.from({ length: 4000 }, () => [prose(10), prose(60)]) });
    const abort = new AbortController();
    const started = performance.now();
    setTimeout(() => abort.abort(new Error('enough')), 60);
    await expect(checkDatasets(input, { signal: abort.signal })).rejects.toThrow('enough');
    // All rows take seconds. The timer has run, so the loop gave way to it.
    expect(performance.now() - started).toBeLessThan(1500);
    await expect(checkDatasets(input, { signal: AbortSignal.abort(new Error('at once')) })).rejects.toThrow(
      'at once',
    );
  });

  it('gives the same report for the same rows', async () => {
    const [a, b] = [await check({ train: ALL_WRONG }), await check({ train: ALL_WRONG })];
    expect(a).toEqual(b);
    expect(Object.keys(defaultSeverities())).toEqual(CHECK_NAMES);
  });
});

describe('the bundled dataset', () => {
  const file = (name: string) =>
    fileURLToPath(new URL(`../../../datasets/harbor-desk/${name}`, import.meta.url));

  it.each(['good', 'bad'])('has no error, with or without its %s pull request', async (pullRequest) => {
    const [base, added, test] = await Promise.all(
      ['train.jsonl', `${pullRequest}/train-additions.jsonl`, 'test.jsonl'].map((name) =>
        readConversations(file(name)),
      ),
    );
    const report = await checkDatasets({
      train: { file: 'train.jsonl', conversations: [...(base ?? []), ...(added ?? [])] },
      test: { file: 'test.jsonl', conversations: test ?? [] },
      baseTrain: base ?? [],
    });
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report.distributions.head.languages).toEqual([
      { language: 'en', conversations: (base?.length ?? 0) + (added?.length ?? 0) },
    ]);
    const longer = report.findings.some(({ message }) =>
      message.startsWith('the added answers have a median of 2'),
    );
    expect(longer).toBe(pullRequest === 'bad');
  });
});
