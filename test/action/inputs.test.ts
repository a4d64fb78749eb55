/** The inputs of the step, and that action.yml promises the runner exactly what the code reads. */

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { INPUT_DEFAULTS, INPUT_NAMES, type InputName, parseInputs } from '../../src/action/inputs.ts';
import type { OutputName } from '../../src/action/job.ts';
import type { UserError } from '../../src/errors.ts';

const reading =
  (given: Partial<Record<InputName, string>>) =>
  (name: InputName): string =>
    given[name] ?? '';

const problemsOf = (given: Partial<Record<InputName, string>>): readonly string[] => {
  try {
    parseInputs(reading(given));
  } catch (thrown) {
    return (thrown as UserError).problems;
  }
  throw new Error('it was taken');
};

describe('parseInputs', () => {
  it('gives every input its default where the step sets none', () => {
    expect(parseInputs(reading({}))).toEqual({
      mode: 'all',
      config: 'lora-gate.yml',
      githubToken: '',
      failOn: 'blocked',
      comment: 'on-change',
      adapters: [],
      out: 'lora-gate-out',
      part: '',
      requireNative: true,
      runtime: 'auto',
      timeoutMinutes: 0,
      baselineStore: '',
      storeLimits: {},
    });
  });

  it('takes names of adapters on lines and between commas, without the space around them', () => {
    expect(parseInputs(reading({ adapters: 'desk, crew\n  berth \n\n,' })).adapters).toEqual([
      'desk',
      'crew',
      'berth',
    ]);
  });

  it('takes limits of the store as sizes and ages, and refuses what is neither', () => {
    const given = { 'store-max-size': '1.5 GB', 'store-max-age': '2w' };
    expect(parseInputs(reading(given)).storeLimits).toEqual({
      maxBytes: 1_500_000_000,
      maxAgeMs: 14 * 86_400_000,
    });
    for (const wrong of [{ 'store-max-size': '20' }, { 'store-max-age': '30GB' }, { 'store-max-age': '0d' }])
      expect(() => parseInputs(reading(wrong))).toThrow(expect.objectContaining({ code: 'store-limit' }));
  });

  it('takes fractions of a minute', () => {
    expect(parseInputs(reading({ 'timeout-minutes': '0.25' })).timeoutMinutes).toBe(0.25);
  });

  it.each([
    ['mode', 'everything'],
    ['fail-on', 'sometimes'],
    ['comment', 'yes'],
    ['require-native', 'TRUE'],
    ['runtime', 'gpu'],
    ['timeout-minutes', '-1'],
    ['timeout-minutes', 'soon'],
    ['timeout-minutes', 'Infinity'],
    // More would overflow the timer and fire at once.
    ['timeout-minutes', '35792'],
  ] as const)('refuses %s: %s by name and value', (name, value) => {
    const [problem] = problemsOf({ [name]: value });
    expect(problem).toContain(`${name}: ${JSON.stringify(value)}: `);
  });

  it('names every input that is wrong at once', () => {
    const problems = problemsOf({ mode: 'x', runtime: 'y', 'fail-on': 'z' });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['mode', 'fail-on', 'runtime']);
  });
});

describe('action.yml', async () => {
  interface ActionFile {
    inputs: Record<string, { description: string; default?: string; required?: boolean }>;
    outputs: Record<string, { description: string }>;
    runs: Record<string, string>;
  }
  const file = fileURLToPath(new URL('../../action.yml', import.meta.url));
  const action = parse(await readFile(file, 'utf8')) as ActionFile;

  it('has the inputs of the code, each described and with the same default', () => {
    const defaults = Object.fromEntries(
      Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? '']),
    );
    // The runner's own token can be named in action.yml alone.
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the runner
    expect(defaults).toEqual({ ...INPUT_DEFAULTS, 'github-token': '${{ github.token }}' });
    expect(Object.keys(defaults)).toEqual(INPUT_NAMES);
    for (const { description } of Object.values(action.inputs)) expect(description).toMatch(/\w/);
  });

  it('has the outputs of the code', () => {
    const outputs: Record<OutputName, true> = {
      verdict: true,
      blocked: true,
      'result-path': true,
      'report-path': true,
      'comment-url': true,
      'check-url': true,
      'adapters-path': true,
      matrix: true,
      'train-matrix': true,
    };
    expect(Object.keys(action.outputs).sort()).toEqual(Object.keys(outputs).sort());
  });

  it('runs one file as both steps, the second whatever became of the first', () => {
    expect(action.runs).toEqual({
      using: 'node24',
      main: 'dist/action/index.js',
      post: 'dist/action/index.js',
      'post-if': 'always()',
    });
  });
});
