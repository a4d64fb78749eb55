import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import {
  awaitingApprovalOutput,
  cancelledOutput,
  checkOutput,
  crashedOutput,
  notAffectedOutput,
  queuedOutput,
  startedOutput,
  supersededOutput,
} from '../../src/report/check-output.ts';
import type { ResultSection } from '../../src/report/result-section.ts';
import { cleanDataChecks, exampleResult, exampleSection, unclear, worse } from './example-result.ts';

const changed = { changedFiles: new Set(['data/train.jsonl']) };

type Finding = ResultSection['data_checks']['findings'][number];

function withFindings(findings: readonly Partial<Finding>[]): ResultSection {
  const base: Finding = {
    check: 'duplicates',
    severity: 'warning',
    file: 'data/train.jsonl',
    line: 3,
    message: 'the same as line 1',
    fix: 'Remove one',
    brought_in: true,
  };
  return {
    ...exampleSection(),
    data_checks: { ...cleanDataChecks(), findings: findings.map((of) => ({ ...base, ...of })) },
  };
}

describe('the check of a result', () => {
  test('is a success where nothing blocks and a failure where something does, and never neutral', () => {
    expect(checkOutput(exampleResult(), changed)).toMatchObject({
      conclusion: 'success',
      title: expect.stringMatching(/^pass: perplexity \d/),
      summary: expect.stringContaining('### ✅ lora-gate: pass'),
    });
    expect(checkOutput(exampleResult([exampleSection({ change: worse })]), changed)).toMatchObject({
      conclusion: 'failure',
      title: expect.stringMatching(/^regression, blocks the merge: /),
    });
    const section = exampleSection({ change: unclear, policy: { on_inconclusive: 'warn' } });
    expect(checkOutput(exampleResult([section]), changed)).toMatchObject({
      conclusion: 'success',
      title: expect.stringMatching(/^inconclusive, does not block: /),
    });
  });

  test('has a title of plain text, whatever the adapter is called', () => {
    const names = ['a_*b*_ <i>', 'x'.repeat(600)];
    const result = exampleResult(names.map((name) => exampleSection({ name })));
    const { title } = checkOutput(result, changed);
    expect(title).toContain('a_*b*_ <i>');
    expect(title).not.toMatch(/&#|\u200b/);
    expect(Array.from(title).length).toBeLessThanOrEqual(255);
  });

  test('holds no marker of the comment in its summary', () => {
    expect(checkOutput(exampleResult(), changed).summary).not.toContain('<!--');
  });

  test('points at the lines of files that the change touches, the gravest first and each once', () => {
    const findings: Partial<Finding>[] = [
      { severity: 'note', line: 9 },
      { line: 3 },
      { severity: 'error', line: 0, message: 'a \u202esecret', fix: '' },
      { file: 'data/other.jsonl' },
      { brought_in: false, line: 5 },
    ];
    const sections = ['one', 'two'].map((name) => ({ ...withFindings(findings), name }));
    expect(checkOutput(exampleResult(sections), changed).annotations).toMatchObject([
      { path: 'data/train.jsonl', start_line: 1, annotation_level: 'failure', message: 'a ⟨U+202E⟩secret' },
      { start_line: 3, end_line: 3, annotation_level: 'warning', message: 'the same as line 1\nRemove one' },
      { start_line: 9, annotation_level: 'notice', title: 'lora-gate: duplicates' },
    ]);
  });
});

describe('the check of what is no result', () => {
  test('tells what it waits for', () => {
    expect(startedOutput({ minutes: 11.6 }).title).toBe('started, ~12 min');
    expect(startedOutput().title).toBe('started');
    expect(queuedOutput().title).toBe('waiting for a machine');
  });

  test('passes for a change that touches no adapter', () => {
    expect(notAffectedOutput()).toMatchObject({
      conclusion: 'success',
      title: expect.stringContaining('not affected'),
    });
  });

  test('says so where a change only takes adapters out', () => {
    expect(notAffectedOutput(['desk', 'pier'])).toMatchObject({
      conclusion: 'success',
      title: 'not affected: this change only takes adapters out',
      summary: '**This change removes** <code>desk</code>, <code>pier</code>: nothing was judged for it.',
    });
  });

  test('does not pass where nothing was judged', () => {
    const sha = 'a'.repeat(40);
    expect(cancelledOutput({ reason: 'SIGTERM' })).toMatchObject({
      conclusion: 'cancelled',
      title: 'cancelled: SIGTERM',
    });
    expect(supersededOutput({ by: sha })).toMatchObject({
      conclusion: 'cancelled',
      title: 'superseded by aaaaaaa',
    });
    const waiting = awaitingApprovalOutput({ headSha: sha });
    expect(waiting.conclusion).toBe('action_required');
    expect(waiting.summary).toContain(`/lora-gate run ${sha}`);
    expect(crashedOutput(new Error('no <b>memory</b>'), changed)).toMatchObject({
      conclusion: 'failure',
      title: 'crashed: no <b>memory</b>',
      summary: expect.not.stringContaining('<b>'),
    });
  });

  test('points at the lines that an error names', () => {
    const problems = [
      'data/train.jsonl:4: no role',
      'data/train.jsonl:7:3: no JSON',
      'elsewhere.jsonl:1: no',
      'no place',
    ];
    const error = new UserError('dataset', 'the data <i>cannot</i> be read', { problems, hint: 'mend it' });
    const output = crashedOutput(error, changed);
    expect(output).toMatchObject({
      conclusion: 'failure',
      title: 'nothing was judged: the data <i>cannot</i> be read',
    });
    expect(output.summary).toContain('mend it');
    expect(output.summary).not.toContain('<i>');
    expect(output.annotations.map(({ start_line, message }) => [start_line, message])).toEqual([
      [4, 'no role'],
      [7, 'no JSON'],
    ]);
  });
});
