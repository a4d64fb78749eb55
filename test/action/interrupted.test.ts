/** A job that does not end by itself: cancelled, out of time, killed. */

import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultCacheDir } from '../../src/runtime/cache.ts';
import type { Github } from '../github/stand-in.ts';
import {
  type Desk,
  type JobOptions,
  openDesk,
  openGithub,
  pullRequestEvent,
  stepOptions,
  TRAIN,
} from './desk.ts';
import { runStep, startStep } from './runner.ts';

let desk: Desk;
/** The machine's cache with checkpoints of its own. */
let cache: string;

beforeAll(async () => {
  // So many epochs that no training comes to its end here.
  desk = await openDesk({ epochs: 1000 });
  cache = await mkdtemp(path.join(tmpdir(), 'lora-gate-cache-'));
  await mkdir(path.join(cache, 'lora-gate'));
  const machine = defaultCacheDir(process.env);
  for (const name of await readdir(machine)) {
    if (!['checkpoints', 'durations.json', 'store'].includes(name))
      await symlink(path.join(machine, name), path.join(cache, 'lora-gate', name));
  }
});
afterAll(async () => {
  await desk?.close();
  if (cache) await rm(cache, { recursive: true, force: true });
});

vi.setConfig({ testTimeout: 240_000 });
const WAIT = { timeout: 100_000, interval: 50 };

async function checkpoints(): Promise<string[]> {
  const names = await readdir(path.join(cache, 'lora-gate', 'checkpoints'), { recursive: true }).catch(
    () => [],
  );
  return names.filter((name) => /checkpoint-\d+$/.test(name));
}

const opened = (number: number) => pullRequestEvent({ number, head: desk.good, base: desk.base });
const githubOf = (number: number) =>
  openGithub([{ number, head: { sha: desk.good }, author: 'ann', files: [{ filename: TRAIN }] }]);
const optionsOf = (github: Github, number: number, more: Partial<JobOptions> = {}) =>
  stepOptions(desk, { github, event: opened(number), env: { RUNNER_TOOL_CACHE: cache }, ...more });

describe('a job that is cancelled while it trains', () => {
  it('completes check and comment as cancelled, keeps a checkpoint, and goes on from it', async () => {
    await using github = await githubOf(7);
    const running = await startStep(optionsOf(github, 7));
    await vi.waitFor(async () => expect(await checkpoints()).not.toEqual([]), WAIT);
    // The runner sends both, one after the other.
    running.process.kill('SIGINT');
    running.process.kill('SIGTERM');
    const step = await running.done();
    expect(step.exitCode, step.log).toBe(130);
    expect(step.outputs).toMatchObject({ verdict: 'not_evaluated', blocked: 'true' });
    expect(github.state.checks).toHaveLength(1);
    expect(github.state.checks[0]).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
    expect(github.state.comments).toHaveLength(1);
    expect(github.state.comments[0]?.body).toContain('cancelled');
    expect(step.state['lora-gate-check']).toBe('');

    const again = await startStep(optionsOf(github, 7, { attempt: 2 }));
    await again.logged('going on from the checkpoint of step');
    again.process.kill('SIGTERM');
    await again.done();
    expect(github.state.comments).toHaveLength(1);
  });
});

describe('a job that is out of time', () => {
  it('fails check, comment and summary with what to do', async () => {
    await using github = await githubOf(8);
    const step = await runStep(optionsOf(github, 8, { inputs: { 'timeout-minutes': '0.1' } }));
    expect(step.exitCode, step.log).toBe(2);
    expect(step.log).toContain('error[out-of-time]: not done within 0.1 minutes');
    expect(github.state.checks[0]).toMatchObject({ status: 'completed', conclusion: 'failure' });
    for (const text of [github.state.comments[0]?.body, step.summary]) expect(text).toContain('out-of-time');
  });
});

describe('a job that is killed', () => {
  it('leaves its check to the post step, which completes it once', async () => {
    await using github = await githubOf(9);
    const options = optionsOf(github, 9);
    const running = await startStep(options);
    await vi.waitFor(() => expect(github.state.comments).toHaveLength(1), WAIT);
    running.process.kill('SIGKILL');
    const step = await running.done();
    expect(github.state.checks[0]).toMatchObject({ status: 'in_progress' });

    const post = await runStep(options, step.state);
    expect(post.exitCode, post.log).toBe(0);
    expect(github.state.checks).toHaveLength(1);
    expect(github.state.checks[0]).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(github.state.comments).toHaveLength(1);
    expect(github.state.comments[0]?.body).not.toContain('started');
  });
});

describe('a job that is cancelled while it opens its check', () => {
  it('has one check and one comment, both of them cancelled', async () => {
    await using github = await githubOf(10);
    github.fail({ method: 'POST', path: '/check-runs', how: 'slow', seconds: 2 });
    const running = await startStep(optionsOf(github, 10));
    const asked = () => github.requests.some(({ method }) => method === 'POST');
    await vi.waitFor(() => expect(asked()).toBe(true), WAIT);
    running.process.kill('SIGTERM');
    const step = await running.done();
    expect(step.exitCode, step.log).toBe(130);
    expect(github.state.checks).toHaveLength(1);
    expect(github.state.checks[0]).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
    expect(github.state.comments).toHaveLength(1);
    expect(github.state.comments[0]?.body).toContain('cancelled');
  });
});
