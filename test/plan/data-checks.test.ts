/** What a change is held to: exact whatever the number of findings. */

import { describe, expect, it } from 'vitest';
import { defaultSeverities } from '../../src/dataset/checks/finding.ts';
import { MOST_FINDINGS } from '../../src/dataset/checks/findings.ts';
import type { Conversation } from '../../src/dataset/conversation.ts';
import type { AdapterData, DataFile } from '../../src/plan/adapter-data.ts';
import { addModelTokens, blockingFindings, checkAdapterData } from '../../src/plan/data-checks.ts';
import { dataCheckReasons, dataChecks, dataChecksToResult } from '../../src/report/result-data-checks.ts';

const NO_DIFF = { added: [], removed: [], changed: [] };

function row(line: number, question: string, file = 'train.jsonl'): Conversation {
  return {
    id: `${file}-${line}`,
    group: `${file}-${line}`,
    file,
    line,
    tags: [],
    messages: [
      { role: 'user', content: question },
      { role: 'assistant', content: 'Hello' },
    ],
  };
}

const fileOf = (path: string, conversations: Conversation[]) =>
  ({ path, hash: '0'.repeat(64), conversations }) as unknown as DataFile;

/** `old` rows with the same words on the base, `added` ones on top of them; every second such row is an error. */
function grown(old: number, added: number): AdapterData {
  const rows = Array.from({ length: old + added }, (_, i) => row(i + 1, 'Hi'));
  return {
    baseTrain: fileOf('train.jsonl', rows.slice(0, old)),
    headTrain: fileOf('train.jsonl', rows),
    test: fileOf('test.jsonl', [row(1, 'Something else', 'test.jsonl')]),
    editedTest: null,
    trainDiff: NO_DIFF,
    testDiff: null,
  } as unknown as AdapterData;
}

const severities = { ...defaultSeverities(), duplicates: 'error', distribution: 'off' } as const;
const check = (data: AdapterData) => checkAdapterData(data, { severities, testOnBase: true });

describe('errors beyond the listing limit', () => {
  it('block: none of them is lost behind those that the base has', async () => {
    // All but the first row repeat it: MOST_FINDINGS + 9 old findings come before the three new ones.
    const checks = await check(grown(MOST_FINDINGS + 10, 3));
    expect(blockingFindings(checks)).toHaveLength(3);
    expect(dataCheckReasons(checks).map(({ actual }) => actual)).toEqual(
      [1, 2, 3].map((n) => `train.jsonl:${MOST_FINDINGS + 10 + n}`),
    );
  });

  it('are counted exactly, and the document’s own rule holds', async () => {
    const checks = await check(grown(10, MOST_FINDINGS + 20));
    const result = dataChecks.parse(dataChecksToResult(checks));
    expect(result.counts).toEqual([
      { check: 'duplicates', severity: 'error', found: MOST_FINDINGS + 29, brought_in: MOST_FINDINGS + 20 },
    ]);
    expect(result.blocking).toBe(MOST_FINDINGS + 20);
    expect(result.unlisted).toBe(20);
    expect(dataCheckReasons(checks).at(-1)?.reason).toContain(`(and ${MOST_FINDINGS} more findings)`);
  });
});

it('withholds rows of the test set that judges, not what an edited one has on the same lines', async () => {
  const iban = 'DE89 3704 0044 0532 0130 00';
  const data = grown(2, 0);
  const lines = (told: number) =>
    [1, 2, 3].map((line) =>
      row(line, line === told ? `${iban}, told ${told} times` : `Line ${line}`, 'test.jsonl'),
    );
  const checks = await check({
    ...data,
    test: fileOf('test.jsonl', lines(2)),
    editedTest: fileOf('test.jsonl', lines(3)),
  });
  expect(checks.findings.filter(({ check: name }) => name === 'personal_data')).toHaveLength(2);
  expect([...checks.withheld]).toEqual(['test.jsonl:2']);
});

describe('the special tokens of the model itself', () => {
  const rows = [row(1, 'Old <tool_call>'), row(2, 'Fine'), row(3, 'New <tool_call>'), row(4, 'New <eos>')];
  const data = {
    ...grown(0, 0),
    baseTrain: fileOf('train.jsonl', rows.slice(0, 2)),
    headTrain: fileOf('train.jsonl', rows),
  };
  const rules = {
    severities: { ...defaultSeverities(), special_tokens: 'error', label_conflicts: 'off' },
    testOnBase: true,
  } as const;
  const places = (found: Awaited<ReturnType<typeof check>>) =>
    found.findings.map(({ line, brought_in }) => [line, brought_in]);

  it('are found in the rows, held against the change only where it brings them in', async () => {
    const before = await checkAdapterData(data, rules);
    expect(places(before)).toEqual([[4, true]]);
    const after = await addModelTokens(before, { ...rules, data, specialTokens: ['<tool_call>', '<eos>'] });
    expect(places(after)).toEqual([
      [1, false],
      [3, true],
      [4, true],
    ]);
    expect(after.findings[1]?.message).toContain('the special token <tool_call> as text');
    expect(blockingFindings(after)).toHaveLength(2);
  });

  it('change nothing where every model’s check knows them, or the check is off', async () => {
    const before = await checkAdapterData(data, rules);
    const same = await addModelTokens(before, { ...rules, data, specialTokens: ['<eos>', '<unused7>', 'x'] });
    expect(same).toEqual(before);
    const off = { ...rules, severities: { ...rules.severities, special_tokens: 'off' } } as const;
    const silent = await addModelTokens(before, { ...off, data, specialTokens: ['<tool_call>'] });
    expect(silent).toEqual(before);
  });
});
