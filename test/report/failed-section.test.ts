/** An adapter whose part of a run ended with an error, as a result has it and as it is shown everywhere. */

import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { checkOutput } from '../../src/report/check-output.ts';
import { renderReport } from '../../src/report/html/report.ts';
import { renderComment } from '../../src/report/markdown.ts';
import { parseResult, type Result } from '../../src/report/result.ts';
import { failureReason, tellError } from '../../src/report/result-failure.ts';
import type { ResultSection } from '../../src/report/result-section.ts';
import { better, exampleResult, exampleSection } from './example-result.ts';

const HOSTILE = '</code><script>alert(1)</script> @everyone | `x`';

function failed(thrown: unknown, change: Partial<ResultSection> = {}): ResultSection {
  const failure = tellError(thrown);
  const untrained = { origin: 'not_trained', hash: null } as const;
  const section = exampleSection({ name: 'broken' });
  return {
    ...section,
    failure,
    verdict: { outcome: 'not_evaluated', blocked: true, exit_code: 3 },
    reasons: [failureReason(failure)],
    metrics: [],
    conversations: [],
    baseline: untrained,
    candidate: untrained,
    training: { baseline: [], candidate: [] },
    provenance: {
      ...section.provenance,
      test_sha256: null,
      train_sha256: { base: null, head: null },
    },
    ...change,
  };
}

const rows = new UserError('dataset-rows', `2 problems ${HOSTILE}`, {
  problems: [`data/train.jsonl:7: ${HOSTILE}`, 'data/train.jsonl:9: no messages'],
  hint: `Mend them ${HOSTILE}`,
});

const both = (broken = failed(rows)) =>
  exampleResult([exampleSection({ name: 'fine', change: better }), broken]);
const read = (result: Result) => parseResult(JSON.stringify(result), { file: 'result.json' });

function problems(result: Result): string {
  try {
    read(result);
    return '';
  } catch (thrown) {
    return (thrown as UserError).problems.join('\n');
  }
}

describe('a section that failed', () => {
  it('is read back from a document, and decides over the run without hiding the other', () => {
    const result = read(both());
    expect(result.verdict).toEqual({ outcome: 'not_evaluated', blocked: true, exit_code: 3 });
    expect(result.adapters[0]?.verdict.outcome).toBe('pass');
    expect(result.adapters[1]?.failure).toMatchObject({ code: 'dataset-rows', problems: { length: 2 } });
  });

  it('cannot be told with a verdict that passes, with metrics, or without the hashes of data that were read', () => {
    const passing = failed(rows, { verdict: { outcome: 'pass', blocked: false, exit_code: 0 } });
    expect(problems(both(passing))).toMatch(/verdict: does not follow/);
    const { metrics } = exampleSection();
    expect(problems(both(failed(rows, { metrics })))).toMatch(/failure: an adapter that failed has metrics/);
    expect(problems(both(failed(rows, { failure: null })))).toMatch(/test_sha256: expected the hashes/);
  });

  it('comes first in the comment, escaped, with what to do, and the other is judged below', () => {
    const text = renderComment(both());
    expect(text.split('\n')[0]).toMatch(
      /^### 🚫 lora-gate: not evaluated, blocks the merge — 1 of 2 adapters; broken: could not be judged: 2 problems /,
    );
    expect(text.indexOf('<code>broken</code>')).toBeLessThan(text.indexOf('#### ✅ <code>fine</code>'));
    expect(text).toContain('(<code>dataset-rows</code>)');
    expect(text).toContain('- <code>data/train.jsonl:9: no messages</code>');
    expect(text).toMatch(/\*\*What to do\*\*\n\n- Mend them /);
    expect(text).not.toMatch(/<script>|@everyone|<\/code><\/code>/);
    expect(text).toContain('<code>datasets/harbor-desk/train.jsonl</code>: not read');
  });

  it('says of a bug that it is none of the change', () => {
    const text = renderComment(both(failed(new TypeError('x is undefined'))));
    expect(text).toContain('(<code>bug</code>)');
    expect(text).toContain('This is a bug in lora-gate, or of the machine, and not of this change.');
  });

  it('blocks nothing where the policy only warns, and says so', () => {
    const policy = { ...exampleSection().policy, mode: 'warn' as const };
    const warned = failed(rows, {
      policy,
      verdict: { outcome: 'not_evaluated', blocked: false, exit_code: 0 },
    });
    expect(read(both(warned)).verdict).toMatchObject({ outcome: 'not_evaluated', blocked: false });
    expect(renderComment(both(warned))).toContain('not evaluated, does not block');
  });

  it('marks the lines of its problems in the check', () => {
    const { annotations, conclusion } = checkOutput(both(), { changedFiles: new Set(['data/train.jsonl']) });
    expect(conclusion).toBe('failure');
    expect(annotations.map(({ start_line, annotation_level }) => [start_line, annotation_level])).toEqual([
      [7, 'failure'],
      [9, 'failure'],
    ]);
  });

  it('is on the page, escaped', () => {
    const page = renderReport(both());
    expect(page).toContain('<h3>Could not be judged</h3>');
    expect(page).toContain('<code>data/train.jsonl:9: no messages</code>');
    expect(page).not.toContain('<script>alert(1)');
  });
});

describe('what a run took', () => {
  const cost = (
    change: Partial<Result['cost']>,
    budget = { gpu_minutes: 30, judge_tokens: 50_000 } as Result['budget'],
  ) => {
    const result = exampleResult();
    return renderComment({ ...result, budget, cost: { ...result.cost, ...change } });
  };

  it('is one line beside what was expected and what is allowed', () => {
    const text = cost({ judge_tokens: 12_345, estimated: { seconds: 240, judge_tokens: 9000 } });
    expect(text).toContain(
      '**Cost:** 3.1 processor minutes (about 4.0 expected, 30 allowed), 12,345 judge tokens (about 9,000 expected, 50,000 allowed).',
    );
  });

  it('leaves out what nobody knew and nobody limits', () => {
    expect(cost({}, { gpu_minutes: null, judge_tokens: null })).toContain(
      '**Cost:** 3.1 processor minutes.\n',
    );
  });

  it('is minutes of the GPU where there is one', () => {
    const section = exampleSection();
    const machine = { ...section.provenance.machine, gpu: 'H100' };
    const text = renderComment(
      exampleResult([{ ...section, provenance: { ...section.provenance, machine } }]),
    );
    expect(text).toContain('**Cost:** 3.1 GPU minutes.');
  });
});
