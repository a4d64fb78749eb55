/** Exit codes, the last words of a log, and how long things took the last time. */

import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { estimateMinutes, keepDurations, keepRates, measuredRates } from '../../src/action/durations.ts';
import { exitCodeOf, inWords } from '../../src/action/exit.ts';
import { formatOpenedCheck, parseOpenedCheck } from '../../src/action/run-state.ts';
import { UserError } from '../../src/errors.ts';
import type { Result } from '../../src/report/result.ts';

type Verdict = Result['verdict'];
const verdict = (outcome: Verdict['outcome'], blocked: boolean, exit_code: Verdict['exit_code']) =>
  ({ outcome, blocked, exit_code }) as Verdict;

describe('exitCodeOf', () => {
  it.each([
    ['blocked', verdict('regression', true, 1), 1],
    ['blocked', verdict('inconclusive', true, 3), 3],
    ['blocked', verdict('regression', false, 0), 0],
    ['regression', verdict('regression', true, 1), 1],
    ['regression', verdict('inconclusive', true, 3), 0],
    ['never', verdict('regression', true, 1), 0],
  ] as const)('with fail-on %s and %o is %i', (failOn, given, code) => {
    expect(exitCodeOf(given, failOn)).toBe(code);
  });
});

describe('inWords', () => {
  it('shows the user’s mistake with what to do, and ours with its stack', () => {
    expect(inWords(new UserError('some-code', 'it is so', { hint: 'do this' }))).toBe(
      'error[some-code]: it is so\nhint: do this',
    );
    expect(inWords(new TypeError('x is undefined'))).toMatch(
      /^TypeError: x is undefined\n {4}at .*\nThis is a bug in lora-gate/s,
    );
    expect(inWords('thrown as text')).toContain('thrown as text\nThis is a bug');
  });

  it('names the commit that a fork’s change waits with', () => {
    expect(inWords('fork', 'a'.repeat(40))).toContain(`/lora-gate run ${'a'.repeat(40)}`);
  });
});

describe('durations', () => {
  const resultOf = (name: string, training_seconds: number, seconds: number) =>
    ({ adapters: [{ name, cost: { training_seconds, seconds } }] }) as unknown as Result;
  const folder = () => mkdtemp(path.join(tmpdir(), 'lora-gate-durations-'));

  it('estimates whole minutes from the last training, and nothing where one was never trained', async () => {
    const cache = path.join(await folder(), 'not', 'there', 'yet');
    await keepDurations(cache, 'lora-gate.yml', resultOf('desk', 100, 150));
    await keepDurations(cache, 'lora-gate.yml', resultOf('crew', 1, 4));
    expect(await estimateMinutes(cache, 'lora-gate.yml', ['desk', 'crew'])).toBe(3);
    expect(await estimateMinutes(cache, 'lora-gate.yml', ['crew'])).toBe(1);
    expect(await estimateMinutes(cache, 'lora-gate.yml', ['desk', 'other'])).toBeNull();
    expect(await estimateMinutes(cache, 'other.yml', ['desk'])).toBeNull();
  });

  it('keeps the time of a training where the next run found the adapter in the store', async () => {
    const cache = await folder();
    await keepDurations(cache, 'lora-gate.yml', resultOf('desk', 500, 600));
    await keepDurations(cache, 'lora-gate.yml', resultOf('desk', 0, 2));
    expect(await estimateMinutes(cache, 'lora-gate.yml', ['desk'])).toBe(10);
  });

  it('knows nothing from a file that is broken, and writes it anew', async () => {
    const cache = await folder();
    await writeFile(path.join(cache, 'durations.json'), '{"lora-gate.yml desk": -1');
    expect(await estimateMinutes(cache, 'lora-gate.yml', ['desk'])).toBeNull();
    await keepDurations(cache, 'lora-gate.yml', resultOf('desk', 60, 60));
    expect(JSON.parse(await readFile(path.join(cache, 'durations.json'), 'utf8'))).toEqual({
      'lora-gate.yml desk': 60,
    });
  });
});

describe('rates', () => {
  const took = (tokens: number, seconds: number) => ({ tokens, seconds });
  const folder = () => mkdtemp(path.join(tmpdir(), 'lora-gate-rates-'));

  it('are the tokens a second of the last training and scoring here, beside the durations', async () => {
    const cache = await folder();
    const cost = {
      ...{ seconds: 90, training_seconds: 60, trained_tokens: 600 },
      ...{ evaluation_seconds: 20, evaluated_tokens: 1_000 },
    };
    const result = { adapters: [{ name: 'desk', cost }] } as unknown as Result;
    await keepDurations(cache, 'lora-gate.yml', result);
    expect(await measuredRates(cache, 'lora-gate.yml', 'desk')).toEqual({ training: 10, scoring: 50 });
    expect(await measuredRates(cache, 'lora-gate.yml', 'crew')).toEqual({ training: null, scoring: null });
    expect(await estimateMinutes(cache, 'lora-gate.yml', ['desk'])).toBe(2);
  });

  it('stay where a part has found everything in the store', async () => {
    const cache = await folder();
    await keepRates(cache, 'lora-gate.yml', 'desk', { training: took(100, 10), scoring: took(0, 0) });
    await keepRates(cache, 'lora-gate.yml', 'desk', { training: took(0, 0), scoring: took(100, 4) });
    expect(await measuredRates(cache, 'lora-gate.yml', 'desk')).toEqual({ training: 10, scoring: 25 });
  });
});

describe('the state for the post step', () => {
  it('comes back as it was saved', () => {
    const stamp = {
      ...{ config: 'lora-gate.yml', headSha: 'a'.repeat(40), headOrder: 10, runId: 10, runAttempt: 2 },
      state: 'running' as const,
    };
    expect(parseOpenedCheck(formatOpenedCheck({ id: 5, name: 'lora-gate', stamp, pull: 7 }))).toEqual({
      ...{ id: 5, name: 'lora-gate', stamp, pull: 7 },
    });
  });

  it.each(['', '{}', '{"id":0}', 'cut off {'])('is none where it is %j', (text) => {
    expect(parseOpenedCheck(text)).toBeUndefined();
  });
});
